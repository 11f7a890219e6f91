extension Text {
  /// A JSON document, such as a policy, where a generated type asks for a text.
  ///
  /// - Parameter document: The document; texts in it may have references.
  public static func json(_ document: Value) -> Text { Text(.literal(.json(document))) }
}

extension Text.Interpolation {
  /// A number of a generated type.
  public mutating func appendInterpolation(_ number: Number) {
    appendInterpolation(number.expression)
  }

  /// True or false of a generated type.
  public mutating func appendInterpolation(_ flag: Flag) {
    appendInterpolation(flag.expression)
  }
}

/// A number of a generated type: as it stands, a variable, or an expression.
public struct Number: Hashable, Sendable, ArgumentValue {
  public let value: Value

  public init(_ number: Int) { value = .integer(number) }
  public init(_ number: Double) { value = .number(number) }
  public init(_ expression: Expression) { value = expression.value }
  public init(_ input: Input<Int>) { value = input.value }

  /// The number in a larger expression.
  public var expression: Expression { Expression(self) }
}

extension Number: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral number: Int) { self.init(number) }
  public init(floatLiteral number: Double) { self.init(number) }
}

/// True or false of a generated type: as it stands, a variable, or an expression.
public struct Flag: Hashable, Sendable, ArgumentValue {
  public let value: Value

  public init(_ flag: Bool) { value = .bool(flag) }
  public init(_ expression: Expression) { value = expression.value }
  public init(_ input: Input<Bool>) { value = input.value }

  /// The flag in a larger expression.
  public var expression: Expression { Expression(self) }
}

extension Flag: ExpressibleByBooleanLiteral {
  public init(booleanLiteral flag: Bool) { self.init(flag) }
}

/// A list or a set of a generated type: of values, or an expression that is one.
public struct List<Element: ArgumentValue>: Hashable, Sendable, ArgumentValue {
  public let value: Value

  public init(_ elements: [Element]) { value = .list(elements.map { $0.value }) }
  public init(_ expression: Expression) { value = expression.value }

  /// The list in a larger expression.
  public var expression: Expression { Expression(self) }
  /// The element at a position, which is evaluated by Terraform. A set has no positions: `List(.call("tolist", [set.expression]))`.
  public subscript(position: Int) -> Expression { expression[position] }
}

extension List<Text> {
  public subscript(position: Int) -> Text { Text(expression[position]) }
}

extension List: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

/// A map of a generated type: of values, or an expression that is one.
public struct Map<Element: ArgumentValue>: Hashable, Sendable, ArgumentValue {
  // `Value` alone is that of a dictionary literal here.
  public let value: TerraformModel.Value

  public init(_ members: [String: Element]) { value = .map(members.mapValues { $0.value }) }
  public init(_ expression: Expression) { value = expression.value }
  public init(_ input: Input<[String: String]>) where Element == Text { value = input.value }

  /// The map in a larger expression.
  public var expression: Expression { Expression(self) }
  /// The member with a key, which is evaluated by Terraform.
  public subscript(key: String) -> Expression { expression[key] }
}

extension Map<Text> {
  public subscript(key: String) -> Text { Text(expression[key]) }
}

extension Map: ExpressibleByDictionaryLiteral {
  /// The last value counts where a key stands twice.
  public init(dictionaryLiteral members: (String, Element)...) {
    self.init(Dictionary(members, uniquingKeysWith: { _, last in last }))
  }
}
