import InfraModel

/// `RULE=LEVEL`
struct LevelSetting {
  let rule: RuleID
  let level: RuleLevel

  init(_ word: String) throws {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let level = RuleLevel(rawValue: parts[1]) else {
      throw UsageError.badLevel(word, known: RuleLevel.allCases.map(\.rawValue))
    }
    rule = RuleID(rawValue: parts[0])
    self.level = level
  }
}
