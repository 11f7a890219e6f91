import Foundation
import Testing

/// `shop-program` as a process of its own, the very code that users run.
struct ShopProcess {
  struct Ended {
    let code: Int32
    let isKilled: Bool
    let log: String
  }

  /// The files of a folder that it has written to at a time.
  static func contents(_ time: Time) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    try withFolder { folder in
      // Nothing of the past is gone without a word in the past itself.
      for time in [Time.before, time] {
        let ended = try ShopProcess().run(["synth", "--out", "\(folder)/out"], time)
        if ended.code != 0 { Issue.record("\(ended.log)") }
      }
      contents = try InfraCLITests.contents(of: folder)
    }
    return contents
  }

  /// What it declares.
  enum Time: String {
    case before
    case after
  }

  var environment: [String: String] = [:]
  var workingDirectory = "/"

  func run(_ arguments: [String], _ time: Time = .before) throws -> Ended {
    let started = try start(arguments, time)
    let log = started.log.fileHandleForReading.readDataToEndOfFile()
    started.process.waitUntilExit()
    return Ended(
      code: started.process.terminationStatus,
      isKilled: started.process.terminationReason == .uncaughtSignal, log: String(decoding: log, as: UTF8.self))
  }

  struct Printed {
    let code: Int32
    let output: String
    let log: String
  }

  /// Runs a line of bash, in which `$PROGRAM` is the program.
  func runInShell(_ script: String, _ time: Time = .before) throws -> Printed {
    var printed = Printed(code: 0, output: "", log: "")
    try withFolder { folder in
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["bash", "-c", "exec > \(folder)/output 2> \(folder)/log; \(script)"]
      process.currentDirectoryURL = URL(filePath: workingDirectory)
      process.environment = [
        "PATH": "/usr/bin:/bin", "SHOP": time.rawValue, "PROGRAM": Self.program.path,
      ].merging(environment) { _, own in own }
      try process.run()
      process.waitUntilExit()
      func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
      }
      printed = Printed(code: process.terminationStatus, output: try text("output"), log: try text("log"))
    }
    return printed
  }

  struct Started {
    let process: Process
    let log: Pipe

    /// Whether it still is when some seconds have passed; asked no longer than it has to be.
    func isRunning(after seconds: Double) -> Bool {
      let end = Date(timeIntervalSinceNow: seconds)
      while process.isRunning, Date() < end { usleep(5_000) }
      return process.isRunning
    }
  }

  func start(_ arguments: [String], _ time: Time) throws -> Started {
    let process = Process()
    let log = Pipe()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: workingDirectory)
    process.environment = ["PATH": "/usr/bin:/bin", "SHOP": time.rawValue].merging(environment) { _, own in own }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = log
    try process.run()
    return Started(process: process, log: log)
  }

  static let program = products.appending(path: "shop-program")

  /// Where the build puts the tests, and the program beside them.
  static let products: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent()
    #else
      return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    #endif
  }()
}

/// The library that makes calls fail, or why there is none.
enum FaultLibrary {
  /// Nothing where the platform's loader does not take one.
  static let path: String? = {
    #if os(Linux)
      let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fault.c").path
      let library = FileManager.default.temporaryDirectory.appending(path: "fault-\(UUID()).so").path
      let compiler = Process()
      compiler.executableURL = URL(filePath: "/usr/bin/env")
      compiler.arguments = ["clang", "-shared", "-fPIC", "-o", library, source]
      do {
        try compiler.run()
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? library : nil
      } catch {
        return nil
      }
    #else
      return nil
    #endif
  }()

  /// CI has to have it; a laptop may not.
  static var isThere: Bool { path != nil || ProcessInfo.processInfo.environment["CI"] == "true" }
}

/// The bytes of every file below a folder, by path.
func contents(of folder: String) throws -> [String: [UInt8]] {
  var contents: [String: [UInt8]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
    else { continue }
    contents[path] = try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }
  return contents
}

/// Writes the bytes of files below a folder, by path.
func write(_ files: [String: [UInt8]], to folder: String) throws {
  for (path, bytes) in files {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
