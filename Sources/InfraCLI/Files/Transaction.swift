import InfraModel
import TFEmit

/// Several files changed as one.
///
/// Every new file is written and on the disk below `out/.infra-gen` before the journal is renamed into place there.
/// Until that rename out/ is unchanged. After it the change is committed, and only renames and removals remain, which
/// the next run that reads out/ finishes if this process cannot. So a full disk changes nothing, and a killed run
/// changes nothing or everything.
///
/// A journal is a file that a branch can commit, and every run that reads out/ executes it. So manifests limit it: it
/// can replace and remove only files that the manifest in the folder, or the one that the journal itself installs,
/// lists as infra-gen's own. Manifests change last, so that their lists are known until everything else is done.
struct Transaction {
  private static let folderName = ".infra-gen"
  /// Relative to out/.
  static let journalPath = "\(folderName)/journal.json"
  private static let newJournalPath = "\(journalPath).new"

  private static func stagedPath(_ index: Int) -> String { "\(folderName)/\(index)" }

  /// Changes files below `out`, which is locked.
  ///
  /// - Parameters:
  ///   - writes: Files by their full paths, including out/.
  ///   - removals: Full paths as well.
  static func run(writes: [GeneratedFile], removals: [String], in out: RootFolder) throws {
    let transaction = Transaction(
      writes: writes.map { String($0.path.dropFirst(out.path.count + 1)) },
      removals: removals.map { String($0.dropFirst(out.path.count + 1)) })
    var made: [String] = []
    do {
      try discardLeftovers(in: out)
      if try out.makeFolder(folderName) { made.append(folderName) }
      for path in transaction.writes + transaction.removals {
        for folder in folders(above: path) where try out.makeFolder(folder) { made.append(folder) }
        try requireRoom(for: path, in: out)
      }
      for (index, file) in writes.enumerated() { try out.create(stagedPath(index), file.bytes) }
      try out.create(newJournalPath, transaction.journal)
      try out.sync(folderName)
      // This step commits the change.
      try out.rename(newJournalPath, to: journalPath)
    } catch {
      try? discardLeftovers(in: out)
      for folder in made.reversed() { out.removeFolder(folder) }
      throw error
    }
    try transaction.finish(in: out)
  }

  /// Finishes the change of a journal, if there is one.
  static func finish(in out: RootFolder) throws {
    guard let bytes = try out.read(journalPath) else { return }
    let transaction = try Transaction(reading: bytes, at: out.name(journalPath))
    try transaction.requireOurs(in: out)
    try transaction.finish(in: out)
  }

  /// Removes the files of a run that was killed before its commit, and only files that a run creates.
  static func discardLeftovers(in out: RootFolder) throws {
    switch try out.kind(of: folderName) {
    case .nothing: return
    case .symbolicLink:
      throw FileError.notOurs(path: out.name(folderName), reason: "a symbolic link, which may lead anywhere")
    case .file, .other: throw FileError.notOurs(path: out.name(folderName), reason: "not a folder")
    case .folder: break
    }
    for name in try out.names(in: folderName) where isStaged(name) {
      let path = "\(folderName)/\(name)"
      if try out.kind(of: path) == .file { try out.removeFile(path) }
    }
    out.removeFolder(folderName)
  }

  private static func isStaged(_ name: String) -> Bool {
    ["journal.json", "journal.json.new"].contains(name) || Int(name).map { "\($0)" == name && $0 >= 0 } ?? false
  }

  /// Paths relative to out/.
  private let writes: [String]
  private let removals: [String]
}

// MARK: - The work

