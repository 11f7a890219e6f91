import InfraModel
import Testing

@testable import InfraCLI

@Suite struct LevelTests {
  @Test func warningsStopNothingUnlessStrict() {
    var program = program(rules: [NoTopics.self])
    program.ruleLevels = ["no-topics": .warning]
    let outcome = program.run(["check"])
    #expect(outcome.code == .success)
    #expect(outcome.output.contains("warning[no-topics]"))
    #expect(program.run(["check", "--strict"]).code == .findings)
  }

  @Test func notesStopNothingEvenWhenStrict() {
    var program = program(rules: [NoTopics.self])
    program.ruleLevels = ["no-topics": .note]
    #expect(program.run(["check", "--strict"]).code == .success)
  }

  @Test func ruleThatIsOffIsCounted() {
    var program = program(rules: [NoTopics.self])
    program.ruleLevels = ["no-topics": .off]
    #expect(
      program.run(["check"]).output == """
        1 rule is off
        2 resources in 2 environments, 1 rule: no findings; next: infra-gen synth

        """)
  }

  @Test func stackMayDisagreeWithTheProgram() {
    var program = Program(
      stacks: [Relaxed.self], rules: [NoTopics.self], today: "2026-11-21", workingDirectory: "/")
    program.ruleLevels = ["no-topics": .error]
    #expect(program.run(["check", "--notes"]).output.contains("note[no-topics]"))
  }

  @Test(arguments: [
    ("no-topcs", RuleLevel.off, "did you mean 'no-topics'?"),
    ("waiver-unused", .off, "this program lowers 'waiver-unused', which cannot be waived and stays warning"),
  ])
  func levelThatWouldNotBeFollowedIsRefused(_ rule: String, _ level: RuleLevel, _ message: String) {
    var program = program(rules: [NoTopics.self])
    program.ruleLevels = [RuleID(rawValue: rule): level]
    let outcome = program.run(["check"])
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains(message))
  }

  @Test(arguments: ["check", "synth", "waivers"])
  func stackWithNothingToExamineIsAnError(_ command: String) {
    let outcome = Program(
      stacks: [Shop.self, Empty.self], rules: [], today: "2026-11-21", workingDirectory: "/"
    ).run([command] + (command == "synth" ? ["--out", "/dev/null"] : []))
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.output.isEmpty)
    #expect(outcome.log.contains("stack 'empty' declares no resource"))
  }

  private struct Relaxed: Stack {
    static let name = "relaxed"
    let environment: Shop.Environment
    var region: Region { .usEast1 }
    var ruleLevels: [RuleID: RuleLevel] { ["no-topics": .note] }

    func declare(in stack: inout StackBuilder) { stack.add(Topic("alerts")) }
  }

  private struct Empty: Stack {
    static let name = "empty"
    let environment: Shop.Environment
    var region: Region { .usEast1 }

    func declare(in stack: inout StackBuilder) {}
  }
}
