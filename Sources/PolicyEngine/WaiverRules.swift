import TerraformModel

extension RuleDescription {
  /// What the engine itself asks: of waivers, and of the baseline. These cannot be waived. Their examples are stacks of
  /// resources that the engine knows nothing of, and come with the rules.
  public static let engineRules: [RuleDescription] = [
    .waiverExpired, .waiverUnused, .waiverMalformed, .waiverTooLong, .waiverRefused, Baseline.staleEntry,
  ]
}

extension RuleDescription {
  static let waiverExpired = RuleDescription(
    id: "waiver-expired",
    title: "No waiver is past its last day",
    rationale: "After its last day a waiver no longer applies, and its findings are reported again. Ask its owner.",
    sources: ["US10"], severity: .warning, isWaivable: false,
    good: [], bad: [])

  static let waiverUnused = RuleDescription(
    id: "waiver-unused",
    title: "Every waiver matches a finding",
    rationale: "A waiver that is no longer needed hides the same mistake if it is made again.",
    sources: ["US10"], severity: .warning, isWaivable: false,
    good: [], bad: [])

  static let waiverMalformed = RuleDescription(
    id: "waiver-malformed",
    title: "Every waiver has a reason, an owner and a last day",
    rationale: "Without them a reader cannot know later whether the waiver may be removed, or whom to ask.",
    sources: ["US10"], isWaivable: false,
    terraformFix: "set `rule`, `address`, `reason` and `owner`, and `until` to a day as yyyy-mm-dd",
    good: [], bad: [])

  static let waiverTooLong = RuleDescription(
    id: "waiver-too-long",
    title: "No waiver lasts longer than the policy allows",
    rationale: "A waiver without an end disables the rule for that resource indefinitely, without review.",
    sources: ["US10"], isWaivable: false,
    terraformFix: "set `until` to an earlier day",
    good: [], bad: [])

  static let waiverRefused = RuleDescription(
    id: "waiver-refused",
    title: "No waiver is for a rule that cannot be waived",
    rationale: "A finding of such a rule would fail the apply or be lost silently, whether or not it is waived.",
    sources: ["US10"], isWaivable: false,
    good: [], bad: [])
}
