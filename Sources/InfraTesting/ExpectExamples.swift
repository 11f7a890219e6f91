public import InfraModel
import Testing

/// Holds a rule to its own examples: it has nothing to say of the good ones, and of each bad one just what the example
/// says. A failure is reported at the example, in the rule's file.
///
/// ```swift
/// @Test func topicsAreEncryptedAsItsExamplesSay() { expectExamples(of: TopicsAreEncrypted.self) }
/// ```
public func expectExamples(of rule: any Rule.Type) {
  let description = rule.description
  for example in description.good { expectNoFindings(in: example, of: rule) }
  for example in description.bad { expectAddresses(in: example, of: rule) }
  if description.good.isEmpty || description.bad.isEmpty {
    Issue.record("'\(description.id)' needs a good and a bad example: they are its documentation")
  }
}

/// Expects that a rule leaves one good example alone.
public func expectNoFindings(in example: Example, of rule: any Rule.Type) {
  var stack = StackBuilder()
  example.declare(&stack)
  for finding in rule.init().findings(in: DeclaredStack(stack)) {
    Issue.record(
      "'\(rule.description.id)' objects to its good example '\(example.title)': \(finding.message)",
      sourceLocation: example.location.forTesting)
  }
}

/// Expects that a rule objects to just the addresses that one bad example names.
public func expectAddresses(in example: Counterexample, of rule: any Rule.Type) {
  var stack = StackBuilder()
  let expected = example.declare(&stack)
  let findings = rule.init().findings(in: DeclaredStack(stack))
  let here = example.location.forTesting
  #expect(!expected.isEmpty, "a bad example names what it objects to", sourceLocation: here)
  #expect(findings.map(\.address).sorted() == expected.sorted(), "\(example.title)", sourceLocation: here)
  for finding in findings {
    #expect(finding.rule == rule.description.id, "a rule finds in its own name", sourceLocation: here)
    #expect(!finding.message.isEmpty && !finding.fix.isEmpty, "a finding has cause and cure", sourceLocation: here)
  }
}

extension InfraModel.SourceLocation {
  var forTesting: Testing.SourceLocation {
    Testing.SourceLocation(fileID: fileID, filePath: path, line: line, column: column)
  }
}
