import InfraModel
import InfraTesting
import Testing

/// Every rule is held to its own examples. A failure is reported at the example, in the rule's file.
@Suite struct RuleExampleTests {
  @Test(arguments: Policy.standardRules.flatMap { rule in rule.description.good.map { Case(rule, $0.title, $0) } })
  func goodExampleIsLeftAlone(_ good: Case<Example>) {
    expectNoFindings(in: good.example, of: good.rule)
  }

  @Test(arguments: Policy.standardRules.flatMap { rule in rule.description.bad.map { Case(rule, $0.title, $0) } })
  func badExampleIsFoundInTheStyleOfTheHouse(_ bad: Case<Counterexample>) {
    expectAddresses(in: bad.example, of: bad.rule)
    var stack = StackBuilder()
    _ = bad.example.declare(&stack)
    let here = bad.example.location.forTesting
    for finding in bad.rule.init().findings(in: DeclaredStack(stack)) {
      #expect(finding.message.hasRuleStyle, "\(finding.message)", sourceLocation: here)
      #expect(finding.message.contains("'"), "names stand in quotes: \(finding.message)", sourceLocation: here)
      #expect(finding.fix.hasRuleStyle, "\(finding.fix)", sourceLocation: here)
      for note in finding.notes {
        #expect(note.message.hasRuleStyle, "\(note.message)", sourceLocation: here)
      }
    }
  }
}

struct Case<Value: Sendable>: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let title: String
  let example: Value

  init(_ rule: any Rule.Type, _ title: String, _ example: Value) {
    self.rule = rule
    self.title = title
    self.example = example
  }

  var testDescription: String { "\(rule.description.id): \(title)" }
}

extension InfraModel.SourceLocation {
  fileprivate var forTesting: Testing.SourceLocation {
    Testing.SourceLocation(fileID: fileID, filePath: path, line: line, column: column)
  }
}

extension String {
  /// One clause that starts in lower case, without a full stop.
  fileprivate var hasRuleStyle: Bool {
    guard let first, let last else { return false }
    return !first.isUppercase && !first.isWhitespace && last != "." && !contains("\n") && !contains("  ")
  }
}
