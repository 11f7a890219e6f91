import InfraModel

/// out/ as it is or was.
struct PastFolder {
  /// Every stack and environment that has a manifest there.
  let written: [StackIdentity]
  /// The bytes of a `main.tf.json`; `nil` where there is none.
  let configuration: (StackIdentity) throws -> [UInt8]?

  init(now out: OutFolder) throws {
    written = try out.written()
    configuration = out.configuration
  }

  init(at revision: String, in out: String) throws {
    let revision = try GitRevision(revision, in: out)
    let paths = Set(try revision.paths())
    written = paths.sorted().compactMap { path in
      let words = path.split(separator: "/").map(String.init)
      guard words.count == 3, words[2] == Manifest.fileName else { return nil }
      return StackIdentity(stack: words[0], environment: words[1])
    }
    configuration = { identity in
      let path = "\(identity)/\(GeneratedFolder.configurationName)"
      return paths.contains(path) ? try revision.read(path) : nil
    }
  }
}
