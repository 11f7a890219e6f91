import InfraModel
import TFEmit

/// Checks existing Terraform plans and states against the same rules.
struct AuditCommand: Command {
  static let name = "audit"
  static let summary = "check Terraform plans and states against the same rules"
  static let operands = [Operand.several("PLAN", .file)]
  static let details = """
    PLAN is what `terraform show -json` writes of a plan or a state, or - for standard input. A waiver accepts a finding
    until its last day. The file of --waivers has a list of them, and the output shows one for a finding:

      {"schemaVersion": 1, "waivers": [{"rule": "queue-alarm", "address": "aws_sqs_queue.jobs",
        "reason": "being retired", "owner": "shop", "until": "2027-01-31"}]}

    Exit codes:
      0   no errors; with --strict, no warnings either, and no rule undetermined that could be an error
      1   errors; with --strict, warnings or such a rule
      3   a PLAN is not valid, is incomplete or has no AWS resource
      65  the file of --waivers or --baseline is not valid, or the folder of --source has no .tf file
      74  a file cannot be read
    """
  static let examples = [
    Example("audit plan.json", "a plan: `terraform show -json tfplan > plan.json`"),
    Example("audit --source . plan.json", "with the file and line of each resource block"),
    Example("audit --format sarif prod.json dev.json", "several at once, for code scanning"),
    Example("audit --level lambda-p95-alarm=note plan.json", "with another severity for one rule"),
  ]

  private static let formats: [Format] = [.text, .json, .sarif, .junit, .github]
  private static let strict = Option.flag("--strict", "treat warnings as errors")
  private static let sources = Option.value(
    "--source", "DIR", .folder, "find the file and line of each resource block below DIR")
  private static let waivers = Option.value(
    "--waivers", "FILE", .file, "ignore findings with a waiver in FILE, by address")
  private static let knownFindings = Option.value(
    "--baseline", "FILE", .file, "ignore findings listed in FILE; warn about entries that no longer occur")
  private static let findingsToKnow = Option.value(
    "--write-baseline", "FILE", .file, "write the current findings to FILE")
  private static let verbose = Option.flag(
    "--verbose", "also list the rules that were not evaluated or not applicable, with the reason")
  static let options =
    [Format.option(formats), strict] + RuleChoice.options + FindingDisplay.options
    + [verbose, sources, waivers, knownFindings, findingsToKnow]

  let paths: [String]
  let format: Format
  let isStrict: Bool
  let rules: RuleChoice
  let display: FindingDisplay
  let isVerbose: Bool
  let source: String?
  let waivers: String?
  let baseline: String?
  let newBaseline: String?

  init(_ words: inout ArgumentParser) throws {
    format = try Format(words, among: Self.formats)
    isStrict = words.has(Self.strict)
    rules = try RuleChoice(words)
    display = try FindingDisplay(words)
    isVerbose = words.has(Self.verbose)
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
    func reports() -> PolicyReports {
      PolicyReports(
        policy.reports(on: plans.map(\.stack), asking: program.asking), policy: policy, workingDirectory: directory,
        isAudit: true)
    }
    var log = ""
    if let newBaseline {
      let entries = reports().identities
      _ = try write([baselineFile(entries, at: newBaseline)])
      log = "\(newBaseline) has \(counted(entries.count, "finding"))\n"
    }
    if let baseline = newBaseline ?? baseline { policy.baseline = try readBaseline(baseline, in: directory) }
    let all = reports()
    let addresses = Set(plans.flatMap { $0.stack.declarations.map(\.address) })
    let notes = AuditNotes(
      plans: plans, reports: all,
      unasked: program.rules.compactMap { AuditNotes.AuditExclusion($0.description) },
      strangers: file?.strangers(among: addresses) ?? [])
    let passes = all.passes(strictly: isStrict)
    return Outcome(
      annotations: format == .github ? findingsGitHub(all) : WorkflowCommands(),
      output: report(all, notes, of: plans, passes: passes, from: program.name), log: log,
      code: passes ? (notes.isWhole ? .success : .nothingExamined) : .findings)
  }

  private func policy(of program: Program) throws -> Policy {
    var policy = try rules.applied(to: program.policy())
    policy.skipped.formUnion(program.rules.map { $0.description }.filter { $0.reasonNotAudited != nil }.map(\.id))
    return policy
  }

  private func report(
    _ reports: PolicyReports, _ notes: AuditNotes, of plans: [AuditedPlan], passes: Bool, from run: ProgramName
  ) -> String {
    let again = run("audit \(paths.map(shellWord).joined(separator: " "))")
    let next: String? =
      if !passes {
        "fix them, plan again, then \(again)"
      } else if !notes.isWhole {
        "a complete plan, then \(again)"
      } else {
        // Nothing is recommended while it is undetermined whether there are findings.
        // A state has been applied already.
        reports.undetermined.isEmpty && plans.allSatisfy { $0.plan.kind == .plan } ? "terraform apply" : nil
      }
    return switch format {
    case .json: findingsJSON(reports, besides: notes.members)
    case .sarif: findingsSARIF(reports)
    case .junit: findingsJUnit(reports)
    case .github: notes.text(isVerbose: isVerbose) + reports.summary(next: next)
    case .text, .markdown, .mermaid, .dot, .svg, .script:
      findingsText(reports, shown: display)
        + (display.isQuiet
          ? ""
          : (waivers == nil ? notes.waiverLine.map { "\($0)\n" } ?? "" : "") + notes.text(isVerbose: isVerbose)
            + reports.summary(next: next, printing: display.minimum))
    }
  }
}
