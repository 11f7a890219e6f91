import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// Many at once, and ended in the middle, and in surroundings that few have.
@Suite struct LoadTests {
  private let old: [String: [UInt8]]
  private let new: [String: [UInt8]]
  private static let rounds = ProcessInfo.processInfo.environment["RELIABILITY_ROUNDS"].flatMap { Int($0) } ?? 1

  init() throws {
    old = try ShopProcess.contents(.before)
    new = try ShopProcess.contents(.after)
  }

  /// Every reader sees one state or the other: `synth --check` of a state that is written ends with 0, and with 2 and a
  /// difference that is whole where it is the other. RELIABILITY_ROUNDS asks for more than CI has time for.
  @Test(.timeLimit(.minutes(10 + rounds))) func tenWritersAndFiftyReaders() throws {
    var (asBefore, asAfter) = (0, 0)
    let differences = try differences
    for _ in 0..<Self.rounds {
      try withFolder { folder in
        try write(old, to: folder)
        let out = ["--out", "\(folder)/out"]
        var writers: [ShopProcess.Started] = []
        var readers: [ShopProcess.Started] = []
        for index in 0..<50 {
          if index % 5 == 0 {
            // Kiosk goes and comes back, so that removals and folders are among the changes.
            writers.append(try ShopProcess().start(["synth"] + out, index % 2 == 0 ? .after : .before))
          }
          readers.append(try ShopProcess().start(["synth", "--check"] + out, .after))
        }
        for writer in writers {
          let log = String(decoding: writer.log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
          writer.process.waitUntilExit()
          #expect([0, 1].contains(writer.process.terminationStatus), "\(log)")
        }
        for reader in readers {
          let log = String(decoding: reader.log.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
          reader.process.waitUntilExit()
          switch reader.process.terminationStatus {
          case 0: asAfter += 1
          case 2:
            asBefore += 1
            // What is not as it should be is all that is different between the states, and no file more or less.
            #expect(log.split(separator: "\n").count == differences, "\(log)")
          default: Issue.record("\(log)")
          }
        }
        let found = try contents(of: folder)
        #expect(found == old || found == new)
      }
    }
    #expect(asBefore + asAfter == 50 * Self.rounds)
  }

  /// How many lines `synth --check` has for the state before.
  private var differences: Int {
    get throws {
      var count = 0
      try withFolder { folder in
        try write(old, to: folder)
        count = try ShopProcess().run(["synth", "--check", "--out", "\(folder)/out"], .after).log
          .split(separator: "\n").count
      }
      return count
    }
  }

  /// Writers that are killed at any moment, one after the other, with readers between them.
  @Test(
    .enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD"), .timeLimit(.minutes(5)),
    arguments: [SIGKILL, SIGTERM, SIGINT])
  func endedAtAnyMoment(_ signal: Int32) throws {
    let library = try #require(FaultLibrary.path)
    try withFolder { folder in
      try write(old, to: folder)
      let out = ["--out", "\(folder)/out"]
      var ended = 0
      for round in 0..<40 {
        let time: ShopProcess.Time = round % 2 == 0 ? .after : .before
        let writer = try ShopProcess(environment: ["LD_PRELOAD": library]).start(["synth"] + out, time)
        usleep(UInt32(round) * 700)
        kill(writer.process.processIdentifier, signal)
        writer.process.waitUntilExit()
        if writer.process.terminationReason == .uncaughtSignal { ended += 1 }
        let reader = try ShopProcess().run(["synth", "--check"] + out, .after)
        #expect([0, 2].contains(reader.code), "\(reader.log)")
        let found = try contents(of: folder).filter { !$0.key.hasPrefix("out/.infra-gen/") }
        #expect(found == old || found == new, "round \(round)")
      }
      #expect(ended > 10)
      #expect(try ShopProcess().run(["synth"] + out, .after).code == 0)
      #expect(try contents(of: folder) == new)
    }
  }

  /// The same at every step, each time after the step that was said.
  @Test(
    .enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD"), arguments: [SIGTERM, SIGINT])
  func endedAtEveryStep(_ signal: Int32) throws {
    let library = try #require(FaultLibrary.path)
    var steps = 0
    for step in 1...1_000 {
      var isOver = false
      try withFolder { folder in
        try write(old, to: folder)
        let environment = ["LD_PRELOAD": library, "FAULT": "signal\(signal)", "FAULT_STEP": "\(step)"]
        let ended = try ShopProcess(environment: environment).run(["synth", "--out", "\(folder)/out"], .after)
        isOver = !ended.isKilled
        guard !isOver else { return }
        steps += 1
        let isNew = try ShopProcess().run(["synth", "--check", "--out", "\(folder)/out"], .after).code == 0
        let seen = try contents(of: folder).filter { !$0.key.hasPrefix("out/.infra-gen/") }
        #expect(seen == (isNew ? new : old), "step \(step)")
      }
      if isOver { break }
    }
    #expect(steps > 20)
  }

  /// Two that write one report are each whole.
  @Test func severalWritersOfOneFile() throws {
    try withFolder { folder in
      for name in ["a", "b"] {
        _ = try ShopProcess().run(["report", "--write", "\(folder)/\(name)"], name == "a" ? .before : .after)
      }
      let reports = try contents(of: folder)
      let writers = try (0..<10).map { index in
        try ShopProcess().start(["report", "--write", "\(folder)/c"], index % 2 == 0 ? .before : .after)
      }
      for writer in writers {
        writer.process.waitUntilExit()
        #expect(writer.process.terminationStatus == 0)
      }
      let found = try contents(of: folder)
      #expect(found["c"] == reports["a"] || found["c"] == reports["b"])
      #expect(found.keys.sorted() == ["a", "b", "c"])
    }
  }

  /// The next file that is opened would be the stream that is missing, and a report would be written into it.
  @Test(arguments: ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"]) func closedStreamIsNoFile(_ redirection: String) throws {
    try withFolder { folder in
      let line = "\"$PROGRAM\" synth --out \(folder)/out \(redirection); echo $?"
      let ended = try ShopProcess().runInShell(line, .after)
      #expect(ended.output == (redirection.contains("1>") ? "74\n" : try listing(of: new, in: folder) + "0\n"))
      #expect(try contents(of: folder).filter { $0.key.hasPrefix("out/shop/") } == new)
    }
  }

  private func listing(of files: [String: [UInt8]], in folder: String) throws -> String {
    var output = ""
    try withFolder { other in
      output = try ShopProcess().runInShell("\"$PROGRAM\" synth --out \(other)/out", .after).output
        .replacing("\(other)/", with: "\(folder)/")
    }
    return output
  }

  /// `head` has read enough. The results are lost, and nothing else is.
  @Test func closedPipeEndsThePrintingOnly() throws {
    try withFolder { folder in
      let ended = try ShopProcess().runInShell(
        "\"$PROGRAM\" synth --out \(folder)/out | :; echo \"${PIPESTATUS[0]}\"; "
          + "trap '' PIPE; \"$PROGRAM\" synth --check --out \(folder)/out | :; echo \"${PIPESTATUS[0]}\"", .after)
      // Killed by SIGPIPE, or told of it where the signal is ignored, or through before the pipe was closed.
      let codes = ended.output.split(separator: "\n").map(String.init)
      #expect(codes.count == 2 && ["141", "0"].contains(codes[0]) && ["74", "0"].contains(codes[1]), "\(ended)")
      #expect(try contents(of: folder) == new)
    }
  }

  @Test(arguments: ["000", "022", "077", "027"]) func umaskDecidesWhoMayRead(_ mask: String) throws {
    try withFolder { folder in
      let ended = try ShopProcess().runInShell("umask \(mask); \"$PROGRAM\" synth --out \(folder)/out", .after)
      #expect(ended.code == 0, "\(ended)")
      let denied = try #require(UInt32(mask, radix: 8))
      for path in new.keys { #expect(try permissions(of: "\(folder)/\(path)") == 0o644 & ~denied) }
    }
  }

  /// Without write permission for oneself nothing can be put below a new folder.
  @Test(.disabled(if: geteuid() == 0, "nothing is forbidden to root")) func umaskThatForbidsAllIsAnError() throws {
    try withFolder { folder in
      let ended = try ShopProcess().runInShell("umask 777; \"$PROGRAM\" synth --out \(folder)/out", .after)
      #expect([73, 74].contains(ended.code), "\(ended)")
    }
  }

  @Test(arguments: ["a b", "a\nb", "größe", "e\u{301}", "-x", "a'b\"c", "$(x)`y`", "\u{1F600}", "a\\b", " "])
  func pathsMayHoldAnything(_ name: String) throws {
    try withFolder { folder in
      let out = "\(folder)/\(name)"
      for time in [ShopProcess.Time.before, .after] {
        let ended = try ShopProcess().run(["synth", "--out=\(out)"], time)
        #expect(ended.code == 0, "\(ended.log)")
      }
      #expect(try contents(of: out) == Dictionary(uniqueKeysWithValues: new.map { (String($0.dropFirst(4)), $1) }))
      #expect(try ShopProcess().run(["synth", "--check", "--out=\(out)"], .after).code == 0)
      #expect(try ShopProcess(workingDirectory: folder).run(["report", "--write=\(name).html"]).code == 0)
      try git(["init", "-q"], in: folder)
      try git(["add", "."], in: folder)
      try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
      for diff in [ShopProcess(), ShopProcess(workingDirectory: folder)] {
        let out = diff.workingDirectory == "/" ? out : name
        #expect(try diff.run(["diff", "--against=HEAD", "--out=\(out)"], .after).code == 0)
        #expect(try diff.run(["diff", "--against=HEAD", "--out=\(out)"], .before).code == 2)
      }
    }
  }

  /// A process may have none of what a shell gives it.
  @Test func emptyEnvironmentIsEnough() throws {
    try withFolder { folder in
      let ended = try ShopProcess().runInShell("env -i SHOP=after \"$PROGRAM\" synth --out \(folder)/out")
      #expect(ended.code == 0, "\(ended)")
      #expect(try contents(of: folder) == new)
    }
  }
}
