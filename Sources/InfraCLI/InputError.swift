/// What we were given to work on and cannot use.
enum InputError: Error {
  /// A stack declares nothing in any environment that was asked for.
  case emptyStack(String)
  case badBaseline(path: String, reason: String)
}

extension InputError {
  var message: String {
    switch self {
    case .emptyStack(let name):
      "stack '\(name)' declares no resource in any environment that was asked for, so nothing was examined; "
        + "add resources in its `declare(in:)`, or take it out of `stacks`"
    case .badBaseline(let path, let reason):
      "'\(path)' is no baseline: \(reason); `infra-gen check --write-baseline \(path)` writes one"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .emptyStack: .nothingExamined
    case .badBaseline: .badInput
    }
  }
}
