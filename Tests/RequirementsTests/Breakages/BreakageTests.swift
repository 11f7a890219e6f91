import InfraModel
import Testing

/// Each requirement is broken on purpose, and what the document names turns red. It is what keeps a row from citing a rule
/// that does not ask.
@Suite struct BreakageTests {
  @Test(arguments: Chapter.all.flatMap { chapter in chapter.requirements.flatMap(\.broken) })
  func brokenRequirementIsFound(_ broken: Broken) {
    let breakage = broken.breakage
    let stacks = breakage.system.builders.compactMap { stack in breakage.breaking(stack).map { (stack, $0) } }
    #expect(!stacks.isEmpty, "no environment declares what is changed: \(breakage.words)")
    let isFound = stacks.contains { before, after in
      !findings(of: breakage.rule, in: after).subtracting(findings(of: breakage.rule, in: before)).isEmpty
    }
    #expect(isFound, "'\(breakage.rule)' has nothing to say about it: \(breakage.words)")
  }

  @Test(arguments: expectations.values.flatMap(\.self).map { Expected(expectation: $0) })
  func valueIsTheDocuments(_ expected: Expected) {
    let expectation = expected.expectation
    let stacks = expectation.system.builders.filter(expectation.isAsked)
    #expect(!stacks.isEmpty, "no environment declares '\(expectation.address)'")
    for stack in stacks {
      #expect(expectation.objection(to: stack) == nil)
      if let broken = expectation.breakage.breaking(stack) { #expect(expectation.objection(to: broken) != nil) }
    }
  }

  /// Facts of AWS in the chapter of what does not hold have the rule's own bad examples as proof.
  @Test(arguments: Chapter.all.filter { $0.title != Chapter.traps.title }.flatMap(\.requirements))
  func everyRowOfAStackSaysWhatTurnsRed(_ requirement: Requirement) {
    let broken = Set(breakages[requirement.id, default: []].map(\.rule))
    for case .rule(let rule) in requirement.answers where unbroken[rule] == nil && !requirement.isObjected(by: rule) {
      #expect(broken.contains(rule), "\(requirement.id): break it so that '\(rule)' finds it")
    }
    let isDeclared = requirement.answers.contains { if case .declared = $0 { true } else { false } }
    if isDeclared {
      let isHeld = !broken.isEmpty || expectations[requirement.id] != nil || heldByTerraform[requirement.id] != nil
      #expect(isHeld, "\(requirement.id): say what turns red where the declaration says something else")
    }
  }

  @Test func tablesNameRequirementsThatExist() {
    let ids = Set(Chapter.all.flatMap(\.requirements).map(\.id))
    let named = Set(breakages.keys).union(expectations.keys).union(heldByTerraform.keys)
    #expect(named.subtracting(ids).isEmpty)
  }

  @Test(arguments: heldByTerraform.values.sorted())
  func expectationFileExists(_ file: String) {
    #expect(Repository.contents(of: file) != nil, "there is no \(file)")
  }
}

/// A breakage with the requirement that it breaks.
struct Broken: Sendable, CustomTestStringConvertible {
  let id: String
  let breakage: Breakage
  var testDescription: String { "\(id): \(breakage.words)" }
}

struct Expected: Sendable, CustomTestStringConvertible {
  let expectation: Expectation
  var testDescription: String { expectation.words }
}

extension Requirement {
  /// Whether a rule objects to a system of the requirement as it is, which is what the row cites it for.
  fileprivate func isObjected(by rule: RuleID) -> Bool {
    answers.contains { answer in
      guard case .declared(let system, _) = answer else { return false }
      return system.builders.contains { !findings(of: rule, in: $0).isEmpty }
    }
  }

  fileprivate var broken: [Broken] { breakages[id, default: []].map { Broken(id: id, breakage: $0) } }
}
