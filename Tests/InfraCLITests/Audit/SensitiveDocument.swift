import InfraModel
import TFEmit

/// A stack as `terraform show -json` has it after an apply: every reference is the value that it leads to. Texts can be
/// extended by a canary, and everything can be marked as sensitive.
struct SensitiveDocument {
  /// A word that stands nowhere else, in characters that most names may have.
  static let canary = "zq7canary"

  enum Kind: Sendable { case plan, state }

  enum Marks: Sendable {
    case none
    /// Each argument as a whole.
    case arguments
    /// Each text and number by itself, so that the keys of maps show.
    case leaves
  }

  private var resources: [(address: Address, values: JSON)] = []
  /// How many texts, and keys of maps, there are to extend.
  private(set) var texts = 0

  init(_ stack: DeclaredStack) {
    for declaration in stack.declarations {
      var values = json(declaration.block.settled, in: stack)
      if values["arn"] == nil, case .object(var members) = values {
        members["arn"] = .string(attribute("arn", of: declaration.address))
        values = .object(members)
      }
      resources.append((declaration.address, values))
    }
    countTexts()
  }

  /// Several stacks, each as a module.
  init(modules: [SensitiveDocument]) {
    for (index, module) in modules.enumerated() {
      resources += module.resources.map { resource in
        let own = resource.address
        let address = Address(
          mode: own.mode, type: own.type, name: own.name, module: "module.m\(index)", index: own.index)
        return (address, resource.values)
      }
    }
    countTexts()
  }

  private mutating func countTexts() {
    var count = 0
    for resource in resources { _ = extended(resource.values, [], keys: true, counting: &count) }
    texts = count
  }

  /// - Parameter canaries: The texts to extend, by their place among all.
  func document(_ kind: Kind, canaries: Set<Int>, marks: Marks) -> JSON {
    var count = 0
    let entries = resources.map { resource -> JSON in
      let values = extended(resource.values, canaries, keys: marks != .leaves, counting: &count)
      let sensitive: JSON =
        switch marks {
        case .none: .object([:])
        case .arguments: .object(values.members.mapValues { _ in .bool(true) })
        case .leaves: marked(values)
        }
      let address = resource.address
      let place: [String: JSON] = [
        "address": .string("\(address)"), "mode": .string(address.mode == .data ? "data" : "managed"),
        "type": .string(address.type), "name": .string(address.name),
      ]
      switch kind {
      case .state: return .object(place.merging(["values": values, "sensitive_values": sensitive]) { $1 })
      case .plan:
        let change: JSON = .object([
          "actions": .array([.string("create")]), "after": values, "after_unknown": .object([:]),
          "after_sensitive": sensitive,
        ])
        return .object(place.merging(["change": change]) { $1 })
      }
    }
    switch kind {
    case .plan: return .object(["format_version": .string("1.2"), "resource_changes": .array(entries)])
    case .state:
      return .object([
        "format_version": .string("1.0"),
        "values": .object(["root_module": .object(["resources": .array(entries)])]),
      ])
    }
  }
}

/// `true` in the place of each value that has no others in it.
private func marked(_ value: JSON) -> JSON {
  switch value {
  case .null, .bool, .integer, .number, .string: .bool(true)
  case .array(let elements): .array(elements.map(marked))
  case .object(let members): .object(members.mapValues(marked))
  }
}

// MARK: - Values

private func json(_ block: Block, in stack: DeclaredStack) -> JSON {
  .object(Dictionary(block.arguments.map { ($0.name, json($0.value, in: stack)) }, uniquingKeysWith: { $1 }))
}

private func json(_ value: Value, in stack: DeclaredStack) -> JSON {
  switch value {
  case .bool(let bool): .bool(bool)
  case .integer(let integer): .integer(integer)
  case .number(let number): number.isFinite ? .number(number) : .integer(1)
  case .text(let text): .string(string(text, in: stack))
  case .literal(let literal): .string(literal)
  case .address(let address): .string("\(address)")
  case .list(let values): .array(values.map { json($0, in: stack) })
  case .map(let members), .literalMap(let members): .object(members.mapValues { json($0, in: stack) })
  case .blocks(let blocks): .array(blocks.map { json($0, in: stack) })
  case .json(let document): .object([carried: json(document, in: stack)])
  }
}

/// The key of what is written as text in JSON.
private let carried = "carried JSON"

private func string(_ text: Text, in stack: DeclaredStack) -> String {
  text.parts.reduce(into: "") { string, part in
    switch part {
    case .literal(let literal): string += literal
    case .expression(let expression):
      if let known = stack.resolved(Text(expression)) {
        string += known
      } else if let reference = expression.onlyReference {
        string += attribute(reference.attribute, of: reference.address)
      } else {
        string += "unknown"
      }
    }
  }
}

private func attribute(_ name: String, of address: Address) -> String {
  guard name.hasSuffix("arn") else { return "\(address.name)-\(name)" }
  let service = ResourceCatalog.aws.facts[address.type]?.iamPrefix ?? "any"
  return "arn:aws:\(service):us-east-1:123456789012:\(address.name)"
}

/// The value with the texts extended that are chosen, each with its number.
private func extended(_ value: JSON, _ chosen: Set<Int>, keys: Bool, counting count: inout Int) -> JSON {
  func next() -> Bool {
    count += 1
    return chosen.contains(count - 1)
  }
  switch value {
  case .null, .bool, .integer, .number: return value
  case .string(let string): return .string(next() ? string + SensitiveDocument.canary : string)
  case .array(let elements):
    return .array(elements.map { extended($0, chosen, keys: keys, counting: &count) })
  case .object(let members):
    if let document = members[carried] {
      let extended = extended(document, chosen, keys: true, counting: &count)
      return .string(text(extended))
    }
    var result: [String: JSON] = [:]
    for (key, member) in members.sorted(by: { $0.key < $1.key }) {
      // Names of arguments are in lower case, and their number is of no account to the canaries.
      let isChosen = next() && keys && key.contains { $0.isUppercase }
      result[isChosen ? key + SensitiveDocument.canary : key] = extended(
        member, chosen, keys: keys, counting: &count)
    }
    return .object(result)
  }
}

func text(_ document: JSON) -> String {
  switch document {
  case .null: "null"
  case .bool(let bool): "\(bool)"
  case .integer(let integer): "\(integer)"
  case .number(let number): "\(number)"
  case .string(let string): quoted(string)
  case .array(let elements): "[\(elements.map(text).joined(separator: ","))]"
  case .object(let members):
    "{\(members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(text($0.value))" }.joined(separator: ","))}"
  }
}

private func quoted(_ string: String) -> String {
  let escaped = string.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return "\"\(escaped)\""
}
