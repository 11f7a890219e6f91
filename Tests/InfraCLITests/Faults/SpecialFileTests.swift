import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// Files that have no end, never come, or lead in a circle.
@Suite struct SpecialFileTests {
  private let plan = #"""
    {"format_version":"1.2","resource_changes":[{"address":"aws_sns_topic.a","mode":"managed","type":"aws_sns_topic",
    "name":"a","change":{"actions":["create"],"after":{"name":"a"},"after_unknown":{}}}]}
    """#
  private let source = Array("resource \"aws_sns_topic\" \"a\" {}\n".utf8)

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ["audit", "FILE"], ["coverage", "FILE"], ["audit", "--waivers", "FILE", "plan"],
      ["audit", "--baseline", "FILE", "plan"],
    ])
  func pipeIsNotWaitedFor(_ arguments: [String]) throws {
    try withFolder { folder in
      try write(["plan": Array(plan.utf8)], to: folder)
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      for file in ["\(folder)/pipe", "/dev/zero", folder] {
        let words = arguments.map { $0 == "FILE" ? file : $0 == "plan" ? "\(folder)/plan" : $0 }
        let outcome = run(words) { _ in }
        #expect(outcome.code == .inputOutput, "\(outcome.log)")
      }
    }
  }

  @Test func streamsOfTheProcessAreRead() throws {
    try withFolder { folder in
      try write(["plan": Array(plan.utf8)], to: folder)
      for command in ["RUN - < P", "RUN /dev/stdin < P", "cat P | RUN -", "RUN <(cat P)", "RUN /dev/fd/5 5< P"] {
        let script = command.replacing("P", with: "\(folder)/plan").replacing("RUN", with: "\"$PROGRAM\" audit")
        let ended = try ShopProcess().runInShell(script)
        #expect(ended.code == 0 && ended.output.contains("a plan of 1 AWS resource"), "\(command): \(ended)")
      }
    }
  }

  @Test func longFilesAreRefused() throws {
    try withFolder { folder in
      try write(["file": Array(repeating: 1, count: 5_000)], to: folder)
      let descriptor = open("\(folder)/file", O_RDONLY)
      defer { close(descriptor) }
      #expect(throws: FileError.self) { try readStream(descriptor, called: "file", atMost: 4_999) }
      lseek(descriptor, 0, SEEK_SET)
      #expect(try readStream(descriptor, called: "file", atMost: 5_000).count == 5_000)
    }
  }

  /// A hole takes no room on the disk, and as much memory as anything when it is read.
  @Test func sparseFileIsNotReadWhole() throws {
    try withFolder { folder in
      #expect(FileManager.default.createFile(atPath: "\(folder)/plan", contents: Data()))
      #expect(truncate("\(folder)/plan", off_t(longestFile) + 1) == 0)
      let outcome = run(["audit", "\(folder)/plan"]) { _ in }
      #expect(outcome.code == .inputOutput)
      #expect(outcome.log.contains("longer than 256 MiB"), "\(outcome.log)")
    }
  }

  @Test(.timeLimit(.minutes(5))) func sourceFinderPassesOverWhatItCannotRead() throws {
    try withFolder { folder in
      try write(["src/main.tf": source, "src/mod.tf/inner.tf": source, "src/deep/x.tf": source], to: folder)
      #expect(mkfifo("\(folder)/src/pipe.tf", 0o600) == 0)
      try link("\(folder)/src/zero.tf", to: "/dev/zero")
      try link("\(folder)/src/gone.tf", to: "nothing")
      let found = try TerraformSource("src", in: folder)
      let place = found.place(of: Address(type: "aws_sns_topic", name: "a"))
      #expect(place?.path == "\(folder)/src/main.tf")
    }
  }

  /// Three links to the folder that they stand in were 3^16 folders.
  @Test(.timeLimit(.minutes(5))) func sourceFinderWalksInNoCircle() throws {
    try withFolder { folder in
      try write(["src/main.tf": source], to: folder)
      for name in ["a", "b", "c"] { try link("\(folder)/src/\(name)", to: ".") }
      let found = try TerraformSource("src", in: folder)
      // Found once, and not again behind each link.
      #expect(found.place(of: Address(type: "aws_sns_topic", name: "a"))?.path == "\(folder)/src/main.tf")
    }
  }

  @Test func sourceMayBeALinkItself() throws {
    try withFolder { folder in
      try write(["src/main.tf": source], to: folder)
      try link("\(folder)/there", to: "src")
      let found = try TerraformSource("there", in: folder)
      #expect(found.place(of: Address(type: "aws_sns_topic", name: "a"))?.path == "\(folder)/there/main.tf")
    }
  }
}
