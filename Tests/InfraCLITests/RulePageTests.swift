import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct RulePageTests {
  private let rules = Policy(today: "2026-11-21").descriptions
  private let refresh = "run `swift run infra-gen rules --write docs/rules`"

  // MARK: Committed pages

  @Test func committedPagesAreWhatTheRulesSay() throws {
    for page in rulePages(rules, in: "\(repository)/docs/rules") {
      #expect(try readFile(page.path) == page.bytes, "\(page.path) is stale; \(refresh)")
    }
  }

  @Test func noPageIsLeftOver() throws {
    let expected = rulePages(rules, in: "docs/rules").map { String($0.path.dropFirst("docs/rules/".count)) }
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/docs/rules")
    #expect(Set(names).subtracting(expected) == [], "\(refresh)")
  }

  @Test func everyExampleIsQuoted() {
    for rule in rules {
      let page = RulePage(rule)
      for example in page.good + page.bad {
        #expect(example.source?.contains("stack") == true, "\(rule.id): \(example.title)")
      }
    }
  }

  // MARK: Writing

  @Test func staleAndLeftOverPagesAreReplacedAndOthersLeftAlone() throws {
    try withFolder { folder in
      #expect(program(rules: [NoTopics.self]).run(["rules", "--write", folder]).code == .success)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/mine.md"))
      try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/waiver-unused.md"))
      let outcome = program().run(["rules", "--write", folder])
      // The index has lost a rule, and one page was old.
      #expect(outcome.log.hasPrefix("2 pages written, "))
      #expect(outcome.log.hasSuffix(" 1 removed\n"))
      let names = try Set(FileManager.default.contentsOfDirectory(atPath: folder))
      #expect(!names.contains("no-topics.md"))
      #expect(names.isSuperset(of: ["mine.md", "README.md", "waiver-unused.md"]))
    }
  }

  @Test func indexLinksToEveryRule() {
    let output = program(rules: [NoTopics.self]).run(["rules", "--format", "markdown"]).output
    #expect(output.contains("| [no-topics](no-topics.md) | error | There are no topics | US10 |\n"))
    #expect(output.contains("| [waiver-expired](waiver-expired.md) | warning |"))
  }

  @Test func explainQuotesTheExamples() {
    let output = program(rules: Policy.standardRules).run(["explain", "duplicate-address"]).output
    #expect(output.hasPrefix("error[duplicate-address]: No two declarations have the same address\n\n"))
    #expect(output.contains("Cannot be waived, put into a baseline, or lowered.\n"))
    #expect(
      output.contains(
        """
            stack.add(Topic("alerts"))
            stack.add(Topic("alerts"))

        """))
  }

  @Test("explain shows the fix in Terraform, the file below its package, and requirements last")
  func explainShowsFixFileAndRequirements() throws {
    let program = Program(
      stacks: [], rules: Policy.standardRules, today: "2026-11-21", workingDirectory: "/elsewhere")
    let output = program.run(["explain", "alarm-has-action"]).output
    let fix = try #require(output.range(of: "\nfix in Terraform:\n  Set `alarm_actions`"))
    let example = try #require(output.range(of: "\ngood, in Swift: "))
    #expect(fix.lowerBound < example.lowerBound)
    #expect(output.contains("\n  Sources/AWSRules/Alarms/AlarmHasAction.swift:"))
    #expect(output.hasSuffix("\nRequirements: US10, FR-039.\n"))
  }

  @Test("A page links to the requirements where the document is beside its folder")
  func pageLinksToRequirements() throws {
    let name = "alarm-has-action.md"
    let page = try #require(rulePages(rules, in: "\(repository)/docs/rules").first { $0.path.hasSuffix(name) })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\n[Requirements](../requirements.md): US10, FR-039.\n"))
    try withFolder { folder in
      let elsewhere = try #require(rulePages(rules, in: "\(folder)/rules").first { $0.path.hasSuffix(name) })
      #expect(String(decoding: elsewhere.bytes, as: UTF8.self).hasSuffix("\nRequirements: US10, FR-039.\n"))
    }
  }

  @Test(
    "The addresses that an example returns are for its test only",
    arguments: [
      ("let a = stack.add(x)\nreturn [a.address]", "stack.add(x)"),
      (
        "let a = stack.add(\n  x)\nlet b = stack.add(f(a))\nreturn [b.address, a.address]",
        "let a = stack.add(\n  x)\nstack.add(f(a))"
      ),
      (
        "let a = stack.add(x)\nstack.add(\"\\(a.arn)/*\")\nreturn [a.address]",
        "let a = stack.add(x)\nstack.add(\"\\(a.arn)/*\")"
      ),
      ("let a = stack.add(x).address\nreturn [a]", "let a = stack.add(x).address"),
      (
        "let a = stack.add(\"a\", \"a.zip\", a: \"/b/a\", aa)\nreturn [a.address]",
        "stack.add(\"a\", \"a.zip\", a: \"/b/a\", aa)"
      ),
      ("stack.add(x)\nreturn [.configuration(.moved, \"\")]", "stack.add(x)"),
      ("[stack.add(x(1)).address]", "stack.add(x(1))"),
      ("f()\nreturn [stack.add(x).address]", "f()\nstack.add(x)"),
      ("[stack.add(x).address, stack.add(y).address]", "[stack.add(x).address, stack.add(y).address]"),
      ("return [a.address]", "return [a.address]"), ("", ""),
    ])
  func addressesAreNotShown(_ source: String, _ shown: String) {
    #expect(withoutAddresses(source) == shown)
  }

  @Test func explainKnowsTheEnginesOwnRules() {
    #expect(program().run(["explain", "waiver-unused"]).output.contains("Every waiver matches a finding"))
  }

  // MARK: Quoting

  @Test func bodyIsDedentedWhateverIsInIt() {
    let source = ##"""
      let example = Example("a ) in \("a { string") and \#() // no") { stack in
        // a comment with a } and a "
        stack.add("}}", """
          a long " one }
          """, #"raw \" } "#)

          if true { "\(f("}"))" }
      }
      other { }
      """##
    #expect(
      SwiftSource(Array(source.utf8)).trailingClosure(afterLine: 1, column: 22) == ##"""
        // a comment with a } and a "
        stack.add("}}", """
          a long " one }
          """, #"raw \" } "#)

          if true { "\(f("}"))" }
        """##)
  }

  @Test(arguments: [
    ("f(\"a\") { stack in x }", 2, "x"), ("f() { _ in\n  y\n}", 2, "y"), ("f()\n{ stack in\n\n    z\n\n}", 2, "z"),
  ])
  func shortBodiesAreQuotedToo(_ source: String, _ column: Int, _ body: String) {
    #expect(SwiftSource(Array(source.utf8)).trailingClosure(afterLine: 1, column: column) == body)
  }

  @Test(arguments: ["", "f(", "f(\"", "f()", "f() {", "f() { x }", "f() { stack in", "f() { stack in \"", "f(\"\\("])
  func whatCannotBeQuotedIsNot(_ source: String) {
    #expect(SwiftSource(Array(source.utf8)).trailingClosure(afterLine: 1, column: 2) == nil)
    #expect(SwiftSource(Array(source.utf8)).trailingClosure(afterLine: 9, column: 9) == nil)
  }
}
