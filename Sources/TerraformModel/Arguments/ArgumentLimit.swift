/// What AWS takes for one argument of one type of resource. A class, so that going through hundreds copies none.
package final class ArgumentLimit: Sendable {
  /// The argument, and the way on from there: `cors.allow_methods`, `redrive_policy.maxReceiveCount`, `attributes.@keys`.
  package let path: String
  package let limit: ValueLimit
  /// Whether a rule about the typed model says the same, in words of that model. Then only what did not come from the
  /// model is left to say: extra arguments, and resources without a model.
  package let isKnownToModel: Bool

  package let argument: String
  let rest: [String]

  package init(_ path: String, _ limit: ValueLimit, isKnownToModel: Bool = false) {
    self.path = path
    self.limit = limit
    self.isKnownToModel = isKnownToModel
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

  /// Whether an argument came from the typed model rather than from `with:` or a `RawResource`.
  package func isFromModel(_ argument: String) -> Bool {
    guard !isRaw else { return false }
    // The name is not the model's to encode, and the rules about names look at the block.
    if type(of: resource).namingRule?.argument == argument { return true }
    var own = Block()
    resource.encode(into: &own)
    return own[argument] == block[argument]
  }
}
