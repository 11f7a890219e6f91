import InfraModel

/// Writes files whose bytes are all known, and returns the paths of those that changed.
///
/// Every new file is complete beside its place before the first one takes its place, so a full disk or a folder that
/// cannot be written leaves everything as it was.
func write(_ files: [GeneratedFile]) throws -> [String] {
  let changed = try files.filter { try !holds($0.path, $0.bytes) }
  var undo = Undo()
  do {
    for file in changed {
      for folder in folders(above: file.path) where try makeFolder(folder) { undo.folders.append(folder) }
      undo.files.append(stagingPath(of: file.path))
      try writeFile(stagingPath(of: file.path), file.bytes)
    }
  } catch {
    undo.run()
    throw error
  }
  for file in changed { try rename(stagingPath(of: file.path), to: file.path) }
  return changed.map(\.path)
}

/// What has been made so far and would have to go again.
private struct Undo {
  var files: [String] = []
  var folders: [String] = []

  func run() {
    for file in files { removeFile(file) }
    for folder in folders.reversed() { removeFolder(folder) }
  }
}

private func stagingPath(of path: String) -> String { "\(path).new" }

/// `a`, `a/b` for `a/b/c`.
private func folders(above path: String) -> [String] {
  path.indices.filter { path[$0] == "/" && $0 != path.startIndex }.map { String(path[..<$0]) }
}
