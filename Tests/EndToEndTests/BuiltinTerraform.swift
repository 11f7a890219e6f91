import Foundation
import InfraModel
import Testing

@testable import TFEmit

/// The real terraform on a stack that needs none but terraform's own provider, so that nothing has to be installed.
struct BuiltinTerraform {
  let directory: URL

  /// Writes the stack as synth would, less the AWS provider.
  ///
  /// - Parameters:
  ///   - files: Files beside the configuration, such as modules, by their paths.
  ///   - readsAWS: Whether the AWS provider stays, because its schema is needed.
  init(_ stack: DeclaredStack, files: [String: String] = [:], readsAWS: Bool = false, below parent: URL) throws {
    directory = parent.appending(path: stack.identity.description, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var root = configuration(of: stack)
    if !readsAWS {
      root["provider"] = root["provider"]?.onlyBlock?.without("aws")
      var settings = terraform(of: stack)
      settings["required_providers"] = settings["required_providers"]?.onlyBlock?.without("aws")
      root["terraform"] = .blocks([settings])
    }
    try Data(plainJSON(.blocks([root]))).write(to: directory.appending(path: "main.tf.json"))
    try Data(versionsFile(of: stack)).write(to: directory.appending(path: "versions.tf"))
    try write(files)
  }

  /// A configuration that is not from a stack.
  init(files: [String: String], at directory: URL) throws {
    self.directory = directory
    try write(files)
  }

  private func write(_ files: [String: String]) throws {
    for (path, text) in files {
      let file = directory.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// What terraform plans, read as JSON.
  func plan(options: [String] = []) throws -> JSON {
    try run(["plan", "-no-color", "-input=false", "-out=plan"] + options)
    return try JSON(reading: Array(try run("show", "-json", "plan")))
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

extension Value {
  fileprivate var onlyBlock: Block? {
    if case .blocks(let blocks) = self, blocks.count == 1 { blocks[0] } else { nil }
  }
}

extension Block {
  /// The block less one argument; `nil` where nothing is left.
  fileprivate func without(_ name: String) -> Value? {
    var block = self
    block[name] = nil
    return block.arguments.isEmpty ? nil : .blocks([block])
  }
}
