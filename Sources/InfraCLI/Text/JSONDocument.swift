import InfraModel
import TFEmit

/// A JSON document with a newline at its end.
func json(_ value: Value) -> String {
  String(decoding: plainJSON(value), as: UTF8.self)
}

extension Value {
  /// A document for `plainJSON`, which has no null: a member without a value is left out.
  init(_ document: JSON) {
    switch document {
    case .null: self = .literal("null")
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .literal(string)
    case .array(let elements): self = .list(elements.map(Value.init))
    case .object(let members): self = .literalMap(members.mapValues(Value.init))
    }
  }
}
