// Files and locks of the operating system. Only this file and SystemProcess.swift call it.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The longest file that is read, in bytes: 256 MiB. A plan of that size takes about 3 GiB of memory.
let longestFile = 1 << 28

/// The file's bytes, or `nil` if there is no file. Symbolic links are followed.
///
/// - Throws: If it is not a regular file: reading a pipe could block, and a device may have no end. The streams that
///   the process was started with are read whatever they are.
func readFile(_ path: String) throws -> [UInt8]? {
  if let stream = startedStream(path) { return try readStream(stream, called: path) }
  // Without O_NONBLOCK opening a pipe would block here.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw FileError.cannotRead(path: path, reason: lastError())
  }
  defer { close(descriptor) }
  return try readRegularFile(descriptor, called: path)
}

/// The descriptor that a path such as `/dev/stdin` or `/dev/fd/63` names; `nil` for any other path.
func startedStream(_ path: String) -> Int32? {
  switch path {
  case "/dev/stdin": 0
  case "/dev/stdout": 1
  case "/dev/stderr": 2
  case _ where path.hasPrefix("/dev/fd/"): Int32(path.dropFirst("/dev/fd/".count)).flatMap { $0 < 0 ? nil : $0 }
  default: nil
  }
}

/// The bytes of an open file that has to be a regular one.
func readRegularFile(_ descriptor: Int32, called path: String) throws -> [UInt8] {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
  guard PathKind(status) == .file else {
    throw FileError.cannotRead(
      path: path, reason: PathKind(status).isFolder ? "it is a folder" : "it is not a regular file")
  }
  return try readStream(descriptor, called: path, room: Int(status.st_size))
}

/// Everything up to the end of an open file.
func readStream(
  _ descriptor: Int32, called path: String, room: Int = 0, atMost limit: Int = longestFile
) throws -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(min(max(room, 0), limit))
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
    guard count > 0 else { return bytes }
    guard bytes.count + count <= limit else {
      throw FileError.cannotRead(path: path, reason: "it is longer than \(limit >> 20) MiB")
    }
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

/// Creates a new file; its bytes are on the disk when this returns.
///
/// - Parameter mode: The permissions of the file that it replaces; `nil` for those that the user gives new files.
func createFile(_ path: String, _ bytes: [UInt8], mode: UInt32? = nil) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw FileError.cannotCreate(path: path, reason: lastError()) }
  defer { close(descriptor) }
  if let mode { fchmod(descriptor, mode_t(mode)) }
  guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
    throw FileError.cannotWrite(path: path, reason: lastError())
  }
}

/// Writes to a device or a pipe that is there.
func writeInto(_ path: String, _ bytes: [UInt8]) throws {
  // Without O_NONBLOCK opening a pipe without a reader would block; the flag is removed once it is open.
  let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError.cannotCreate(path: path, reason: lastError()) }
  defer { close(descriptor) }
  guard fcntl(descriptor, F_SETFL, 0) == 0, writeAll(bytes, to: descriptor) else {
    throw FileError.cannotWrite(path: path, reason: lastError())
  }
}

/// Puts a file in another's place in one step.
func rename(_ path: String, to newPath: String) throws {
  guard rename(path, newPath) == 0 else { throw FileError.cannotWrite(path: newPath, reason: lastError()) }
}

/// Creates a folder, and returns whether it was missing.
func makeFolder(_ path: String) throws -> Bool {
  if mkdir(path, 0o755) == 0 { return true }
  guard errno == EEXIST else { throw FileError.cannotCreate(path: path, reason: lastError()) }
  return false
}

/// The names of what is in a folder, in no order.
func fileNames(in folder: String) throws -> [String] {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError.cannotRead(path: folder, reason: lastError()) }
  return try namesInFolder(takingOver: descriptor, called: folder)
}

/// The names of what is in an open folder, which is closed afterwards.
func namesInFolder(takingOver descriptor: Int32, called folder: String) throws -> [String] {
  guard let stream = fdopendir(descriptor) else {
    close(descriptor)
    throw FileError.cannotRead(path: folder, reason: lastError())
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

/// Removes a file; a missing file is not an error.
func removeFile(_ path: String) throws {
  guard unlink(path) == 0 || errno == ENOENT else { throw FileError.cannotWrite(path: path, reason: lastError()) }
}

/// Removes a folder if it is empty.
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

  var isFolder: Bool { if case .folder = self { true } else { false } }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder(device: UInt64(truncatingIfNeeded: status.st_dev))
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }
}

func kind(of path: String) throws -> PathKind {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    // A path below a file does not exist either.
    if errno == ENOENT || errno == ENOTDIR { return .nothing }
    throw FileError.cannotRead(path: path, reason: lastError())
  }
  return PathKind(status)
}

/// The permissions of a file.
func permissions(of path: String) throws -> UInt32 {
  var status = stat()
  guard stat(path, &status) == 0 else { throw FileError.cannotRead(path: path, reason: lastError()) }
  return UInt32(truncatingIfNeeded: status.st_mode & 0o777)
}

/// The path with every symbolic link resolved; `nil` if nothing exists there.
func realPath(of path: String) throws -> String? {
  guard let end = realpath(path, nil) else {
    if errno == ENOENT { return nil }
    throw FileError.cannotRead(path: path, reason: lastError())
  }
  defer { free(end) }
  return String(cString: end)
}

/// What other processes may do meanwhile.
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

/// Runs with a lock on the folder, which needs no permission to write there. The system releases it when the process
/// ends.
///
/// - Throws: If another process still holds it after half a minute, which is enough time for any write.
func withLock<Result>(_ lock: Lock, on folder: String, _ body: (RootFolder) throws -> Result) throws -> Result {
  let root = try RootFolder(folder)
  var attempts = 0
  while flock(root.descriptor, lock.operation | LOCK_NB) != 0 {
    // Some network file systems have no locks. Readers can do without.
    if lock == .shared, [ENOLCK, EOPNOTSUPP, ENOSYS].contains(errno) { break }
    guard errno == EWOULDBLOCK || errno == EINTR, attempts < 600 else {
      throw FileError.cannotLock(
        path: folder, reason: errno == EWOULDBLOCK ? "another infra-gen is running there" : lastError())
    }
    attempts += 1
    usleep(50_000)
  }
  // The lock is the descriptor's, and goes when that is closed.
  return try withExtendedLifetime(root) { try body(root) }
}
