/// Something that can stand as the value of a Terraform argument.
public protocol ArgumentValue {
  var value: Value { get }
}

extension Value: ArgumentValue {
  public var value: Value { self }
}

extension Bool: ArgumentValue {
  public var value: Value { .bool(self) }
}

extension Int: ArgumentValue {
  public var value: Value { .integer(self) }
}

extension Double: ArgumentValue {
  public var value: Value { .number(self) }
}

extension String: ArgumentValue {
  public var value: Value { .text(Text(self)) }
}

extension Text: ArgumentValue {
  /// A document, or a number where a text is asked for, is itself, so that rules can read it.
  public var value: Value {
    guard case .literal(let literal)? = onlyExpression else { return .text(self) }
    return switch literal {
    case .json, .integer, .number: literal
    case .text, .bool, .literal, .address, .list, .map, .literalMap, .blocks: .text(self)
    }
  }
}

extension ARN: ArgumentValue {
  public var value: Value { .text(text) }
}

extension Array: ArgumentValue where Element: ArgumentValue {
  // A key path in a generic extension would be made anew at each call.
  public var value: Value { .list(map { $0.value }) }
}

extension Dictionary: ArgumentValue where Key == String, Value: ArgumentValue {
  public var value: TerraformModel.Value { .map(mapValues { $0.value }) }
}

/// Whole seconds, the unit of nearly every Terraform argument that is a time.
extension Duration: ArgumentValue {
  public var value: Value { .integer(wholeSeconds) }

  /// Seconds, rounded down.
  public var wholeSeconds: Int { Int(components.seconds) }

  /// `1 second`, `29 seconds`, `0.5 seconds`, for people to read.
  package var words: String {
    guard components.attoseconds == 0 else { return "\(self)" }
    return wholeSeconds == 1 ? "1 second" : "\(wholeSeconds) seconds"
  }

  /// Milliseconds, the unit of Lambda's `Duration` metric.
  public var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
  }
}

/// A closed set of words is written as its word.
extension ArgumentValue where Self: RawRepresentable<String> {
  public var value: Value { .text(Text(rawValue)) }
}
