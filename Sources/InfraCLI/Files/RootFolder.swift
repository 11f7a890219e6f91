// Files below one folder. Like System.swift and SystemProcess.swift, it calls the operating system.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder whose contents are reached without following a symbolic link.
///
/// Paths are relative to the folder. Every folder on the way is opened with `O_NOFOLLOW`, relative to the one before it, so
/// that a link that someone commits or puts in place meanwhile leads nowhere. The folder itself may be a link.
final class RootFolder {
  /// As the user wrote it; messages name files by it.
  let path: String
  let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
  }

  deinit { close(descriptor) }

  /// The path of a file for a message.
  func name(_ path: String) -> String { path.isEmpty ? self.path : "\(self.path)/\(path)" }
}

// MARK: - Looking

extension RootFolder {
  func kind(of path: String) throws -> PathKind {
    try inParent(of: path) { parent, name in
      var status = stat()
      guard fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        if errno == ENOENT { return .nothing }
        throw FileError.cannotRead(path: self.name(path), reason: lastError())
      }
      return PathKind(status)
    } ?? .nothing
  }

  /// The bytes of a file, or `nil` if there is none.
  ///
  /// - Throws: If the path is a link or anything else that is not a regular file.
  func read(_ path: String) throws -> [UInt8]? {
    try inParent(of: path) { parent, name -> [UInt8]? in
      let file = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      guard file >= 0 else {
        let error = lastError()
        switch try kind(of: path) {
        case .nothing: return nil
        case .symbolicLink: throw FileError.notOurs(path: self.name(path), reason: linkReason)
        case .folder, .other: throw FileError.notOurs(path: self.name(path), reason: "not a regular file")
        case .file: throw FileError.cannotRead(path: self.name(path), reason: error)
        }
      }
      defer { close(file) }
      return try readRegularFile(file, called: self.name(path))
    } ?? nil
  }

  /// The names of what is in a folder, in no order.
  func names(in path: String) throws -> [String] {
    guard let folder = try openFolder(path) else { return [] }
    return try namesInFolder(takingOver: folder, called: name(path))
  }
}

// MARK: - Changing

extension RootFolder {
  /// Creates a new file; its bytes are on the disk when this returns.
  func create(_ path: String, _ bytes: [UInt8]) throws {
    let isDone: Void? = try inParent(of: path) { parent, name in
      let file = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw FileError.cannotCreate(path: self.name(path), reason: lastError()) }
      defer { close(file) }
      guard writeAll(bytes, to: file), fsync(file) == 0 else {
        throw FileError.cannotWrite(path: self.name(path), reason: lastError())
      }
    }
    guard isDone != nil else { throw FileError.cannotCreate(path: name(path), reason: "its folder no longer exists") }
  }

  /// Puts a file in another's place in one step.
  func rename(_ path: String, to newPath: String) throws {
    let isDone: Void?? = try inParent(of: path) { parent, name in
      try inParent(of: newPath) { newParent, newName in
        guard renameat(parent, name, newParent, newName) == 0 else {
          throw FileError.cannotWrite(path: self.name(newPath), reason: lastError())
        }
      }
    }
    guard case .some(.some) = isDone else {
      throw FileError.cannotWrite(path: name(newPath), reason: "its folder no longer exists")
    }
  }

  /// Removes a file; a missing file is not an error.
  func removeFile(_ path: String) throws {
    _ = try inParent(of: path) { parent, name in
      guard unlinkat(parent, name, 0) == 0 || errno == ENOENT else {
        throw FileError.cannotWrite(path: self.name(path), reason: lastError())
      }
    }
  }

  /// Creates a folder, and returns whether it was missing.
  func makeFolder(_ path: String) throws -> Bool {
    let isMade = try inParent(of: path) { parent, name in
      if mkdirat(parent, name, 0o755) == 0 { return true }
      guard errno == EEXIST else { throw FileError.cannotCreate(path: self.name(path), reason: lastError()) }
      return false
    }
    guard let isMade else { throw FileError.cannotCreate(path: name(path), reason: "its folder no longer exists") }
    return isMade
  }

  /// Removes a folder if it is empty.
  func removeFolder(_ path: String) {
    _ = try? inParent(of: path) { parent, name in unlinkat(parent, name, AT_REMOVEDIR) }
  }

  /// Returns when the names in a folder are on the disk, not only its files.
  func sync(_ path: String) throws {
    guard let folder = try openFolder(path) else { return }
    defer { close(folder) }
    // Some file systems cannot sync a folder, and report it with EINVAL.
    guard fsync(folder) == 0 || errno == EINVAL else {
      throw FileError.cannotWrite(path: name(path), reason: lastError())
    }
  }

  /// Requires that entries of a folder can be made, replaced and removed.
  func requireWritable(_ path: String) throws {
    guard let folder = try openFolder(path) else {
      throw FileError.notOurs(path: name(path), reason: "not a folder")
    }
    defer { close(folder) }
    guard faccessat(folder, ".", W_OK | X_OK, 0) == 0 else {
      throw FileError.cannotCreate(path: name(path), reason: lastError())
    }
  }
}

// MARK: - The way down

extension RootFolder {
  /// Runs with the folder that holds the last name of a path; returns `nil` where that folder does not exist.
  private func inParent<Result>(of path: String, _ body: (Int32, String) throws -> Result) throws -> Result? {
    var names = path.split(separator: "/").map(String.init)
    let last = names.popLast() ?? "."
    guard let parent = try openFolder(names.joined(separator: "/")) else { return nil }
    defer { close(parent) }
    return try body(parent, last)
  }

  /// A descriptor of a folder, which the caller closes; `nil` if there is no folder.
  private func openFolder(_ path: String) throws -> Int32? {
    var folder = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileError.cannotRead(path: self.path, reason: lastError()) }
    var below = ""
    for name in path.split(separator: "/").map(String.init) {
      below += below.isEmpty ? name : "/\(name)"
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let error = errno
      var status = stat()
      let isLink =
        next < 0 && fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && PathKind(status) == .symbolicLink
      close(folder)
      if isLink { throw FileError.notOurs(path: self.name(below), reason: linkReason) }
      if next < 0, error == ENOENT || error == ENOTDIR { return nil }
      guard next >= 0 else { throw FileError.cannotRead(path: self.name(below), reason: text(of: error)) }
      folder = next
    }
    return folder
  }
}

private let linkReason = "a symbolic link, which may lead anywhere"
