/// A JSON document in an argument, written by a model or as text.
package enum CarriedDocument: Sendable {
  case document(Value)
  /// Terraform composes it, so its content is unknown.
  case unknown
  case broken(SyntaxError)
}

extension Value {
  /// The JSON document that the value is: as the models write it, as text that may contain references, or through
  /// Terraform's `jsonencode`.
  package var carriedDocument: CarriedDocument {
    switch self {
    case .json(let document): return .document(document)
    case .literal(let literal): return Value.parsing(Text(literal))
    case .text(let text):
      if case .call("jsonencode", let arguments) = text.onlyExpression {
        guard case .literal(let value) = arguments.first else { return .unknown }
        return .document(value)
      }
      return Value.parsing(text)
    case .bool, .integer, .number, .address, .list, .map, .literalMap, .blocks: return .unknown
    }
  }

  /// Replaces references in the text with private-use characters, and restores them after parsing.
  private static func parsing(_ text: Text) -> CarriedDocument {
    if let literal = text.literal { return parsed(literal, [:]) }
    guard text.parts.contains(where: \.isLiteral) else { return .unknown }
    var source = ""
    var expressions: [Unicode.Scalar: Expression] = [:]
    for part in text.parts {
      switch part {
      case .literal(let literal): source += literal
      case .expression(let expression):
        guard let stand = Unicode.Scalar(firstStandIn + UInt32(expressions.count)) else { return .unknown }
        source.unicodeScalars.append(stand)
        expressions[stand] = expression
      }
    }
    return parsed(source, expressions)
  }

  private static func parsed(_ source: String, _ expressions: [Unicode.Scalar: Expression]) -> CarriedDocument {
    do {
      return .document(Value(try JSONDocument(parsing: source), expressions))
    } catch {
      // A reference outside quotes may be any JSON, such as another `jsonencode`.
      let found = error.found?.unicodeScalars.first
      return found.map { expressions[$0] != nil } == true ? .unknown : .broken(error)
    }
  }

  private init(_ document: JSONDocument, _ expressions: [Unicode.Scalar: Expression]) {
    switch document {
    case .null: self = .literal("null")
    case .bool(let bool): self = .bool(bool)
    case .number(let digits): self = Int(digits).map(Value.integer) ?? .number(Double(digits) ?? 0)
    case .string(let string): self = .text(Text(string, expressions))
    case .array(let values): self = .list(values.map { Value($0, expressions) })
    case .object(let members): self = .map(members.mapValues { Value($0, expressions) })
    }
  }
}

extension Text {
  fileprivate init(_ string: String, _ expressions: [Unicode.Scalar: Expression]) {
    self.init("")
    var literal = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      guard let expression = expressions[scalar] else {
        literal.append(scalar)
        continue
      }
      append(literal: String(literal))
      append(Text(expression))
      literal.removeAll()
    }
    append(literal: String(literal))
  }
}

extension Text.Part {
  fileprivate var isLiteral: Bool {
    if case .literal = self { true } else { false }
  }
}

/// The start of a Unicode plane for private use.
private let firstStandIn: UInt32 = 0xF_0000
