import Foundation
import Testing

@testable import InfraCLI

/// Who looks at out/ while it is changed sees what it was or what it will be.
@Suite(.enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD")) struct ReaderTests {
  private let old: [String: [UInt8]]

  init() throws {
    old = try ShopProcess.contents(.before)
  }

  /// The writer is stopped at every step after the one that decides. A reader that comes then waits for it; and where the
  /// writer is killed instead of going on, as at every second step here, the reader does the rest.
  @Test func readerOfAnUnfinishedChangeSeesAllOfIt() throws {
    var waited = 0
    for step in 1...1_000 {
      var isOver = false
      try withFolder { folder in
        try write(old, to: folder)
        let writer = try stoppedWriter(at: step, folder)
        isOver = !writer.isStopped
        defer {
          if writer.process.isRunning { kill(writer.process.processIdentifier, SIGKILL) }
          writer.process.waitUntilExit()
        }
        guard FileManager.default.fileExists(atPath: "\(folder)/out/.infra-gen/journal.json") else { return }
        let reader = try ShopProcess().start(["synth", "--check", "--out", "\(folder)/out"], .after)
        if reader.isRunning(after: 0.1) { waited += 1 }
        kill(writer.process.processIdentifier, step % 2 == 0 ? SIGCONT : SIGKILL)
        let log = String(decoding: reader.log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        reader.process.waitUntilExit()
        #expect(reader.process.terminationStatus == 0, "step \(step): \(log)")
      }
      if isOver { break }
    }
    #expect(waited > 10)
  }

  /// A writer waits until everybody has read what they are reading.
  @Test func nobodyWritesWhileSomebodyReads() throws {
    try withFolder { folder in
      try write(old, to: folder)
      let writer = try readOut(at: "\(folder)/out") { out in
        let writer = try ShopProcess().start(["synth", "--out", out.path], .after)
        #expect(writer.isRunning(after: 0.5))
        #expect(try contents(of: folder) == old)
        return writer
      }
      writer.process.waitUntilExit()
      #expect(writer.process.terminationStatus == 0)
      #expect(try contents(of: folder) == ShopProcess.contents(.after))
    }
  }

  @Test func twoMayReadAtOnce() throws {
    try withFolder { folder in
      try write(old, to: folder)
      try readOut(at: "\(folder)/out") { out in
        let reader = try ShopProcess().run(["diff", "--out", out.path], .before)
        #expect(reader.code == 0, "\(reader.log)")
      }
    }
  }

  /// A program that has got as far as a step, or has ended without it.
  private func stoppedWriter(at step: Int, _ folder: String) throws -> (process: Process, isStopped: Bool) {
    let library = try #require(FaultLibrary.path)
    let environment = ["LD_PRELOAD": library, "FAULT": "stop", "FAULT_STEP": "\(step)"]
    let writer = try ShopProcess(environment: environment).start(["synth", "--out", "\(folder)/out"], .after)
    var said = ""
    while !said.contains("fault injected\n") {
      let more = writer.log.fileHandleForReading.availableData
      guard !more.isEmpty else { return (writer.process, false) }
      said += String(decoding: more, as: UTF8.self)
    }
    return (writer.process, true)
  }
}
