import InfraModel
import Testing

@Suite struct WaiverTests {
  private let policy = Policy(today: "2026-11-21")

  @Test(arguments: [
    ("2026-11-21", true), ("2027-11-21", true), ("2026-11-20", false), ("2027-11-22", false), ("soon", false),
  ])
  func holdsFromTodayToItsLastDayAndNoLongerThanAYear(_ until: String, _ holds: Bool) {
    let report = policy.report(on: alarm(waiving: Waiver(.alarmHasAction, reason: "r", owner: "sre", until: until)))
    #expect(report.waived.map(\.finding.rule) == (holds ? [.alarmHasAction] : []))
    #expect(report.findings.contains { $0.rule == .alarmHasAction } == !holds)
  }

  @Test func expiredWaiverNamesItsOwnerAndItsDayWhereItIsDeclared() throws {
    let waiver = Waiver(.alarmHasAction, reason: "seen", owner: "sre", until: "2026-11-20")
    let stack = alarm(waiving: waiver)
    let finding = try #require(policy.report(on: stack).findings.first { $0.rule == "waiver-expired" })
    #expect(finding.message.contains("'sre'"))
    #expect(finding.message.contains("'2026-11-20'"))
    #expect(finding.location == stack.declarations[0].location)
    #expect(finding.severity == .warning)
  }

  @Test func capIsThePolicysOwn() {
    let stack = alarm(waiving: Waiver(.alarmHasAction, reason: "r", owner: "sre", until: "2026-12-22"))
    #expect(Policy(today: "2026-11-21", longestWaiver: 31).report(on: stack).waived.count == 1)
    let report = Policy(today: "2026-11-21", longestWaiver: 30).report(on: stack)
    #expect(report.waived.isEmpty)
    #expect(report.findings.contains { $0.rule == "waiver-too-long" && $0.message.contains("1 day later") })
  }

  @Test func ruleThatCannotBeWaivedStands() {
    let waiver = Waiver(.duplicateAddress, reason: "r", owner: "sre", until: "2026-12-31")
    var stack = StackBuilder()
    stack.add(Topic("alerts"), waiving: [waiver])
    stack.add(Topic("alerts"), waiving: [waiver])
    let report = policy.report(on: DeclaredStack(stack))
    #expect(report.validated == nil)
    #expect(report.findings.contains { $0.rule == .duplicateAddress })
    #expect(report.findings.count { $0.rule == "waiver-refused" } == 2)
  }

  @Test func waiverThatOneEnvironmentNeedsIsUsed() {
    let waiver = Waiver(.topicHasSubscriber, reason: "r", owner: "sre", until: "2026-12-31")
    let stacks = ["dev", "prod"].map { environment -> DeclaredStack in
      var stack = StackBuilder(StackIdentity(stack: "shop", environment: environment))
      let alerts = stack.add(Topic("alerts"), waiving: [waiver])
      // Nobody has to hear what no alarm says.
      if environment == "prod" { stack.add(MetricAlarm.of("errors", notify: alerts.arn)) }
      return DeclaredStack(stack)
    }
    #expect(unused(policy.reports(on: stacks)).isEmpty)
    #expect(unused(policy.reports(on: [stacks[0]])) == ["waiver-unused"])
    #expect(unused(policy.reports(on: [stacks[0]], areAll: false)).isEmpty)
  }

  @Test(arguments: Policy.engineRules.flatMap { rule in rule.good.map { Titled(rule: rule, title: $0.title, $0) } })
  func goodExampleIsLeftAlone(_ good: Titled<Example>) {
    var stack = StackBuilder()
    good.example.declare(&stack)
    let findings = policy.reports(on: [DeclaredStack(stack)])[0].findings
    #expect(findings.filter { $0.rule == good.rule.id }.map(\.message) == [])
  }

  @Test(arguments: Policy.engineRules.flatMap { rule in rule.bad.map { Titled(rule: rule, title: $0.title, $0) } })
  func badExampleIsFoundWhereItIs(_ bad: Titled<Counterexample>) {
    var stack = StackBuilder()
    let expected = bad.example.declare(&stack)
    let findings = policy.reports(on: [DeclaredStack(stack)])[0].findings.filter { $0.rule == bad.rule.id }
    #expect(findings.map(\.address) == expected)
    for finding in findings {
      #expect(finding.message.first?.isUppercase == false && finding.message.last != ".")
      #expect(finding.fix.first?.isUppercase == false && finding.fix.last != ".")
    }
  }

