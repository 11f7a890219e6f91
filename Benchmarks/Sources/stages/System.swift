// The only file of the benchmarks' that calls the operating system.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct CannotWrite: Error {}

/// Milliseconds of CPU that the process has had.
func processTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// Writes a file as the command does, and removes it.
func writeTemporarily(_ bytes: [UInt8]) throws {
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var path = Array("\(folder)/stages-XXXXXX".utf8CString)
  let descriptor = mkstemp(&path)
  guard descriptor >= 0 else { throw CannotWrite() }
  defer {
    close(descriptor)
    unlink(path)
  }
  guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw CannotWrite() }
}
