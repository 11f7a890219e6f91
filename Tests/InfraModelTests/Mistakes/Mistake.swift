import InfraModel
import Testing

/// One row of aws-facts 1.21: a mistake that was really made, in a resource of its own, and what infra-gen says to it.
struct Mistake: Sendable {
  let type: String
  /// The mistake in our own words; no two of a type are the same.
  let what: String
  /// What terraform says to it.
  let catcher: Catcher
  let answer: Answer
  let location: Testing.SourceLocation
  /// What finds a mistake that the models cannot say where it is said without them, for nobody is held to the models.
  fileprivate(set) var around: Around?

  struct Around: Sendable {
    let rule: RuleID
    let arguments: Block
  }

  /// Which of terraform's commands stops it.
  enum Catcher: String, CaseIterable, Sendable {
    case nobody
    case plan
    case validate
  }

  enum Answer: Sendable {
    /// The typed models cannot say it. `slip` does not compile; `proper` differs in the mistake alone and does.
    case unsayable(slip: String, proper: String)
    /// It can be said, in the models or around them, and a rule finds it at the address that is returned. The row is open
    /// while there is no such rule.
    case found(by: RuleID, declare: @Sendable (inout StackBuilder) -> Address)
  }
}

extension Mistake: CustomTestStringConvertible {
  var testDescription: String { "\(type): \(what)" }
}

/// The rows of one type, written as statements so that each is type-checked by itself.
struct Mistakes {
  private(set) var rows: [Mistake] = []
  private var type = ""
  private let catcher: Mistake.Catcher

  init(caughtBy catcher: Mistake.Catcher, _ fill: (inout Mistakes) -> Void) {
    self.catcher = catcher
    fill(&self)
  }

  mutating func of(_ type: String) {
    self.type = type
  }

  mutating func unsayable(
    _ what: String, _ slip: String, proper: String, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line
  ) {
    rows.append(
      Mistake(
        type: type, what: what, catcher: catcher, answer: .unsayable(slip: slip, proper: proper),
        location: here(fileID, path, line)))
  }

  /// The last mistake, said in a `RawResource`.
  mutating func around(by rule: RuleID, _ arguments: Block) {
    rows[rows.count - 1].around = Mistake.Around(rule: rule, arguments: arguments)
  }

  mutating func found(
    _ what: String, by rule: RuleID, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    declare: @escaping @Sendable (inout StackBuilder) -> Address
  ) {
    rows.append(
      Mistake(
        type: type, what: what, catcher: catcher, answer: .found(by: rule, declare: declare),
        location: here(fileID, path, line)))
  }
}

private func here(_ fileID: String, _ path: String, _ line: Int) -> Testing.SourceLocation {
  Testing.SourceLocation(fileID: fileID, filePath: path, line: line, column: 1)
}

let allMistakes: [Mistake] = [
  mistakesNobodyCatchesInCompute, mistakesNobodyCatchesInObservability, mistakesNobodyCatchesElsewhere,
  mistakesPlanCatches, mistakesValidateCatchesInCompute, mistakesValidateCatchesInObservability,
  mistakesValidateCatchesElsewhere,
].flatMap(\.rows)
