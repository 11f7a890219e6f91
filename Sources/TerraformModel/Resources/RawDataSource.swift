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
  public var arguments: Block
  public var lifecycle: Lifecycle

  public init(_ type: String, _ name: String, _ arguments: Block = [:], lifecycle: Lifecycle = Lifecycle()) {
    dataType = type
    self.name = name
    self.arguments = arguments
    self.lifecycle = lifecycle
  }

  public func encode(into block: inout Block) {
    block.merge(arguments)
  }
}
