@testable import InfraModel

/// Why a mutant may be as good as what it was made of.
struct ReasonToSurvive {
  let reason: String
  let change: Mutation.Change
  /// Arguments with their resource types, in which `*` stands for any run of characters.
  let arguments: [String]

  init(_ reason: String, when change: Mutation.Change, _ arguments: [String]) {
    self.reason = reason
    self.change = change
    self.arguments = arguments
  }
}

extension ReasonToSurvive {
  func explains(_ mutation: Mutation) -> Bool {
    arguments.contains { explains(mutation, by: $0) }
  }

  func explains(_ mutation: Mutation, by pattern: String) -> Bool {
    mutation.change == change && matches(mutation.argument, pattern: pattern)
  }
}

let reasonsToSurvive: [ReasonToSurvive] = []
