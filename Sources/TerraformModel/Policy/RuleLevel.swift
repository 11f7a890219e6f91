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
