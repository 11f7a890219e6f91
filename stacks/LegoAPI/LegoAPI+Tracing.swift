import InfraModel

extension LegoAPI {
  /// How X-Ray samples and groups the requests, and which alarms notify the subscribers.
  struct Tracing: Component {
    struct Groups {
      let requests, errors, faults: Declared<TraceGroup>
      let features: [Declared<TraceGroup>]
    }

    let stage: Declared<Stage>
    let functions: Functions.Declarations
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Groups {
      let rate = rate(in: &stack)
      // The story's rule is for a service `lego-api` of type `AWS::Lambda::Function`. No service has that name, and
      // functions request no rules (T2, T3): the REST stage does, and passes its decision on to them.
      stack.add(
        SamplingRule(
          "sampling", priority: 1_000, fixedRate: rate, reservoir: 1,
          matching: SamplingRule.Match(
            serviceName: stage.traceServiceName, serviceType: "AWS::ApiGateway::Stage")))
      // One in twenty: these are 404s and expired sessions, because faults have their own alarms.
      let all = stack.add(ErrorTraces(of: stage, toleratedPercent: 5, insights: .withNotifications, alerts: alerts))
      let features = functions.filter { Feature.traced.contains($0.feature) }.map { feature, function in
        stack.add(
          TraceGroup(
            feature.rawValue,
            filter: "service(id(name: \"\(function.physicalName)\", type: \"AWS::Lambda::Function\"))",
            insights: .withNotifications))
      }
      announceInsights(in: &stack)
      return Groups(requests: all.requests, errors: all.errors, faults: all.faults, features: features)
    }

    /// A tenth in production, and everything while the debug variable is set; in development everything. The first
    /// request of each second is recorded in addition, so an API with few requests is recorded completely (T17).
    private func rate(in stack: inout StackBuilder) -> Input<SamplingRate> {
      guard stack.isProduction else { return .everything }
      let everything = stack.add(
        Variable(
          "record_every_request", default: false,
          description: "Record 100 % of the requests instead of 10 %, to debug, for a while"))
      return everything.choose(.everything, otherwise: .percent(10))
    }

    /// X-Ray sends the groups' insights only to EventBridge.
    private func announceInsights(in stack: inout StackBuilder) {
      let insight = EventPattern(source: "aws.xray", detailType: "AWS X-Ray Insight Update")
      let rule = stack.add(EventRule("insights", when: .event(insight, on: .default)))
      let deadLetters = stack.add(DeadLetters("insights-dead-letters", rules: [rule.arn], alerts: alerts))
      stack.add(
        EventTarget("insights-to-alerts", of: rule, calls: .topic(alerts), deadLetters: deadLetters.arn))
    }
  }
}
