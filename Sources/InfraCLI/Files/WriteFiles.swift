import InfraModel

/// Changes out/ as one: either all of it or nothing, whatever happens meanwhile.
///
/// - Parameter plan: Made anew under the lock, so that of two runs at once the second sees what the first has written.
/// - Returns: What was done.
func writeOut(to path: String, _ plan: (OutFolder) throws -> WritePlan) throws -> WritePlan {
  let made = try makeFolders(down: path)
  do {
    return try withLock(.exclusive, on: path) {
      try Transaction.finish(in: path)
      let plan = try plan(OutFolder(path: path))
      if let file = plan.foreign.first { throw ForeignFiles(first: file, count: plan.foreign.count) }
      if plan.isEmpty {
        try Transaction.discardLeftovers(of: path)
      } else {
        try Transaction.run(writes: plan.writes, removals: plan.removals, in: path)
      }
      return plan
    }
  } catch {
    for folder in made.reversed() { removeFolder(folder) }
    throw error
  }
}

/// Files that were edited by hand, or are not infra-gen's at all, stand in the way.
struct ForeignFiles: Error {
  let first: String
  let count: Int

  func message(from run: ProgramName) -> String {
    let others = count == 1 ? "" : ", and \(count - 1) more like it"
    return "'\(first)' is not as infra-gen wrote it\(others); nothing was changed; put into the stack what was "
      + "written there, then say `\(run("synth --overwrite \(shellWord(first))"))`"
  }
}

/// Writes files whose bytes are all known, each by itself, and returns the paths of those that changed: documentation,
/// baselines and the like. Every new file is complete before the first one takes its place.
func write(_ files: [GeneratedFile]) throws -> [String] {
  let changed = try files.filter { try !isSame(readFile($0.path), $0.bytes) }
  var made: [String] = []
  var staged: [String] = []
  do {
    for file in changed {
      if let end = file.path.lastIndex(of: "/") { made += try makeFolders(down: String(file.path[..<end])) }
      staged.append(stagingPath(of: file.path))
      try writeFile(stagingPath(of: file.path), file.bytes)
    }
  } catch {
    for path in staged { try? removeFile(path) }
    for folder in made.reversed() { removeFolder(folder) }
    throw error
  }
  for file in changed { try rename(stagingPath(of: file.path), to: file.path) }
  return changed.map(\.path)
}

private func stagingPath(of path: String) -> String { "\(path).new" }

/// Makes a folder and those above it, and returns the ones that were missing, outermost first.
private func makeFolders(down path: String) throws -> [String] {
  let above = path.indices.filter { path[$0] == "/" && $0 != path.startIndex }.map { String(path[..<$0]) }
  var made: [String] = []
  do {
    for folder in above + [path] where try makeFolder(folder) { made.append(folder) }
  } catch {
    for folder in made.reversed() { removeFolder(folder) }
    throw error
  }
  return made
}
