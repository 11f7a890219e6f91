public import TerraformModel

/// Findings that existed when a team adopted the rules, and that do not count until they are fixed.
///
/// A finding is known by what it is about, never by its words or its line, so neither a better message nor a moved line
/// makes an old finding new.
public struct Baseline: Sendable {
  /// Where the list is kept: findings about the list itself point there.
  public var location: SourceLocation
  public var entries: Set<FindingIdentity>

  public init(at location: SourceLocation, _ entries: Set<FindingIdentity>) {
    self.location = location
    self.entries = entries
  }

  static let staleEntry = RuleDescription(
    id: "baseline-stale",
    title: "Every entry of the baseline matches a finding",
    rationale: "An entry whose finding is fixed would hide the same mistake if it is made again.",
    sources: ["US10"], severity: .warning, isWaivable: false,
    terraformFix: "remove the entry, or write the baseline again with `--write-baseline`",
    good: [], bad: [])
}

/// What stays the same about a finding while lines move and messages improve.
public struct FindingIdentity: Hashable, Sendable {
  public let rule: RuleID
  public let stack: StackIdentity
  public let address: String
  /// Tells apart findings of one rule about one address: what the rule calls its subject, and which one of equals it is.
  public let discriminator: String

  public init(rule: RuleID, stack: StackIdentity, address: String, discriminator: String) {
    self.rule = rule
    self.stack = stack
    self.address = address
    self.discriminator = discriminator
  }
}

extension FindingIdentity: Comparable {
  public static func < (left: FindingIdentity, right: FindingIdentity) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  private var parts: [String] { [rule.rawValue, stack.stack, stack.environment, address, discriminator] }
}

extension FindingIdentity: CustomStringConvertible {
  public var description: String {
    "\(rule) \(stack) \(address)" + (discriminator.isEmpty ? "" : " \(discriminator)")
  }
}

extension PolicyReport {
  /// What is known about a finding of this report whatever its words.
  public func identity(of finding: Finding) -> FindingIdentity {
    FindingIdentity(
      rule: finding.rule, stack: stack.identity, address: finding.address.description,
      discriminator: finding.discriminator)
  }
}
