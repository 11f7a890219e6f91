import Foundation

/// The Python half of these tests, `harness/end_to_end.py`, run as a child process.
enum Harness {
  /// What the tests need and this machine does not have.
  static let lacks: String = {
    do {
      let child = try Child(script, arguments: [])
      child.process.waitUntilExit()
      let words = try child.lastWords()
      return child.process.terminationStatus == 0 ? "" : words
    } catch {
      return "\(error)"
    }
  }()

  static var isComplete: Bool { lacks.isEmpty }

  /// A laptop without terraform may still run the other tests; where nobody would notice, a skipped test is a failure.
  static let mustBeComplete = ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why a directory did not get through its life, in the harness's and terraform's words; nil when it did.
  ///
  /// - Parameter plan: Where to leave its plan as JSON.
  static func failure(of directory: GeneratedDirectory, savingPlanTo plan: URL) async throws -> String? {
    let life = directory.life == .planned ? ["--plan-only"] : []
    let prerequisites = try prerequisites(of: directory)
    defer { try? FileManager.default.removeItem(at: prerequisites) }
    return try await failure(
      of: script,
      life + ["--prerequisites", prerequisites.path, "--save-plan", plan.path, directory.url.path])
  }

  /// The same for a plan alone of a stack that has no prerequisites.
  static func failure(ofPlanning directory: GeneratedDirectory, savingPlanTo plan: URL) async throws -> String? {
    try await failure(of: script, ["--plan-only", "--save-plan", plan.path, directory.url.path])
  }

  /// What `infra-gen prerequisites` lists for a directory, as JSON in a file: all that the harness prepares.
  private static func prerequisites(of directory: GeneratedDirectory) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "prerequisites-\(UUID()).json")
    try Data().write(to: file)
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "prerequisites", "--stack", directory.stack, "--env", directory.url.lastPathComponent, "--format", "json",
    ]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ProgramFailed(status: process.terminationStatus) }
    return file
  }

  private struct ProgramFailed: Error {
    let status: Int32
  }

  /// `infra-gen` itself, which the build puts beside the bundle of the tests.
  private static let program: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      let tests = bundle.bundleURL
    #else
      let tests = URL(filePath: CommandLine.arguments[0])
    #endif
    return tests.deletingLastPathComponent().appending(path: "infra-gen")
  }()

  /// Why a script of the harness did not end well, in its own words; nil when it did.
  static func failure(of script: String, _ arguments: [String]) async throws -> String? {
    let child = try Child(script, arguments: arguments)
    let status = await child.ended.first { _ in true }
    let words = try child.lastWords()
    return status == 0 ? nil : words
  }

  /// A run of the script, which ends when this process does.
  private struct Child {
    let process = Process()
    let ended: AsyncStream<Int32>
    // A file, not a pipe, takes any amount of output while nobody reads.
    private let log = FileManager.default.temporaryDirectory.appending(path: "end-to-end-\(UUID()).log")

    init(_ script: String, arguments: [String]) throws {
      let (ended, continuation) = AsyncStream.makeStream(of: Int32.self)
      self.ended = ended
      process.terminationHandler = { continuation.yield($0.terminationStatus) }
      try Data().write(to: log)
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [Harness.interpreter, Harness.folder.appending(path: script).path] + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
    }

    /// What it has said on stderr, when it has ended. Taken, not only read.
    func lastWords() throws -> String {
      defer { try? FileManager.default.removeItem(at: log) }
      return try String(decoding: Data(contentsOf: log), as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  private static let script = "end_to_end.py"
  private static let folder = Repository.root.appending(path: "Tests/EndToEndTests/harness")

  /// The interpreter that Scripts/test sets up, or else the machine's own.
  private static var interpreter: String {
    let own = Repository.root.appending(path: ".build/python/bin/python").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }
}
