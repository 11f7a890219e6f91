/// The arguments by which a resource allows network traffic in.
package struct IngressArguments: Sendable {
  /// The nested blocks that are rules; `nil` where the resource is a rule itself.
  package let block: String?
  /// The arguments with ranges of addresses.
  package let ranges: [String]
  /// The argument with the protocol.
  package let transport: String
  /// The argument that has to have this word for the rule to be about ingress; `nil` where all are.
  package let direction: (argument: String, word: String)?

  init(
    in block: String? = nil, from ranges: [String], transport: String,
    where direction: (argument: String, word: String)? = nil
  ) {
    self.block = block
    self.ranges = ranges
    self.transport = transport
    self.direction = direction
  }
}
