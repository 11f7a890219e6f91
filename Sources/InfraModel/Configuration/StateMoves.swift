extension DeclaredStack {
  /// Where what was at an address is now, by the stack's `moved` blocks; the address itself where none speaks of it.
  public func destination(of address: Address) -> Address {
    var current = address
    var seen: Set<Address> = []
    while let next = moves[current], seen.insert(current).inserted { current = next }
    return current
  }

  /// Whether Terraform is told to leave alone what was at an address (`removed`).
  public func leavesAlone(_ address: Address) -> Bool {
    configuration.contains { $0.section == .removed && $0.block["from"] == .address(address) }
  }

  private var moves: [Address: Address] {
    Dictionary(
      configuration.filter { $0.section == .moved }.compactMap { block in
        guard case .address(let old) = block.block["from"], case .address(let new) = block.block["to"] else {
          return nil
        }
        return (old, new)
      }, uniquingKeysWith: { first, _ in first })
  }
}
