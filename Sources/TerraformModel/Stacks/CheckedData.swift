/// A data source that a check reads.
public struct CheckedData: Sendable {
  let address: Address
  let stack: StackIdentity

  /// An attribute by its name in the provider's words.
  public func attribute(_ name: String) -> Text {
    Text(Reference(address: address, attribute: name, stack: stack))
  }
}

extension RawDataSource {
  /// The data source within a check: its type, its label, and its arguments.
  var nestedBlock: Block {
    var body = arguments
    if let lifecycle = lifecycle.block { body["lifecycle"] = .blocks([lifecycle]) }
    let labelled = Block(uniqueArguments: [(address.name, .blocks([body]))])
    return Block(uniqueArguments: [(dataType, .blocks([labelled]))])
  }
}
