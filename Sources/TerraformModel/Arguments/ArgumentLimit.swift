/// What AWS takes for one argument of one type of resource. A class, so that going through hundreds copies none.
package final class ArgumentLimit: Sendable {
  /// The argument, and the way on from there: `cors.allow_methods`, `redrive_policy.maxReceiveCount`, `attributes.@keys`.
  package let path: String
  package let limit: ValueLimit

  package let argument: String
  let rest: [String]

  package init(_ path: String, _ limit: ValueLimit) {
    self.path = path
    self.limit = limit
    // Most paths are the argument alone, and taking apart hundreds is felt at the start of every run.
    if path.utf8.contains(UInt8(ascii: ".")) {
      let steps = path.split(separator: ".").map(String.init)
      argument = steps[0]
      rest = Array(steps.dropFirst())
    } else {
      argument = path
      rest = []
    }
  }

  /// What is wrong with the argument's value, each fault once.
  package func faults(of value: Value, in stack: DeclaredStack) -> [String] {
    // Most limits are of one word or number, or of how many there are, with no way to go.
    if rest.isEmpty, value.isScalar || (limit.isAboutCollections && !value.isDocument) {
      return limit.fault(of: value, in: stack).map { [$0] } ?? []
    }
    var faults: [String] = []
    value.forEach(at: rest, entries: !limit.isAboutCollections) { value in
      guard let fault = limit.fault(of: value, in: stack), !faults.contains(fault) else { return }
      faults.append(fault)
    }
    return faults
  }
}

/// One argument and all that AWS asks of it, so that a block is asked for it once. A class for the reason of its limits.
package final class LimitedArgument: Sendable {
  package let name: String
  package let limits: [ArgumentLimit]

  package init(_ name: String, _ limits: [ArgumentLimit]) {
    self.name = name
    self.limits = limits
  }
}

extension Declaration {
  /// The type in the provider's words, whatever the model.
  package var resourceType: String { address.type }
}
