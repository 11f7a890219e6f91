import InfraModel
import TFEmit

/// Several files changed as one.
///
/// Every new file is written and on the disk below `out/.infra-gen` before the journal takes its place there. Until that
/// one rename out/ is as it was; from it on the change is decided, and only renames and removals are left, which whoever
/// looks at out/ next finishes when this process cannot. So a full disk changes nothing, and a killed run nothing or all.
struct Transaction {
  private static let folderName = ".infra-gen"
  private static let journalName = "journal.json"

  static func journalPath(in out: String) -> String { "\(out)/\(folderName)/\(journalName)" }

  /// Changes what is below `out`, which exists and is locked.
  static func run(writes: [GeneratedFile], removals: [String], in out: String) throws {
    let staging = "\(out)/\(folderName)"
    let transaction = Transaction(
      writes: writes.map { String($0.path.dropFirst(out.utf8.count + 1)) },
      removals: removals.map { String($0.dropFirst(out.utf8.count + 1)) })
    var made: [String] = []
    do {
      try discardLeftovers(in: staging)
      if try makeFolder(staging) { made.append(staging) }
      for path in writes.map(\.path) + removals {
        for folder in folders(below: out, above: path) where try makeFolder(folder) { made.append(folder) }
        try requireRoom(for: path, in: out)
      }
      for (index, file) in writes.enumerated() { try writeFile("\(staging)/\(index)", file.bytes) }
      try writeFile("\(staging)/\(journalName).new", transaction.journal)
      try syncFolder(staging)
    } catch {
      try? discardLeftovers(in: staging)
      for folder in made.reversed() { removeFolder(folder) }
      throw error
    }
    try decide(in: out, made)
    try finish(in: out)
  }

  /// The one step that decides.
  private static func decide(in out: String, _ made: [String]) throws {
    let journal = journalPath(in: out)
    do {
      try rename("\(journal).new", to: journal)
    } catch {
      try? discardLeftovers(in: "\(out)/\(folderName)")
      for folder in made.reversed() { removeFolder(folder) }
      throw error
    }
  }

  /// Does what a journal says is left to do, which is nothing where there is none.
  static func finish(in out: String) throws {
    let journal = journalPath(in: out)
    guard let bytes = try readFile(journal) else { return }
    let transaction = try Transaction(reading: bytes, at: journal)
    var current = journal
    do {
      try syncFolder("\(out)/\(folderName)")
      for (index, path) in transaction.writes.enumerated() {
        current = "\(out)/\(path)"
        let staged = "\(out)/\(folderName)/\(index)"
        // What is no longer staged has taken its place already.
        if try kind(of: staged) == .file { try rename(staged, to: current) }
      }
      for path in transaction.removals {
        current = "\(out)/\(path)"
        try removeFile(current)
      }
      for folder in Set((transaction.writes + transaction.removals).map { folder(of: "\(out)/\($0)") }).sorted() {
        if try kind(of: folder) != .nothing { try syncFolder(folder) }
      }
      current = journal
      try removeFile(journal)
    } catch FileError.cannotWrite(_, let reason), FileError.cannotRead(_, let reason) {
      throw FileError.unfinished(path: current, reason: reason)
    }
    removeFolder("\(out)/\(folderName)")
    removeEmptyFolders(above: transaction.removals, in: out)
  }

  /// Removes what a run has left that was killed before it decided anything.
  static func discardLeftovers(of out: String) throws { try discardLeftovers(in: "\(out)/\(folderName)") }

  private static func discardLeftovers(in staging: String) throws {
    guard try kind(of: staging) != .nothing else { return }
    for name in try fileNames(in: staging) where name != "." && name != ".." { try removeFile("\(staging)/\(name)") }
    removeFolder(staging)
  }

  /// Paths below out/.
  private let writes: [String]
  private let removals: [String]
}

extension Transaction {
  private var journal: [UInt8] {
    plainJSON([
      "schemaVersion": 1, "writes": .list(writes.map(Value.literal)), "removals": .list(removals.map(Value.literal)),
    ])
  }

  private init(reading bytes: [UInt8], at path: String) throws {
    let document = try? JSON(reading: bytes)
    guard let writes = document?["writes"]?.array?.compactMap(\.string),
      let removals = document?["removals"]?.array?.compactMap(\.string),
      // Whoever can write to out/ could write a journal, and must not reach further with it.
      (writes + removals).allSatisfy({ !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
    else { throw InputError.badJournal(path: path) }
    self.init(writes: writes, removals: removals)
  }
}

/// A rename can fail for want of permission or across disks, and must not when the change is decided.
private func requireRoom(for path: String, in out: String) throws {
  let parent = folder(of: path)
  try requireWritable(parent)
  guard case .folder(let device) = try kind(of: parent) else {
    throw FileError.notOurs(path: parent, reason: "no folder")
  }
  // out/ itself may be a symbolic link, which `/.` follows.
  guard try kind(of: "\(out)/.") == .folder(device: device) else {
    throw FileError.notOurs(path: parent, reason: "on another disk than '\(out)'")
  }
}

private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
}

/// `out/a`, `out/a/b` for `out/a/b/c`.
private func folders(below out: String, above path: String) -> [String] {
  path.indices.filter { path[$0] == "/" && path[..<$0].utf8.count > out.utf8.count }.map { String(path[..<$0]) }
}

/// A folder stays where anything else is in it, such as a state.
private func removeEmptyFolders(above removals: [String], in out: String) {
  for path in Set(removals.flatMap { folders(below: out, above: "\(out)/\($0)") }).sorted(by: >) { removeFolder(path) }
}
