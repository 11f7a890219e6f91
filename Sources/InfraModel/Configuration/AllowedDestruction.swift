/// A stack's permission to destroy a resource together with its data, given with `allowDestruction`.
public struct AllowedDestruction: Hashable, Sendable {
  /// The address of a resource that Terraform managed when the stack was last written.
  public let address: Address
  /// Why, for reviewers.
  public let reason: String
  /// Where `allowDestruction` is called.
  public let location: SourceLocation
}

extension StackBuilder {
  /// Allows `infra-gen synth` to write a configuration with which Terraform would destroy or replace a resource that
  /// holds data: a table, a bucket, a log group, a queue, a topic with subscribers. Without it `synth` writes nothing.
  ///
  /// It does not change the configuration and is single-use: delete it once the configuration without the resource is
  /// committed. `synth` warns about a call that no longer applies, because it would also allow the next destruction.
  public mutating func allowDestruction(
    of address: Address, because reason: String, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    allowedDestructions.append(AllowedDestruction(address: address, reason: reason, location: here))
  }
}
