import Foundation
import InfraModel
import Testing

/// Rules look at whole stacks, so one that compares everything with everything is noticed only in a large one.
@Suite struct RuleCostTests {
  /// A fraction of a second where the cost grows with the stack, even in a debug build; far beyond it where it grows with
  /// the stack's square.
  @Test(arguments: Policy.standardRules.map { Described(rule: $0) })
  func sevenThousandResourcesStayCheap(_ described: Described) {
    #expect(largeStack.declarations.count > 7_000)
    let before = threadTime()
    _ = described.rule.init().findings(in: largeStack)
    #expect(threadTime() - before < .seconds(3))
  }
}

/// The CPU time of this thread, which other work on the machine does not lengthen as it does the time of day.
private func threadTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

private let largeStack: DeclaredStack = {
  var stack = StackBuilder()
  let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
  let api = stack.add(HTTPAPI("api"))
  for number in 0..<700 {
    let function = stack.add(
      MonitoredFunction(
        "function-\(number)", code: .zip(.file("code.zip"), runtime: .python313, handler: "app.handler"),
        timeout: .seconds(30), p95: .seconds(10), logRetention: .oneMonth,
        emits: [Metric("Beats-\(number)", in: "Shop", missingDataMeaning: .stopped)], alerts: alerts.arn))
    stack.add(Topic("topic-\(number)", tracing: .active))
    stack.add(
      FunctionURL("url-\(number)", of: function.functionName, authorization: .none, invokeMode: .responseStream))
    let rule = stack.add(EventRule("event-\(number)", when: .every(.minutes(5))))
    stack.add(EventTarget("target-\(number)", of: rule, calls: .function(function.arn)))
    stack.add(HTTPIntegration("integration-\(number)", of: api.apiID, calls: function.invokeARN))
    stack.add(
      SamplingRule(
        "rule-\(number)", named: .exactly("rule-\(number)"), priority: number + 1, fixedRate: .percent(5), reservoir: 1,
        matching: SamplingRule.Match(host: "host-\(number)", path: "/\(number)")))
  }
  stack.add(OperationsDashboard("operations"))
  return DeclaredStack(stack)
}()
