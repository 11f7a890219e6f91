/// A Terraform data source of any type (`data`), for types that have no model here.
///
/// ```swift
/// let image = stack.add(
///   RawDataSource("aws_ssm_parameter", "image", ["name": "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"]))
/// image.attribute("value")
/// ```
///
/// Source: https://developer.hashicorp.com/terraform/language/block/data
public struct RawDataSource: Resource {
  /// Not used: each value has its own `dataType`.
  public static let type = ""
  public static let mode = Address.Mode.data

  public let dataType: String
  public let name: String
  /// Whether the Terraform label is the name as it stands, with its hyphens.
  public let keepsLabel: Bool
  public var arguments: Block
  public var lifecycle: Lifecycle

  public init(_ type: String, _ name: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    dataType = type
    self.name = name
    keepsLabel = false
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  /// A data source whose Terraform label has hyphens, for which other names have `_` in their label.
  ///
  /// - Parameters:
  ///   - type: The provider's name for the type.
  ///   - label: The Terraform label as it stands.
  ///   - arguments: Its arguments.
  ///   - lifecycle: How Terraform treats changes of it.
  public init(_ type: String, label: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    dataType = type
    name = label
    keepsLabel = true
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  public func encode(into block: inout Block) {
    block.merge(arguments)
  }
}
