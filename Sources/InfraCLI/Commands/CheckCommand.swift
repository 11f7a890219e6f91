import InfraModel

/// Holds stacks to the rules and writes nothing but a baseline.
struct CheckCommand: Command {
  static let name = "check"
  static let summary = "hold the stacks to the rules, and write nothing"
  static let details = """
    Exit code 0 where no error stands, 1 where one does, 3 where there is nothing to examine.
    """
  static let examples = [
    Example("check", "every stack in every environment"),
    Example("check --stack sentiment-analyzer --env dev", "one environment of one stack"),
    Example("check --format sarif > infra-gen.sarif", "for code scanning"),
    Example("check --baseline baseline.json --strict", "what is new since the baseline, warnings included"),
  ]

  private static let formats: [Format] = [.text, .json, .sarif, .junit, .github]
  private static let strict = Option.flag("--strict", "take warnings for errors")
  private static let knownFindings = Option.value(
    "--baseline", "FILE", .file, "let pass what FILE knows, and warn of what it should forget")
  private static let findingsToKnow = Option.value(
    "--write-baseline", "FILE", .file, "make FILE know every error and warning there is now")
  static let options = Selection.options + [Format.option(formats), strict, knownFindings, findingsToKnow]

  let selection: Selection
  let format: Format
  let isStrict: Bool
  let baseline: String?
  let newBaseline: String?

  init(_ words: inout Words) throws {
    selection = Selection(words)
    format = try Format(words, among: Self.formats)
    isStrict = words.has(Self.strict)
    baseline = words.value(of: Self.knownFindings)
    newBaseline = words.value(of: Self.findingsToKnow)
    if newBaseline != nil, !selection.isEverything { throw UsageError.partialBaseline }
  }

  func run(in program: Program) throws -> Outcome {
    let (written, log) = try writeBaseline(in: program)
    let known = try written ?? baseline.map { try readBaseline($0, in: program.workingDirectory) }
    let verdicts = try Verdicts(of: selection, in: program, baseline: known)
    let passes = verdicts.passes(strictly: isStrict)
    let next = passes ? program.name("synth") : "mend them, then \(program.name("check"))"
    return Outcome(
      annotations: format == .github ? findingsGitHub(verdicts) : WorkflowCommands(),
      output: report(verdicts, next: next), log: log, code: passes ? .success : .findings)
  }

  private func writeBaseline(in program: Program) throws -> (Baseline?, log: String) {
    guard let newBaseline else { return (nil, "") }
    let entries = try Verdicts(of: selection, in: program).identities
    _ = try write([baselineFile(entries, at: newBaseline)])
    return (
      try readBaseline(newBaseline, in: program.workingDirectory),
      "\(newBaseline) knows \(counted(entries.count, "finding"))\n"
    )
  }

  private func report(_ verdicts: Verdicts, next: String) -> String {
    switch format {
    case .json: findingsJSON(verdicts)
    case .sarif: findingsSARIF(verdicts)
    case .junit: findingsJUnit(verdicts)
    case .github: verdicts.summary(next: next)
    case .text, .markdown, .mermaid, .dot, .svg: findingsText(verdicts) + verdicts.summary(next: next)
    }
  }
}
