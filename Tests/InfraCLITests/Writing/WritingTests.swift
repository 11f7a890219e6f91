import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What synth does with what it finds in out/.
@Suite struct WritingTests {
  private let file = "changing/prod/main.tf.json"

  @Test func editedFileIsNeverReplacedWithoutTheWord() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      try Data("{\n".utf8).write(to: URL(filePath: "\(folder)/\(file)"))
      let before = try contents(of: folder)
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.code == .cannotCreate)
      #expect(refused.log.contains("'\(folder)/\(file)' differs from what infra-gen wrote; nothing was changed"))
      #expect(refused.log.contains("`infra-gen synth --overwrite \(folder)/\(file)`"))
      #expect(try contents(of: folder) == before)
      let allowed = run(["synth", "--out", folder, "--overwrite", "\(folder)/\(file)"]) { $0.add(Topic("alerts")) }
      #expect(allowed.code == .success)
      #expect(allowed.output == "\(folder)/\(file)\n")
    }
  }

  /// By `sha256sum`.
  @Test func fileOfAFormerManifestIsStillOurs() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      try Data("{}\n".utf8).write(to: URL(filePath: "\(folder)/\(file)"))
      func writeManifest(_ digest: String) throws {
        let manifest = #"{"schemaVersion": 1, "files": {"main.tf.json": "\#(digest)"}, "resources": {}}"#
        try Data(manifest.utf8).write(to: URL(filePath: "\(folder)/changing/prod/\(Manifest.fileName)"))
      }
      let digest = "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"
      try writeManifest(String(digest.dropLast()) + "0")
      #expect(run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }.code == .cannotCreate)
      try writeManifest(digest)
      let outcome = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .success, "\(outcome.log)")
    }
  }

  @Test func fileThatWasNeverOursIsNotReplaced() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/changing/prod", withIntermediateDirectories: true)
      try Data("{}\n".utf8).write(to: URL(filePath: "\(folder)/\(file)"))
      #expect(run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }.code == .cannotCreate)
      #expect(try contents(of: folder) == [file: Array("{}\n".utf8)])
    }
  }

  @Test func filesOfARemovedStackGoAndItsStateStays() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder])
      try Data("state".utf8).write(to: URL(filePath: "\(folder)/shop/prod/terraform.tfstate"))
      // A part of the stacks says nothing about the others.
      _ = run(["synth", "--out", folder, "--stack", "changing"]) { $0.add(Topic("alerts")) }
      #expect(try contents(of: folder)["shop/prod/main.tf.json"] != nil)
      let outcome = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .success)
      #expect(outcome.log.contains("no longer has shop/prod: what Terraform applied there still exists"))
      #expect(
        try contents(of: folder).keys.sorted() == [
          "changing/prod/infra-gen.json", file, "changing/prod/versions.tf", "shop/prod/terraform.tfstate",
        ])
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/shop/dev"))
    }
  }

  @Test func editedFileOfARemovedStackStays() throws {
    try withFolder { folder in
      _ = program().run(["synth", "--out", folder])
      try Data("{}".utf8).write(to: URL(filePath: "\(folder)/shop/dev/main.tf.json"))
      let before = try contents(of: folder)
      let outcome = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .cannotCreate)
      #expect(outcome.log.contains("shop/dev/main.tf.json"))
      #expect(try contents(of: folder) == before)
    }
  }

  @Test func linkBelowOutLeadsNowhere() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(atPath: "\(folder)/elsewhere/prod", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/out/changing", withDestinationPath: "\(folder)/elsewhere")
      let outcome = run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .cannotCreate)
      #expect(outcome.log.contains("'\(folder)/out/changing' is a symbolic link"))
      #expect(try contents(of: folder).isEmpty)
    }
  }

  @Test func outMayBeALinkItself() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/disk", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/out", withDestinationPath: "disk")
      #expect(run(["synth", "--out", "\(folder)/out/"]) { $0.add(Topic("alerts")) }.code == .success)
      #expect(try contents(of: "\(folder)/disk").keys.contains(file))
    }
  }

  @Test(.disabled(if: geteuid() == 0, "nothing is read-only to root")) func readOnlyFolderStaysAsItWas() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let before = try contents(of: folder)
      chmod("\(folder)/changing/prod", 0o555)
      defer { chmod("\(folder)/changing/prod", 0o755) }
      #expect(run(["synth", "--out", folder]) { $0.add(Topic("bells").renamed(from: "alerts")) }.code == .cannotCreate)
      #expect(try contents(of: folder) == before)
    }
  }

  @Test(arguments: [
    #"{"schemaVersion":1,"files":{"../../x":"00"},"resources":{}}"#, "<<<<<<< ours\n{}", #"{"schemaVersion":2}"#,
  ])
  func manifestThatIsNoneIsRefused(_ manifest: String) throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/x"))
      try FileManager.default.createDirectory(atPath: "\(folder)/changing/prod", withIntermediateDirectories: true)
      try Data(manifest.utf8).write(to: URL(filePath: "\(folder)/changing/prod/infra-gen.json"))
      let outcome = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .badInput)
      #expect(outcome.log.contains("--overwrite \(folder)/changing/prod/infra-gen.json"))
      let path = "\(folder)/changing/prod/infra-gen.json"
      #expect(run(["synth", "--out", folder, "--overwrite", path]) { $0.add(Topic("alerts")) }.code == .success)
      #expect(try contents(of: folder)["x"] == Array("mine".utf8))
    }
  }

  @Test func journalCannotLeadOutOfTheFolder() throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/x"))
      try FileManager.default.createDirectory(atPath: "\(folder)/out/.infra-gen", withIntermediateDirectories: true)
      try Data(#"{"schemaVersion":1,"writes":[],"removals":["../x"]}"#.utf8)
        .write(to: URL(filePath: "\(folder)/out/.infra-gen/journal.json"))
      #expect(run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }.code == .badInput)
      #expect(try contents(of: folder)["x"] == Array("mine".utf8))
    }
  }

  /// Or they would be committed with the rest.
  @Test func leftoversOfAKilledRunGoEvenWhereNothingIsToBeWritten() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let before = try contents(of: folder)
      try write([".infra-gen/0": [1], ".infra-gen/journal.json.new": [2]], to: folder)
      #expect(run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }.code == .success)
      #expect(try contents(of: folder) == before)
    }
  }

  @Test func checkWritesNothingAndShowsTheDifference() throws {
    try withFolder { folder in
      let missing = run(["synth", "--check", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      #expect(missing.code == .differences)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(run(["synth", "--check", "--out", folder]) { $0.add(Topic("alerts")) }.code == .success)
      let before = try contents(of: folder)
      let stale = run(["synth", "--check", "--out", folder]) {
        $0.add(Topic("alerts"), with: ["display_name": "Alerts"])
      }
      #expect(stale.code == .differences)
      #expect(stale.output.contains(#"display_name: (none) → "Alerts""#))
      #expect(stale.log.contains("\(folder)/\(file) is not up to date"))
      #expect(try contents(of: folder) == before)
    }
  }

  @Test func checkFindsABlankToo() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let bytes = try #require(try contents(of: folder)[file])
      try Data(bytes + [0x0a]).write(to: URL(filePath: "\(folder)/\(file)"))
      let outcome = run(["synth", "--check", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .differences)
      #expect(outcome.log.contains("\(folder)/\(file) was edited by hand"))
    }
  }
}
