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
      try requireFolders(["\(folder.identity.stack)", "\(folder.identity)"], in: out)
      let known = try readManifest(of: folder.identity, in: out, overwriting)
      for file in folder.files.sorted(by: { rank($0) < rank($1) }) {
        try plan(
          GeneratedFile(path: "\(folder.identity)/\(file.path)", bytes: file.bytes), known: known[file.path], in: out)
      }
      for name in known.keys.sorted() where !folder.files.contains(where: { $0.path == name }) {
        try planRemoval(of: "\(folder.identity)/\(name)", known: known[name], in: out)
      }
    }
    foreign.removeAll(where: overwriting.contains)
  }

  var isEmpty: Bool { writes.isEmpty && removals.isEmpty }

  /// - Parameter file: Its path is relative to out/.
  private mutating func plan(_ file: GeneratedFile, known: KnownBytes?, in out: OutFolder) throws {
    let path = out.name(file.path)
    switch try out.kind(of: file.path) {
    case .nothing: break
    case .symbolicLink: throw FileError.notOurs(path: path, reason: "a symbolic link")
    case .folder, .other: throw FileError.notOurs(path: path, reason: "no file")
    case .file:
      let bytes = try out.read(file.path)
      if isSame(bytes, file.bytes) {
        unchanged += 1
        return
      }
      if let bytes, known?.matches(bytes) != true { foreign.append(path) }
    }
    writes.append(GeneratedFile(path: path, bytes: file.bytes))
  }

  private mutating func planRemoval(of path: String, known: KnownBytes?, in out: OutFolder) throws {
    guard try out.kind(of: path) == .file, let bytes = try out.read(path) else { return }
    if known?.matches(bytes) != true { foreign.append(out.name(path)) }
    removals.append(out.name(path))
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
  let path = out.name("\(identity)/\(Manifest.fileName)")
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

/// out/ itself may be a link that somebody has made, but nothing below it leads elsewhere.
private func requireFolders(_ paths: [String], in out: OutFolder) throws {
  for path in paths {
    switch try out.kind(of: path) {
    case .nothing, .folder: break
    case .symbolicLink:
      throw FileError.notOurs(path: out.name(path), reason: "a symbolic link, which may lead anywhere")
    case .file, .other: throw FileError.notOurs(path: out.name(path), reason: "no folder")
    }
  }
}
