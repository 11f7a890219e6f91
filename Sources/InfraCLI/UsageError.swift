import InfraModel

/// What is wrong with a command line.
enum UsageError: Error {
  case noCommand
  case unknownCommand(String, known: [String])
  case unexpected(String, command: String)
  case missingValue(String)
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
}

extension UsageError {
  var message: String {
    switch self {
    case .noCommand:
      "no command given; `infra-gen --help` lists them"
    case .unknownCommand(let name, let known):
      "there is no command '\(name)'; \(suggestion(for: name, among: known)); `infra-gen --help` describes them"
    case .unexpected(let word, let command):
      "'\(word)' means nothing to `\(command)`; `infra-gen \(command) --help` says what does"
    case .missingValue(let option):
      "'\(option)' needs a value after it"
    case .unknownFormat(let format, let known):
      "there is no format '\(format)' here; \(suggestion(for: format, among: known))"
    case .unknownLevel(let rule, let owner, let known):
      "\(owner) gives a level to '\(rule)', which is no rule; \(suggestion(for: rule, among: known))"
    case .loweredLevel(let rule, let owner, let severity):
      "\(owner) lowers '\(rule)', which has to stay \(severity.rawValue): it cannot be waived either"
    case .partialBaseline:
      "'--write-baseline' writes what all stacks have; leave out '--stack' and '--env'"
    case .unknownStack(let name, let known):
      "there is no stack '\(name)'; \(suggestion(for: name, among: known))"
    case .unknownEnvironment(let name, let known):
      "no stack that was asked for has an environment '\(name)'; \(suggestion(for: name, among: known))"
    case .unknownRule(let id, let known):
      "there is no rule '\(id)'; \(suggestion(for: id, among: known)); `infra-gen rules` lists them"
    case .noRule:
      "`explain` needs the id of a rule, such as `infra-gen explain lambda-error-alarm`"
    case .noAddress:
      "`blame` needs an address, such as `infra-gen blame aws_sns_topic.alerts`; `infra-gen list` lists them"
    case .unknownAddress(let address, let known):
      "nothing that was asked for is at '\(address)'; \(nearest(to: address, among: known) ?? "`infra-gen list` lists what is")"
    case .unknownArgument(let argument, let address, let known):
      "'\(address)' does not set '\(argument)'; \(nearest(to: argument, among: known) ?? "it sets \(known.joined(separator: ", "))")"
    case .noStacks:
      "this program has no stacks; name them in its `stacks`"
    case .invalidName(let name):
      "'\(name)' cannot be the name of a stack or an environment: those are lower-case letters, digits and hyphens"
    case .duplicateStack(let name):
      "two stacks are called '\(name)', and both would be written to one folder"
    }
  }
}

/// The nearest known word where one is near, otherwise all of them.
private func suggestion(for word: String, among known: [String]) -> String {
  if let nearest = nearest(to: word, among: known) { return nearest }
  return known.count == 1 ? "there is only '\(known[0])'" : "there are \(known.joined(separator: ", "))"
}

/// The nearest known word, where one is near.
private func nearest(to word: String, among known: [String]) -> String? {
  let nearest = known.min { editDistance($0, word) < editDistance($1, word) }
  guard let nearest, editDistance(nearest, word) <= max(2, word.count / 3) else { return nil }
  return "did you mean '\(nearest)'?"
}

/// How many letters have to change to make one word of the other (Levenshtein).
func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var row = Array(0...right.count)
  for (i, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in right.indices {
      let substitution = diagonal + (character == right[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
