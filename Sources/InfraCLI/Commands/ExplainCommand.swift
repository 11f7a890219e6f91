import InfraModel

/// Why a rule is there, and what it likes and dislikes.
struct ExplainCommand: Command {
  static let name = "explain"
  static let summary = "say why a rule is there, with examples"
  static let operands = [Operand.required("RULE", .rule)]
  static let details = """
    RULE is an id as findings print it, such as lambda-error-alarm.
    """
  static let examples = [
    Example("explain lambda-error-alarm", "why every function needs one, and how it gets one"),
    Example("rules", "every rule there is"),
  ]

  let id: String

  init(_ words: inout Words) throws {
    guard let id = words.next() else { throw UsageError.noRule }
    self.id = id
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.policy().descriptions
    guard let rule = rules.first(where: { $0.id.rawValue == id }) else {
      throw UsageError.unknownRule(id, known: rules.map(\.id.rawValue))
    }
    return Outcome(output: RulePage(rule).text(relativeTo: program.workingDirectory))
  }
}
