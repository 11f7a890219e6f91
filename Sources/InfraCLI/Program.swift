import InfraModel

/// The input of every command. All external state is passed in here, so a command is a function.
struct Program {
  var stacks: [any Stack.Type]
  var rules: [any Rule.Type]
  var ruleLevels: [RuleID: RuleLevel] = [:]
  var longestWaiver = 365
  /// `yyyy-mm-dd`
  var today: String
  /// Paths in messages are relative to it.
  var workingDirectory: String
  /// The name in its messages.
  var name = ProgramName(runAs: "infra-gen", in: "")
  /// Where it shows its progress; `nil` if standard error is not a terminal.
  var progress: Progress?
  /// Whether standard output is a terminal.
  var printsToTerminal = false
  /// Keeps stacks alive until the process exits. Freeing a large stack object by object costs as much as a dozen rules.
  var keep: ([DeclaredStack]) -> Void = { _ in }

  /// Runs a command line, without the program's own name.
  func run(_ arguments: [String]) -> Outcome {
    do {
      return try Invocation(arguments).command.run(in: self)
    } catch UsageError.unexpected(let word, let command) where stacks.contains(where: { $0.name == word }) {
      let error = UsageError.operandIsStack(word, command: command)
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .usage)
    } catch let error as UsageError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .usage)
    } catch let error as FileError {
      return Outcome(log: "error: \(inLine(error.message))\n", code: error.exitCode)
    } catch let error as ModifiedFiles {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: .cannotCreate)
    } catch let error as InputError {
      return Outcome(log: "error: \(inLine(error.message(from: name)))\n", code: error.exitCode)
    } catch {
      return Outcome(log: "error: \(inLine("\(error)")); this is an internal error of infra-gen\n", code: .ownFault)
    }
  }
}

extension Program {
  /// The policy that the program checks its stacks against.
  func policy(baseline: Baseline? = nil) -> Policy {
    var policy = Policy(
      rules: rules, today: today, levels: ruleLevels, longestWaiver: longestWaiver, baseline: baseline)
    policy.program = name.invocation
    return policy
  }

  /// Shows which stack is being checked; `nil` if standard error is not a terminal.
  var asking: ((StackIdentity, _ rule: Int) -> Void)? {
    progress.map { progress in
      { stack, rule in progress.step("checking \(stack): rule \(rule) of \(rules.count)") }
    }
  }
}

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
