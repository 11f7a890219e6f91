import Foundation
import Testing

/// A file system that only one process and its children see, so that filling it and forbidding it disturbs nobody.
enum PrivateDisk {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a shell script in which `disk OPTIONS` mounts an empty file system at `$DISK`, and `$OLD` holds files.
  /// Its standard output is returned, and the script has to end well.
  static func run(_ script: String, old: [String: [UInt8]], in folder: String) throws -> [String] {
    try write(old, to: "\(folder)/old")
    try FileManager.default.createDirectory(atPath: "\(folder)/disk", withIntermediateDirectories: true)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = namespace + ["bash", "-ec", "disk() { mount -t tmpfs -o \"$1\" none \"$DISK\"; }; \(script)"]
    process.environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "DISK": "\(folder)/disk", "OLD": "\(folder)/old",
      "PROGRAM": ShopProcess.program.path, "SHOP": "after",
    ]
    process.standardOutput = output
    try process.run()
    let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: lines) }
    return lines.split(separator: "\n").map(String.init)
  }

  /// CI has to have it; a laptop may not let its users mount anything.
  static var isThere: Bool { isPossible || ProcessInfo.processInfo.environment["CI"] == "true" }

  private static let namespace =
    geteuid() == 0 ? ["unshare", "--mount"] : ["unshare", "--user", "--map-root-user", "--mount"]

  private static let isPossible: Bool = {
    var isPossible = false
    try? withFolder { folder in isPossible = (try? run("disk size=64k", old: [:], in: folder)) != nil }
    return isPossible
  }()
}
