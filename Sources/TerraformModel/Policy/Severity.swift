/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// A fact of AWS that the author of the stack should know.
  case note
  /// Reported, and it does not stop anything.
  case warning
  /// Nothing is written while one stands.
  case error

  public static func < (left: Severity, right: Severity) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
