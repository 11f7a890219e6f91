import Foundation

/// The Python half of these tests, `harness/end_to_end.py`, run as a child process on one directory.
enum Harness {
  enum Outcome {
    case held
    case failed(String)
    case missing(String)
  }

  /// A laptop without terraform may still run the other tests; where nobody would notice, a skipped test is a failure.
  static let mayBeSkipped = ProcessInfo.processInfo.environment["CI"] != "true"

  static func run(on directory: GeneratedDirectory) async throws -> Outcome {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [interpreter, script.path, "--stop-with-stdin", directory.url.path]
    // A file, not a pipe, takes any amount of output while nobody reads.
    let log = FileManager.default.temporaryDirectory.appending(path: "end-to-end-\(UUID()).log")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    python.standardError = try FileHandle(forWritingTo: log)
    // Held open as long as this process lives, so that the child does not outlive it.
    let life = Pipe()
    python.standardInput = life
    let status = try await exitStatus(of: python)
    withExtendedLifetime(life) {}

    let words = try String(decoding: Data(contentsOf: log), as: UTF8.self)
    switch status {
    case 0: return .held
    case 77: return .missing(words.trimmingCharacters(in: .whitespacesAndNewlines))
    default: return .failed(words)
    }
  }

  private static let script = Repository.root.appending(path: "Tests/EndToEndTests/harness/end_to_end.py")

  /// The interpreter that Scripts/test sets up, or else the machine's own.
  private static var interpreter: String {
    let own = Repository.root.appending(path: ".build/python/bin/python").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }

  private static func exitStatus(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}
