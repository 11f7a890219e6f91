import InfraModel

/// What is wrong with a command line.
enum UsageError: Error {
  case noCommand
  case unknownCommand(String, known: [String])
  case commandOfOtherTool(String, here: String)
  case unexpected(String, command: String)
  case operandIsStack(String, command: String)
  case unknownOption(String, command: String, known: [String])
  case missingValue(String)
  case needlessValue(String)
  case missingOperand(String, command: String)
  case notOfPlans(String)
  case onlyOfPlans(String)
  case givenTwice(String)
  case needsOption(String, String)
  case unknownShell(String, known: [String])
  case unknownFormat(String, known: [String])
  case unknownStack(String, known: [String])
  case unknownEnvironment(String, known: [String])
  case unknownRule(String, known: [String])
  case noRuleMentions(String)
  case noRule
  case noAddress
  case unknownAddress(String, known: [String])
  case unknownType(String, known: [String])
  case htmlOnTerminal
  case unknownColor(String)
  case unknownArgument(String, of: String, known: [String])
  case noStacks
  case duplicateStack(String)
  case invalidName(String)
  case unknownLevel(String, of: String, known: [String])
  case loweredLevel(String, of: String, from: Severity)
  case partialBaseline
  case badLevel(String, known: [String])
  case badSeverity(String, known: [String])
  case badWidth(String)
  case severalGraphs([String])
  /// `test-alarms` is about one stack in one environment.
  /// Of a command that writes one script.
  case severalStacks([String], of: String)
  case unknownPackage
}

extension UsageError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .noCommand:
      "no command given; `\(run("--help"))` lists the commands"
    case .commandOfOtherTool(let name, let command):
      "unknown command '\(name)'; did you mean `\(run(command))`?"
    case .unknownCommand(let name, let known):
      "unknown command '\(name)'; \(nearest(to: name, among: known)); `\(run("--help"))` describes the commands"
    case .unexpected(let word, let command):
      "unexpected argument '\(word)' for `\(command)`; see `\(run("\(command) --help"))`"
    case .operandIsStack(let stack, let command):
      "unexpected argument '\(stack)' for `\(command)`; did you mean `\(run("\(command) --stack \(stack)"))`?"
    case .unknownOption(let option, let command, []):
      "unknown option '\(option)': `\(command)` takes no options"
    case .unknownOption(let option, let command, let known):
      "unknown option '\(option)' for `\(command)`; \(nearest(to: option, among: known)); "
        + "see `\(run("\(command) --help"))`"
    case .needlessValue(let option):
      "'\(option)' takes no value"
    case .missingValue(let option):
      "'\(option)' needs a value"
    case .missingOperand(let placeholder, let command):
      "`\(command)` needs \(placeholder); see `\(run("\(command) --help"))`"
    case .notOfPlans(let option):
      "'\(option)' applies to the program's own stacks, not to plans"
    case .onlyOfPlans(let option):
      "'\(option)' applies to plans; a stack declares its load with `stack.expect`"
    case .givenTwice(let path):
      "'\(path)' is given twice"
    case .needsOption(let option, let other):
      "'\(option)' needs '\(other)'"
    case .unknownShell(let shell, let known):
      "there are no completions for '\(shell)'; \(nearest(to: shell, among: known))"
    case .unknownFormat(let format, let known):
      "unknown format '\(format)'; \(nearest(to: format, among: known))"
    case .unknownLevel(let rule, let owner, let known):
      "\(owner) sets a level for the unknown rule '\(rule)'; \(nearest(to: rule, among: known))"
    case .badLevel(let word, let known):
      "'\(word)' is not RULE=LEVEL; LEVEL is one of \(known.joined(separator: ", "))"
    case .loweredLevel(let rule, let owner, let severity):
      "\(owner) lowers '\(rule)', which cannot be waived and stays \(severity.rawValue)"
    case .severalStacks(let stacks, let command):
      "`\(command)` takes one stack in one environment, not \(stacks.joined(separator: ", ")); "
        + "choose with '--stack' and '--env'"
    case .partialBaseline:
      "'--write-baseline' records the findings of all stacks and rules; remove '--stack', '--env', '--rules', '--skip' "
        + "and '--level'"
    case .badSeverity(let word, let known):
      "'\(word)' is not a severity; use \(known.joined(separator: ", "))"
    case .badWidth(let width):
      "'\(width)' is not a width; '--width' takes whole pixels from 320 to 4000"
    case .severalGraphs(let stacks):
      "one picture shows one stack in one environment; choose one of \(stacks.joined(separator: ", ")) with '--stack' "
        + "and '--env', or write all of them with '--write DIR'"
    case .unknownPackage:
      "the clone that this program was built from no longer exists; give a package with '--package'"
    case .unknownStack(let name, let known):
      "unknown stack '\(name)'; \(nearest(to: name, among: known))"
    case .unknownEnvironment(let name, let known):
      "no selected stack has an environment '\(name)'; \(nearest(to: name, among: known))"
    case .unknownRule(let id, let known):
      "unknown rule '\(id)'; \(nearest(to: id, among: known)); `\(run("rules"))` lists the rules"
    case .noRuleMentions(let word):
      "no rule has '\(word)' in its id, title or resource types; `\(run("rules"))` lists the rules"
    case .noRule:
      "`explain` needs the id of a rule, such as `\(run("explain lambda-error-alarm"))`"
    case .noAddress:
      "`origin` needs an address, such as `\(run("origin aws_sns_topic.alerts"))`; `\(run("list"))` lists addresses"
    case .unknownAddress(let address, let known):
      "no selected stack declares '\(address)'; "
        + (suggestion(for: address, among: known).map { "did you mean '\($0)'?" }
          ?? "`\(run("list"))` lists what they declare")
    case .unknownType(let type, let known):
      "no selected stack declares a resource of type '\(type)'; \(nearest(to: type, among: known))"
    case .htmlOnTerminal:
      "`report` does not print HTML to a terminal; write a file with '--write FILE', or redirect standard output"
    case .unknownColor(let word):
      "'\(word)' is not a choice of '--color'; use auto, always or never"
    case .unknownArgument(let argument, let address, let known):
      "'\(address)' does not set '\(argument)'; \(nearest(to: argument, among: known))"
    case .noStacks:
      "this program has no stacks; list them in its `stacks`"
    case .invalidName(let name):
      "'\(name)' is not a valid name of a stack or an environment: use lower-case letters, digits and hyphens"
    case .duplicateStack(let name):
      "two stacks are named '\(name)', and both would be written to one folder"
    }
  }
}
