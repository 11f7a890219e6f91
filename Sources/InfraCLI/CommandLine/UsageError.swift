import InfraModel

/// What is wrong with a command line.
enum UsageError: Error {
  case noCommand
  case unknownCommand(String, known: [String])
  case unexpected(String, command: String)
  case unknownOption(String, command: String, known: [String])
  case missingValue(String)
  case needlessValue(String)
  case missingOperand(String, command: String)
  case notOfPlans(String)
  case givenTwice(String)
  case needsOption(String, String)
  case unknownShell(String, known: [String])
  case unknownFormat(String, known: [String])
  case unknownStack(String, known: [String])
  case unknownEnvironment(String, known: [String])
  case unknownRule(String, known: [String])
  case noRule
  case noAddress
  case unknownAddress(String, known: [String])
  case unknownArgument(String, of: String, known: [String])
  case noStacks
  case duplicateStack(String)
  case invalidName(String)
  case unknownLevel(String, of: String, known: [String])
  case loweredLevel(String, of: String, from: Severity)
  case partialBaseline
  case badLevel(String, known: [String])
  case badWidth(String)
  case severalGraphs([String])
  /// `drill` is about one stack in one environment.
  case severalStacks([String])
  case unknownPackage
  /// What `evaluate` cannot do with what it was given.
  case evaluation(EvaluationProblem)
}

extension UsageError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .noCommand:
      "no command given; `\(run("--help"))` lists them"
    case .unknownCommand(let name, let known):
      "there is no command '\(name)'; \(nearest(to: name, among: known)); `\(run("--help"))` describes them"
    case .unexpected(let word, let command):
      "'\(word)' means nothing to `\(command)`; `\(run("\(command) --help"))` says what does"
    case .unknownOption(let option, let command, []):
      "`\(command)` has no option '\(option)', and no other"
    case .unknownOption(let option, let command, let known):
      "`\(command)` has no option '\(option)'; \(nearest(to: option, among: known)); `\(run("\(command) --help"))` "
        + "explains them"
    case .needlessValue(let option):
      "'\(option)' stands for itself and takes no value"
    case .missingValue(let option):
      "'\(option)' needs a value after it"
    case .missingOperand(let placeholder, let command):
      "`\(command)` needs a \(placeholder); `\(run("\(command) --help"))` says which there are"
    case .notOfPlans(let option):
      "'\(option)' is about the program's own stacks, and not about plans"
    case .givenTwice(let path):
      "'\(path)' is given twice; findings would say that it is at odds with itself"
    case .needsOption(let option, let other):
      "'\(option)' says nothing without '\(other)'"
    case .unknownShell(let shell, let known):
      "there are no completions for '\(shell)'; \(nearest(to: shell, among: known))"
    case .unknownFormat(let format, let known):
      "there is no format '\(format)' here; \(nearest(to: format, among: known))"
    case .unknownLevel(let rule, let owner, let known):
      "\(owner) gives a level to '\(rule)', which is no rule; \(nearest(to: rule, among: known))"
    case .badLevel(let word, let known):
      "'\(word)' sets no level; write the id of a rule, `=`, and one of \(known.joined(separator: ", "))"
    case .loweredLevel(let rule, let owner, let severity):
      "\(owner) lowers '\(rule)', which has to stay \(severity.rawValue): it cannot be waived either"
    case .severalStacks(let stacks):
      "`drill` is for one stack in one environment, and this is \(stacks.joined(separator: ", ")); "
        + "name it with '--stack' and '--env'"
    case .partialBaseline:
      "'--write-baseline' writes what all stacks have; leave out '--stack' and '--env'"
    case .badWidth(let width):
      "'\(width)' is no width; '--width' takes whole pixels from 320 to 4000"
    case .severalGraphs(let stacks):
      "one picture shows one stack in one environment; choose one of \(stacks.joined(separator: ", ")) with '--stack' "
        + "and '--env', or write all of them with '--write DIR'"
    case .evaluation(let problem):
      problem.message(from: run)
    case .unknownPackage:
      "the clone this program was built from is gone; name a package with '--package'"
    case .unknownStack(let name, let known):
      "there is no stack '\(name)'; \(nearest(to: name, among: known))"
    case .unknownEnvironment(let name, let known):
      "no stack that was asked for has an environment '\(name)'; \(nearest(to: name, among: known))"
    case .unknownRule(let id, let known):
      "there is no rule '\(id)'; \(nearest(to: id, among: known)); `\(run("rules"))` lists them"
    case .noRule:
      "`explain` needs the id of a rule, such as `\(run("explain lambda-error-alarm"))`"
    case .noAddress:
      "`blame` needs an address, such as `\(run("blame aws_sns_topic.alerts"))`; `\(run("list"))` lists them"
    case .unknownAddress(let address, let known):
      "nothing that was asked for is at '\(address)'; "
        + (suggestion(for: address, among: known).map { "did you mean '\($0)'?" } ?? "`\(run("list"))` lists what is")
    case .unknownArgument(let argument, let address, let known):
      "'\(address)' does not set '\(argument)'; \(nearest(to: argument, among: known))"
    case .noStacks:
      "this program has no stacks; name them in its `stacks`"
    case .invalidName(let name):
      "'\(name)' cannot be the name of a stack or an environment: those are lower-case letters, digits and hyphens"
    case .duplicateStack(let name):
      "two stacks are called '\(name)', and both would be written to one folder"
    }
  }
}

/// The nearest known word where one is near, otherwise those that begin like it, otherwise all of them if they are few.
func nearest(to word: String, among known: [String]) -> String {
  if let near = suggestion(for: word, among: known) { return "did you mean '\(near)'?" }
  let begun = known.filter {
    word.count > 3 && suggestion(for: word, among: [$0.prefix(word.count)].map(String.init), within: 1) != nil
  }
  switch (begun.count, known.count) {
  case (1...3, _): return "did you mean \(begun.map { "'\($0)'" }.joined(separator: " or "))?"
  case (_, 1): return "there is only '\(known[0])'"
  case (_, ...24): return "there are \(known.joined(separator: ", "))"
  default: return "none of the \(known.count) is like it"
  }
}
