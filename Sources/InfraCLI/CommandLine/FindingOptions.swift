import InfraModel

/// Which rules are evaluated, and at which level: `--rules`, `--skip` and `--level`, the same for `check` and `audit`.
struct RuleChoice {
  private static let only = Option.value("--rules", "RULES", .rule, "evaluate only these rules, separated by commas")
  private static let skipped = Option.value("--skip", "RULES", .rule, "skip these rules, separated by commas")
  private static let level = Option.value(
    "--level", "RULE=LEVEL", .anything, "treat a rule as error, warning, note or off; can be repeated")
  static let options = [only, skipped, level]

  let only: [RuleID]
  let skipped: [RuleID]
  let levels: [LevelSetting]

  init(_ words: ArgumentParser) throws {
    only = Self.rules(words.values(of: Self.only))
    skipped = Self.rules(words.values(of: Self.skipped))
    levels = try words.values(of: Self.level).map { try LevelSetting($0) }
  }

  /// Whether every rule of the program is evaluated at its usual level.
  var isEverything: Bool { only.isEmpty && skipped.isEmpty && levels.isEmpty }

  /// The policy with these choices in it.
  ///
  /// - Throws: For a rule that the policy does not have, or a level that its rule does not allow.
  func applied(to policy: Policy) throws -> Policy {
    let known = Set(policy.descriptions.map(\.id))
    for rule in only + skipped + levels.map(\.rule) where !known.contains(rule) {
      throw UsageError.unknownRule(rule.rawValue, known: policy.descriptions.map(\.id.rawValue))
    }
    var policy = policy
    policy.skipped.formUnion(skipped)
    if !only.isEmpty { policy.skipped.formUnion(known.subtracting(only)) }
    for setting in levels { policy.levels[setting.rule] = setting.level }
    for case .lowered(let rule, let severity) in policy.faults(in: policy.levels) {
      throw UsageError.loweredLevel(rule.rawValue, of: "'--level'", from: severity)
    }
    return policy
  }

  private static func rules(_ words: [String]) -> [RuleID] {
    words.flatMap { $0.split(separator: ",") }.map { RuleID(rawValue: String($0)) }
  }
}

/// Which findings are printed: `--severity`, `--notes` and `--quiet`. Hidden findings still count for the exit code.
struct FindingDisplay {
  private static let severity = Option.value(
    "--severity", "SEVERITY", .oneOf(Severity.allCases.reversed().map(\.rawValue)),
    "print findings of this severity and above: error, warning or note; warning by default")
  private static let notes = Option.flag("--notes", "print notes too, as `--severity note` does")
  private static let quiet = Option.flag("--quiet", "print findings only, without counts and summary")
  static let options = [severity, notes, quiet]

  let minimum: Severity
  let isQuiet: Bool

  init(_ words: ArgumentParser) throws {
    isQuiet = words.has(Self.quiet)
    guard let word = words.value(of: Self.severity) else {
      minimum = words.has(Self.notes) ? .note : .warning
      return
    }
    guard let severity = Severity(rawValue: word) else {
      throw UsageError.badSeverity(word, known: Severity.allCases.reversed().map(\.rawValue))
    }
    minimum = severity
  }
}
