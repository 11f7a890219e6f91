import InfraModel

/// out/ as it is on the disk: what infra-gen has written there before.
struct OutFolder {
  let path: String

  /// Finishes the work of a run that was killed when the first file had taken its place. Whoever looks at out/ does this
  /// first, so nobody ever sees the half of it.
  init(_ path: String) throws {
    self.path = path
    guard try readFile(Transaction.journalPath(in: path)) != nil else { return }
    try withLock(on: path) { try Transaction.finish(in: path) }
  }

  func path(of identity: StackIdentity) -> String { "\(path)/\(identity)" }

  func manifest(of identity: StackIdentity) throws -> Manifest? {
    let file = "\(self.path(of: identity))/\(Manifest.fileName)"
    return try readFile(file).map { try Manifest(reading: $0, at: file) }
  }

  func configuration(of identity: StackIdentity) throws -> [UInt8]? {
    try readFile("\(self.path(of: identity))/\(GeneratedFolder.configurationName)")
  }

  /// Every stack and environment that has a manifest here.
  func written() throws -> [StackIdentity] {
    try subfolders(of: path).flatMap { stack in
      try subfolders(of: "\(path)/\(stack)")
        .filter { try kind(of: "\(path)/\(stack)/\($0)/\(Manifest.fileName)") == .file }
        .map { StackIdentity(stack: stack, environment: $0) }
    }
  }

  private func subfolders(of folder: String) throws -> [String] {
    guard try kind(of: folder) != .nothing else { return [] }
    return try fileNames(in: folder).sorted().filter { name in
      guard !name.hasPrefix("."), case .folder = try kind(of: "\(folder)/\(name)") else { return false }
      return true
    }
  }
}
