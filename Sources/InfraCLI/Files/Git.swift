/// Files as git has them at a revision.
struct GitRevision {
  let name: String
  /// Paths are relative to it.
  let folder: String

  /// - Throws: Where the folder is in no repository, or git does not know the revision.
  init(_ name: String, in folder: String) throws {
    self.name = name
    self.folder = folder
    guard !name.hasPrefix("-") else { throw InputError.badRevision(name, reason: "no revision starts with a hyphen") }
    _ = try git(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"], otherwise: "there is no such commit")
  }

  /// Every path below the folder.
  func paths() throws -> [String] {
    try git(["ls-tree", "-r", "-z", "--name-only", name], otherwise: "it has no files")
      .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  func read(_ path: String) throws -> [UInt8] {
    try git(["show", "\(name):./\(path)"], otherwise: "it cannot read '\(path)'")
  }

  private func git(_ arguments: [String], otherwise reason: String) throws -> [UInt8] {
    guard let output = try output(of: ["git", "-C", folder] + arguments) else {
      throw InputError.badRevision(name, reason: reason)
    }
    return output
  }
}
