import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What a branch can commit to out/, and no command may follow.
@Suite struct HostileFolderTests {
  private static let commands = [["synth"], ["synth", "--check"], ["diff"]]
  private let manifest = "changing/prod/infra-gen.json"

  /// `synth` emptied the folder that such a link leads to, even where nothing was to be written.
  @Test(arguments: commands) func stagingFolderThatIsALinkIsRefused(_ command: [String]) throws {
    try withSynthesized { folder in
      try write(["victim/0": [1], "victim/journal.json.new": [2], "victim/precious": [3]], to: folder)
      try link("\(folder)/out/.infra-gen", to: "../victim")
      let outcome = run(command + ["--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .cannotCreate)
      #expect(outcome.log.contains("'\(folder)/out/.infra-gen' is a symbolic link"), "\(outcome.log)")
      #expect(try contents(of: "\(folder)/victim") == ["0": [1], "journal.json.new": [2], "precious": [3]])
    }
  }

  @Test func journalThatIsALinkIsRefused() throws {
    try withSynthesized { folder in
      try write(["journal.json": journal(writes: [], removals: [manifest])], to: folder)
      try write([".infra-gen/0": [1]], to: "\(folder)/out")
      try link("\(folder)/out/.infra-gen/journal.json", to: "../../journal.json")
      let outcome = run(["diff", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .cannotCreate, "\(outcome.log)")
      #expect(try contents(of: folder)["out/\(manifest)"] != nil)
    }
  }

  /// `diff`, which writes nothing, installed a hook of git's.
  @Test(arguments: commands, ["x/pre-commit", "x/hooks/pre-commit", "changing/hooks/pre-commit"])
  func journalWritesThroughNoLink(_ command: [String], _ path: String) throws {
    try withSynthesized { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/.git/hooks", withIntermediateDirectories: true)
      let destination = path.split(separator: "/").count == 2 ? "../.git/hooks" : "../.git"
      try link("\(folder)/out/x", to: destination)
      try link("\(folder)/out/changing/hooks", to: "../../.git/hooks")
      try write([".infra-gen/0": [1], ".infra-gen/journal.json": journal(writes: [path])], to: "\(folder)/out")
      let outcome = run(command + ["--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect([.badInput, .cannotCreate].contains(outcome.code), "\(outcome.log)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/.git/hooks").isEmpty)
    }
  }

  @Test(arguments: commands, ["y/victim", "y/z/victim", "changing/z/victim"])
  func journalRemovesThroughNoLink(_ command: [String], _ path: String) throws {
    try withSynthesized { folder in
      try write(["z/victim": [1], "victim": [2]], to: folder)
      try link("\(folder)/out/y", to: "..")
      try link("\(folder)/out/changing/z", to: "../../z")
      try write([".infra-gen/journal.json": journal(removals: [path])], to: "\(folder)/out")
      let outcome = run(command + ["--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect([.badInput, .cannotCreate].contains(outcome.code), "\(outcome.log)")
      #expect(try contents(of: folder)["z/victim"] == [1])
      #expect(try contents(of: folder)["victim"] == [2])
    }
  }

  /// A journal reaches no further than the manifest beside the files, or the one that it brings along.
  @Test(arguments: [
    (["changing/prod/notes.txt"], []), (["changing/prod/terraform.tfstate"], []), (["changing/prod/.terraform"], []),
    (["new/prod/main.tf.json"], []), ([], ["changing/prod/notes.txt"]), ([], ["changing/prod/terraform.tfstate"]),
    ([], ["changing/prod/.terraform.lock.hcl"]),
  ])
  func journalIsAboutFilesOfAManifest(_ writes: [String], _ removals: [String]) throws {
    try withSynthesized { folder in
      let others = ["notes.txt", "terraform.tfstate", ".terraform.lock.hcl"]
      for name in others { try write([name: [1]], to: "\(folder)/out/changing/prod") }
      try write(
        [".infra-gen/0": [9], ".infra-gen/journal.json": journal(writes: writes, removals: removals)],
        to: "\(folder)/out")
      let before = try contents(of: folder)
      let outcome = run(["diff", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .badInput)
      #expect(outcome.log.contains("'\(folder)/out/.infra-gen/journal.json' is not a journal"), "\(outcome.log)")
      #expect(try contents(of: folder) == before)
    }
  }

  /// The same with a manifest that claims them.
  @Test(arguments: ["terraform.tfstate", "terraform.tfstate.backup", ".terraform.lock.hcl", ".git"])
  func manifestCannotNameWhatTerraformKeeps(_ name: String) throws {
    try withSynthesized { folder in
      let claim = #"{"schemaVersion": 1, "files": {"\#(name)": "ef46db3751d8e999"}, "resources": {}}"#
      try write([name: [], "infra-gen.json": Array(claim.utf8)], to: "\(folder)/out/changing/prod")
      for journal in [nil, journal(removals: ["changing/prod/\(name)"])] {
        if let journal { try write([".infra-gen/journal.json": journal], to: "\(folder)/out") }
        let outcome = run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
        #expect(outcome.code == .badInput, "\(outcome.log)")
        #expect(try contents(of: folder)["out/changing/prod/\(name)"] == [])
      }
    }
  }

  @Test func onlyWhatARunStagesIsCleared() throws {
    try withSynthesized { folder in
      let kept = [".infra-gen/notes": [UInt8(1)], ".infra-gen/01": [2], ".infra-gen/0/x": [3]]
      try write(kept, to: "\(folder)/out")
      try write([".infra-gen/1": [4], ".infra-gen/journal.json.new": [5]], to: "\(folder)/out")
      #expect(run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }.code == .success)
      #expect(try contents(of: "\(folder)/out").filter { $0.key.hasPrefix(".infra-gen/") } == kept)
    }
  }

  @Test(arguments: commands) func fileThatIsALinkIsNotRead(_ command: [String]) throws {
    try withSynthesized { folder in
      let file = "\(folder)/out/changing/prod/main.tf.json"
      try FileManager.default.moveItem(atPath: file, toPath: "\(folder)/main.tf.json")
      try link(file, to: "../../../main.tf.json")
      let outcome = run(command + ["--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .cannotCreate, "\(outcome.log)")
      #expect(outcome.log.contains("is a symbolic link"), "\(outcome.log)")
    }
  }

  @Test(arguments: commands) func pipeInPlaceOfAFileIsNotWaitedFor(_ command: [String]) throws {
    try withSynthesized { folder in
      for name in ["main.tf.json", "infra-gen.json"] {
        try FileManager.default.removeItem(atPath: "\(folder)/out/changing/prod/\(name)")
        #expect(mkfifo("\(folder)/out/changing/prod/\(name)", 0o644) == 0)
      }
      let outcome = run(command + ["--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .inputOutput && outcome.log.contains("it is not a regular file"), "\(outcome.log)")
    }
  }

  /// An `out/changing/prod` that was written by `synth`.
  private func withSynthesized(_ body: (String) throws -> Void) throws {
    try withFolder { folder in
      #expect(run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }.code == .success)
      try body(folder)
    }
  }
}

private func journal(writes: [String] = [], removals: [String] = []) -> [UInt8] {
  func list(_ paths: [String]) -> String { "[\(paths.map { "\"\($0)\"" }.joined(separator: ","))]" }
  return Array(#"{"schemaVersion":1,"writes":\#(list(writes)),"removals":\#(list(removals))}"#.utf8)
}

func link(_ path: String, to destination: String) throws {
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
}
