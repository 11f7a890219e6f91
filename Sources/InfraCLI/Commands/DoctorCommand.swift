import InfraModel

/// Checks required tools and files, and prints a fix for each problem.
struct DoctorCommand: Command {
  static let name = "doctor"
  static let summary = "check required tools and files, and suggest fixes"
  static let options = [SynthCommand.outOption]
  static let details = """
    Checks Swift, Terraform or OpenTofu, the provider and its lock files, the stacks, the committed out/, CI, and
    .gitignore. Changes nothing.

    Exit codes:
      0  no problems
      1  problems
    """
  static let examples = [Example("doctor", "on a new machine, or when something does not work")]

  let out: String

  init(_ words: inout ArgumentParser) throws {
    out = outFolder(words.value(of: SynthCommand.outOption))
  }

  func run(in program: Program) throws -> Outcome {
    var words = try ArgumentParser(["--check", "--out", out], of: SynthCommand.name, options: SynthCommand.options)
    let stacks = try Selection(words).declared(in: program)
    let synth = try SynthCommand(&words).run(in: program)
    let environment = ProbedEnvironment(in: program.workingDirectory, out: out)
    let needs = stacks.map(\.oldestTerraform).max() ?? .oldest
    let diagnoses =
      try environment.diagnoses(needs: needs, curedBy: program.name)
      + [provider(of: stacks)] + InfraCLI.diagnoses(of: lockedFolders(of: stacks, in: program.workingDirectory))
      + [report(on: synth, curedBy: program.name)]
    let ill = diagnoses.count { $0.cure != nil }
    let rows = diagnoses.map { [$0.cure == nil ? "ok" : "fail", $0.subject, $0.observation] }
    let cures = diagnoses.compactMap { diagnosis in diagnosis.cure.map { "\(diagnosis.subject): \($0)\n" } }
    return Outcome(
      output: table(rows) + cures.joined(), log: ill == 0 ? "no problems\n" : "\(counted(ill, "problem"))\n",
      code: ill == 0 ? .success : .findings)
  }

  private func provider(of stacks: [DeclaredStack]) -> Diagnosis {
    let constraints = Set(stacks.map(\.providerConstraint)).sorted()
    return .well("provider", "hashicorp/aws \(constraints.joined(separator: " and "))")
  }

  /// The written configurations, in the order of the stacks.
  private func lockedFolders(of stacks: [DeclaredStack], in directory: String) throws -> [LockedFolder] {
    let written = try readOut(at: out) { try Set($0.written()) }
    return try stacks.filter { written.contains($0.identity) }.map { stack in
      try LockedFolder(
        "\(out)/\(stack.identity)", constraint: stack.providerConstraint, in: directory)
    }
  }

  private func report(on synth: Outcome, curedBy run: ProgramName) -> Diagnosis {
    switch synth.code {
    case .success: .well("\(out)/", "is up to date, and the stacks have no errors")
    case .differences:
      .ill("\(out)/", "is not up to date", cure: "run `\(run("synth"))`, and commit what it writes")
    default: .ill("stacks", "have errors", cure: "run `\(run("check"))`, which prints each error with its fix")
    }
  }
}
