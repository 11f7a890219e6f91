/// Somebody's word that a resource may be destroyed with what is in it.
public struct Destruction: Hashable, Sendable {
  /// Of what Terraform managed when the stack was written last.
  public let address: Address
  /// Why, for whoever reviews it.
  public let reason: String
  /// Where the word is said.
  public let location: SourceLocation
}

extension StackBuilder {
  /// Lets `infra-gen synth` write a configuration with which Terraform would destroy or replace what holds data: a table,
  /// a bucket, a log group, a queue, a topic with subscribers. Without this word it writes nothing.
  ///
  /// It changes nothing that is written, and is to go once the configuration without the resource is committed: `synth`
  /// warns of a word that lets nothing be destroyed any more, for it would let the next one pass too.
  public mutating func allowDestruction(
    of address: Address, because reason: String, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    destructions.append(Destruction(address: address, reason: reason, location: here))
  }
}
