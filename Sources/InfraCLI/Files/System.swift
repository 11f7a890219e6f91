// Files and locks of the operating system. Nothing but this file and SystemProcess.swift calls it.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file's bytes, or `nil` where there is no file.
func readFile(_ path: String) throws -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw FileError.cannotRead(path: path, reason: lastError())
  }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
    guard count > 0 else { return bytes }
    bytes += chunk[..<count]
  }
}

/// Whether these are the same bytes. `==` of arrays goes byte by byte, and these are megabytes.
func isSame(_ bytes: [UInt8]?, _ others: [UInt8]?) -> Bool {
  guard let bytes, let others else { return bytes == nil && others == nil }
  guard bytes.count == others.count else { return false }
  return bytes.withUnsafeBytes { left in
    others.withUnsafeBytes { right in
      guard let left = left.baseAddress, let right = right.baseAddress else { return true }
      return memcmp(left, right, bytes.count) == 0
    }
  }
}

/// Makes or replaces a file; its bytes are on the disk when this returns.
func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw FileError.cannotCreate(path: path, reason: lastError()) }
  defer { close(descriptor) }
  guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
    throw FileError.cannotWrite(path: path, reason: lastError())
  }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Puts a file in another's place in one step.
func rename(_ path: String, to newPath: String) throws {
  guard rename(path, newPath) == 0 else { throw FileError.cannotWrite(path: newPath, reason: lastError()) }
}

/// Makes a folder, and says whether it was missing.
func makeFolder(_ path: String) throws -> Bool {
  if mkdir(path, 0o755) == 0 { return true }
  guard errno == EEXIST else { throw FileError.cannotCreate(path: path, reason: lastError()) }
  return false
}

/// The names of what is in a folder, in no order.
func fileNames(in folder: String) throws -> [String] {
  guard let stream = opendir(folder) else { throw FileError.cannotRead(path: folder, reason: lastError()) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return names
}

/// Removes a file; that there is none is no error.
func removeFile(_ path: String) throws {
  guard unlink(path) == 0 || errno == ENOENT else { throw FileError.cannotWrite(path: path, reason: lastError()) }
}

/// Removes a folder where it is empty, and otherwise leaves it.
func removeFolder(_ path: String) {
  rmdir(path)
}

/// What is at a path, a symbolic link not followed.
enum PathKind: Equatable {
  case nothing
  case file
  case folder(device: UInt64)
  case symbolicLink
  /// A device, a pipe, a socket.
  case other
}

func kind(of path: String) throws -> PathKind {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    // Below a file there is nothing either.
    if errno == ENOENT || errno == ENOTDIR { return .nothing }
    throw FileError.cannotRead(path: path, reason: lastError())
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder(device: UInt64(truncatingIfNeeded: status.st_dev))
  case S_IFLNK: return .symbolicLink
  default: return .other
  }
}

/// Whether entries of a folder may be made, replaced and removed.
func requireWritable(_ folder: String) throws {
  guard access(folder, W_OK | X_OK) == 0 else { throw FileError.cannotCreate(path: folder, reason: lastError()) }
}

/// Returns when the names in a folder are on the disk, not only its files.
func syncFolder(_ path: String) throws {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
  defer { close(descriptor) }
  // Some file systems cannot sync a folder, and say so with EINVAL.
  guard fsync(descriptor) == 0 || errno == EINVAL else {
    throw FileError.cannotWrite(path: path, reason: lastError())
  }
}

/// What others may do meanwhile.
enum Lock {
  /// Nothing.
  case exclusive
  /// Have a lock that is shared as well.
  case shared

  fileprivate var operation: Int32 {
    switch self {
    case .exclusive: LOCK_EX
    case .shared: LOCK_SH
    }
  }
}

/// Runs with a lock on the folder, which even those may have who may not write there. It goes with the process, however
/// that ends.
///
/// - Throws: Where another process still has it after half a minute, a time in which it could have written anything.
func withLock<Result>(_ lock: Lock, on folder: String, _ body: () throws -> Result) throws -> Result {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError.cannotRead(path: folder, reason: lastError()) }
  defer { close(descriptor) }
  var attempts = 0
  while flock(descriptor, lock.operation | LOCK_NB) != 0 {
    // Some network file systems have no locks. Whoever only reads can do without.
    if lock == .shared, [ENOLCK, EOPNOTSUPP, ENOSYS].contains(errno) { break }
    guard errno == EWOULDBLOCK || errno == EINTR, attempts < 600 else {
      throw FileError.cannotLock(
        path: folder, reason: errno == EWOULDBLOCK ? "another infra-gen is at work there" : lastError())
    }
    attempts += 1
    usleep(50_000)
  }
  return try body()
}

func lastError() -> String {
  String(cString: strerror(errno))
}
