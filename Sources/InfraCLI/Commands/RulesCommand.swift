import InfraModel

/// Lists the rules that the program checks its stacks against.
struct RulesCommand: Command {
  static let name = "rules"
  static let summary = "list the rules, with severity and title"
  static let operands = [Operand.optional("FILTER", .anything)]
  static let details = """
    FILTER is a word that the rule's id, title or resource types contain, such as alarm or sqs.
    """
  static let examples = [
    Example("rules", "id, severity and title of each rule"),
    Example("rules sampling", "the rules about sampling"),
    Example("rules --write docs/rules", "a page for each, and an index"),
  ]

  private static let formats: [Format] = [.text, .json, .markdown]
  private static let pages = Option.value(
    "--write", "DIR", .folder, "write a page for each rule, with its examples, and an index")
  static let options = [Format.option(formats), pages]

  let format: Format
  let folder: String?
  let filter: String?

  init(_ words: inout ArgumentParser) throws {
    filter = words.next()
    format = try Format(words, among: Self.formats)
    folder = words.value(of: Self.pages)
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.policy().descriptions
    if let folder { return try writePages(of: rules, in: folder) }
    let chosen = filter.map { word in rules.filter { $0.mentions(word) } } ?? rules
    if let filter, chosen.isEmpty { throw UsageError.noRuleMentions(filter) }
    return list(of: chosen)
  }

  private func list(of rules: [RuleDescription]) -> Outcome {
    switch format {
    case .json: return Outcome(output: json(["schemaVersion": 1, "rules": .list(rules.map(entry))]))
    case .markdown: return Outcome(output: ruleIndex(rules))
    default:
      return Outcome(output: table(rules.map { [$0.id.rawValue, $0.shownSeverity, $0.title] }))
    }
  }

  private func entry(for rule: RuleDescription) -> Value {
    [
      "id": .literal(rule.id.rawValue), "severity": .literal(rule.severity.rawValue),
      "severityInAudit": .literal(rule.severityInAudit.rawValue), "title": .literal(rule.title),
      "rationale": .literal(rule.rationale), "sources": .list(rule.sources.map(Value.literal)),
      "waivable": .bool(rule.isWaivable), "aliases": .list(rule.id.formerIDs.map(Value.literal)),
    ]
  }

  private func writePages(of rules: [RuleDescription], in folder: String) throws -> Outcome {
    let pages = rulePages(rules, in: folder)
    let changed = try write(pages)
    let leftOver = try leftOverPages(besides: pages, in: folder)
    for path in leftOver { try removeFile(path) }
    return Outcome(
      output: changed.map { "\($0)\n" }.joined(),
      log: "\(counted(changed.count, "page")) written, \(pages.count - changed.count) unchanged, "
        + "\(leftOver.count) removed\n")
  }
}
