import InfraModel

/// Reads out/ as one. Nobody changes it meanwhile, and what a run has left that was killed among its changes is finished
/// first, so that the half of a change is never seen.
func readOut<Result>(at path: String, _ body: (OutFolder) throws -> Result) throws -> Result {
  guard try kind(of: path) != .nothing else {
    let result = try body(OutFolder(path: path))
    // Otherwise somebody has made it since.
    return try kind(of: path) == .nothing ? result : readOut(at: path, body)
  }
  let result: Result? = try withLock(.shared, on: path) {
    guard try readFile(Transaction.journalPath(in: path)) == nil else { return nil }
    return try body(OutFolder(path: path))
  }
  if let result { return result }
  try withLock(.exclusive, on: path) { try Transaction.finish(in: path) }
  return try readOut(at: path, body)
}

/// out/ as it is on the disk: what infra-gen has written there before.
struct OutFolder {
  let path: String

  func path(of identity: StackIdentity) -> String { "\(path)/\(identity)" }

  func manifest(of identity: StackIdentity) throws -> Manifest? {
    let file = "\(self.path(of: identity))/\(Manifest.fileName)"
    return try readFile(file).map { try Manifest(reading: $0, at: file) }
  }

  func configuration(of identity: StackIdentity) throws -> [UInt8]? {
    try readFile("\(self.path(of: identity))/\(GeneratedFolder.configurationName)")
  }

  /// What Terraform reads of a folder, and `diff` compares.
  func sources(of identity: StackIdentity) throws -> WrittenSources {
    WrittenSources(
      configuration: try configuration(of: identity),
      versions: try readFile("\(path(of: identity))/\(GeneratedFolder.versionsName)"))
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
