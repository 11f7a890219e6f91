/// A Terraform resource of any type, for types that have no model here.
///
/// ```swift
/// let pool = stack.add(RawResource("aws_cognito_identity_pool", "guests", ["identity_pool_name": "guests"]))
/// pool.attribute("id")
/// ```
public struct RawResource: Resource {
  /// Not used: each value has its own `resourceType`.
  public static let type = ""

  public let resourceType: String
  public let name: String
  /// Whether the Terraform label is the name as it stands, with its hyphens.
  public let keepsLabel: Bool
  public var arguments: Block
  public var lifecycle: Lifecycle

  public init(_ type: String, _ name: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    resourceType = type
    self.name = name
    keepsLabel = false
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  /// A resource whose Terraform label has hyphens, for which other names have `_` in their label.
  ///
  /// - Parameters:
  ///   - type: The provider's name for the type.
  ///   - label: The Terraform label as it stands.
  ///   - arguments: Its arguments.
  ///   - lifecycle: How Terraform treats changes of it.
  public init(_ type: String, label: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    resourceType = type
    name = label
    keepsLabel = true
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  public func encode(into block: inout Block) {
    block.merge(arguments)
  }
}
