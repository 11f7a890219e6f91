import InfraModel
import SwiftTypes

/// What `types` has to write, compared with what a repository has.
struct TypesFiles {
  private let types: GeneratedTypes
  private let directory: String
  /// The paths of the Swift files that `types` wrote before.
  private let former: Set<String>

  init(_ types: GeneratedTypes, replacing lock: TypesLock?, in directory: String) {
    self.types = types
    self.directory = directory
    former = Set(lock.map { lock in lock.files.map { "\(lock.folder)/\($0)" } } ?? [])
  }

  private var files: [GeneratedFile] {
    types.sources.map { GeneratedFile(path: "\(types.lock.folder)/\($0.name)", bytes: Array($0.text.utf8)) }
      + [GeneratedFile(path: TypesLock.path, bytes: Array(types.lock.text.utf8))]
  }

  private var stale: [String] { former.subtracting(files.map(\.path)).sorted() }

  func check(from run: ProgramName) throws -> Outcome {
    let files = files
    var lines: [String] = []
    for file in files {
      switch try readFile(absolute(file.path)) {
      case nil: lines.append("\(file.path) does not exist\n")
      case let bytes where !isSame(bytes, file.bytes): lines.append("\(file.path) is not up to date\n")
      default: break
      }
    }
    lines += stale.map { "\($0) is no longer needed\n" }
    guard lines.isEmpty else {
      return Outcome(log: lines.joined() + "run `\(run("types"))` and commit what it writes\n", code: .differences)
    }
    return Outcome(log: "\(counted(types.typeCount, "type")) in \(types.lock.folder) up to date\n")
  }

  /// Files of others with the names of ours are not replaced.
  func requireRoom() throws {
    for file in files.dropLast() where !former.contains(file.path) {
      guard try readFile(absolute(file.path)).map({ isSame($0, file.bytes) }) ?? true else {
        throw TypesError.foreignFile(file.path)
      }
    }
  }

  func write() throws -> Outcome {
    try requireRoom()
    let files = files
    let stale = stale
    let written = try InfraCLI.write(files.map { GeneratedFile(path: absolute($0.path), bytes: $0.bytes) })
    for path in stale { try removeFile(absolute(path)) }
    let paths = Set(written)
    return Outcome(
      output: files.map(\.path).filter { paths.contains(absolute($0)) }.map { "\($0)\n" }.joined()
        + stale.map { "\($0) removed\n" }.joined(),
      log: "\(counted(types.typeCount, "type")) in \(counted(files.count - 1, "file"))\(slowBuild)\n")
  }

  /// A clean debug build compiles about fifteen types in a CPU second.
  private var slowBuild: String {
    types.typeCount > 300 ? "; a clean build takes about \(types.typeCount / 15) CPU seconds for them" : ""
  }

  private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(directory)/\(path)" }
}