extension Transaction {
  private func finish(in out: RootFolder) throws {
    var current = Self.journalPath
    do {
      try out.sync(Self.folderName)
      for isManifest in [false, true] {
        for (index, path) in writes.enumerated() where isManifestPath(path) == isManifest {
          current = path
          // A file that is no longer staged is in place already.
          if try out.kind(of: Self.stagedPath(index)) == .file { try out.rename(Self.stagedPath(index), to: path) }
        }
        for path in removals where isManifestPath(path) == isManifest {
          current = path
          try out.removeFile(path)
        }
        // Without removals nothing has to be on the disk before the manifests.
        guard isManifest || !removals.isEmpty else { continue }
        for folder in Set((writes + removals).map(folder)).sorted() { try out.sync(folder) }
      }
      current = Self.journalPath
      try out.removeFile(Self.journalPath)
    } catch FileError.cannotWrite(_, let reason), FileError.cannotRead(_, let reason) {
      throw FileError.unfinished(path: out.name(current), reason: reason)
    }
    out.removeFolder(Self.folderName)
    // A folder remains if anything else is in it, such as a state.
    for folder in Set(removals.flatMap(folders)).sorted(by: >) { out.removeFolder(folder) }
  }

  /// - Throws: If a remaining step concerns a file that no manifest lists.
  private func requireOurs(in out: RootFolder) throws {
    var namesByFolder: [String: Set<String>] = [:]
    for folder in Set((writes + removals).map(folder)) {
      let manifest = "\(folder)/\(Manifest.fileName)"
      let staged = try writes.firstIndex(of: manifest).flatMap { try out.read(Self.stagedPath($0)) }
      let manifests = [try out.read(manifest), staged].compactMap(\.self)
        .compactMap { try? Manifest(reading: $0, at: manifest) }
      namesByFolder[folder] = Set(manifests.flatMap(\.digests.keys)).union([Manifest.fileName])
    }
    func requireNamed(_ path: String) throws {
      guard namesByFolder[folder(of: path)]?.contains(fileName(of: path)) == true else {
        throw InputError.badJournal(path: out.name(Self.journalPath))
      }
    }
    for (index, path) in writes.enumerated() where try out.kind(of: Self.stagedPath(index)) != .nothing {
      try requireNamed(path)
    }
    for path in removals where try out.kind(of: path) != .nothing { try requireNamed(path) }
  }
}

// MARK: - The journal

extension Transaction {
  private var journal: [UInt8] {
    plainJSON([
      "schemaVersion": 1, "writes": .list(writes.map(Value.literal)), "removals": .list(removals.map(Value.literal)),
    ])
  }

  init(reading bytes: [UInt8], at path: String) throws {
    let document = try? JSON(reading: bytes)
    guard document?["schemaVersion"]?.integer == 1,
      let writes = document?["writes"]?.array, let removals = document?["removals"]?.array
    else { throw InputError.badJournal(path: path) }
    self.writes = writes.compactMap(\.string)
    self.removals = removals.compactMap(\.string)
    guard self.writes.count == writes.count, self.removals.count == removals.count,
      (self.writes + self.removals).allSatisfy(isFileOfAStack), Set(self.writes).count == writes.count
    else { throw InputError.badJournal(path: path) }
  }
}

/// `STACK/ENVIRONMENT/FILE`: anyone who can write to out/ could write a journal, which must not reach further.
private func isFileOfAStack(_ path: String) -> Bool {
  let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  return names.count == 3 && isFolderName(names[0]) && isFolderName(names[1]) && Manifest.canName(names[2])
}

private func isManifestPath(_ path: String) -> Bool { fileName(of: path) == Manifest.fileName }

/// A rename can fail without permission or across disks, and must not fail after the commit.
private func requireRoom(for path: String, in out: RootFolder) throws {
  let parent = folder(of: path)
  try out.requireWritable(parent)
  guard case .folder(let device) = try out.kind(of: parent) else {
    throw FileError.notOurs(path: out.name(parent), reason: "not a folder")
  }
  guard try out.kind(of: "") == .folder(device: device) else {
    throw FileError.notOurs(path: out.name(parent), reason: "on another disk than '\(out.path)'")
  }
}

private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

private func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? ""
}

/// `a`, `a/b` for `a/b/c`.
private func folders(above path: String) -> [String] {
  path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
}
