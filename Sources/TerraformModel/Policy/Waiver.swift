/// The owner's acceptance of a finding on one declaration, for a reason and for a limited time.
///
/// ```swift
/// stack.add(alarm, waiving: [Waiver(.alarmHasAction, reason: "seen on the wall", owner: "sre", until: "2027-01-31")])
/// ```
public struct Waiver: Hashable, Sendable {
  public let rule: RuleID
  public let reason: String
  /// Who answers for it.
  public let owner: String
  /// The last day it holds, as `yyyy-mm-dd` in UTC.
  public let until: String

  public init(_ rule: RuleID, reason: String, owner: String, until: String) {
    self.rule = rule
    self.reason = reason
    self.owner = owner
    self.until = until
  }
}
