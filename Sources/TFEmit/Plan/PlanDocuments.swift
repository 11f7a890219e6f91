import InfraModel

extension PlanBlocks {
  /// The policies that `data "aws_iam_policy_document"` blocks become, as far as the plan says: the documents that one
  /// merges, in the order of the provider, and its own statements.
  ///
  /// A statement that is known only after apply stands in a document as a text that is.
  func policyDocuments(_ blocks: [Address: Block]) -> [Address: Value] {
    var made: [Address: Value] = [:]
    var open: Set<Address> = []
    func make(_ address: Address) -> Value? {
      if let document = made[address] { return document }
      // A damaged plan may lead in a circle.
      guard open.count < 64, let block = blocks[address], open.insert(address).inserted else { return nil }
      let document = policyDocument(block, merging: make)
      open.remove(address)
      made[address] = document
      return document
    }
    for address in blocks.keys.sorted() { _ = make(address) }
    return made
  }

  /// - Parameter make: Makes the document of another block.
  private func policyDocument(_ block: Block, merging make: (Address) -> Value?) -> Value {
    var merge = PolicyMerge()
    for document in merged(block["source_json"], block["source_policy_documents"], make) {
      merge.add(document, isOverriding: false)
    }
    if let statements = nested(block["statement"]) {
      for statement in statements { merge.add(self.statement(statement)) }
    } else {
      merge.addUnknown(isOverriding: true)
    }
    for document in merged(block["override_json"], block["override_policy_documents"], make) {
      merge.add(document, isOverriding: true)
    }
    return merge.document
  }

  /// One document and those of a list; `nil` for each that is known only after apply.
  private func merged(_ single: Value?, _ list: Value?, _ make: (Address) -> Value?) -> [Value?] {
    let first: [Value?] = single.map { [merged($0, make)] } ?? []
    guard let list else { return first }
    guard case .list(let values) = list else { return first + [nil] }
    // One expression stands for every entry that it makes, and the plan does not tell which of them is which.
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return first
      + values.map { value -> Value? in
        if case .text(let text) = value, text.literal == nil, counts[value, default: 0] > 1 { return nil }
        return merged(value, make)
      }
  }

  /// A document that another merges; `nil` if it is known only after apply.
  private func merged(_ value: Value, _ make: (Address) -> Value?) -> Value? {
    guard case .text(let text) = value else { return nil }
    if let literal = text.literal { return literal.isEmpty ? .map([:]) : document(text) }
    switch text.onlyExpression {
    case .attribute(let reference)?: return make(reference.address)
    case .call(_, let arguments)?:
      // A value that the plan knows already, with where it has it from.
      guard case .literal(.literal(let literal))? = arguments.last else { return nil }
      return document(Text(literal))
    case .variable?, .local?, .named?, .module?, .literal?, .conditional?, .binary?, .unary?, .member?, .index?,
      .splat?, .comprehension?, .bound?, .hcl?, .sensitive?, nil:
      return nil
    }
  }

  /// The nested blocks that are an argument; `nil` where it is known only after apply which there are.
  private func nested(_ value: Value?) -> [Block]? {
    switch value {
    case nil, .list([])?: []
    case .blocks(let blocks)?: blocks
    case .bool?, .integer?, .number?, .text?, .literal?, .address?, .list?, .map?, .literalMap?, .json?: nil
    }
  }

  private func statement(_ block: Block) -> Value {
    guard let principals = nested(block["principals"]), let others = nested(block["not_principals"]),
      let conditions = nested(block["condition"])
    else { return PolicyMerge.unknown }
    let effect = block["effect"] ?? "Allow"
    if case .text(let text) = effect, text.literal == nil { return PolicyMerge.unknown }
    var statement: [String: Value] = ["Effect": effect]
    for (argument, member) in [
      ("sid", "Sid"), ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"),
      ("not_resources", "NotResource"),
    ] {
      guard let value = block[argument] else { continue }
      if case .list(let values) = value, values.isEmpty { continue }
      statement[member] = value
    }
    if !principals.isEmpty { statement["Principal"] = principal(principals) }
    if !others.isEmpty { statement["NotPrincipal"] = principal(others) }
    if !conditions.isEmpty { statement["Condition"] = condition(conditions) }
    return .map(statement)
  }

  private func condition(_ blocks: [Block]) -> Value {
    var operators: [String: [String: Value]] = [:]
    for condition in blocks {
      guard case .text(let test)? = condition["test"], case .text(let variable)? = condition["variable"] else {
        continue
      }
      operators[test.literal ?? "", default: [:]][variable.literal ?? ""] = condition["values"]
    }
    return .map(operators.mapValues { .map($0) })
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
