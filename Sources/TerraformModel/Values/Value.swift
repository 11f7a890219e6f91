/// The value of a Terraform argument. Each case is a position that Terraform reads in its own way, so the emitter
/// knows from the type, never from the text, what to escape.
public enum Value: Hashable, Sendable {
  case bool(Bool)
  case integer(Int)
  case number(Double)
  /// A template: Terraform evaluates it, and `${` in its literal parts is escaped.
  case text(Text)
  /// Text that Terraform takes as it stands, such as a variable's default or a backend argument.
  case literal(String)
  /// A bare reference, such as in `depends_on`, where `${…}` would be an error.
  case address(Address)
  case list([Value])
  case map([String: Value])
  /// A map whose keys Terraform takes as they stand, such as in a variable's default.
  case literalMap([String: Value])
  /// Nested blocks of one name; none of them means the argument is left out.
  case blocks([Block])
  /// A JSON document carried as a string, such as a policy or a dashboard body.
  indirect case json(Value)
}

extension Value: ExpressibleByStringInterpolation {
  public init(stringLiteral literal: String) {
    self = .text(Text(literal))
  }

  public init(stringInterpolation: Text.Interpolation) {
    self = .text(Text(stringInterpolation: stringInterpolation))
  }
}

extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  public init(integerLiteral value: Int) {
    self = .integer(value)
  }

  public init(floatLiteral value: Double) {
    self = .number(value)
  }
}

extension Value: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: Value...) {
    self = .list(elements)
  }

  /// The last value wins where a key stands twice, as in every JSON reader; it never traps.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .map(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

extension Value {
  /// `null`: as if the argument were left out. A member of an object that is `null` is there all the same.
  public static var null: Value { .text(Text(.null)) }

  /// Whether it is `null` and nothing else.
  package var isNull: Bool {
    if case .text(let text) = self { text.onlyExpression?.isNull ?? false } else { false }
  }

  /// The text where every variable has its default, if the value is one.
  package var knownText: String? {
    if case .text(let text) = self { text.known } else { nil }
  }

  /// The value as Terraform writes it into text; `nil` for what has parts or waits for something.
  package var word: String? {
    switch self {
    case .text(let text): text.known
    case .literal(let literal): literal
    case .integer(let integer): String(integer)
    case .bool(let bool): String(bool)
    case .number, .address, .list, .map, .literalMap, .blocks, .json: nil
    }
  }

  /// Every attribute that the value reads.
  package var references: [Reference] {
    var references: [Reference] = []
    forEachLeaf { if case .attribute(let reference) = $0 { references.append(reference) } }
    return references
  }

  /// Calls `visit` with every expression inside the value that has no others in it.
  package func forEachLeaf(_ visit: (Expression) -> Void) {
    switch self {
    case .bool, .integer, .number, .literal, .address: break
    case .text(let text): text.forEachLeaf(visit)
    case .list(let values): for value in values { value.forEachLeaf(visit) }
    case .map(let values), .literalMap(let values): for value in values.values { value.forEachLeaf(visit) }
    case .blocks(let blocks): for block in blocks { block.forEachLeaf(visit) }
    case .json(let document): document.forEachLeaf(visit)
    }
  }
}
