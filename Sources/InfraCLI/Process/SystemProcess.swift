// What the operating system knows of the process: its streams, its terminal, the time.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a limit on the length of files (`ulimit -f`) an error like a full disk, instead of ending the process.
func takeFileSizeLimitAsError() {
  signal(SIGXFSZ, SIG_IGN)
}

/// Today in UTC, as `yyyy-mm-dd`.
func today() -> String {
  var seconds = time(nil)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  return "\(parts.tm_year + 1900)-\(twoDigits(parts.tm_mon + 1))-\(twoDigits(parts.tm_mday))"
}

private func twoDigits(_ number: Int32) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

func workingDirectory() -> String {
  guard let path = getcwd(nil, 0) else { return "" }
  defer { free(path) }
  return String(cString: path)
}

/// Opens /dev/null in place of each standard stream that is closed. Otherwise the next file that is opened would become
/// that stream, and results would be written into it.
func fillStreams() {
  for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
    // Reading from standard input and writing to the others remain errors.
    _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
  }
}

/// A standard stream to print to.
enum Stream: Int32 {
  case results = 1
  case log = 2
}

/// Prints text that may quote untrusted input. Every byte that a command prints goes through here.
///
/// - Parameter coloring: Whether severities and labels are colored, after all escapes in the text itself are replaced.
/// - Returns: Whether all of it could be written, which it cannot be to a full disk.
@discardableResult
func print(_ text: String, to stream: Stream, coloring: Bool = false) -> Bool {
  let text = coloring ? colored(printable(text)) : printable(text)
  return text.isEmpty || writeAll(Array(text.utf8), to: stream.rawValue)
}

/// Prints infra-gen's commands for GitHub's runner. Untrusted text in them is escaped already.
func print(_ commands: WorkflowCommands) -> Bool {
  let text = commands.lines.map { "\($0)\n" }.joined()
  return text.isEmpty || writeAll(Array(text.utf8), to: Stream.results.rawValue)
}

/// Moves the cursor of a terminal and writes in its line.
func draw(_ line: String) {
  _ = writeAll(Array(line.utf8), to: Stream.log.rawValue)
}

/// Whether a stream is a terminal that understands more than plain text.
func isTerminal(_ stream: Stream) -> Bool {
  guard isatty(stream.rawValue) == 1, let terminal = environmentVariable("TERM") else { return false }
  return !terminal.isEmpty && terminal != "dumb"
}

func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// How many columns the log has, if it is a terminal that can return to the start of a line.
func columnsOfLog() -> Int? {
  guard isTerminal(.log) else { return nil }
  var size = winsize()
  let isKnown = ioctl(Stream.log.rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
  return isKnown ? Int(size.ws_col) : 80
}

/// Seconds since an arbitrary moment, by a monotonic clock.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func exit(_ code: ExitCode) -> Never {
  exit(code.rawValue)
}

/// Writes all bytes to an open file.
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

func lastError() -> String { text(of: errno) }

/// The system's message for an error number.
func text(of error: Int32) -> String { String(cString: strerror(error)) }
