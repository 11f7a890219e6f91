import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What `--write` and `--write-baseline` do to the file that they name, and to nothing else.
@Suite struct WriteDocumentsTests {
  /// The new bytes waited in `FILE.new`, whoever's that was.
  @Test func neighborsAreLeftAlone() throws {
    try withFolder { folder in
      try write(["a.json": [1], "a.json.new": [2], "victim": [3], "b.json": [4]], to: folder)
      try link("\(folder)/b.json.new", to: "victim")
      let files = ["a.json", "b.json"].map { GeneratedFile(path: "\(folder)/\($0)", bytes: [9]) }
      #expect(try write(files) == files.map(\.path))
      #expect(
        try contents(of: folder) == [
          "a.json": [9], "a.json.new": [2], "victim": [3], "b.json": [9], "b.json.new": [3],
        ])
      #expect(try kind(of: "\(folder)/b.json") == .file)
    }
  }

  @Test func linkIsFollowed() throws {
    try withFolder { folder in
      try write(["pages/report.html": [1]], to: folder)
      try link("\(folder)/latest.html", to: "pages/report.html")
      #expect(try write([GeneratedFile(path: "\(folder)/latest.html", bytes: [2])]) == ["\(folder)/latest.html"])
      #expect(try kind(of: "\(folder)/latest.html") == .symbolicLink)
      #expect(try contents(of: folder) == ["pages/report.html": [2], "latest.html": [2]])
    }
  }

  @Test func permissionsStayAsTheyAre() throws {
    try withFolder { folder in
      try write(["a": [1]], to: folder)
      chmod("\(folder)/a", 0o600)
      _ = try write([GeneratedFile(path: "\(folder)/a", bytes: [2])])
      #expect(try permissions(of: "\(folder)/a") == 0o600)
    }
  }

  @Test(arguments: ["", "missing/", "folder", "folder/", "dangling", "link-to-folder"])
  func whatIsNoFileIsRefused(_ name: String) throws {
    try withFolder { folder in
      try write(["folder/x": [1]], to: folder)
      try link("\(folder)/dangling", to: "nothing")
      try link("\(folder)/link-to-folder", to: "folder")
      let path = name.isEmpty ? "" : "\(folder)/\(name)"
      let before = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      #expect(throws: FileError.self) { try write([GeneratedFile(path: path, bytes: [2])]) }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == before)
      #expect(!FileManager.default.fileExists(atPath: ".new"))
    }
  }

  @Test func pipeIsWrittenTo() throws {
    try withFolder { (folder: String) throws -> Void in
      let path = "\(folder)/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      // Nothing reads it yet, and that is not waited for.
      #expect(throws: FileError.self) { try write([GeneratedFile(path: path, bytes: [1])]) }
      let reader = open(path, O_RDONLY | O_NONBLOCK)
      let changed = try write([GeneratedFile(path: path, bytes: [1, 2, 3])])
      #expect(changed.isEmpty)
      var bytes = [UInt8](repeating: 0, count: 8)
      #expect(read(reader, &bytes, 8) == 3)
      close(reader)
      #expect(Array(bytes.prefix(3)) == [1, 2, 3])
      let found = try kind(of: path)
      #expect(found == .other)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["pipe"])
    }
  }

  #if os(Linux)
    @Test(.enabled(if: geteuid() == 0, "only root makes devices")) func deviceIsNotReplaced() throws {
      try withFolder { folder in
        // 1, 3 is the null device, here in a folder of its own.
        guard mknod("\(folder)/null", S_IFCHR | 0o666, 1 << 8 | 3) == 0 else { return }
        _ = try write([GeneratedFile(path: "\(folder)/null", bytes: [1])])
        #expect(try kind(of: "\(folder)/null") == .other)
      }
    }
  #endif

  /// `/dev/stdout` is the stream, even where that is a file.
  @Test func standardOutputIsTheStream() throws {
    try withFolder { folder in
      let ended = try ShopProcess().runInShell(
        "\"$PROGRAM\" graph --stack kiosk --write /dev/null; "
          + "\"$PROGRAM\" report --write /dev/stdout > \(folder)/a; \"$PROGRAM\" report > \(folder)/b; "
          + "\"$PROGRAM\" report --write /dev/stdout | head -c 1 > \(folder)/c")
      let found = try contents(of: folder)
      #expect(found["a"] == found["b"] && found["a"]?.isEmpty == false, "\(ended)")
      #expect(found["c"] == [UInt8(ascii: "<")])
    }
  }

  /// Each file is whole, and no other is left, whichever call fails.
  @Test(.enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD"))
  func failureLeavesNoNeighbor() throws {
    let library = try #require(FaultLibrary.path)
    let arguments = ["graph", "--format", "dot", "--write"]
    var (old, new) = ([String: [UInt8]](), [String: [UInt8]]())
    try withFolder { folder in
      _ = try ShopProcess().run(arguments + [folder], .before)
      old = try contents(of: folder)
      _ = try ShopProcess().run(arguments + [folder], .after)
      new = try contents(of: folder)
    }
    #expect(old.count == 3)
    var failures = 0
    for step in 1...100 {
      var isOver = false
      try withFolder { folder in
        try write(old.mapValues { _ in [1] }, to: folder)
        let environment = ["LD_PRELOAD": library, "FAULT": "\(ENOSPC)", "FAULT_STEP": "\(step)"]
        let ended = try ShopProcess(environment: environment).run(arguments + [folder], .after)
        isOver = !ended.log.contains("fault injected")
        guard !isOver else { return }
        let found = try contents(of: folder)
        #expect(found.keys.sorted() == old.keys.sorted(), "step \(step)")
        for (path, bytes) in found { #expect(bytes == [1] || bytes == new[path], "step \(step)") }
        if ended.code != 0 { failures += 1 }
        #expect(!ended.log.contains("nothing was changed") || found.values.allSatisfy { $0 == [1] }, "step \(step)")
      }
      if isOver { break }
    }
    #expect(failures > 5)
  }
}
