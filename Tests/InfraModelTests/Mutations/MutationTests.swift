import InfraModel
import Testing

/// Every good example with one argument left out or changed is either found, by whatever rule, or still good for a
/// reason that `reasonsToSurvive` states.
@Suite struct MutationTests {
  @Test func everyMutantIsFoundOrStillGoodForAReason() {
    let survivors = survivors()
    let explained = reasonsToSurvive.reduce(into: Set()) { $0.formUnion($1.mutations) }
    #expect(survivors.subtracting(explained).map(\.description).sorted() == [])
    let killed = explained.subtracting(survivors).map(\.description).sorted()
    #expect(killed == [], "found now, so no reason is needed any more")
  }

  /// The mutations that no rule noticed in at least one example.
  private func survivors() -> Set<Mutation> {
    var survivors: Set<Mutation> = []
    var seen: Set<Mutant> = []
    for example in Policy.standardRules.flatMap({ $0.description.good }) {
      var builder = StackBuilder()
      example.declare(&builder)
      let known = Set(findings(in: builder))
      for (index, declaration) in builder.declarations.enumerated()
      where declaration.address.mode == .managed && !(declaration.resource is RawResource) {
        for (mutation, block) in declaration.block.mutants(of: declaration.resourceType)
        where !survivors.contains(mutation) && seen.insert(Mutant(mutation: mutation, block: block)).inserted {
          if known.isSuperset(of: findings(in: builder.replacing(index, with: block))) { survivors.insert(mutation) }
        }
      }
    }
    return survivors
  }

  /// Without the one that finds every change because it is one.
  private let rules = Policy.standardRules.filter { $0.description.id != .extraArgumentConflict }

  private func findings(in builder: StackBuilder) -> [Said] {
    let stack = DeclaredStack(builder)
    return rules.flatMap { rule in
      rule.init().findings(in: stack).map { Said(rule: $0.rule, address: $0.address, message: $0.message) }
    }
  }
}

private struct Mutant: Hashable {
  let mutation: Mutation
  let block: Block
}

private struct Said: Hashable {
  let rule: RuleID
  let address: Address
  let message: String
}
