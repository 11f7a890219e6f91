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
        paths == [
          "out/shop/dev/infra-gen.json", "out/shop/dev/main.tf.json", "out/shop/prod/infra-gen.json",
          "out/shop/prod/main.tf.json",
        ])
      #expect(outcome.log.contains("4 files written, 0 as they were"))
    }
  }

  @Test func secondRunWritesNothing() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder])
      let outcome = program().run(["synth", "--out", folder])
      #expect(outcome.output.isEmpty)
      #expect(outcome.log.contains("0 files written, 4 as they were"))
    }
  }

  @Test func nothingIsWrittenWhileAnErrorStands() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder, "--env", "dev"])
      let before = try contents(of: folder)
      let outcome = program(rules: [NoTopics.self]).run(["synth", "--out", folder])
      #expect(outcome.code == .findings)
      #expect(outcome.log.contains("error[no-topics]: topic 'alerts' rings at night"))
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
      #expect(outcome.log.contains("shop/prod/main.tf.json' is no file"))
      #expect(try contents(of: folder).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/shop/dev"))
    }
  }

  @Test func fullDiskIsAnErrorOfItsOwn() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full")
    #expect(throws: FileError.self) { try writeFile("/dev/full", [1]) }
  }
}

/// Runs with a new, empty folder, which is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("infra-gen-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
