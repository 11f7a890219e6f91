import InfraModel
import TFEmit

/// What a command shows: the selected stacks, alone or compared with out/ at a Git revision, or plans.
struct StacksOrPlans {
  static let operands = [Operand(placeholder: "PLAN", values: .file, isOptional: true, isRepeatable: true)]

  /// How a command describes the options of the comparison.
  struct Comparison {
    let revision: Option
    let failing: Option

    init(against revision: String, failingOnLoss failing: String) {
      self.revision = .value("--against", "REV", .anything, revision)
      self.failing = .flag("--fail-on-loss", failing)
    }

    var options: [Option] { ofStacks + [failing] }

    /// Those that do not apply to plans.
    fileprivate var ofStacks: [Option] { Selection.options + [SynthCommand.outOption, revision] }
  }

  let selection: Selection
  /// The plans; the stacks are meant where there are none.
  let paths: [String]
  let out: String
  let against: String?
  let failsOnLoss: Bool

  init(_ words: inout ArgumentParser, _ comparison: Comparison) throws {
    selection = Selection(words)
    out = outFolder(words.value(of: SynthCommand.outOption))
    against = words.value(of: comparison.revision)
    failsOnLoss = words.has(comparison.failing)
    paths = words.all()
    if !paths.isEmpty, let option = comparison.ofStacks.first(where: { words.has($0) }) {
      throw UsageError.notOfPlans(option.name)
    }
    if failsOnLoss, against == nil {
      throw UsageError.needsOption(comparison.failing.name, comparison.revision.name)
    }
  }

  /// The stacks of the plans.
  func planned(in program: Program) throws -> [DeclaredStack] {
    try AuditedPlan.all(at: paths, source: nil, waivers: nil, in: program.workingDirectory).map(\.stack)
  }

  /// A stack as it was written to out/.
  func stack(_ identity: StackIdentity, of past: PastFolder) throws -> DeclaredStack {
    let path = "\(out)/\(identity)/\(GeneratedFolder.configurationName)"
    let place = SourceLocation(fileID: path, path: path, line: 1, column: 1)
    return try configuration(past.sources(identity), of: identity).stack(identity, at: place)
  }
}
