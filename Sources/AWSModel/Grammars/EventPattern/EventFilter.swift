public import TerraformModel

/// One condition on a field of an event, in EventBridge's words.
public enum EventFilter: Hashable, Sendable {
  /// This text, to the letter.
  case exactly(Text)
  /// This number as it is written: EventBridge compares the digits, so 300 is not 300.0. `numeric` compares values.
  case number(Int)
  case bool(Bool)
  case prefix(String)
  case suffix(String)
  /// `equals-ignore-case`
  case equalsIgnoringCase(String)
  /// `anything-but`: the field is there, and is none of these.
  case anythingBut(Text, or: [Text] = [])
  /// `anything-but` with `prefix`: the field is there, and does not start so.
  case anythingButPrefix(String)
  case numeric(Comparison)
  /// Whether the field is there. It looks at leaves only: never at an object.
  case exists(Bool)

  /// How a number compares, for values between -5e9 and 5e9 with six digits after the point.
  public enum Comparison: Hashable, Sendable {
    case equal(Double)
    case above(Double)
    case atLeast(Double)
    case below(Double)
    case atMost(Double)
    /// From the first to the second, both included.
    case between(Double, and: Double)
  }
}

extension EventFilter: ArgumentValue {
  public var value: Value {
    switch self {
    case .exactly(let text): text.value
    case .number(let number): number.value
    case .bool(let bool): bool.value
    case .prefix(let start): ["prefix": start.value]
    case .suffix(let end): ["suffix": end.value]
    case .equalsIgnoringCase(let word): ["equals-ignore-case": word.value]
    case .anythingBut(let text, let others): ["anything-but": ([text] + others).value]
    case .anythingButPrefix(let start): ["anything-but": ["prefix": start.value]]
    case .numeric(let comparison): ["numeric": comparison.value]
    case .exists(let exists): ["exists": exists.value]
    }
  }
}

extension EventFilter.Comparison: ArgumentValue {
  public var value: Value {
    switch self {
    case .equal(let number): ["=", number.value]
    case .above(let limit): [">", limit.value]
    case .atLeast(let limit): [">=", limit.value]
    case .below(let limit): ["<", limit.value]
    case .atMost(let limit): ["<=", limit.value]
    case .between(let lowest, let highest): [">=", lowest.value, "<=", highest.value]
    }
  }
}

extension EventFilter: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(stringLiteral word: String) {
    self = .exactly(Text(word))
  }

  public init(stringInterpolation: Text.Interpolation) {
    self = .exactly(Text(stringInterpolation: stringInterpolation))
  }

  public init(integerLiteral number: Int) {
    self = .number(number)
  }

  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}
