import InfraModel

extension PlanBlocks {
  /// The policy that a `data "aws_iam_policy_document"` block becomes, as far as the plan says.
  func policyDocument(_ block: Block) -> Value {
    var statements: [Value] = []
    if case .blocks(let blocks)? = block["statement"] { statements = blocks.map { .map(statement($0)) } }
    return ["Version": "2012-10-17", "Statement": .list(statements)]
  }

  private func statement(_ block: Block) -> [String: Value] {
    var statement: [String: Value] = ["Effect": block["effect"] ?? "Allow"]
    for (argument, member) in [
      ("sid", "Sid"), ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"),
      ("not_resources", "NotResource"),
    ] {
      guard let value = block[argument] else { continue }
      if case .list(let values) = value, values.isEmpty { continue }
      statement[member] = value
    }
    if case .blocks(let principals)? = block["principals"] { statement["Principal"] = principal(principals) }
    if case .blocks(let principals)? = block["not_principals"] { statement["NotPrincipal"] = principal(principals) }
    if case .blocks(let conditions)? = block["condition"] {
      var operators: [String: [String: Value]] = [:]
      for condition in conditions {
        guard case .text(let test)? = condition["test"], case .text(let variable)? = condition["variable"] else {
          continue
        }
        operators[test.literal ?? "", default: [:]][variable.literal ?? ""] = condition["values"]
      }
      statement["Condition"] = .map(operators.mapValues { .map($0) })
    }
    return statement
  }

  private func principal(_ blocks: [Block]) -> Value {
    var principals: [String: Value] = [:]
    for block in blocks {
      guard case .text(let type)? = block["type"], let kind = type.literal else { continue }
      principals[kind] = block["identifiers"]
    }
    // As the provider writes it.
    if principals["*"] != nil { return "*" }
    return .map(principals)
  }
}
