import InfraModel

/// Prints a rule's rationale, with stacks that pass and fail it.
struct ExplainCommand: Command {
  static let name = "explain"
  static let summary = "explain a rule, with examples that pass and fail"
  static let operands = [Operand.required("RULE", .rule)]
  static let details = """
    RULE is an id as findings print it, such as lambda-error-alarm. Any other word lists the rules about it.
    """
  static let examples = [
    Example("explain lambda-error-alarm", "why every function needs one, and how to add it"),
    Example("explain sampling", "the rules about sampling"),
  ]

  let id: String

  init(_ words: inout ArgumentParser) throws {
    guard let id = words.next() else { throw UsageError.noRule }
    self.id = id
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.policy().descriptions
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
