/// A stack's permission to destroy a resource together with its data, given with `allowDestruction`.
public struct AllowedDestruction: Hashable, Sendable {
  /// The address of a resource that Terraform managed when the stack was last written.
  public let address: Address
  /// Why, for reviewers.
  public let reason: String
  /// Where `allowDestruction` is called.
  public let location: SourceLocation
}
