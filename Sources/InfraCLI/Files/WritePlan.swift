import InfraModel

/// The changes that bring out/ up to date. Nothing is changed yet.
struct WritePlan {
  /// Full paths, in the order in which the files are replaced: a package before the configuration that has its
  /// hash, and the manifest last.
  private(set) var writes: [GeneratedFile] = []
  private(set) var removals: [String] = []
  private(set) var unchanged = 0
  /// Files that infra-gen did not write, or that were edited, and that would be replaced or removed.
  private(set) var foreign: [String] = []

  /// - Parameter overwriting: Files that the user allows to be replaced whatever their contents.
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
    case .folder, .other: throw FileError.notOurs(path: path, reason: "not a file")
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

/// The digest of a file in a manifest, which has none of itself.
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

/// The known digests of a folder's files: none if the manifest is missing or to be overwritten.
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

/// out/ itself may be a symbolic link, but nothing below it may be one.
private func requireFolders(_ paths: [String], in out: OutFolder) throws {
  for path in paths {
    switch try out.kind(of: path) {
    case .nothing, .folder: break
    case .symbolicLink:
      throw FileError.notOurs(path: out.name(path), reason: "a symbolic link, which may lead anywhere")
    case .file, .other: throw FileError.notOurs(path: out.name(path), reason: "not a folder")
    }
  }
}
