import InfraModel

/// Changes out/ atomically: either everything or nothing.
///
/// - Parameter plan: Computed again under the lock, so that the second of two concurrent runs sees the first one's
///   files.
/// - Returns: What was done.
func writeOut(to path: String, _ plan: (OutFolder) throws -> WritePlan) throws -> WritePlan {
  let made = try makeFolders(down: path)
  do {
    return try withLock(.exclusive, on: path) { root in
      try Transaction.finish(in: root)
      let plan = try plan(OutFolder(path: path, root: root))
      if let file = plan.foreign.first { throw ModifiedFiles(first: file, count: plan.foreign.count) }
      if plan.isEmpty {
        try Transaction.discardLeftovers(in: root)
      } else {
        try Transaction.run(writes: plan.writes, removals: plan.removals, in: root)
      }
      return plan
    }
  } catch {
    for folder in made.reversed() { removeFolder(folder) }
    throw error
  }
}

/// Files that were edited by hand, or that infra-gen did not write, block the change.
struct ModifiedFiles: Error {
  let first: String
  let count: Int

  func message(from run: ProgramName) -> String {
    let others = count == 1 ? "" : ", and \(count - 1) more like it"
    return "'\(first)' differs from what infra-gen wrote\(others); nothing was changed; move the edit into the stack, "
      + "then run `\(run("synth --overwrite \(shellWord(first))"))`"
  }
}

/// Creates a folder and its parents, and returns the ones that were missing, outermost first.
func makeFolders(down path: String) throws -> [String] {
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
