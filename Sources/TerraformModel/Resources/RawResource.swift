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
  public var arguments: Block
  public var lifecycle: Lifecycle

  public init(_ type: String, _ name: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    resourceType = type
    self.name = name
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  public func encode(into block: inout Block) {
    block.merge(arguments)
  }
}
