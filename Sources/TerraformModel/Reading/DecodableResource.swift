/// A resource type that reads back what it writes, so that the rules see a plan's resources as they see declared ones.
///
/// For every value `reading` a block that `encode` wrote gives a value that encodes to the same block.
public protocol DecodableResource: Resource {
  /// `name`: The Terraform label.
  init(named name: String, reading block: BlockDecoder) throws(DecodingFailure)
}
