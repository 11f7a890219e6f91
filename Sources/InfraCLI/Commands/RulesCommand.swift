import InfraModel

/// Which rules the program holds its stacks to.
struct RulesCommand: Command {
  static let name = "rules"
  static let summary = "list the rules, and who asked for them"
  static let examples = [
    Example("rules", "id, severity, who asked for it, and what it holds"),
    Example("rules --write docs/rules", "a page for each, and an index"),
  ]

  private static let formats: [Format] = [.text, .json, .markdown]
  private static let pages = Option.value(
    "--write", "DIR", .folder, "write a page for each rule, with its examples, and an index")
  static let options = [Format.option(formats), pages]

  let format: Format
  let folder: String?

  init(_ words: inout Words) throws {
    format = try Format(words, among: Self.formats)
    folder = words.value(of: Self.pages)
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.policy().descriptions
    if let folder { return try writePages(of: rules, in: folder) }
    switch format {
    case .json: return Outcome(output: json(["schemaVersion": 1, "rules": .list(rules.map(entry))]))
    case .markdown: return Outcome(output: ruleIndex(rules))
    default:
      return Outcome(
        output: table(
          rules.map { [$0.id.rawValue, $0.severity.rawValue, $0.sources.joined(separator: " "), $0.title] }))
    }
  }

  private func entry(for rule: RuleDescription) -> Value {
    [
      "id": .literal(rule.id.rawValue), "severity": .literal(rule.severity.rawValue), "title": .literal(rule.title),
      "rationale": .literal(rule.rationale), "sources": .list(rule.sources.map(Value.literal)),
      "waivable": .bool(rule.isWaivable),
    ]
  }

  private func writePages(of rules: [RuleDescription], in folder: String) throws -> Outcome {
    let pages = rulePages(rules, in: folder)
    let changed = try write(pages)
    let leftOver = try leftOverPages(besides: pages, in: folder)
    for path in leftOver { try removeFile(path) }
    return Outcome(
      output: changed.map { "\($0)\n" }.joined(),
      log: "\(counted(changed.count, "page")) written, \(pages.count - changed.count) as they were, "
        + "\(leftOver.count) removed\n")
  }
}
