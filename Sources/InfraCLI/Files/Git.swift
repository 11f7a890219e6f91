/// Starts Git so that the contents of a folder cannot influence it.
///
/// A folder that a branch committed can look like a bare repository, with a configuration that names programs; Git
/// accepts no such folder for a repository. Nothing is fetched, and no hook, monitor, pager or other program is
/// started.
private let safeGit =
  ["git", "--no-pager", "--no-optional-locks"]
  + [
    "safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
    "diff.external=", "protocol.allow=never", "core.sshCommand=false", "core.alternateRefsCommand=true", "gc.auto=0",
  ].flatMap { ["-c", $0] }

private let gitEnvironment = [
  "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat",
  "GIT_EXTERNAL_DIFF": "", "GIT_OPTIONAL_LOCKS": "0",
]

/// The output of Git, run in a folder; `nil` if it fails.
func gitOutput(_ arguments: [String], in folder: String) throws -> [UInt8]? {
  try output(of: safeGit + ["-C", folder] + arguments, environment: gitEnvironment)
}

/// The files of out/ at a Git revision.
struct GitRevision {
  let name: String
  /// The folder to run Git in: the working directory, or if out/ is not below it, the parent of out/. Never out/
  /// itself.
  private let folder: String
  /// out/ relative to that.
  private let out: String

  /// - Throws: If out/ is not in a repository, or Git does not know the revision.
  init(_ name: String, of out: String, in workingDirectory: String) throws {
    self.name = name
    (folder, self.out) = try split(out, in: workingDirectory)
    guard !name.hasPrefix("-") else { throw InputError.badRevision(name, reason: "no revision starts with a hyphen") }
    // A colon would make it the name of a file or folder in a commit, and `:/` a search.
    guard !name.isEmpty, !name.contains(":"), !name.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      throw InputError.badRevision(name, reason: "there is no such commit")
    }
    _ = try git(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"],
      otherwise: "there is no such commit")
  }

  /// Every path below out/, relative to it.
  func paths() throws -> [String] {
    let prefix = out.isEmpty ? "" : "\(out)/"
    let arguments =
      ["--literal-pathspecs", "ls-tree", "-r", "-z", "--name-only", name] + (out.isEmpty ? [] : ["--", prefix])
    return try git(arguments, otherwise: "it has no files").split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count))
      }
  }

  func read(_ path: String) throws -> [UInt8] {
    try git(
      ["cat-file", "blob", "\(name):./\(out.isEmpty ? "" : "\(out)/")\(path)"], otherwise: "it cannot read '\(path)'")
  }

  private func git(_ arguments: [String], otherwise reason: String) throws -> [UInt8] {
    guard let output = try gitOutput(arguments, in: folder) else {
      throw InputError.badRevision(name, reason: reason)
    }
    return output
  }
}

/// A folder to run git in, and the path of out/ from there.
private func split(_ out: String, in workingDirectory: String) throws -> (folder: String, out: String) {
  let here = try realPath(of: workingDirectory) ?? workingDirectory
  let absolute = out.hasPrefix("/") ? out : "\(here)/\(out)"
  let there = try realPath(of: absolute) ?? absolute
  let prefix = here.hasSuffix("/") ? here : "\(here)/"
  if here != "/", there.hasPrefix(prefix) { return (here, String(there.dropFirst(prefix.count))) }
  guard let end = there.lastIndex(of: "/") else { return (here, there) }
  return (end == there.startIndex ? "/" : String(there[..<end]), String(there[there.index(after: end)...]))
}
