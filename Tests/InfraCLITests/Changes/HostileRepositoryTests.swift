import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// git decides nothing by what is in out/, and starts no program that a file there names.
@Suite struct HostileRepositoryTests {
  /// What looks like a bare repository, made of files that a branch can commit, whose configuration names a program.
  private func plant(in out: String, _ program: String) throws {
    let configuration = """
      [core]
        repositoryformatversion = 1
        bare = true
        sshCommand = \(program)
        fsmonitor = \(program)
        pager = \(program)
        hooksPath = \(out)
      [extensions]
        partialClone = origin
      [remote "origin"]
        promisor = true
        url = ssh://localhost/x
        uploadpack = \(program)
      [diff]
        external = \(program)
      """
    try write(
      [
        "HEAD": Array("ref: refs/heads/main\n".utf8), "config": Array(configuration.utf8),
        "refs/heads/main": Array("1234567890123456789012345678901234567890\n".utf8), "objects/info/keep": [],
      ], to: out)
  }

  private func withHostileOut(isInRepository: Bool, _ body: (_ folder: String, _ hasRun: () -> Bool) throws -> Void)
    throws
  {
    try withFolder { folder in
      if isInRepository { try git(["init", "-q", "-b", "main"], in: folder) }
      #expect(run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }.code == .success)
      if isInRepository {
        try git(["add", "."], in: folder)
        try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
      }
      try write(["program": Array("#!/bin/sh\necho x >> '\(folder)/log'\n".utf8)], to: folder)
      chmod("\(folder)/program", 0o755)
      try plant(in: "\(folder)/out", "\(folder)/program")
      try body(folder) { FileManager.default.fileExists(atPath: "\(folder)/log") }
    }
  }

  @Test(arguments: [["diff"], ["coverage"]], ["/", "FOLDER", "FOLDER/out"])
  func configurationInOutIsNotRead(_ command: [String], _ directory: String) throws {
    for isInRepository in [false, true] {
      try withHostileOut(isInRepository: isInRepository) { folder, hasRun in
        let directory = directory.replacing("FOLDER", with: folder)
        let outcome = Changing.$declared.withValue({ $0.add(Topic("alerts")) }) {
          Program(stacks: [Changing.self], rules: [], today: "2026-11-21", workingDirectory: directory)
            .run(command + ["--out", "\(folder)/out", "--against", "main"])
        }
        #expect(!hasRun())
        // The repository around it is the one that is asked, where there is one.
        #expect(outcome.code == (isInRepository ? .success : .badInput), "\(outcome.log)")
      }
    }
  }

  @Test func doctorAndSynthStartNothingEither() throws {
    try withHostileOut(isInRepository: false) { folder, hasRun in
      for directory in [folder, "\(folder)/out"] {
        Changing.$declared.withValue({ $0.add(Topic("bells")) }) {
          let program = Program(stacks: [Changing.self], rules: [], today: "2026-11-21", workingDirectory: directory)
          _ = program.run(["doctor", "--out", "\(folder)/out"])
          _ = program.run(["synth", "--out", "\(folder)/out"])
        }
      }
      #expect(!hasRun())
    }
  }

  /// What is no name of a commit reaches no option of git's, and no file.
  @Test(arguments: [
    "--output=x", "-x", "HEAD:out", "^HEAD", ":/one", "", "HEAD\n--output=x", "@{upstream}", "HEAD..HEAD",
    "HEAD^{tree}",
  ])
  func revisionIsNothingElse(_ revision: String) throws {
    try withHostileOut(isInRepository: true) { folder, hasRun in
      let outcome = run(["diff", "--out", "\(folder)/out", "--against=\(revision)"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .badInput, "\(outcome.log)")
      #expect(!hasRun())
      #expect(!FileManager.default.fileExists(atPath: "x"))
    }
  }

  /// What was committed is compared with, wherever the program is run and out/ stands.
  @Test func outBehindALinkIsFoundWhereItLeads() throws {
    try withFolder { folder in
      try git(["init", "-q", "-b", "main"], in: folder)
      try FileManager.default.createDirectory(atPath: "\(folder)/disk/out", withIntermediateDirectories: true)
      try link("\(folder)/out", to: "disk/out")
      #expect(run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }.code == .success)
      try git(["add", "."], in: folder)
      try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
      for out in ["\(folder)/out", "\(folder)/disk/out"] {
        let same = run(["diff", "--out", out, "--against", "main"]) { $0.add(Topic("alerts")) }
        #expect(same.code == .success, "\(same.log)")
        let changed = run(["diff", "--out", out, "--against", "main"]) { $0.add(Topic("bells")) }
        #expect(changed.code == .differences, "\(changed.log)")
      }
    }
  }

  @Test func programsHaveNothingToReadAndNoMoreThanFits() throws {
    // Standard input is not theirs: `cat` would wait for it.
    #expect(try output(of: ["cat"]) == [])
    #expect(try output(of: ["sh", "-c", "echo $A$B"], environment: ["A": "1", "B": "2"]) == Array("12\n".utf8))
    #expect(try output(of: ["false"]) == nil)
    #expect(throws: FileError.self) { try output(of: ["no-such-program-anywhere"]) }
  }
}
