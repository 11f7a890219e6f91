import InfraModel

// The parts of tests' stacks that are not what the test is about.

extension LambdaFunction {
  static func example(
    _ name: String = "ingest", named physicalName: PhysicalName = .conventional,
    role: ARN<Role> = .example, runtime: Runtime = .python313,
    layers: [ARN<Layer>] = [], memory: Input<Memory> = .mb(256), timeout: Input<Duration> = .seconds(30),
    tracing: Input<TracingMode> = .active, environment: [String: Text] = [:], vpc: VPCPlacement? = nil,
    publishesVersions: Bool = false, emits: [Metric] = [], purpose: Purpose = .application
  ) -> LambdaFunction {
    LambdaFunction(
      name, named: physicalName,
      code: .zip(.file("\(name).zip"), runtime: runtime, handler: "app.handler", layers: layers), role: role,
      memory: memory, timeout: timeout, tracing: tracing, environment: environment,
      logging: .json(to: "/aws/lambda/ingest"), vpc: vpc, publishesVersions: publishesVersions, emits: emits,
      purpose: purpose)
  }
}

extension MetricAlarm {
  static func example(
    _ name: String? = nil, named physicalName: PhysicalName = .conventional, when metric: Metric = .example,
    _ statistic: Statistic = .sum,
    threshold: Threshold = .above(0), period: Period = .minutes(5), evaluation: Evaluation = .once,
    missingData: MissingData = .notBreaching, notify actions: [ARN<Topic>] = []
  ) -> MetricAlarm {
    MetricAlarm(
      name, named: physicalName, when: metric, statistic, threshold: threshold, period: period, evaluation: evaluation,
      missingData: missingData,
      notify: actions)
  }
}

extension ARN<Role> {
  static let example = ARN("arn:aws:iam::123456789012:role/example")
}

extension Metric {
  static let example = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
}

extension EventRule {
  static let example = EventRule(
    "order-created",
    when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders")))
}

extension StateMachine {
  static func example(
    _ states: [State] = [.succeed("Done")], role: ARN<Role> = .example, tracing: TracingMode = .active
  ) -> StateMachine {
    StateMachine(
      "processing", .standard, states, timeout: .seconds(60), role: role, logging: .off, tracing: tracing)
  }
}
