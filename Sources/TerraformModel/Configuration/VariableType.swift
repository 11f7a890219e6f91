/// The type of a `RawVariable`: Terraform's `type`.
///
/// Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
public indirect enum VariableType: Hashable, Sendable {
  case any, string, number, bool
  case list(VariableType)
  case set(VariableType)
  case map(VariableType)
  case tuple([VariableType])
  case object([String: VariableType])
  /// An attribute of an object that may be left out.
  ///
  /// - Parameter default: What it is then, of texts, numbers, flags, lists and maps; `null` where `nil`.
  case optional(VariableType, default: Value? = nil)
}

extension VariableType: CustomStringConvertible {
  /// The type as Terraform spells it.
  public var description: String {
    switch self {
    case .any: "any"
    case .string: "string"
    case .number: "number"
    case .bool: "bool"
    case .list(let element): "list(\(element))"
    case .set(let element): "set(\(element))"
    case .map(let element): "map(\(element))"
    case .tuple(let elements): "tuple([\(elements.map(\.description).joined(separator: ", "))])"
    case .object(let attributes):
      "object({\(attributes.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", "))})"
    case .optional(let type, nil): "optional(\(type))"
    case .optional(let type, let value?): "optional(\(type), \(value.constant))"
    }
  }
}

extension Value {
  /// A constant in Terraform's own language.
  package var constant: String {
    switch self {
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .text(let text): isNull ? "null" : (text.literal ?? "").quotedForHCL
    case .literal(let literal): literal.quotedForHCL
    case .list(let values): "[\(values.map(\.constant).joined(separator: ", "))]"
    case .map(let members), .literalMap(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key.quotedForHCL) = \($0.value.constant)" }.joined(separator: ", "))}"
    case .address, .blocks, .json: "null"
    }
  }
}
