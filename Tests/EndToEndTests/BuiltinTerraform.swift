import Foundation
import InfraModel
import Testing

@testable import TFEmit

/// The real terraform on a stack that needs none but terraform's own provider, so that nothing has to be installed.
struct BuiltinTerraform {
  let directory: URL

  /// Writes the stack as synth would, less the AWS provider.
  init(_ stack: DeclaredStack, below parent: URL) throws {
    directory = parent.appending(path: stack.identity.description, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var root = configuration(of: stack)
    root["provider"] = nil
    var settings = terraform(of: stack)
    settings["required_providers"] = nil
    root["terraform"] = .blocks([settings])
    try Data(plainJSON(.blocks([root]))).write(to: directory.appending(path: "main.tf.json"))
    try Data(versionsFile(of: stack)).write(to: directory.appending(path: "versions.tf"))
  }

  /// What a command says on stdout. Recorded as an issue, and thrown, where it fails.
  @discardableResult
  func run(_ arguments: String...) throws -> Data { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["terraform"] + arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging([
      "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "TF_CLI_CONFIG_FILE": "",
    ]) { _, own in own }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes, take any amount of output while nobody reads.
    let (output, errors) = (directory.appending(path: ".stdout"), directory.appending(path: ".stderr"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        command: arguments.joined(separator: " "),
        words: try [errors, output].map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }.joined())
    }
    return try Data(contentsOf: output)
  }

  struct Failure: Error, CustomStringConvertible {
    let command: String
    let words: String
    var description: String { "terraform \(command): \(words.prefix(4_000))" }
  }
}

/// A directory that is gone afterwards.
func withTemporaryDirectory(_ body: (URL) throws -> Void) throws {
  let directory = FileManager.default.temporaryDirectory.appending(
    path: "infra-gen-\(UUID())", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try body(directory)
}
