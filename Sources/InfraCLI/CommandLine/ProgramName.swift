/// What a program is called and how it is run, so that every command line it prints can be pasted: an infra-gen of one's
/// own has a name of its own.
struct ProgramName: Equatable {
  /// The name of its file, which is what shells complete.
  let name: String
  /// What stands before a command where it was run.
  let invocation: String

  /// `path`: Where the process was told that it is. A shell says what was typed. `swift run` says where it has built it,
  /// `.build/<platform>/<configuration>/<name>`, which nobody types.
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

/// A word that a shell takes as it is, whatever is in it.
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
