/// What happens to Terraform's state when the configuration is applied next.
public enum StateChange: Sendable {
  /// What was at one address is now at another: `moved`. An address has the key of an instance where there are several, as
  /// `queues["orders"].address` does.
  case moved(from: Address, to: Address)
  /// What exists outside Terraform is taken in, by the id the provider knows it by: `import`.
  case imported(Address, id: Text)
  /// The same by the attributes that the provider identifies it by: `identity`. Needs Terraform 1.12 and OpenTofu 1.12.
  case importedByIdentity(Address, [String: Value])
  /// What Terraform managed is left alone from now on, and not destroyed: `removed`.
  case removed(Address)
  /// What Terraform managed is destroyed, and these provisioners, which are of `.destruction`, run first: `removed` with
  /// `destroy = true`. Without provisioners it says what Terraform does anyway.
  case destroyed(Address, provisioners: [Provisioner])

  var section: ConfigurationBlock.Section {
    switch self {
    case .moved: .moved
    case .imported, .importedByIdentity: .import
    case .removed, .destroyed: .removed
    }
  }

  /// Addresses are bare references to Terraform; an import's id and identity are evaluated.
  var block: Block {
    switch self {
    case .moved(let old, let new): return ["from": .address(old), "to": .address(new)]
    case .imported(let address, let id): return ["to": .address(address), "id": .text(id)]
    case .importedByIdentity(let address, let identity):
      return ["to": .address(address), "identity": .map(identity)]
    case .removed(let address): return ["from": .address(address), "lifecycle": .blocks([["destroy": false]])]
    case .destroyed(let address, let provisioners):
      var block: Block = ["from": .address(address), "lifecycle": .blocks([["destroy": true]])]
      if !provisioners.isEmpty { block["provisioner"] = .list(provisioners.map { .blocks([$0.block]) }) }
      return block
    }
  }
}
