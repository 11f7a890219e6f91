extension [DeclaredStack] {
  /// The stacks in an order in which they can be applied: each after those that it imports from, and otherwise as they
  /// are. Those in a circle, which `stack-import-cycle` finds, come last.
  public var inApplyOrder: [DeclaredStack] {
    let present = Set(map(\.identity))
    var placed: Set<StackIdentity> = []
    var order: [DeclaredStack] = []
    var waiting = self
    while let next = waiting.firstIndex(where: { stack in
      stack.imports.allSatisfy { placed.contains($0.exporter) || !present.contains($0.exporter) }
    }) {
      let stack = waiting.remove(at: next)
      placed.insert(stack.identity)
      order.append(stack)
    }
    return order + waiting
  }
}
