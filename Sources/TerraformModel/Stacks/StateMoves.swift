/// A `moved` block: what was at one address is at another.
public struct StateMove: Sendable {
  /// `from`
  public let old: Address
  /// `to`, which may have moved on.
  public let new: Address
  /// Where it is said.
  public var location: SourceLocation { block.location }
  package let block: ConfigurationBlock
}

/// All that a stack says has moved.
public struct StateMoves: Sendable {
  /// In the order of declaration.
  public let all: [StateMove]
  private let destinations: [Address: Address]

  init(in stack: DeclaredStack) {
    all = stack.configuration.filter { $0.section == .moved }.compactMap { block in
      guard case .address(let old) = block.block["from"], case .address(let new) = block.block["to"] else { return nil }
      return StateMove(old: old, new: new, block: block)
    }
    destinations = Dictionary(all.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where what was at an address is now; the address itself where nothing speaks of it.
  public func destination(of address: Address) -> Address {
    var current = address
    var seen: Set<Address> = []
    while let next = destinations[current], seen.insert(current).inserted { current = next }
    return current
  }
}

extension DeclaredStack {
  /// Its `moved` blocks.
  public var moves: StateMoves { StateMoves(in: self) }

  /// Whether Terraform is told to leave alone what was at an address (`removed`).
  public func leavesAlone(_ address: Address) -> Bool {
    configuration.contains { $0.section == .removed && $0.block["from"] == .address(address) }
  }
}
