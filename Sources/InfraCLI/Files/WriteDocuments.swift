import InfraModel

/// Writes files whose bytes are all known, each by itself, and returns the paths of those that changed: documentation,
/// baselines, reports. Every new file is complete before the first one takes its place.
///
/// Only a regular file is ever replaced. A symbolic link is followed, and its target is replaced. A pipe or a device is
/// written to. The new bytes are staged in a file with a unique name next to the old one.
func write(_ files: [GeneratedFile]) throws -> [String] {
  var changed: [String] = []
  var made: [String] = []
  var staged: [(path: String, destination: String)] = []
  do {
    for file in files {
      switch try Destination(file.path) {
      case .stream(let descriptor):
        guard writeAll(file.bytes, to: descriptor) else {
          throw FileError.cannotWrite(path: file.path, reason: lastError())
        }
      case .device: try writeInto(file.path, file.bytes)
      case .file(let path, let mode):
        if try mode != nil && isSame(readFile(path), file.bytes) { continue }
        if mode == nil { made += try makeFolders(above: path) }
        staged.append((try stage(file.bytes, beside: path, mode: mode), path))
        changed.append(file.path)
      }
    }
  } catch {
    for file in staged { try? removeFile(file.path) }
    for folder in made.reversed() { removeFolder(folder) }
    throw error
  }
  try takePlaces(staged)
  return changed
}

/// The target of a path that the user gave.
private enum Destination {
  /// One of the streams that the process was started with, such as `/dev/stdout`.
  case stream(Int32)
  /// A device or a pipe.
  case device
  /// A regular file with its permissions, or a new one, for which `mode` is `nil`.
  case file(path: String, mode: UInt32?)

  init(_ path: String) throws {
    if let stream = startedStream(path) {
      self = .stream(stream)
      return
    }
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last, !name.isEmpty else {
      throw FileError.cannotCreate(path: path, reason: "it names no file")
    }
    switch try kind(of: path) {
    case .nothing: self = .file(path: path, mode: nil)
    case .file: self = .file(path: path, mode: try permissions(of: path))
    case .folder: throw FileError.cannotCreate(path: path, reason: "it is a folder")
    case .other: self = .device
    case .symbolicLink:
      guard let end = try realPath(of: path) else {
        throw FileError.cannotCreate(path: path, reason: "it is a dangling symbolic link")
      }
      switch try kind(of: end) {
      case .file: self = .file(path: end, mode: try permissions(of: end))
      case .other: self = .device
      case .nothing, .folder, .symbolicLink:
        throw FileError.cannotCreate(path: path, reason: "it is a symbolic link to something that is not a file")
      }
    }
  }
}

/// Writes bytes to a file that nothing else uses, in the folder of the one they are for.
private func stage(_ bytes: [UInt8], beside path: String, mode: UInt32?) throws -> String {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  let digits = String(UInt64.random(in: .min ... .max), radix: 16)
  let staged = "\(folder).infra-gen-\(String(repeating: "0", count: 16 - digits.count))\(digits).new"
  do {
    try createFile(staged, bytes, mode: mode)
  } catch FileError.cannotWrite(_, let reason) {
    try? removeFile(staged)
    throw FileError.cannotWrite(path: path, reason: reason)
  } catch FileError.cannotCreate(_, let reason) {
    throw FileError.cannotCreate(path: path, reason: reason)
  }
  return staged
}

/// The bytes are all on the disk, and so far nothing was changed.
private func takePlaces(_ staged: [(path: String, destination: String)]) throws {
  for (index, file) in staged.enumerated() {
    do {
      try rename(file.path, to: file.destination)
    } catch FileError.cannotWrite(let path, let reason) {
      for file in staged[index...] { try? removeFile(file.path) }
      guard index > 0 else { throw FileError.cannotWrite(path: path, reason: reason) }
      throw FileError.partlyWritten(path: path, reason: reason, done: index, of: staged.count)
    }
  }
}

private func makeFolders(above path: String) throws -> [String] {
  guard let end = path.lastIndex(of: "/"), end != path.startIndex else { return [] }
  return try makeFolders(down: String(path[..<end]))
}
