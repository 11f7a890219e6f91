import InfraModel

/// Whether all is there that stacks need, each with its cure.
struct DoctorCommand: Command {
  static let name = "doctor"
  static let summary = "look whether all is there that stacks need, and say what to do where it is not"
  static let options = [SynthCommand.outOption]
  static let details = """
    It looks at Swift, Terraform or OpenTofu, the provider and its lock files, the stacks, what is committed in out/, CI,
    and .gitignore.
    Nothing is changed. Exit code 1 where something is to be done.
    """
  static let examples = [Example("doctor", "on a new machine, or when something is odd")]

  let out: String

  init(_ words: inout Words) throws {
    out = outFolder(words.value(of: SynthCommand.outOption))
  }

  func run(in program: Program) throws -> Outcome {
    var words = try Words(["--check", "--out", out], of: SynthCommand.name, options: SynthCommand.options)
    let stacks = try Selection(words).declared(in: program)
    let synth = try SynthCommand(&words).run(in: program)
    let surroundings = Surroundings(in: program.workingDirectory, out: out)
    let needs = stacks.map(\.versions.terraform).max() ?? .oldest
    let diagnoses =
      try surroundings.diagnoses(needs: needs, curedBy: program.name)
      + [provider(of: stacks)] + InfraCLI.diagnoses(of: lockedFolders(of: stacks, in: program.workingDirectory))
      + [verdict(on: synth, curedBy: program.name)]
    let ill = diagnoses.count { $0.cure != nil }
    let rows = diagnoses.map { [$0.cure == nil ? "well" : "ill", $0.subject, $0.observation] }
    let cures = diagnoses.compactMap { diagnosis in diagnosis.cure.map { "\(diagnosis.subject): \($0)\n" } }
    return Outcome(
      output: table(rows) + cures.joined(), log: ill == 0 ? "all is well\n" : "\(counted(ill, "thing")) to be done\n",
      code: ill == 0 ? .success : .findings)
  }

  private func provider(of stacks: [DeclaredStack]) -> Diagnosis {
    let constraints = Set(stacks.map(\.providerConstraint)).sorted()
    return .well("provider", "hashicorp/aws \(constraints.joined(separator: " and "))")
  }

  /// What was written of the stacks, in the order of the stacks.
  private func lockedFolders(of stacks: [DeclaredStack], in directory: String) throws -> [LockedFolder] {
    let written = try readOut(at: out) { try Set($0.written()) }
    return try stacks.filter { written.contains($0.identity) }.map { stack in
      try LockedFolder(
        "\(out)/\(stack.identity)", constraint: stack.providerConstraint, in: directory)
    }
  }

  private func verdict(on synth: Outcome, curedBy run: ProgramName) -> Diagnosis {
    switch synth.code {
    case .success: .well("\(out)/", "is what the stacks say, and no error stands against them")
    case .differences:
      .ill("\(out)/", "is not what the stacks say", cure: "run `\(run("synth"))`, and commit what it writes")
    default: .ill("stacks", "an error stands", cure: "run `\(run("check"))`, which says each with its fix")
    }
  }
}
