import InfraModel
import Testing

@Suite struct AdjustmentTests {
  private let alerts = ARN<Topic>("arn:aws:sns:us-west-2:123456789012:alerts")

  @Test func propertiesAreChangedBeforeTheResourceIsDeclared() throws {
    var stack = StackBuilder()
    let queue = stack.add(
      DeadLetters(alerts: alerts), adjusting: { inner in inner.change(Queue.self) { $0.retention = .seconds(86_400) } })
    let declaration = try #require(stack.declarations.first { $0.address == queue.address })
    #expect(declaration.block["message_retention_seconds"] == 86_400)
    #expect(queue.retention == .seconds(86_400))
    #expect(declaration.extraArguments == [])
  }

  @Test func argumentsThatTheTypeDoesNotModelAreSet() throws {
    var stack = StackBuilder()
    let queue = stack.add(
      DeadLetters(alerts: alerts),
      adjusting: { inner in
        inner.change(Queue.self, with: ["fifo_throughput_limit": "perQueue"])
        inner.change(type: "aws_cloudwatch_metric_alarm", with: ["actions_enabled": false])
      })
    let declaration = try #require(stack.declarations.first { $0.address == queue.address })
    #expect(declaration.block["fifo_throughput_limit"] == "perQueue")
    #expect(declaration.extraArguments == ["fifo_throughput_limit"])
    #expect(stack.declarations.last?.block["actions_enabled"] == false)
  }

  @Test func onlyTheResourceOfTheNameIsChanged() {
    var stack = StackBuilder()
    stack.add(
      MonitoredFunction(
        "orders", code: .image("123456789012.dkr.ecr.us-west-2.amazonaws.com/orders:1"), timeout: .seconds(10),
        p95: .seconds(3), logRetention: .oneMonth, alerts: alerts),
      adjusting: { inner in inner.change(MetricAlarm.self, "orders-slow") { $0.evaluation = .once } })
    let alarms = stack.declared(MetricAlarm.self)
    #expect(alarms.filter { $0.evaluation == .once }.map(\.name) == ["orders-errors", "orders-slow"])
    #expect(alarms.map(\.resource.name).count == 2)
  }

  @Test func lifecycleAndWaiversReachTheResource() throws {
    var stack = StackBuilder()
    let waiver = Waiver(.queueAlarm, reason: "a test", owner: "tests", until: "2027-01-31")
    let queue = stack.add(
      DeadLetters(alerts: alerts),
      adjusting: { inner in
        inner.change(Queue.self, lifecycle: Lifecycle(preventDestroy: true), waiving: [waiver])
      })
    let declaration = try #require(stack.declarations.first { $0.address == queue.address })
    #expect(declaration.lifecycle.preventDestroy)
    #expect(declaration.waivers.map(\.rule) == [.queueAlarm])
  }

  @Test func theOuterChangeHasTheLastWord() throws {
    var stack = StackBuilder()
    let queue = stack.add(
      Outer(alerts: alerts), adjusting: { inner in inner.change(Queue.self) { $0.retention = .seconds(7_200) } })
    #expect(queue.retention == .seconds(7_200))
    // What is declared afterwards is as it was written.
    let later = stack.add(DeadLetters("later", alerts: alerts))
    #expect(later.retention == .seconds(14 * 86_400))
  }

  @Test func aChangeOfNothingIsFoundWhereItIsWritten() throws {
    var stack = StackBuilder()
    stack.add(DeadLetters(alerts: alerts), adjusting: { inner in inner.change(Bucket.self) { $0.forceDestroy = true } })
    let line = #line - 1
    let report = Policy(rules: Policy.standardRules, today: "2026-11-29").report(on: DeclaredStack(stack))
    let finding = try #require(report.findings.first { $0.rule == .adjustmentApplies })
    #expect(finding.location.line == line)
    #expect(
      finding.message
        == "the component 'DeadLetters' declares no `Bucket`, so the change with `adjusting:` has no effect")
  }

  /// A component that changes what another one declares.
  private struct Outer: Component {
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Declared<Queue> {
      stack.add(
        DeadLetters(alerts: alerts), adjusting: { inner in inner.change(Queue.self) { $0.retention = .seconds(3_600) } }
      )
    }
  }
}
