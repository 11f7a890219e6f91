/// A Terraform ephemeral resource of any type (`ephemeral`): Terraform opens it anew each time it runs, and neither plan nor
/// state has its values. Arguments that keep nothing take them, such as write-only ones, and so do providers, provisioners
/// and ephemeral variables. Raises `required_version` to the first version that knows it.
///
/// ```swift
/// let password = stack.add(
///   RawEphemeralResource("aws_secretsmanager_random_password", "database", ["password_length": 20]))
/// stack.add(
///   RawResource(
///     "aws_ssm_parameter", "password",
///     [
///       "name": "/shop/password", "type": "SecureString",
///       "value_wo": .text(password.attribute("random_password")), "value_wo_version": 1,
///     ]))
/// ```
///
/// Source: https://developer.hashicorp.com/terraform/language/block/ephemeral
public struct RawEphemeralResource: Resource {
  /// Not used: each value has its own `ephemeralType`.
  public static let type = ""
  public static let mode = Address.Mode.ephemeral

  public let ephemeralType: String
  public let name: String
  /// Whether the Terraform label is the name as it stands, with its hyphens.
  public let keepsLabel: Bool
  public var arguments: Block
  /// Terraform takes nothing of it but conditions.
  public var lifecycle: Lifecycle

  public init(_ type: String, _ name: String, _ arguments: Block = [:], conditions: [CustomCondition] = []) {
    ephemeralType = type
    self.name = name
    keepsLabel = false
    self.arguments = arguments
    lifecycle = Lifecycle(preconditions: conditions)
  }

  /// An ephemeral resource whose Terraform label has hyphens, for which other names have `_` in their label.
  ///
  /// - Parameters:
  ///   - type: The provider's name for the type.
  ///   - label: The Terraform label as it stands.
  ///   - arguments: Its arguments.
  ///   - lifecycle: Its conditions; Terraform takes nothing else of it.
  public init(_ type: String, label: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    ephemeralType = type
    name = label
    keepsLabel = true
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  public func encode(into block: inout Block) {
    block.merge(arguments)
  }
}
