import InfraModel
import Testing

@testable import InfraCLI

@Suite struct WaiversTests {
  @Test func everyWaiverIsListedWithItsState() {
    let outcome = program().run(["waivers", "--env", "prod"])
    #expect(outcome.code == .success)
    #expect(
      outcome.output == """
        state      until       rule       on                              owner  reason
        holds      2027-01-31  no-topics  keeping/prod aws_sns_topic.one  sre    quiet
        expired    2026-11-20  no-topics  keeping/prod aws_sns_topic.two  sre    quiet
        malformed  soon        no-topics  keeping/prod aws_sns_topic.two  sre    quiet
        holds      2027-01-31  no-queues  keeping/prod aws_sns_topic.two  sre    nobody knows

        """)
  }

  @Test func unusedIsSaidOnceAllEnvironmentsAreLookedAt() throws {
    let report = try object(program().run(["waivers", "--format", "json"]).output)
    let waivers = try #require(report["waivers"] as? [[String: Any]])
    #expect(waivers.count == 8)
    let unused = waivers.filter { $0["state"] as? String == "unused" }
    #expect(unused.map { $0["rule"] as? String } == ["no-queues", "no-queues"])
    let holding = try #require(waivers.first { $0["state"] as? String == "holds" && $0["findings"] as? Int == 1 })
    #expect(holding["address"] as? String == "aws_sns_topic.one")
    #expect(holding["owner"] as? String == "sre")
    #expect(holding["reason"] as? String == "quiet")
    #expect(holding["until"] as? String == "2027-01-31")
    #expect((holding["file"] as? String)?.hasSuffix("WaiversTests.swift") == true)
    #expect(holding["line"] as? Int != nil)
  }

  @Test func withoutWaiversItSaysSo() {
    let outcome = Program(stacks: [Shop.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(["waivers"])
    #expect(outcome.output == "no waivers\n")
  }

  private func program() -> Program {
    Program(stacks: [Keeping.self], rules: [NoTopics.self, NoQueues.self], today: "2026-11-21", workingDirectory: "/")
  }
}

private struct Keeping: Stack {
  static let name = "keeping"
  let environment: Shop.Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let quiet = Waiver("no-topics", reason: "quiet", owner: "sre", until: "2027-01-31")
    stack.add(Topic("one"), waiving: [quiet])
    stack.add(
      Topic("two"),
      waiving: [
        Waiver("no-topics", reason: "quiet", owner: "sre", until: "2026-11-20"),
        Waiver("no-topics", reason: "quiet", owner: "sre", until: "soon"),
        Waiver("no-queues", reason: "nobody knows", owner: "sre", until: "2027-01-31"),
      ])
  }
}

private struct NoQueues: Rule {
  static let description = RuleDescription(
    id: "no-queues", title: "T", rationale: "R.", sources: ["US10"], good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] { [] }
}
