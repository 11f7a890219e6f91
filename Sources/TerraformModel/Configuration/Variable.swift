/// An input of the Terraform configuration (`variable`), with a default, so that rules have a value to look at and the
/// configuration applies as it is.
///
/// ```swift
/// let timeout = stack.add(
///   Variable("lambda_timeout", default: Duration.seconds(30), .between(1...900), description: "Seconds a function may run"))
/// ```
public struct Variable<Wrapped: VariableValue>: Sendable {
  /// Letters, digits and `_`. Terraform keeps `source`, `version`, `providers`, `count`, `for_each`, `lifecycle`,
  /// `depends_on` and `locals` to itself.
  public let name: String
  public let defaultValue: Wrapped
  public let validation: Validation
  public let description: String
  /// `sensitive`: Terraform does not show the value, and no command of this program does.
  public let isSensitive: Bool

  /// `validation`: What Terraform refuses; the values of a closed set are checked without being named.
  public init(
    _ name: String, default defaultValue: Wrapped, _ validation: Validation = .none, description: String
  ) {
    self.init(name, default: defaultValue, validation, description: description, sensitive: false)
  }

  fileprivate init(
    _ name: String, default defaultValue: Wrapped, _ validation: Validation, description: String,
    sensitive isSensitive: Bool
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.validation = validation
    self.description = description
    self.isSensitive = isSensitive
  }

  /// What Terraform accepts, beyond the type: a `validation` block.
  public enum Validation: Hashable, Sendable {
    /// Everything the type can hold; for a closed set, its words.
    case none
    /// A number in a range.
    case between(ClosedRange<Int>)
    /// One of these.
    case oneOf([Wrapped])
    /// Text that this regular expression (RE2) matches.
    case matching(String)
    /// A map whose keys do not start like this: AWS keeps `aws:` to itself, in tags.
    case noKeyStarting(with: String)
  }
}

extension Variable<String> {
  /// A variable that may be sensitive. Only text can be: rules read numbers, flags and words as they are, and quote them.
  ///
  /// - Parameters:
  ///   - name: Letters, digits and `_`.
  ///   - defaultValue: The value where none is given.
  ///   - validation: What Terraform refuses.
  ///   - description: What the variable is for.
  ///   - isSensitive: `sensitive`. Rules see that the value is set, and can compare it, but cannot quote it.
  public init(
    _ name: String, default defaultValue: String, _ validation: Validation = .none, description: String,
    isSensitive: Bool
  ) {
    self.init(name, default: defaultValue, validation, description: description, sensitive: isSensitive)
  }
}

/// A type that a Terraform variable can have.
public protocol VariableValue: ArgumentValue, Hashable, Sendable {
  /// Terraform's word for the type, such as `number`.
  static var variableType: String { get }
  /// Every value there is, for a closed set; `nil` for all others.
  static var allowedValues: [Self]? { get }
}

extension VariableValue {
  public static var allowedValues: [Self]? { nil }
}

extension VariableValue where Self: CaseIterable {
  public static var allowedValues: [Self]? { Array(allCases) }
}

extension String: VariableValue {
  public static var variableType: String { "string" }
}

extension Int: VariableValue {
  public static var variableType: String { "number" }
}

extension Double: VariableValue {
  public static var variableType: String { "number" }
}

extension Bool: VariableValue {
  public static var variableType: String { "bool" }
}

extension Duration: VariableValue {
  public static var variableType: String { "number" }
}

extension Region: VariableValue {
  public static var variableType: String { "string" }
}

extension Dictionary: VariableValue where Key == String, Value == String {
  public static var variableType: String { "map(string)" }
}
