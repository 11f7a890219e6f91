/// Somebody's word that a resource may be destroyed with what is in it.
public struct Destruction: Hashable, Sendable {
  public let address: Address
  public let reason: String
}

extension StackBuilder {
  /// Lets `infra-gen synth` write a configuration with which Terraform would destroy or replace what holds data: a table,
  /// a bucket, a log group, a queue, a topic with subscribers. Without this word it writes nothing.
  ///
  /// It changes nothing that is written, and can go once the configuration without the resource is committed.
  public mutating func allowDestruction(of address: Address, because reason: String) {
    destructions.append(Destruction(address: address, reason: reason))
  }
}
