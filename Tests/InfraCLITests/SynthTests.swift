import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct SynthTests {
  @Test func writesOneFolderForEachEnvironment() throws {
    try withFolder { folder in
      let outcome = program().run(["synth", "--out", "\(folder)/out"])
      #expect(outcome.code == .success)
      let paths = try contents(of: folder).keys.sorted()
      #expect(
        paths
          == ["dev", "prod"].flatMap { environment in
            ["infra-gen.json", "main.tf.json", "versions.tf"].map { "out/shop/\(environment)/\($0)" }
          })
      #expect(outcome.log.contains("6 files written, 0 unchanged"))
    }
  }

  @Test func secondRunWritesNothing() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder])
      let outcome = program().run(["synth", "--out", folder])
      #expect(outcome.output.isEmpty)
      #expect(outcome.log.contains("0 files written, 6 unchanged"))
    }
  }

  @Test func nothingIsWrittenWhileAnErrorStands() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder, "--env", "dev"])
      let before = try contents(of: folder)
      let outcome = program(rules: [NoTopics.self]).run(["synth", "--out", folder])
      #expect(outcome.code == .findings)
      #expect(outcome.log.contains("topic 'alerts' rings at night"))
      #expect(outcome.log.contains("nothing was written"))
      #expect(try contents(of: folder) == before)
    }
  }

  @Test func fileWhereAFolderShouldBeLeavesEverythingAsItWas() throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/out"))
      let outcome = program().run(["synth", "--out", "\(folder)/out"])
      #expect(outcome.code == .inputOutput)
      #expect(outcome.log.contains("cannot read '\(folder)/out'"))
      #expect(try contents(of: folder) == ["out": Array("mine".utf8)])
    }
  }

  @Test func failureHalfwayUndoesTheFirstHalf() throws {
    try withFolder { folder in
      // dev can be written; a folder stands where prod's file belongs.
      try FileManager.default.createDirectory(
        atPath: "\(folder)/shop/prod/main.tf.json", withIntermediateDirectories: true)
      let outcome = program().run(["synth", "--out", folder])
      #expect(outcome.code == .cannotCreate)
      #expect(outcome.log.contains("shop/prod/main.tf.json' is not a file"))
      #expect(try contents(of: folder).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/shop/dev"))
    }
  }

  @Test func fullDiskIsAnErrorOfItsOwn() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full")
    #expect(throws: FileError.self) { try writeInto("/dev/full", [1]) }
  }

  /// Whoever reads only the exit code must not take half of a report for all of it.
  @Test func resultsThatCannotBeWrittenAreAnError() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"), "needs /dev/full")
    let process = Process()
    let log = Pipe()
    process.executableURL = ShopProcess.program
    process.arguments = ["list"]
    process.standardOutput = full
    process.standardError = log
    try process.run()
    let said = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(said == "error: cannot write the results: No space left on device\n")
  }
}

/// Runs with a new, empty folder, which is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("infra-gen-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
