/// Somebody's word that a finding on one declaration is accepted, for a reason and for a time.
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

  /// Dates written as `yyyy-mm-dd` order as text does. Anything else never holds, so a slip waives nothing.
  func holds(on today: String) -> Bool {
    until.count == 10 && until.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
      && today <= until
  }
}
