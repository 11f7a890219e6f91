/// What happens to Terraform's state when the configuration is applied next.
public enum StateChange: Sendable {
  /// What was at one address is now at another: `moved`.
  case moved(from: Address, to: Address)
  /// What exists outside Terraform is taken in, by the id the provider knows it by: `import`.
  case imported(Address, id: Text)
  /// What Terraform managed is left alone from now on, and not destroyed: `removed`.
  case removed(Address)

  var section: ConfigurationBlock.Section {
    switch self {
    case .moved: .moved
    case .imported: .import
    case .removed: .removed
    }
  }

  /// Addresses are bare references to Terraform; only an import's id is evaluated.
  var block: Block {
    switch self {
    case .moved(let old, let new): ["from": .address(old), "to": .address(new)]
    case .imported(let address, let id): ["to": .address(address), "id": .text(id)]
    case .removed(let address): ["from": .address(address), "lifecycle": .blocks([["destroy": false]])]
    }
  }
}
