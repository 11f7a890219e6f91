/// An input of the Terraform configuration (`variable`), with a default, so that the configuration applies as it is; or
/// with an example, where only the operator knows the value. Either is the value that rules look at.
///
/// ```swift
/// let timeout = stack.add(
///   Variable("lambda_timeout", default: Duration.seconds(30), .between(1...900), description: "Seconds a function may run"))
/// let network = stack.add(
///   Variable("vpc_id", example: "vpc-0d1e2a3b", .matching("^vpc-[0-9a-f]+$"), description: "The network"))
/// ```
///
/// `infra-gen synth` writes every variable of a stack to `terraform.tfvars.example`, and `infra-gen prerequisites` lists
/// those without a default.
///
/// Source: https://developer.hashicorp.com/terraform/language/block/variable
public struct Variable<Wrapped: VariableValue>: Sendable {
  /// Letters, digits and `_`. Terraform keeps `source`, `version`, `providers`, `count`, `for_each`, `lifecycle`,
  /// `depends_on` and `locals` to itself.
  public let name: String
  /// The default; an example of the value where `isRequired`.
  public let assumedValue: Wrapped
  /// Whether there is no `default`: Terraform asks for the value, and fails without one where it cannot ask.
  public let isRequired: Bool
  public let validation: Validation
  public let description: String
  /// `sensitive`: Terraform does not show the value, and no command of this program does.
  public let isSensitive: Bool

  /// `validation`: What Terraform refuses; the values of a closed set are checked without being named.
  public init(
    _ name: String, default defaultValue: Wrapped, _ validation: Validation = .none, description: String
  ) {
    self.init(name, assuming: defaultValue, validation, description: description, required: false, sensitive: false)
  }

  /// A variable without a default, for a value that no other account shares, such as the id of a network.
  ///
  /// - Parameters:
  ///   - name: Letters, digits and `_`.
  ///   - example: What rules take the value for, and what `terraform.tfvars.example` has. It has to satisfy `validation`
  ///     (`valid-variable-default`).
  ///   - validation: What Terraform refuses.
  ///   - description: What the variable is for; Terraform shows it when it asks for the value.
  public init(_ name: String, example: Wrapped, _ validation: Validation = .none, description: String) {
    self.init(name, assuming: example, validation, description: description, required: true, sensitive: false)
  }

  fileprivate init(
    _ name: String, assuming assumedValue: Wrapped, _ validation: Validation, description: String,
    required isRequired: Bool, sensitive isSensitive: Bool
  ) {
    self.name = name
    self.assumedValue = assumedValue
    self.isRequired = isRequired
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
    self.init(
      name, assuming: defaultValue, validation, description: description, required: false, sensitive: isSensitive)
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
