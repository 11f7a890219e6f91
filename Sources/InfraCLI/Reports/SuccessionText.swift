import InfraModel

/// Faults of successions as findings are written; nothing where there are none.
func faultsText(_ successions: [Succession], relativeTo directory: String) -> String {
  successions.flatMap { succession in
    succession.faults.map { fault in
      let place = fault.location.map { "\($0.text(relativeTo: directory)): " } ?? "\(succession.identity): "
      return
        "\(inLine("\(place)error: \(fault.message)"))\n    in     \(succession.identity)\n    fix    \(inLine(fault.fix))\n"
    }
  }.joined()
}

/// Words that let nothing be destroyed in any of the environments, each once.
func idleWordsText(_ successions: [Succession], of stacks: [DeclaredStack], relativeTo directory: String) -> String {
  // What is used in one environment is no less there for the others.
  let idle = Dictionary(grouping: successions.flatMap(\.idleWords), by: \.location)
  let said = Dictionary(grouping: stacks.flatMap(\.destructions), by: \.location)
  return idle.filter { said[$0.key]?.count == $0.value.count }.sorted { $0.key < $1.key }.map { location, words in
    """
    \(location.text(relativeTo: directory)): warning: '\(words[0].address)' may be destroyed, and nothing needs the word
        why    It would let the next '\(words[0].address)' be destroyed as well, whatever is in that.
        fix    take out `allowDestruction(of:because:)`

    """
  }.joined()
}
