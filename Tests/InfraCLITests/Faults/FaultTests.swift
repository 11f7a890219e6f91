import Foundation
import Testing

/// The program is killed, starved and shut out at every single call that changes the file system.
@Suite(.enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD")) struct FaultTests {
  private let old: [String: [UInt8]]
  private let new: [String: [UInt8]]

  init() throws {
    old = try ShopProcess.contents(.before)
    new = try ShopProcess.contents(.after)
  }

  @Test(arguments: ["kill", "torn"]) func killedAtAnyStepLeavesTheOldOrTheNew(_ fault: String) throws {
    var undecided = 0
    var decided = 0
    try everyStep(fault: fault) { folder, ended, step in
      #expect(ended.isKilled, "step \(step)")
      let found = try contents(of: folder).filter { !$0.key.hasPrefix("out/.infra-gen/") }
      let isDecided = FileManager.default.fileExists(atPath: "\(folder)/out/.infra-gen/journal.json")
      #expect(isDecided || found == old || found == new, "step \(step)")
      if isDecided { decided += 1 } else { undecided += 1 }
      // Whoever looks next, sees one or the other and no trace of a third.
      let isNew = try ShopProcess().run(["synth", "--check", "--out", "\(folder)/out"], .after).code == 0
      let seen = try contents(of: folder).filter { !$0.key.hasPrefix("out/.infra-gen/") }
      #expect(seen == (isNew ? new : old), "step \(step)")
      #expect(isNew || !isDecided, "step \(step)")
      guard !isNew else { return }
      #expect(try ShopProcess().run(["synth", "--out", "\(folder)/out"], .after).code == 0)
      #expect(try contents(of: folder) == new, "step \(step)")
    }
    #expect(undecided > 10 && decided > 10)
  }

  /// A disk that is full for a moment, and one that is read-only from some moment on.
  @Test(arguments: zip([ENOSPC, EROFS], [false, true]))
  func failureAtAnyStepLeavesTheOldOrTheNew(_ error: Int32, _ isLasting: Bool) throws {
    try everyStep(fault: "\(error)", isLasting: isLasting) { folder, ended, step in
      #expect(!ended.isKilled && [0, 73, 74].contains(ended.code), "step \(step): \(ended.log)")
      let found = try contents(of: folder).filter { !$0.key.hasPrefix("out/.infra-gen/") }
      if ended.code == 0 {
        #expect(found == new, "step \(step)")
      } else if ended.log.contains("nothing was changed") {
        #expect(found == old, "step \(step)")
      } else {
        #expect(ended.log.contains("finishes the change"), "step \(step): \(ended.log)")
        #expect(try ShopProcess().run(["synth", "--check", "--out", "\(folder)/out"], .after).code == 0)
        #expect(try contents(of: folder) == new, "step \(step)")
      }
    }
  }

  /// A quota that is real: no file may be longer than 8 KiB, and the package is. Who says nothing about it is sent a
  /// signal besides, which ends a process that does not expect it.
  @Test func quotaLeavesTheOld() throws {
    try withFolder { folder in
      try write(old, to: folder)
      let shell = Process()
      shell.executableURL = URL(filePath: "/usr/bin/env")
      // Whoever runs the tests may ignore the signal, and what they start would as well.
      let script = "ulimit -f 8; exec \(ShopProcess.program.path) synth --out \(folder)/out"
      shell.arguments = ["--default-signal=XFSZ", "bash", "-c", script]
      shell.environment = ["SHOP": "after"]
      let log = Pipe()
      shell.standardError = log
      try shell.run()
      let said = String(decoding: log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationReason == .exit && shell.terminationStatus == 74)
      #expect(said.hasPrefix("error: cannot write '\(folder)/out/.infra-gen/"), "\(said)")
      #expect(said.hasSuffix(": File too large; nothing was changed\n"), "\(said)")
      #expect(try contents(of: folder) == old)
    }
  }

  @Test func twoRunsAtOnceAreOneAfterTheOther() throws {
    for _ in 0..<5 {
      try withFolder { folder in
        try write(old, to: folder)
        let runs = try [ShopProcess.Time.before, .after, .after, .before].map { time in
          try ShopProcess().start(["synth", "--out", "\(folder)/out"], time)
        }
        for run in runs {
          let log = String(decoding: run.log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
          run.process.waitUntilExit()
          // The one that comes later may find that the queue it would remove holds data, but never half a folder.
          #expect([0, 1].contains(run.process.terminationStatus), "\(log)")
        }
        let found = try contents(of: folder)
        #expect(found == old || found == new)
      }
    }
  }

  /// Runs the program once for each of its steps, each time from the old state, until there is no such step.
  private func everyStep(
    fault: String, isLasting: Bool = false, _ body: (String, ShopProcess.Ended, Int) throws -> Void
  ) throws {
    for step in 1...1_000 {
      var isOver = false
      try withFolder { folder in
        try write(old, to: folder)
        let library = try #require(FaultLibrary.path)
        var environment = ["LD_PRELOAD": library, "FAULT": fault, "FAULT_STEP": "\(step)"]
        if isLasting { environment["FAULT_LASTING"] = "yes" }
        let ended = try ShopProcess(environment: environment).run(["synth", "--out", "\(folder)/out"], .after)
        isOver = !ended.isKilled && !ended.log.contains("fault injected")
        if !isOver { try body(folder, ended, step) }
      }
      if isOver { return }
    }
    Issue.record("the program never gets through")
  }
}
