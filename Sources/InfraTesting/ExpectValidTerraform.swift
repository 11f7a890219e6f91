import Foundation
public import InfraModel
import TFEmit
public import Testing

/// Expects that Terraform accepts the configuration of a stack: runs `init` without a backend, then `validate`. It
/// needs no AWS account.
///
/// Without terraform on the PATH the test passes and prints the reason; where the variable `CI` is set it fails,
/// because printed text in CI goes unread.
///
/// `terraform init` finds the provider as it does elsewhere on the machine; `TF_CLI_ARGS_init` and `TF_PLUGIN_CACHE_DIR`
/// are Terraform's own settings for it. Empty files replace the packages that a build produces
/// (`.zip(.file(…))`).
public func expectValidTerraform(
  _ stack: some Stack, rules: [any Rule.Type] = Policy.standardRules,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  guard let validated = validated(stack, by: rules, at: sourceLocation) else { return }
  guard try run("terraform", ["version"], in: FileManager.default.temporaryDirectory).succeeded else {
    let reason = "terraform, which validates '\(validated.stack.identity)', is not on the PATH"
    guard ProcessInfo.processInfo.environment["CI"] == nil else {
      Issue.record("\(reason)", sourceLocation: sourceLocation)
      return
    }
    print("skipped: \(reason)")
    return
  }
  let folder = FileManager.default.temporaryDirectory.appending(path: "infra-gen-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try write(validated, to: folder)
  for arguments in [["init", "-backend=false", "-input=false", "-no-color"], ["validate", "-no-color"]] {
    let outcome = try run("terraform", arguments, in: folder)
    guard outcome.succeeded else {
      Issue.record("terraform \(arguments[0]): \(outcome.output)", sourceLocation: sourceLocation)
      return
    }
  }
}

private func write(_ validated: ValidatedStack, to folder: URL) throws {
  let empty = validated.stack.packagesOfBuilds.map { GeneratedFile(path: $0, bytes: []) }
  for file in validated.files() + empty {
    let url = folder.appending(path: file.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
  }
}

extension DeclaredStack {
  /// The paths of packages that a build produces, below the configuration.
  fileprivate var packagesOfBuilds: [String] {
    declared(LambdaFunction.self).compactMap { function in
      guard case .zip(.file(let path), _, _, _) = function.code, !path.contains("..") else { return nil }
      return path
    }
  }
}

/// What a program printed, standard error included, and whether it succeeded.
private func run(
  _ program: String, _ arguments: [String], in folder: URL
) throws -> (succeeded: Bool, output: String) {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = folder
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus == 0, String(decoding: output, as: UTF8.self))
}
