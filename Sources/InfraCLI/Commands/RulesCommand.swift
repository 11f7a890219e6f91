import InfraModel

/// Which rules the program holds its stacks to.
struct RulesCommand: Command {
  static let name = "rules"
  static let summary = "list the rules, and who asked for them"
  static let usage = """
    usage: infra-gen rules [options]

    \(Format.usage)
    """

  let format: Format

  init(_ words: inout Words) throws {
    format = try Format(&words)
  }

  func run(in program: Program) throws -> Outcome {
    let rules = program.rules.map { $0.description }
    switch format {
    case .text:
      return Outcome(
        output: table(
          rules.map { [$0.id.rawValue, $0.severity.rawValue, $0.sources.joined(separator: " "), $0.title] }))
    case .json:
      let entries = rules.map { rule -> Value in
        [
          "id": .literal(rule.id.rawValue), "severity": .literal(rule.severity.rawValue), "title": .literal(rule.title),
          "rationale": .literal(rule.rationale), "sources": .list(rule.sources.map(Value.literal)),
        ]
      }
      return Outcome(output: json(["schemaVersion": 1, "rules": .list(entries)]))
    }
  }
}
