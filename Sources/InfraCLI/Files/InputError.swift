/// Input that infra-gen cannot use.
enum InputError: Error {
  /// A stack declares nothing in any selected environment.
  case emptyStack(String)
  case badBaseline(path: String, reason: String)
  case badManifest(path: String)
  case badJournal(path: String)
  case badConfiguration(path: String, reason: String)
  case badRevision(String, reason: String)
  case badWaivers(path: String, reason: String)
  case badPlan(path: String, reason: String)
  case badLoad(path: String, reason: String)
  case badImport(path: String, reason: String)
  /// A folder without Terraform files.
  case emptySource(path: String)
  /// A plan without AWS resources, with the number of resources of other providers, and of those that it destroys.
  case emptyPlan(path: String, foreign: Int, destroyed: Int)
}

extension InputError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .emptyStack(let name):
      "stack '\(name)' declares no resource in any selected environment, so nothing was examined; "
        + "add resources in its `declare(in:)`, or remove it from `stacks`"
    case .badBaseline(let path, let reason):
      "'\(path)' is not a baseline: \(reason); the same command with '--write-baseline' writes one"
    case .badManifest(let path):
      "'\(path)' is not a manifest that infra-gen wrote; nothing was changed; undo the edit, or run "
        + "`\(run("synth --overwrite \(shellWord(path))"))`"
    case .badJournal(let path):
      "'\(path)' is not a journal that infra-gen wrote; nothing was changed; remove its folder if no infra-gen is "
        + "running, and run `\(run("synth"))` again"
    case .badConfiguration(let path, let reason):
      "'\(path)' as written before is not Terraform JSON, so it cannot be compared: \(reason)"
    case .badRevision(let revision, let reason):
      "git cannot read out/ at revision '\(revision)': \(reason)"
    case .badWaivers(let path, let reason):
      "'\(path)' is not a file of waivers: \(reason)"
    case .emptySource(let path):
      "there is no .tf, .tofu or .tf.json below '\(path)'; give '--source' the folder that "
        + "terraform planned"
    case .badPlan(let path, let reason):
      "cannot audit '\(path)': \(reason)"
    case .badLoad(let path, let reason):
      "'\(path)' is not a file of expected load: \(reason)"
    case .badImport(let path, let reason):
      "cannot import '\(path)': \(reason); nothing was written"
    case .emptyPlan(let path, let foreign, let destroyed):
      "'\(path)' has no AWS resource\(others(foreign: foreign, destroyed: destroyed)), "
        + "so nothing was examined; this does not mean that there are no problems"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .emptyStack, .badPlan, .emptyPlan: .nothingExamined
    case .badBaseline, .badWaivers, .badLoad, .emptySource, .badManifest, .badJournal, .badConfiguration, .badRevision,
      .badImport:
      .badInput
    }
  }
}

/// What a plan without AWS resources has instead.
private func others(foreign: Int, destroyed: Int) -> String {
  let parts = [
    destroyed > 0 ? "\(counted(destroyed, "resource")) that it destroys" : nil,
    foreign > 0 ? "\(counted(foreign, "resource")) of other providers" : nil,
  ].compactMap(\.self)
  return parts.isEmpty ? "" : ", only \(parts.joined(separator: " and "))"
}