  @Test func componentsWaiverHoldsForAllThatItDeclaresAndIsSaidOnce() throws {
    let waiver = Waiver(.alarmHasAction, reason: "r", owner: "sre", until: "2026-12-31")
    var stack = StackBuilder()
    stack.add(Silent(names: ["errors", "faults"]), waiving: [waiver])
    stack.add(MetricAlarm.of("outside"))
    let report = policy.report(on: DeclaredStack(stack))
    #expect(report.waived.map(\.finding.address.name).sorted() == ["errors", "faults"])
    #expect(report.findings.filter { $0.rule == .alarmHasAction }.map(\.address.name) == ["outside"])
    #expect(report.waivers.map(\.state) == [.holds(findings: 2)])
  }

  @Test func componentsWaiverThatWaivesNothingIsUnusedOnceAndAtItsCall() throws {
    let waiver = Waiver(.topicHasSubscriber, reason: "r", owner: "sre", until: "2026-12-31")
    var stack = StackBuilder()
    let line = UInt(#line) + 1
    stack.add(Silent(names: ["errors", "faults"]), waiving: [waiver])
    let reports = policy.reports(on: [DeclaredStack(stack)])
    #expect(unused(reports) == ["waiver-unused"])
    let finding = try #require(reports[0].findings.first { $0.rule == "waiver-unused" })
    #expect(finding.location.line == Int(line) && finding.location.fileID == #fileID)
    let expired = Waiver(.alarmHasAction, reason: "r", owner: "sre", until: "2026-11-20")
    var late = StackBuilder()
    late.add(Silent(names: ["errors", "faults"]), waiving: [expired])
    let findings = policy.report(on: DeclaredStack(late)).findings
    #expect(findings.count { $0.rule == "waiver-expired" } == 1)
    #expect(findings.count { $0.rule == .alarmHasAction } == 2)
  }

  /// What is nearer to the resource answers first, so that the outer waiver is the one that is not needed.
  @Test func innerWaiverComesBeforeTheOuterOne() {
    func waiver(_ owner: String) -> Waiver {
      Waiver(.alarmHasAction, reason: "r", owner: owner, until: "2026-12-31")
    }
    var stack = StackBuilder()
    stack.add(Nested(inner: waiver("inner")), waiving: [waiver("outer")])
    let report = policy.reports(on: [DeclaredStack(stack)])[0]
    #expect(report.waived.map(\.waiver.owner) == ["inner"])
    #expect(unused([report]) == ["waiver-unused"])
  }

  private func unused(_ reports: [PolicyReport]) -> [RuleID] {
    reports.flatMap(\.findings).map(\.rule).filter { $0 == "waiver-unused" }
  }

  private func alarm(waiving waiver: Waiver) -> DeclaredStack {
    var stack = StackBuilder()
    stack.add(MetricAlarm.of("errors"), waiving: [waiver])
    return DeclaredStack(stack)
  }
}

/// Alarms that tell nobody.
private struct Silent: Component {
  let names: [String]

  func declare(in stack: inout StackBuilder) {
    for name in names { stack.add(MetricAlarm.of(name)) }
  }
}

private struct Nested: Component {
  let inner: Waiver

  func declare(in stack: inout StackBuilder) {
    stack.add(Silent(names: ["errors"]), waiving: [inner])
  }
}

struct Titled<Value: Sendable>: Sendable, CustomTestStringConvertible {
  let rule: RuleDescription
  let title: String
  let example: Value

  init(rule: RuleDescription, title: String, _ example: Value) {
    self.rule = rule
    self.title = title
    self.example = example
  }

  var testDescription: String { "\(rule.id): \(title)" }
}

extension MetricAlarm {
  /// An alarm that is about nothing in particular.
  static func of(_ name: String, notify topic: ARN<Topic>? = nil) -> MetricAlarm {
    MetricAlarm(
      name, when: Metric("Failures", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
      evaluation: .once,
      missingData: .notBreaching, notify: topic.map { [$0] } ?? [])
  }
}
