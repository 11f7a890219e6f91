import InfraModel

/// How X-Ray samples the requests, and the group and alarms for failed ones.
struct Tracing: Component {
  let environment: SentimentAnalyzer.Environment
  let stage: Declared<Stage>
  let alerts: ARN<Topic>

  func declare(in stack: inout StackBuilder) {
    // Rules apply only at the REST stage: Lambda samples requests by schedule, topic or function URL itself, one a
    // second and 5 % of the rest, and uses no rule for them (T2). A client's `Sampled=1` also takes effect; throttling,
    // and RUM's own rate, bound its cost (T10, FR-035).
    stack.add(sampling(of: stage.traceServiceName))

    // Traces of failed requests among those that were sampled (FR-034). X-Ray counts only a group's traces, so the
    // alarm reads that count (T4); the functions' own alarms cover errors of all requests (T7).
    let errors = stack.add(
      TraceGroup(
        "errors", named: .exactly("sentiment-\(environment.rawValue)-errors"), filter: "fault = true OR error = true"))
    stack.add(
      MetricAlarm(
        "traces-with-errors", when: errors.traceCount, .sum, threshold: .above(20), evaluation: .consecutive(2),
        missingData: .notBreaching, notify: [alerts],
        description: "More requests than clients get wrong by themselves ended in 4xx or 5xx"))
    // 4xx are errors too, and a public API always has some; 5xx are the application's (T41).
    let faults = stack.add(
      TraceGroup("faults", named: .exactly("sentiment-\(environment.rawValue)-faults"), filter: "fault = true"))
    stack.add(
      MetricAlarm(
        "traces-with-faults", when: faults.traceCount, .sum, threshold: .above(0), evaluation: .once,
        missingData: .notBreaching,
        notify: [alerts], description: "A traced request failed; open the group's traces"))
  }

  private func sampling(of stage: Text) -> SamplingRule {
    let requests = SamplingRule.Match(serviceName: stage, serviceType: "AWS::ApiGateway::Stage")
    // Everything, in production as well: only then does every failed request of the API have a trace, because X-Ray
    // decides whether to record a request before it fails (T7). At today's million requests a month that costs at most
    // $5, below the lowest billing alarm. One a second and 5 % would record 84 % of them if they arrived evenly over
    // the day, and 67 % with 80 % of them in six hours. When the alarm at $10 fires, lower the rate here.
    return SamplingRule(
      "api", named: PhysicalName.exactly("sentiment-\(environment.rawValue)-api"), priority: 1_000,
      fixedRate: .everything, reservoir: 1, matching: requests)
  }
}
