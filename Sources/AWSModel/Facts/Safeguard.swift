/// A setting that keeps what a resource holds, and that production needs.
package struct Safeguard: Sendable {
  /// What the setting is for. Each is the matter of one rule.
  package enum Purpose: Sendable {
    /// Nothing deletes the resource, or what it holds, by one call.
    case deletion
    /// What it holds can be had again as it was before.
    case recovery
    /// What it holds is encrypted at rest.
    case encryption
    /// Only its network reaches it.
    case isolation
  }

  /// Which values of the argument keep it safe.
  package enum Expectation: Sendable {
    case isTrue
    case isFalse
    case word(String)
    case atLeast(Double)
  }

  package let purpose: Purpose
  /// The way to the argument: `point_in_time_recovery`, and then `enabled` in it.
  package let path: [String]
  package let expectation: Expectation
  /// Whether a resource is safe where the argument is left out.
  package let isDefault: Bool
  /// The arguments any one of which takes the need away, such as the source of a copy.
  package let unless: [String]
  /// The words of an argument with which the setting has no meaning, such as a kind of engine.
  package let exempt: (argument: String, words: Set<String>)?
  /// What happens without it, as a clause after the name of the resource: `can be deleted by one call`.
  package let risk: String

  /// - Parameters:
  ///   - path: The argument, with full stops: `point_in_time_recovery.enabled`.
  ///   - isDefault: Whether AWS, or the provider, sets it where the argument is left out.
  init(
    _ purpose: Purpose, _ path: String, _ expectation: Expectation, isDefault: Bool = false, unless: [String] = [],
    exempt: (argument: String, words: Set<String>)? = nil, _ risk: String
  ) {
    self.purpose = purpose
    self.path = path.split(separator: ".").map(String.init)
    self.expectation = expectation
    self.isDefault = isDefault
    self.unless = unless
    self.exempt = exempt
    self.risk = risk
  }
}

extension Safeguard.Expectation {
  /// The value as Terraform's configuration has it.
  package var words: String {
    switch self {
    case .isTrue: "true"
    case .isFalse: "false"
    case .word(let word): "\"\(word)\""
    case .atLeast(let least): "\(Int(least)) or more"
    }
  }
}
