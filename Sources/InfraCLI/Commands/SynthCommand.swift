import InfraModel
import TFEmit

/// Writes Terraform JSON for stacks without errors.
struct SynthCommand: Command {
  static let name = "synth"
  static let summary = "check the stacks, then write out/<stack>/<environment>/*.tf.json"
  static let outOption = Option.value("--out", "DIR", .folder, "the folder of the generated Terraform; out/ by default")
  private static let checkOption = Option.flag(
    "--check", "write nothing, and exit with 2 if anything would be written")
  private static let strict = Option.flag("--strict", "treat warnings as errors")
  private static let overwriteOption = Option.value(
    "--overwrite", "FILE", .file, "replace FILE although it was edited by hand; can be repeated")
  static let options = Selection.options + [outOption, checkOption, strict, overwriteOption]
  static let details = """
    All files change or none. Exit codes:
      0       out/ is up to date
      1       nothing written: errors, or Terraform would destroy stored data or a renamed resource. The message shows
              how to allow it.
      2       with --check: something would be written
      3       nothing written: a stack has no resources
      73, 74  nothing written: a file was edited by hand (--overwrite replaces it), or a file cannot be written

    Without --stack and --env, files of stacks and environments that the program no longer has are removed.
    """
  static let examples = [
    Example("synth", "every stack in every environment"),
    Example("synth --stack lego-api --env dev", "one environment of one stack"),
    Example("synth --check", "for CI: is the committed out/ up to date?"),
  ]

  let selection: Selection
  let out: String
  let isCheck: Bool
  let isStrict: Bool
  let overwriting: Set<String>

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    out = outFolder(words.value(of: Self.outOption))
    isCheck = words.has(Self.checkOption)
    isStrict = words.has(Self.strict)
    overwriting = Set(words.values(of: Self.overwriteOption))
  }

  func run(in program: Program) throws -> Outcome {
    let reports = try PolicyReports(of: selection, in: program)
    guard reports.passes(strictly: isStrict) else {
      let summary = reports.summary(next: "fix them; nothing was written", printing: .warning)
      return Outcome(log: findingsText(reports, atLeast: .warning) + summary, code: .findings)
    }
    let warnings = findingsText(reports, atLeast: .warning)
    do {
      return isCheck
        ? try readOut(at: out) { try check(reports, in: program, $0) } : try write(reports, in: program, warnings)
    } catch let error as SuccessionError {
      return Outcome(log: error.text + "nothing was written\n", code: .findings)
    }
  }

  private func write(_ reports: PolicyReports, in program: Program, _ warnings: String) throws -> Outcome {
    let generated = folders(of: reports, in: program)
    var gone: [StackIdentity] = []
    var idleWords = ""
    let plan = try writeOut(to: out) { out in
      gone = selection.isEverything ? try program.identitiesGone(from: out) : []
      let folders = generated + gone.map(GeneratedFolder.init(goneFrom:))
      let plan = try WritePlan(folders, in: out, overwriting: overwriting)
      guard plan.foreign.isEmpty else { return plan }
      let checks = try checks(reports, generated, in: out)
      let faults = faultsText(checks, relativeTo: reports.workingDirectory)
      if !faults.isEmpty { throw SuccessionError(text: faults) }
      // With only some environments selected, the others may still need it.
      if selection.isEverything {
        idleWords = idleWordsText(
          checks, of: reports.reports.map(\.stack), relativeTo: reports.workingDirectory)
      }
      return plan
    }
    let first = reports.reports.map(\.stack).inApplyOrder.first.map { "\(out)/\($0.identity)" } ?? out
    let next = "cd \(first) && terraform init && terraform plan -out=tfplan, then terraform apply tfplan"
    let removed = plan.removals.isEmpty ? "" : ", \(plan.removals.count) removed"
    return Outcome(
      output: plan.writes.map { "\($0.path)\n" }.joined(),
      log: warnings + idleWords
        + gone.map { "the program no longer has \($0): what Terraform applied there still exists\n" }.joined()
        + "\(counted(plan.writes.count, "file")) written\(removed), \(plan.unchanged) unchanged\n"
        + reports.summary(next: next, printing: .warning))
  }

  private func check(_ reports: PolicyReports, in program: Program, _ out: OutFolder) throws -> Outcome {
    let generated = folders(of: reports, in: program)
    let gone = selection.isEverything ? try program.identitiesGone(from: out) : []
    let folders = generated + gone.map(GeneratedFolder.init(goneFrom:))
    let plan = try WritePlan(folders, in: out)
    guard !plan.isEmpty else {
      let stacks = reports.reports.map(\.stack)
      let idleWords =
        selection.isEverything
        ? idleWordsText(stacks.map(DestructionCheck.init(unchanged:)), of: stacks, relativeTo: reports.workingDirectory)
        : ""
      return Outcome(log: idleWords + "\(out.path) is up to date: \(counted(plan.unchanged, "file"))\n")
    }
    let files =
      plan.writes.map { "\($0.path) is not up to date\n" }
      + plan.removals.map { "\($0) belongs to no stack\n" }
      + plan.foreign.map { "\($0) was edited by hand\n" }
    // A file that was edited by hand may no longer be JSON.
    let changes = (try? changesText(InfraCLI.changes(from: out.sources, to: folders))) ?? ""
    return Outcome(
      output: changes, log: files.joined() + "run `\(program.name("synth"))` and commit what it writes\n",
      code: .differences)
  }

  private func folders(of reports: PolicyReports, in program: Program) -> [GeneratedFolder] {
    reports.reports.compactMap(\.validated).map { stack in
      program.progress?.step("rendering \(stack.stack.identity)")
      return GeneratedFolder(of: stack)
    }
  }

  private func checks(
    _ reports: PolicyReports, _ folders: [GeneratedFolder], in out: OutFolder
  ) throws -> [DestructionCheck] {
    lazy var committed = CommittedLedgers(of: out.path, in: reports.workingDirectory)
    return try zip(reports.reports.compactMap(\.validated?.stack), folders).map { stack, folder in
      guard try !isSame(out.configuration(of: folder.identity), folder.configuration) else {
        return DestructionCheck(unchanged: stack)
      }
      let old = try PreviousState(of: folder.identity, in: out, committed: committed)
      return try DestructionCheck(
        from: old, to: stack, written: { try configuration(folder.sources, of: folder.identity) })
    }
  }
}

/// Terraform would destroy resources without `allowDestruction`.
private struct SuccessionError: Error {
  let text: String
}

/// The folder that `--out` names, without a slash at its end.
func outFolder(_ path: String?) -> String {
  var path = path ?? "out"
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path.isEmpty ? "out" : path
}

extension Program {
  /// Files of stacks and environments that the program no longer has.
  func identitiesGone(from out: OutFolder) throws -> [StackIdentity] {
    try out.written().filter { !identities.contains($0) }
  }

  /// Every stack in every environment.
  var identities: Set<StackIdentity> {
    Set(stacks.flatMap { type in type.environmentNames.map { StackIdentity(stack: type.name, environment: $0) } })
  }
}
