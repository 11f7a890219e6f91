import Foundation
import InfraModel
import Testing

/// Every mistake of aws-facts 1.21 either does not compile or is found before anything is written.
@Suite struct MistakeTests {
  /// The facts speak of 220: they leave out two that plan finds only where it reaches AWS.
  @Test func everyRowIsThereOnce() {
    #expect(Set(allMistakes.map { "\($0.catcher) \($0.testDescription)" }).count == allMistakes.count)
    #expect(allMistakes.count { $0.catcher == .nobody } == 95)
    #expect(allMistakes.count { $0.catcher == .plan } == 14)
    #expect(allMistakes.count { $0.catcher == .validate } == 113)
  }

  @Test(arguments: (allMistakes + secondRoundOfMistakes.rows).filter(\.isFound))
  func mistakeIsFound(_ mistake: Mistake) {
    var stack = StackBuilder()
    switch mistake.answer {
    case .unsayable: break
    case .found(let rule, let declare):
      let address = declare(&stack)
      let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
      let here = findings.filter { $0.address == address }.map(\.rule)
      #expect(here.contains(rule), "found by \(here)", sourceLocation: mistake.location)
      let general = here.filter { [.argumentLimits, .argumentConflicts].contains($0) && $0 != rule }
      #expect(general.isEmpty, "said twice: \(here)", sourceLocation: mistake.location)
    }
  }

  @Test(arguments: allMistakes.filter(\.isFoundWithoutItsModel))
  func mistakeIsFoundWithoutItsModel(_ mistake: Mistake) throws {
    let around = try #require(mistake.around)
    var stack = StackBuilder()
    var arguments = around.rule == .argumentConflicts ? [:] : soundArguments[mistake.type] ?? [:]
    arguments.merge(around.arguments)
    let address = stack.add(RawResource(mistake.type, "around", arguments)).address
    let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
    let here = findings.filter { $0.address == address }
    let others = here.filter { [.argumentLimits, .argumentConflicts].contains($0.rule) && $0.rule != around.rule }
    #expect(here.count { $0.rule == around.rule } == 1, "\(here.map(\.message))", sourceLocation: mistake.location)
    #expect(others.map(\.message) == [], sourceLocation: mistake.location)
  }

  @Test func slipsDoNotCompileAndWhatIsMeantDoes() throws {
    let snippets = allMistakes.compactMap(\.snippets)
    let errors = try TypeCheck.linesWithErrors(snippets.flatMap { [$0.slip, $0.proper] })
    for (number, snippet) in snippets.enumerated() {
      #expect(errors[number * 2] != nil, "compiles: \(snippet.slip)", sourceLocation: snippet.location)
      #expect(errors[number * 2 + 1] == nil, "does not compile: \(snippet.proper)", sourceLocation: snippet.location)
    }
  }

  @Test func readmeCountsThem() throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8).split { $0.isWhitespace }.joined(separator: " ")
    let uncompilable = allMistakes.count { !$0.canBeSaid }
    let found = allMistakes.count { $0.isFound }
    #expect(uncompilable + found == allMistakes.count, "a mistake is open")
    let passing = allMistakes.count { $0.catcher == .nobody }
    let sentence = """
      Of \(allMistakes.count) deliberate mistakes, \(passing) pass `terraform validate` and `terraform plan`; in Swift, \
      \(uncompilable) of the \(allMistakes.count) do not compile, and rules report the other \(found).
      """
    #expect(readme.contains(sentence), "README.md should say: \(sentence)")
  }

  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../README.md").standardized
}

private let standardIDs = Set(Policy.standardRules.map { $0.description.id })

/// What resources of a type do not do without, for mistakes in other arguments.
private let soundArguments: [String: Block] = [
  "aws_lambda_function": ["filename": "a.zip", "runtime": "python3.13", "handler": "app.handler"],
  "aws_cloudwatch_metric_alarm": [
    "threshold": 0, "metric_query": .blocks([["id": "a", "expression": "1", "return_data": true]]),
  ],
]

extension Mistake {
  fileprivate var canBeSaid: Bool { snippets == nil }

  fileprivate var isFound: Bool { canBeSaid && !isOpen }

  fileprivate var isOpen: Bool {
    if case .found(let rule, _) = answer { !standardIDs.contains(rule) } else { false }
  }

  fileprivate var isFoundWithoutItsModel: Bool {
    around.map { standardIDs.contains($0.rule) } ?? false
  }

  fileprivate var snippets: (slip: String, proper: String, location: Testing.SourceLocation)? {
    guard case .unsayable(let slip, let proper) = answer else { return nil }
    return (slip, proper, location)
  }
}
