import InfraModel

/// What would have to happen for out/ to be what the stacks say. Nothing has been touched yet.
struct WritePlan {
  /// Whole paths, in the order in which they are to take their places: a package before the configuration that has its
  /// hash, and the manifest last.
  private(set) var writes: [GeneratedFile] = []
  private(set) var removals: [String] = []
  private(set) var unchanged = 0
  /// Files that somebody else has written or edited, and that would be replaced or removed.
  private(set) var foreign: [String] = []

  /// - Parameter overwriting: Files that somebody has said may be replaced whatever is in them.
  init(_ folders: [GeneratedFolder], in out: OutFolder, overwriting: Set<String> = []) throws {
    for folder in folders {
      let path = out.path(of: folder.identity)
      try requireFolders(descent(from: out.path, to: path))
      let known = try readManifest(of: folder.identity, in: out, overwriting)
      for file in folder.files.sorted(by: { rank($0) < rank($1) }) {
        try plan(GeneratedFile(path: "\(path)/\(file.path)", bytes: file.bytes), known: known[file.path])
      }
      for name in known.keys.sorted() where !folder.files.contains(where: { $0.path == name }) {
        try planRemoval(of: "\(path)/\(name)", known: known[name])
      }
    }
    foreign.removeAll(where: overwriting.contains)
  }

  var isEmpty: Bool { writes.isEmpty && removals.isEmpty }

  private mutating func plan(_ file: GeneratedFile, known: KnownBytes?) throws {
    switch try kind(of: file.path) {
    case .nothing: break
    case .symbolicLink: throw FileError.notOurs(path: file.path, reason: "a symbolic link")
    case .folder, .other: throw FileError.notOurs(path: file.path, reason: "no file")
    case .file:
      let bytes = try readFile(file.path)
      if isSame(bytes, file.bytes) {
        unchanged += 1
        return
      }
      if let bytes, known?.matches(bytes) != true { foreign.append(file.path) }
    }
    writes.append(file)
  }

  private mutating func planRemoval(of path: String, known: KnownBytes?) throws {
    guard try kind(of: path) == .file, let bytes = try readFile(path) else { return }
    if known?.matches(bytes) != true { foreign.append(path) }
    removals.append(path)
  }
}

/// What a manifest says of a file's bytes. Of itself it cannot say anything.
private enum KnownBytes {
  case with(digest: String)
  case any

  func matches(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .with(let known): known == digest(of: bytes) || known == formerDigest(of: bytes)
    case .any: true
    }
  }
}

/// What is known of a folder's files: nothing where the manifest is to be overwritten, or not there.
private func readManifest(of identity: StackIdentity, in out: OutFolder, _ overwriting: Set<String>) throws
  -> [String: KnownBytes]
{
  let path = "\(out.path(of: identity))/\(Manifest.fileName)"
  guard !overwriting.contains(path), let manifest = try out.manifest(of: identity) else { return [:] }
  return manifest.digests.mapValues(KnownBytes.with).merging([Manifest.fileName: .any]) { first, _ in first }
}

private func rank(_ file: GeneratedFile) -> Int {
  switch file.path {
  case Manifest.fileName: 2
  case GeneratedFolder.configurationName: 1
  default: 0
  }
}

/// `out/shop`, `out/shop/dev`: out/ itself may be a link that somebody has made, but nothing below it leads elsewhere.
private func descent(from out: String, to path: String) -> [String] {
  path.indices.filter { path[$0] == "/" && path[..<$0].utf8.count > out.utf8.count }.map { String(path[..<$0]) } + [
    path
  ]
}

private func requireFolders(_ paths: [String]) throws {
  for path in paths {
    switch try kind(of: path) {
    case .nothing, .folder: break
    case .symbolicLink: throw FileError.notOurs(path: path, reason: "a symbolic link, which may lead anywhere")
    case .file, .other: throw FileError.notOurs(path: path, reason: "no folder")
    }
  }
}
