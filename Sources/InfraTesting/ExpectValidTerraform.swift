import Foundation
public import InfraModel
import TFEmit
public import Testing

/// Expects that the real terraform finds nothing wrong with what a stack becomes: `init` without a backend, then
/// `validate`. It asks no account for anything.
///
/// Without terraform on the path the test passes with a printed reason; where the variable `CI` is set it fails, for
/// nobody reads what CI prints.
///
/// `terraform init` finds the provider as it does elsewhere on the machine; `TF_CLI_ARGS_init` and `TF_PLUGIN_CACHE_DIR`
/// are terraform's own ways to say where. Packages that a build leaves (`.zip(.file(…))`) are stood in for by empty
/// files.
public func expectValidTerraform(
  _ stack: some Stack, rules: [any Rule.Type] = Policy.standardRules,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  guard let validated = validated(stack, by: rules, at: sourceLocation) else { return }
  guard try run("terraform", ["version"], in: FileManager.default.temporaryDirectory).succeeded else {
    let reason = "there is no terraform on the PATH to validate '\(validated.stack.identity)'"
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
  /// The paths of packages that somebody's build makes, below the configuration.
  fileprivate var packagesOfBuilds: [String] {
    declared(LambdaFunction.self).compactMap { function in
      guard case .zip(.file(let path), _, _, _) = function.code, !path.contains("..") else { return nil }
      return path
    }
  }
}

/// What a program printed, standard error included, and whether it was content.
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
