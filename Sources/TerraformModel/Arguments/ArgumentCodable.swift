/// A value that an argument can hold, written into a block and read back from a plan.
public protocol ArgumentCodable: ArgumentValue {
  /// - Throws: Why the value cannot be told: Terraform knows it only after apply, or it is of another kind.
  init(reading value: Value) throws(DecodingFailure.Reason)
}

extension Bool: ArgumentCodable {}
extension Int: ArgumentCodable {}
extension Double: ArgumentCodable {}
extension String: ArgumentCodable {}
extension Text: ArgumentCodable {}

extension Value: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    self = value
  }
}

extension ARN: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    self.init(try Text(reading: value))
  }
}

extension ID: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    self.init(try Text(reading: value))
  }
}

/// A closed set of words.
extension ArgumentCodable where Self: RawRepresentable<String> {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    try self.init(readingWord: value)
  }
}

extension Array: ArgumentCodable where Element: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    // A list that is known only after apply has the entries that its expression refers to.
    if case .text(let text) = value, text.known == nil, !text.references.isEmpty {
      self = []
      for reference in text.references { append(try Element(reading: .text(Text(.attribute(reference))))) }
      return
    }
    guard case .list(let values) = value else { throw value.unfit }
    self = []
    for value in values { append(try Element(reading: value)) }
  }
}

extension Dictionary: ArgumentCodable where Key == String, Value: ArgumentCodable {
  public init(reading value: TerraformModel.Value) throws(DecodingFailure.Reason) {
    guard case .map(let members) = value else { throw value.unfit }
    self = [:]
    for (key, member) in members { self[key] = try Value(reading: member) }
  }
}

extension Input: ArgumentCodable where Wrapped: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    try self.init(reading: value) { value throws(DecodingFailure.Reason) in try Wrapped(reading: value) }
  }
}

/// The unit in which an argument holds a time: AWS uses another one for nearly every service.
public enum ArgumentTimeUnit: Int, Sendable {
  case milliseconds = 1
  case seconds = 1_000
  case minutes = 60_000
  case hours = 3_600_000
  case days = 86_400_000

  /// A time as Terraform has it: a whole number of the unit, rounded down.
  func count(_ duration: Duration) -> Int {
    Int(nearest: (duration.milliseconds / Double(rawValue)).rounded(.down))
  }

  func duration(_ count: Int) -> Duration {
    .milliseconds(count * rawValue)
  }
}
