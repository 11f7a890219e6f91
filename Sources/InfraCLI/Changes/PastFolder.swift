import InfraModel

/// out/ as it is on disk, or was at a Git revision.
struct PastFolder {
  /// Every stack and environment that has a manifest there.
  let written: [StackIdentity]
  let sources: (StackIdentity) throws -> WrittenSources

  init(now out: OutFolder) throws {
    written = try out.written()
    sources = out.sources
  }

  init(at revision: String, of out: String, in workingDirectory: String) throws {
    let revision = try GitRevision(revision, of: out, in: workingDirectory)
    let paths = Set(try revision.paths())
    written = paths.sorted().compactMap { path in
      let words = path.split(separator: "/").map(String.init)
      guard words.count == 3, words[2] == Manifest.fileName else { return nil }
      return StackIdentity(stack: words[0], environment: words[1])
    }
    sources = { identity in
      func read(_ name: String) throws -> [UInt8]? {
        let path = "\(identity)/\(name)"
        return paths.contains(path) ? try revision.read(path) : nil
      }
      return WrittenSources(
        configuration: try read(GeneratedFolder.configurationName), versions: try read(GeneratedFolder.versionsName))
    }
  }
}
