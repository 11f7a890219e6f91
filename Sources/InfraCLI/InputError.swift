/// What we were given to work on and cannot use.
enum InputError: Error {
  /// A stack declares nothing in any environment that was asked for.
  case emptyStack(String)
  case badBaseline(path: String, reason: String)
  case badManifest(path: String)
  case badJournal(path: String)
  case badConfiguration(path: String, reason: String)
  case badRevision(String, reason: String)
  case badWaivers(path: String, reason: String)
  case badPlan(path: String, reason: String)
  /// A folder in which nobody declares anything.
  case emptySource(path: String)
  /// A plan without anything of AWS, but so many resources of other providers.
  case emptyPlan(path: String, foreign: Int)
}

extension InputError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .emptyStack(let name):
      "stack '\(name)' declares no resource in any environment that was asked for, so nothing was examined; "
        + "add resources in its `declare(in:)`, or take it out of `stacks`"
    case .badBaseline(let path, let reason):
      "'\(path)' is no baseline: \(reason); the same command with '--write-baseline' writes one"
    case .badManifest(let path):
      "'\(path)' is no manifest of infra-gen's; nothing was changed; take back what was done to it, or say "
        + "`\(run("synth --overwrite \(shellWord(path))"))`"
    case .badJournal(let path):
      "'\(path)' is no journal of infra-gen's; nothing was changed; remove its folder if no infra-gen is running, and "
        + "run `\(run("synth"))` again"
    case .badConfiguration(let path, let reason):
      "'\(path)' as it was written before is no Terraform JSON, so it cannot be compared: \(reason)"
    case .badRevision(let revision, let reason):
      "git cannot say what was written at '\(revision)': \(reason)"
    case .badWaivers(let path, let reason):
      "'\(path)' holds no waivers: \(reason)"
    case .emptySource(let path):
      "there is no .tf, .tofu or .tf.json below '\(path)'; give '--source' the folder that "
        + "terraform planned"
    case .badPlan(let path, let reason):
      "cannot audit '\(path)': \(reason)"
    case .emptyPlan(let path, let foreign):
      "'\(path)' has no AWS resource\(foreign > 0 ? ", only \(counted(foreign, "resource")) of other providers" : ""), "
        + "so nothing was examined; that is not the same as nothing being wrong"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .emptyStack, .badPlan, .emptyPlan: .nothingExamined
    case .badBaseline, .badWaivers, .emptySource, .badManifest, .badJournal, .badConfiguration, .badRevision: .badInput
    }
  }
}
