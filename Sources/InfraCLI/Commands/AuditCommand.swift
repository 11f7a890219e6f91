import InfraModel

/// Holds Terraform that nobody wrote in Swift to the same rules.
struct AuditCommand: Command {
  static let name = "audit"
  static let summary = "hold plans and states of terraform to the same rules"
  static let operands = [Operand.several("PLAN", .file)]
  static let details = """
    PLAN is what `terraform show -json` writes of a plan or a state, or - for standard input.
    Exit code 0 where no error stands, 1 where one does, 3 where a plan cannot be read or has no AWS resource.
    """
  static let examples = [
    Example("audit plan.json", "a plan: `terraform show -json tfplan > plan.json`"),
    Example("audit --source . plan.json", "with the file and line of each resource block"),
    Example("audit --format sarif prod.json dev.json", "several at once, for code scanning"),
    Example("audit --level lambda-p95-alarm=note plan.json", "with another view of what matters"),
  ]

  private static let formats: [Format] = [.text, .json, .sarif, .junit, .github]
  private static let strict = Option.flag("--strict", "take warnings for errors")
  private static let only = Option.value("--rules", "RULES", .rule, "ask only these, separated by commas")
  private static let skipped = Option.value("--skip", "RULES", .rule, "do not ask these, separated by commas")
  private static let levels = Option.value(
    "--level", "RULE=LEVEL", .anything, "take a rule for error, warning, note or off; may be given several times")
  private static let sources = Option.value(
    "--source", "DIR", .folder, "find the file and line of each resource block below DIR")
  private static let waivers = Option.value(
    "--waivers", "FILE", .file, "let pass what FILE has waivers for, by address")
  private static let knownFindings = Option.value(
    "--baseline", "FILE", .file, "let pass what FILE knows, and warn of what it should forget")
  private static let findingsToKnow = Option.value(
    "--write-baseline", "FILE", .file, "make FILE know every error and warning there is now")
  static let options = [
    Format.option(formats), strict, only, skipped, levels, sources, waivers, knownFindings, findingsToKnow,
  ]

  let paths: [String]
  let format: Format
  let isStrict: Bool
  let only: [RuleID]
  let skipped: [RuleID]
  let levels: [LevelSetting]
  let source: String?
  let waivers: String?
  let baseline: String?
  let newBaseline: String?

  init(_ words: inout Words) throws {
    format = try Format(words, among: Self.formats)
    isStrict = words.has(Self.strict)
    only = rules(words.values(of: Self.only))
    skipped = rules(words.values(of: Self.skipped))
    levels = try words.values(of: Self.levels).map { try LevelSetting($0) }
    source = words.value(of: Self.sources)
    waivers = words.value(of: Self.waivers)
    baseline = words.value(of: Self.knownFindings)
    newBaseline = words.value(of: Self.findingsToKnow)
    paths = words.all()
    guard !paths.isEmpty else { throw UsageError.missingOperand("PLAN", command: Self.name) }
  }

  func run(in program: Program) throws -> Outcome {
    let directory = program.workingDirectory
    let source = try source.map { try TerraformSource($0, in: directory) }
    let file = try waivers.map { try WaiverFile($0) }
    let plans = try AuditedPlan.all(at: paths, source: source, waivers: file, in: directory) {
      program.progress?.step("reading \($0)")
    }
    return try outcome(of: plans, letting: file, in: program)
  }

  /// What is said of plans that were read.
  func outcome(of plans: [AuditedPlan], letting file: WaiverFile?, in program: Program) throws -> Outcome {
    let directory = program.workingDirectory
    var policy = try policy(of: program)
    func verdicts() -> Verdicts {
      Verdicts(
        policy.verdicts(on: plans.map(\.stack), asking: program.asking), policy: policy, workingDirectory: directory,
        isAudit: true)
    }
    var log = ""
    if let newBaseline {
      let entries = verdicts().identities
      _ = try write([baselineFile(entries, at: newBaseline)])
      log = "\(newBaseline) knows \(counted(entries.count, "finding"))\n"
    }
    if let baseline = newBaseline ?? baseline { policy.baseline = try readBaseline(baseline, in: directory) }
    let all = verdicts()
    let addresses = Set(plans.flatMap { $0.stack.declarations.map(\.address) })
    let notes = AuditNotes(
      plans: plans, verdicts: all,
      unasked: program.rules.compactMap { AuditNotes.UnaskedRule($0.description) },
      strangers: file?.strangers(among: addresses) ?? [])
    let passes = all.passes(strictly: isStrict)
    return Outcome(
      annotations: format == .github ? findingsGitHub(all) : WorkflowCommands(),
      output: report(all, notes, passes: passes, from: program.name), log: log, code: passes ? .success : .findings)
  }

  private func policy(of program: Program) throws -> Policy {
    let known = program.policy().descriptions
    for rule in only + skipped + levels.map(\.rule) where !known.contains(where: { $0.id == rule }) {
      throw UsageError.unknownRule(rule.rawValue, known: known.map(\.id.rawValue))
    }
    var policy = program.policy()
    policy.rules = program.rules.filter { rule in
      let description = rule.description
      return description.reasonNotAudited == nil && !skipped.contains(description.id)
        && (only.isEmpty || only.contains(description.id))
    }
    for setting in levels { policy.levels[setting.rule] = setting.level }
    for case .lowered(let rule, let severity) in policy.faults(in: policy.levels) {
      throw UsageError.loweredLevel(rule.rawValue, of: "'--level'", from: severity)
    }
    return policy
  }

  private func report(_ verdicts: Verdicts, _ notes: AuditNotes, passes: Bool, from run: ProgramName) -> String {
    let again = run("audit \(paths.map(shellWord).joined(separator: " "))")
    let next = passes ? "terraform apply" : "mend them, plan again, then \(again)"
    return switch format {
    case .json: findingsJSON(verdicts, besides: notes.members)
    case .sarif: findingsSARIF(verdicts)
    case .junit: findingsJUnit(verdicts)
    case .github: notes.text + verdicts.summary(next: next)
    case .text, .markdown, .mermaid, .dot, .svg: findingsText(verdicts) + notes.text + verdicts.summary(next: next)
    }
  }
}

private func rules(_ words: [String]) -> [RuleID] {
  words.flatMap { $0.split(separator: ",") }.map { RuleID(rawValue: String($0)) }
}
