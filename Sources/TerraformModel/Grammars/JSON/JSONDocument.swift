/// A JSON document, for those that a stack carries as text or as a `Value`.
public indirect enum JSONDocument: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written, for EventBridge compares the digits.
  case number(String)
  case string(String)
  case array([JSONDocument])
  case object([String: JSONDocument])
}

extension JSONDocument {
  /// Reads a document.
  public init(parsing text: String) throws(SyntaxError) {
    var cursor = TextCursor(text)
    self = try JSONParser.value(at: &cursor)
    cursor.skipSpaces()
    guard cursor.isAtEnd else { throw cursor.error(expected: "the end of the document") }
  }

  /// A value as the document that it would be written as. `spell` says how to write a text that waits for Terraform.
  package init(_ value: Value, spelling spell: (Text) -> String) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .number(String(integer))
    case .number(let number): self = .number(String(number))
    case .text(let text): self = .string(text.literal ?? spell(text))
    case .literal(let literal): self = .string(literal)
    case .address(let address): self = .string(address.description)
    case .list(let values): self = .array(values.map { JSONDocument($0, spelling: spell) })
    case .map(let values), .literalMap(let values):
      self = .object(values.mapValues { JSONDocument($0, spelling: spell) })
    case .blocks(let blocks): self = .array(blocks.map { JSONDocument(.map($0.asMap), spelling: spell) })
    case .json(let document): self = JSONDocument(document, spelling: spell)
    }
  }

  /// The value as a sentence names it.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .string(let string): "\"\(string)\""
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONDocument: CustomStringConvertible {
  /// The document on one line, its keys in order.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .string(let string): inQuotes(string)
    case .array(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\(inQuotes($0.key)): \($0.value)" }.joined(separator: ", "))}"
    }
  }
}
