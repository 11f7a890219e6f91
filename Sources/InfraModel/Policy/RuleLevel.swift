/// How much a program or a stack says that a rule matters to it, whatever the rule thinks of itself.
public enum RuleLevel: String, Sendable, CaseIterable {
  case error
  case warning
  case note
  /// The rule is not asked at all.
  case off

  /// The severity of what the rule finds; `nil` where it is not asked.
  public var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .off: nil
    }
  }
}

/// What is wrong with a choice of levels.
public enum RuleLevelFault: Hashable, Sendable {
  /// No rule has the id.
  case unknown(RuleID)
  /// The rule guards what would not apply, or the waivers themselves: it may be raised, never lowered.
  case lowered(RuleID, from: Severity)
}

extension RuleDescription {
  /// Whether a policy may give the rule a level.
  func allows(_ level: RuleLevel) -> Bool {
    isWaivable || level.severity.map { $0 >= severity } ?? false
  }
}
