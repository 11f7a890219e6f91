public import TerraformModel

/// A waiver where it was declared, and whether it does anything.
public struct DeclaredWaiver: Sendable {
  public let waiver: Waiver
  public let declaration: Declaration
  /// Where it is written, which for a component's is not where the declaration is.
  let location: SourceLocation?
  public internal(set) var state: State

  /// Whether a waiver holds. One with any fault waives nothing.
  public enum State: Hashable, Sendable {
    /// It holds, and that many findings are waived by it.
    case holds(findings: Int)
    case faulty(WaiverFault)
  }
}

/// What is wrong with a waiver.
public enum WaiverFault: Hashable, Sendable {
  /// It lacks something, which is named here.
  case malformed(String)
  /// The rule cannot be waived.
  case refused
  case expired
  /// It ends this many days later than the policy allows.
  case tooLong(days: Int, limit: Int)
  /// Nothing is found that it waives.
  case unused
  /// No rule has the id.
  case unknownRule
}

extension Waiver {
  /// What is wrong with it on a day, before anybody knows what it waives.
  func fault(on today: Day?, limit: Int, among rules: [RuleID: RuleDescription]) -> WaiverFault? {
    if reason.allSatisfy(\.isWhitespace) { return .malformed("has no reason") }
    if owner.allSatisfy(\.isWhitespace) { return .malformed("has no owner") }
    guard let until = Day(until), let today else {
      return .malformed("ends on '\(until)', which is no day written as yyyy-mm-dd")
    }
    guard let description = rules[rule] else { return .unknownRule }
    if !description.isWaivable { return .refused }
    if until < today { return .expired }
    let days = today.days(until: until)
    return days > limit ? .tooLong(days: days - limit, limit: limit) : nil
  }
}
