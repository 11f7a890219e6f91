import InfraModel

/// Prints a rule's rationale, with stacks that pass and fail it, or what a resource type declares.
struct ExplainCommand: Command {
  static let name = "explain"
  static let summary = "explain a rule, with examples, or a resource type, with its arguments"
  static let operands = [Operand.required("RULE|TYPE", .rule)]
  private static let page = Option.value(
    "--write", "FILE", .file, "write a page with every resource type that has a model")
  static let options = [page]
  static let details = """
    RULE is an id as findings print it, such as lambda-error-alarm. TYPE is a resource type, such as aws_sqs_queue, or
    its name in Swift. Any other word lists the rules about it.
    """
  static let examples = [
    Example("explain lambda-error-alarm", "why every function needs one, and how to add it"),
    Example("explain aws_sqs_queue", "its arguments, what AWS accepts, its metrics, and the rules that check it"),
    Example("explain sampling", "the rules about sampling"),
  ]

  private enum Subject {
    case word(String)
    case pages(file: String)
  }

  private let subject: Subject

  init(_ words: inout ArgumentParser) throws {
    if let word = words.next() {
      subject = .word(word)
    } else if let file = words.value(of: Self.page) {
      subject = .pages(file: file)
    } else {
      throw UsageError.noRule
    }
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.policy().descriptions
    switch subject {
    case .word(let word): return try explain(word, rules, in: program)
    case .pages(let file):
      let changed = try write([GeneratedFile(path: file, bytes: Array(resourcePages(rules).utf8))])
      return Outcome(output: changed.map { "\($0)\n" }.joined())
    }
  }

  private func explain(_ id: String, _ rules: [RuleDescription], in program: Program) throws -> Outcome {
    if let page = ResourcePage(id, rules: rules) { return Outcome(output: page.text) }
    guard let rule = rules.first(where: { $0.id == RuleID(rawValue: id) }) else {
      let related = rules.filter { $0.mentions(id) }
      if !related.isEmpty {
        return Outcome(output: table(related.map { [$0.id.rawValue, $0.shownSeverity, $0.title] }))
      }
      throw UsageError.unknownRule(id, known: rules.map(\.id.rawValue))
    }
    return Outcome(output: RulePage(rule, of: program.policy().rules).text(relativeTo: program.workingDirectory))
  }
}
