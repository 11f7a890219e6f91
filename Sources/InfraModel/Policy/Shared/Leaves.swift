/// What the arguments of a stack's resources read, found by one walk for all the rules that ask.
struct Leaves: Sendable {
  /// What one declaration reads.
  struct Reading: Sendable {
    var references: [Reference] = []
    /// The variables and locals.
    var configuration: Set<Address> = []
  }

  /// One for each declaration, in their order.
  let readings: [Reading]

  init(of stack: DeclaredStack) {
    self = stack.fact { Leaves(readings: $0.declarations.map { Reading($0.block) }) }
  }

  private init(readings: [Reading]) {
    self.readings = readings
  }
}

extension Leaves.Reading {
  init(_ block: Block) {
    block.forEachLeaf { leaf in
      if case .attribute(let reference) = leaf { references.append(reference) }
      if let address = leaf.configurationAddress { configuration.insert(address) }
    }
  }
}
