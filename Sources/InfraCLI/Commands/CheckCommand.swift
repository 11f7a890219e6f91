import InfraModel

/// Checks stacks against the rules; writes nothing except a baseline.
struct CheckCommand: Command {
  static let name = "check"
  static let summary = "check the stacks against the rules, without writing"
  static let details = """
    A waiver accepts a finding at the resource's declaration: `waiving: [Waiver(…)]`, which the output shows for each.

    Exit codes:
      0   no errors; with --strict, no warnings either, and no rule undetermined that could be an error
      1   errors; with --strict, warnings or such a rule
      3   a stack has no resources
      65  the file of --baseline is not valid
      74  a file cannot be read or written
    """
  static let examples = [
    Example("check", "every stack in every environment"),
    Example("check --stack sentiment-analyzer --env dev", "one environment of one stack"),
    Example("check --format sarif > infra-gen.sarif", "for code scanning"),
    Example("check --baseline baseline.json --strict", "what is new since the baseline, warnings included"),
    Example("check --rules lambda-error-alarm,alarm-has-action", "two rules only"),
  ]

  private static let formats: [Format] = [.text, .json, .sarif, .junit, .github]
  private static let strict = Option.flag("--strict", "treat warnings as errors")
  private static let knownFindings = Option.value(
    "--baseline", "FILE", .file, "ignore findings listed in FILE; warn about entries that no longer occur")
  private static let findingsToKnow = Option.value(
    "--write-baseline", "FILE", .file, "write the current findings to FILE")
  static let options =
    Selection.options + [Format.option(formats), strict] + RuleChoice.options + FindingDisplay.options
    + [knownFindings, findingsToKnow]

  let selection: Selection
  let format: Format
  let isStrict: Bool
  let rules: RuleChoice
  let display: FindingDisplay
  let baseline: String?
  let newBaseline: String?

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: Self.formats)
    isStrict = words.has(Self.strict)
    rules = try RuleChoice(words)
    display = try FindingDisplay(words)
    baseline = words.value(of: Self.knownFindings)
    newBaseline = words.value(of: Self.findingsToKnow)
    if newBaseline != nil, !selection.isEverything || !rules.isEverything { throw UsageError.partialBaseline }
  }

  func run(in program: Program) throws -> Outcome {
    let (written, log) = try writeBaseline(in: program)
    let known = try written ?? baseline.map { try readBaseline($0, in: program.workingDirectory) }
    let reports = try PolicyReports(of: selection, in: program, choosing: rules, baseline: known)
    let passes = reports.passes(strictly: isStrict)
    let next = passes ? program.name("synth") : "fix them, then \(program.name("check"))"
    return Outcome(
      annotations: format == .github ? findingsGitHub(reports) : WorkflowCommands(),
      output: report(reports, next: next), log: log, code: passes ? .success : .findings)
  }

  private func writeBaseline(in program: Program) throws -> (Baseline?, log: String) {
    guard let newBaseline else { return (nil, "") }
    let entries = try PolicyReports(of: selection, in: program).identities
    _ = try write([baselineFile(entries, at: newBaseline)])
    return (
      try readBaseline(newBaseline, in: program.workingDirectory),
      "\(newBaseline) has \(counted(entries.count, "finding"))\n"
    )
  }

  private func report(_ reports: PolicyReports, next: String) -> String {
    switch format {
    case .json: findingsJSON(reports)
    case .sarif: findingsSARIF(reports)
    case .junit: findingsJUnit(reports)
    case .github: reports.summary(next: next)
    case .text, .markdown, .mermaid, .dot, .svg, .script:
      findingsText(reports, shown: display)
        + (display.isQuiet ? "" : reports.summary(next: next, printing: display.minimum))
    }
  }
}
