import InfraModel

/// Reads out/ as a whole, under a lock. A change that a killed run left unfinished is finished first, so that a partial
/// change is never visible.
func readOut<Result>(at path: String, _ body: (OutFolder) throws -> Result) throws -> Result {
  guard try kind(of: path) != .nothing else {
    let result = try body(OutFolder(path: path, root: nil))
    // Otherwise another process has created it since.
    return try kind(of: path) == .nothing ? result : readOut(at: path, body)
  }
  let result: Result? = try withLock(.shared, on: path) { root in
    guard try root.kind(of: Transaction.journalPath) == .nothing else { return nil }
    return try body(OutFolder(path: path, root: root))
  }
  if let result { return result }
  try withLock(.exclusive, on: path) { try Transaction.finish(in: $0) }
  return try readOut(at: path, body)
}

/// out/ as it is on disk: the files that infra-gen wrote before.
struct OutFolder {
  let path: String
  /// `nil` if there is no such folder.
  let root: RootFolder?

  /// The path of a file for a message; everything else here takes paths relative to out/.
  func name(_ path: String) -> String { "\(self.path)/\(path)" }

  func kind(of path: String) throws -> PathKind { try root?.kind(of: path) ?? .nothing }

  func read(_ path: String) throws -> [UInt8]? { try root.flatMap { try $0.read(path) } }

  func manifest(of identity: StackIdentity) throws -> Manifest? {
    let file = "\(identity)/\(Manifest.fileName)"
    return try read(file).map { try Manifest(reading: $0, at: name(file)) }
  }

  func configuration(of identity: StackIdentity) throws -> [UInt8]? {
    try read("\(identity)/\(GeneratedFolder.configurationName)")
  }

  /// The files of a folder that Terraform reads and `diff` compares.
  func sources(of identity: StackIdentity) throws -> WrittenSources {
    WrittenSources(
      configuration: try configuration(of: identity),
      versions: try read("\(identity)/\(GeneratedFolder.versionsName)"))
  }

  /// Every stack and environment that has a manifest here.
  func written() throws -> [StackIdentity] {
    try subfolders(of: "").flatMap { stack in
      try subfolders(of: stack)
        .filter { try kind(of: "\(stack)/\($0)/\(Manifest.fileName)") == .file }
        .map { StackIdentity(stack: stack, environment: $0) }
    }
  }

  private func subfolders(of folder: String) throws -> [String] {
    guard let root else { return [] }
    return try root.names(in: folder).sorted().filter { name in
      try !name.hasPrefix(".") && root.kind(of: folder.isEmpty ? name : "\(folder)/\(name)").isFolder
    }
  }
}
