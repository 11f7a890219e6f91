public import TerraformModel

/// What is wrong with a choice of levels.
public enum RuleLevelFault: Hashable, Sendable {
  /// No rule has the id.
  case unknown(RuleID)
  /// The rule guards what would not apply, or the waivers themselves: it may be raised, never lowered.
  case lowered(RuleID, from: Severity)
}

extension RuleDescription {
  /// Whether a policy may give the rule a level.
  package func allows(_ level: RuleLevel) -> Bool {
    isWaivable || level.severity.map { $0 >= severity } ?? false
  }
}
