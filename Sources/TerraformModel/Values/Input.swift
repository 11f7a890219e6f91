/// The value of an argument that may be given when Terraform runs: a value as it stands, a variable, or a choice
/// between values.
///
/// Rules look at `known`, the value where every variable has its default. It is no `Equatable` on purpose: whether two
/// inputs are equal is not known before Terraform runs.
@dynamicMemberLookup
public struct Input<Wrapped: ArgumentValue & Hashable & Sendable>: Sendable, ArgumentValue {
  /// The value where every variable has its default.
  public let known: Wrapped
  /// Every value that it may come to, as far as that is known: both sides of a choice, for one.
  public let possible: [Wrapped]
  /// `nil` where it is `known` and nothing else.
  let expression: Expression?

  /// This value, whatever happens.
  public static func fixed(_ value: Wrapped) -> Input {
    Input(known: value, possible: [value], expression: nil)
  }

  /// What Terraform evaluates, where a type of Swift is asked for: an attribute of `each.value` or a module's output, for
  /// example.
  ///
  /// ```swift
  /// let days = stack.add(RawVariable("days", .map(.number), default: .map(["api": 30]), description: "By function"))
  /// stack.add(forEach: days) { each in
  ///   LogGroup("functions", retention: Input(each.value, assuming: .oneMonth))
  /// }
  /// ```
  ///
  /// - Parameter known: The value that rules take it for. Terraform does not see it.
  public init(_ expression: Expression, assuming known: Wrapped) {
    self.init(known: known, possible: [known], expression: expression)
  }

  init(known: Wrapped, possible: [Wrapped], expression: Expression?) {
    self.known = known
    self.possible = possible
    self.expression = expression
  }

  /// Whether it is this value when Terraform runs.
  public func `is`(_ value: Wrapped) -> Input<Bool> {
    guard let expression else { return .fixed(known == value) }
    return Input<Bool>(
      known: known == value, possible: [true, false],
      expression: .binary(expression, .equal, .literal(value.value)))
  }

  /// Whether it may come to this value.
  public func canBe(_ value: Wrapped) -> Bool {
    possible.contains(value)
  }

  public var value: Value {
    expression.map { .text(Text($0)) } ?? known.value
  }

  /// The value within a larger text.
  public var text: Text {
    if let expression { return Text(expression) }
    return switch known.value {
    case .text(let text): text
    case let value: Text(.literal(value))
    }
  }

  public subscript<T>(dynamicMember keyPath: KeyPath<Wrapped, T>) -> T { known[keyPath: keyPath] }
}

extension Input<Bool> {
  /// One value where it is true, another where it is not: `condition ? first : second`.
  public func choose<T>(_ first: T, otherwise second: T) -> Input<T> {
    guard let expression else { return .fixed(known ? first : second) }
    let conditional = Expression.conditional(expression, then: .literal(first.value), else: .literal(second.value))
    return Input<T>(known: known ? first : second, possible: [first, second], expression: conditional)
  }
}

extension Input<Duration> {
  /// The shorter of the two: a variable's value as long as it is below a limit that it does not know of.
  public func atMost(_ limit: Duration) -> Input {
    guard let expression else { return .fixed(min(known, limit)) }
    return Input(
      known: min(known, limit), possible: possible.map { min($0, limit) },
      expression: .call("min", [expression, .literal(limit.value)]))
  }
}

extension Input: ExpressibleByBooleanLiteral where Wrapped == Bool {
  public init(booleanLiteral value: Bool) {
    self = .fixed(value)
  }
}

extension Input: ExpressibleByIntegerLiteral where Wrapped == Int {
  public init(integerLiteral value: Int) {
    self = .fixed(value)
  }
}

extension Input: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral
where Wrapped == String {
  public init(stringLiteral value: String) {
    self = .fixed(value)
  }
}

extension Input<Duration> {
  public static func seconds(_ seconds: Int) -> Input { .fixed(.seconds(seconds)) }
}

extension Input<Region> {
  public static var usEast1: Input { .fixed(.usEast1) }
  public static var usEast2: Input { .fixed(.usEast2) }
  public static var usWest1: Input { .fixed(.usWest1) }
  public static var usWest2: Input { .fixed(.usWest2) }
  public static var caCentral1: Input { .fixed(.caCentral1) }
  public static var euWest1: Input { .fixed(.euWest1) }
  public static var euWest2: Input { .fixed(.euWest2) }
  public static var euCentral1: Input { .fixed(.euCentral1) }
  public static var euNorth1: Input { .fixed(.euNorth1) }
  public static var apSoutheast1: Input { .fixed(.apSoutheast1) }
  public static var apSoutheast2: Input { .fixed(.apSoutheast2) }
  public static var apNortheast1: Input { .fixed(.apNortheast1) }
  public static var apSouth1: Input { .fixed(.apSouth1) }
}
