import InfraModel
import Testing

@Suite struct AlarmOnDashboardTests {
  @Test func whoeverDeclaresAnAlarmBehindTheDashboardOfEverythingIsToldToMoveIt() throws {
    var stack = StackBuilder()
    stack.add(MetricAlarm.of("early"))
    stack.add(OperationsDashboard("operations"))
    stack.add(MetricAlarm.of("late"))
    let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
      .filter { $0.rule == .alarmOnDashboard }
    #expect(findings.map(\.address.name) == ["late"])
    #expect(try #require(findings.first).fix == "move OperationsDashboard 'operations' to the end, after 'late'")
  }

  @Test("Without a dashboard, one finding names three alarms and counts the others")
  func missingDashboardNamesAlarms() throws {
    func message(about names: [String]) throws -> String {
      var stack = StackBuilder()
      for name in names { stack.add(MetricAlarm.of(name)) }
      let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
        .filter { $0.rule == .alarmOnDashboard }
      #expect(findings.count == 1)
      return try #require(findings.first).message
    }
    #expect(try message(about: ["a"]) == "the stack has no dashboard that shows alarm 'a'")
    #expect(try message(about: ["a", "b", "c"]) == "the stack has no dashboard that shows alarms 'a', 'b', 'c'")
    #expect(
      try message(about: ["a", "b", "c", "d", "e"])
        == "the stack has no dashboard that shows alarms 'a', 'b', 'c' and 2 more")
  }

  @Test func withoutOneTheShippedOneIsTheCure() throws {
    var stack = StackBuilder()
    stack.add(MetricAlarm.of("errors"))
    let before = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
    #expect(
      try #require(before.first { $0.rule == .alarmOnDashboard }).fix.contains("OperationsDashboard(\"operations\")"))
    stack.add(OperationsDashboard("operations"))
    let after = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
    #expect(!after.contains { $0.rule == .alarmOnDashboard })
  }
}
