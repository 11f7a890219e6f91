/// A program's name and how it is run, so that every command line it prints can be pasted: a custom infra-gen has its
/// own name.
struct ProgramName: Equatable {
  /// The name of its file, which is what shells complete.
  let name: String
  /// The words before a command, such as `swift run infra`.
  let invocation: String

  /// `path`: The process's first argument. A shell passes what the user typed; `swift run` passes the built product,
  /// `.build/<platform>/<configuration>/<name>`, which users do not type.
  init(runAs path: String, in workingDirectory: String) {
    name = path.split(separator: "/").last.map(String.init) ?? "infra-gen"
    let below = path.hasPrefix("\(workingDirectory)/") ? path.dropFirst(workingDirectory.count + 1) : path[...]
    let folders = below.split(separator: "/", omittingEmptySubsequences: false)
    if folders.count == 4, folders[0] == ".build" {
      invocation =
        folders[2] == "debug" ? "swift run \(shellWord(name))" : "swift run -c \(folders[2]) \(shellWord(name))"
    } else {
      invocation = shellWord(path.isEmpty ? name : path)
    }
  }

  /// A command line of this program.
  func callAsFunction(_ arguments: String) -> String { "\(invocation) \(arguments)" }
}

/// A word, quoted so that a shell takes it literally.
func shellWord(_ word: String) -> String {
  let isPlain = word.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "-", "_", "+", "@": true
    default: false
    }
  }
  return isPlain
    ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
