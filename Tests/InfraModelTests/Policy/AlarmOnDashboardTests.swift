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
    #expect(try #require(findings.first).fix == "move OperationsDashboard 'operations' to the end, behind 'late'")
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
