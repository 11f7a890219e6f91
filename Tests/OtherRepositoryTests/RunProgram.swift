import Foundation

/// What a program prints, standard error behind it, and how it ends.
func runProgram(
  _ arguments: [String], in folder: String, environment: [String: String] = [:]
) throws -> (status: Int32, output: String, log: String) {
  let process = Process()
  let (output, log) = (Pipe(), FileManager.default.temporaryDirectory.appending(path: "other-\(UUID()).log"))
  try Data().write(to: log)
  defer { try? FileManager.default.removeItem(at: log) }
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardOutput = output
  // A file takes any amount while nobody reads.
  process.standardError = try FileHandle(forWritingTo: log)
  try process.run()
  let printed = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: printed, as: UTF8.self),
    String(decoding: try Data(contentsOf: log), as: UTF8.self)
  )
}
