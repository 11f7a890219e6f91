import InfraModel

/// The faults of checks in the form of findings; empty if there are none.
func faultsText(_ checks: [DestructionCheck], relativeTo directory: String) -> String {
  checks.flatMap { check in
    check.faults.map { fault in
      let place = fault.location.map { "\($0.text(relativeTo: directory)): " } ?? "\(check.identity): "
      return
        "\(inLine("\(place)error: \(fault.message)"))\n    in     \(check.identity)\n    fix    \(inLine(fault.fix))\n"
    }
  }.joined()
}

/// `allowDestruction` calls that apply in none of the environments, each once.
func idleWordsText(_ checks: [DestructionCheck], of stacks: [DeclaredStack], relativeTo directory: String) -> String {
  // A call that applies in one environment is needed, even if it does not apply in the others.
  let idle = Dictionary(grouping: checks.flatMap(\.idleWords), by: \.location)
  let said = Dictionary(grouping: stacks.flatMap(\.allowedDestructions), by: \.location)
  return idle.filter { said[$0.key]?.count == $0.value.count }.sorted { $0.key < $1.key }.map { location, words in
    """
    \(location.text(relativeTo: directory)): warning: `allowDestruction` of '\(words[0].address)' no longer applies
        why    `allowDestruction` is single-use: this call would also allow destroying the next '\(words[0].address)'.
        fix    delete this call of `allowDestruction(of:because:)`

    """
  }.joined()
}
