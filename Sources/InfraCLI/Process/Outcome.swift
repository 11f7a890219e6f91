/// What a command prints, and its exit code.
struct Outcome {
  /// Commands for GitHub's runner, for standard output before the results.
  var annotations = WorkflowCommands()
  /// Results, for standard output.
  var output = ""
  /// Progress and errors, for standard error.
  var log = ""
  var code = ExitCode.success
}

/// The exit codes people and CI rely on.
enum ExitCode: Int32 {
  case success = 0
  /// There is an error without a waiver.
  case findings = 1
  /// What is written differs from the stacks.
  case differences = 2
  /// There was nothing to examine, or not everything could be examined, which does not mean that there are no problems.
  case nothingExamined = 3
  /// The command line is not valid (`EX_USAGE`).
  case usage = 64
  /// An input file is not valid (`EX_DATAERR`).
  case badInput = 65
  /// An internal error (`EX_SOFTWARE`).
  case ownFault = 70
  /// A file cannot be created (`EX_CANTCREAT`).
  case cannotCreate = 73
  /// A file cannot be read or written (`EX_IOERR`).
  case inputOutput = 74
}
