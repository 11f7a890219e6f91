// The only file that starts another program.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard output of a program; `nil` if its exit code is not 0. Its standard input is empty.
///
/// - Parameter environment: Variables that are added to this process's, or replace them.
func output(of command: [String], environment: [String: String] = [:]) throws -> [UInt8]? {
  guard let name = command.first else { return nil }
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw FileError.cannotRead(path: name, reason: lastError()) }
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  posix_spawn_file_actions_addclose(&actions, ends[1])
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var arguments = command.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var variables = variables(with: environment).map { strdup($0) } + [nil]
  defer { for variable in variables { free(variable) } }
  var process = pid_t()
  let failure = posix_spawnp(&process, name, &actions, nil, &arguments, &variables)
  close(ends[1])
  guard failure == 0 else {
    close(ends[0])
    throw FileError.cannotRead(path: name, reason: text(of: failure))
  }
  // If the output exceeds the limit, the closed pipe ends the program.
  let bytes = Result { try readStream(ends[0], called: name) }
  close(ends[0])
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  let whole = try bytes.get()
  return status == 0 ? whole : nil
}

/// This process's environment as `NAME=value`, with some values replaced or added.
private func variables(with others: [String: String]) -> [String] {
  var ours: [String] = []
  var next = environ
  while let variable = next.pointee {
    ours.append(String(cString: variable))
    next += 1
  }
  return ours.filter { others[String($0.prefix { $0 != "=" })] == nil }
    + others.map { "\($0.key)=\($0.value)" }.sorted()
}
