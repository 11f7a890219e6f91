import InfraModel
import Testing

@Suite struct CostEstimateTests {
  private func amount(_ charge: Charge, of declare: (inout StackBuilder) -> Void) -> Int {
    var stack = StackBuilder()
    declare(&stack)
    return CostEstimate(of: DeclaredStack(stack)).lines.first { $0.charge == charge }?.amount ?? 0
  }

  private let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
  private let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)

  private func alarm(_ name: String, over period: Period = .minutes(1)) -> MetricAlarm {
    MetricAlarm(
      name, when: errors, .sum, threshold: .above(0), period: period, evaluation: .once, missingData: .notBreaching,
      notify: [])
  }

  private func ratio(_ expression: String) -> MetricAlarm {
    MetricAlarm(
      "ratio",
      when: MetricMath(
        expression, label: "Failed", of: ["e": (errors, .sum), "r": (requests, .sum)], missingDataMeaning: .noActivity),
      threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: [])
  }

  @Test func alarmsArePaidForByKind() {
    let declare = { (stack: inout StackBuilder) in
      let standard = stack.add(alarm("standard"))
      stack.add(alarm("fast", over: .tenSeconds))
      stack.add(ratio("100 * e / r"))
      stack.add(CompositeAlarm("both", when: .inAlarm(standard.alarmName), notify: []))
      stack.add(
        RawResource(
          "aws_cloudwatch_metric_alarm", "raw", ["alarm_name": "raw", "metric_name": "Errors", "period": 300]))
    }
    #expect(amount(.standardAlarms, of: declare) == 2)
    #expect(amount(.highResolutionAlarms, of: declare) == 1)
    #expect(amount(.metricMathAlarms, of: declare) == 2)
    #expect(amount(.compositeAlarms, of: declare) == 1)
    #expect(amount(.customMetrics, of: declare) == 2)
  }

  /// The metric and both ends of its band.
  @Test func alarmOnAnomaliesIsPaidForThrice() {
    let band: Value = .list([
      .map(["id": "band", "expression": "ANOMALY_DETECTION_BAND(m, 2)"]),
      .map(["id": "m", "metric": .list([.map(["metric_name": "Errors", "namespace": "AWS/Lambda", "period": 300])])]),
    ])
    let declare = { (stack: inout StackBuilder) in
      _ = stack.add(RawResource("aws_cloudwatch_metric_alarm", "band", ["alarm_name": "b", "metric_query": band]))
    }
    #expect(amount(.anomalyAlarms, of: declare) == 3)
    #expect(amount(.customMetrics, of: declare) == 0)
  }

  @Test func requestIsOneTraceHoweverManyFunctionsItRuns() {
    let declare = { (stack: inout StackBuilder) in
      let api = stack.add(RestAPI("shop"))
      let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
      stack.expect(
        .perMonth(1_000), at: stage,
        each: .init(segments: 11, invocations: 5, events: 3, logs: .kilobytes(10)))
    }
    #expect(amount(.tracesRecorded, of: declare) == 1_000)
    #expect(amount(.functionRequests, of: declare) == 5_000)
    #expect(amount(.customEvents, of: declare) == 3_000)
    #expect(amount(.restRequests, of: declare) == 1_000)
    #expect(amount(.logsIngested, of: declare) == 10_000_000)
  }

  @Test func schedulesAreKnownWithoutBeingSaid() {
    let declare = { (stack: inout StackBuilder) in
      let function = stack.add(LambdaFunction.traced("clean"))
      stack.add(Schedule("clean", .every(.minutes(5)), calls: .function(function.arn), as: .example))
      let rule = stack.add(EventRule("clean-too", when: .every(.hours(1))))
      stack.add(EventTarget("clean-too", of: rule, calls: .function(function.arn), deadLetters: nil))
    }
    #expect(amount(.tracesRecorded, of: declare) == 8_640 + 720)
  }

  /// Five traces every five minutes are 43 % of what is free; ten each minute cost $1.66 (aws-facts 6.5).
  @Test(arguments: [(5, 5, 43_200, 0), (1, 10, 432_000, 1_660_000_000)])
  func canarySendsTracesAndReadsThemBack(_ minutes: Int, _ traces: Int, _ sent: Int, _ billionths: Int) throws {
    var stack = StackBuilder()
    let alerts = stack.add(Topic("alerts"))
    stack.add(
      Canary(
        every: .minutes(minutes), tracesPerRun: traces, metricsNamespace: "Shop/Canary",
        subscribers: ["on-call": .email("on-call@example.com")], alerts: alerts.arn))
    let estimate = CostEstimate(of: DeclaredStack(stack))
    let amounts = Dictionary(uniqueKeysWithValues: estimate.lines.map { ($0.charge, $0.amount) })
    #expect(amounts[.tracesRecorded] == sent)
    #expect(amounts[.tracesRead] == sent)
    #expect(amounts[.customMetrics] == 4, "three that it reports, and the one it tests with")
    #expect(try #require(estimate.bill(for: "AWSXRay")).alone.billionths == billionths)
  }

  @Test func ruleOfTheStageDecides() throws {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("shop"))
    let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
    stack.add(SamplingRule("late", priority: 900, fixedRate: .everything, reservoir: 0))
    stack.add(
      SamplingRule(
        "admin", priority: 1, fixedRate: .everything, reservoir: 0, matching: .init(path: "/admin/*")))
    stack.add(
      SamplingRule(
        "other", priority: 2, fixedRate: .nothing, reservoir: 0, matching: .init(serviceName: "other/*")))
    stack.add(
      SamplingRule(
        "tenth", priority: 100, fixedRate: .percent(10), reservoir: 0,
        matching: .init(serviceName: stage.traceServiceName, serviceType: "AWS::ApiGateway::Stage")))
    stack.expect(.perMonth(1_000), at: stage)
    let flow = try #require(DeclaredStack(stack).flows.first)
    #expect(flow.decision == .rule("tenth", Sampling(reservoir: 0, rate: .percent(10))))
    #expect(flow.traces == 100)
  }

  @Test func httpAPIRecordsOnlyWhatFunctionsBehindItDo() throws {
    var stack = StackBuilder()
    let function = stack.add(LambdaFunction.traced("shop"))
    let api = stack.add(
      RoutedHTTPAPI(
        "shop", [.init(.on(.get, "/"), to: function, authorization: .none)], cors: nil,
        throttling: .limited(perSecond: 1, burst: 1), logRetention: .oneMonth))
    stack.expect(.perMonth(1_000), at: api.stage)
    let flow = try #require(DeclaredStack(stack).flows.first)
    #expect(flow.decision == .function)
  }

  @Test func entranceOfWhichNobodyHasSpokenIsNamed() {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("shop"))
    let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
    #expect(CostEstimate(of: DeclaredStack(stack)).unexpected == [stage.address])
    stack.expect(.perMonth(1), at: stage)
    #expect(CostEstimate(of: DeclaredStack(stack)).unexpected.isEmpty)
  }

  @Test func readingCosts() {
    let declare = { (stack: inout StackBuilder) in
      stack.expect(
        Load.TelemetryQueries(
          tracesRetrieved: 155_000, tracesScanned: 620_000, logsQueried: .gigabytes(2), browserEvents: 100_000))
    }
    #expect(amount(.tracesRead, of: declare) == 775_000)
    #expect(amount(.logsQueried, of: declare) == 2_000_000_000)
    #expect(amount(.browserEvents, of: declare) == 100_000)
  }
}

extension LambdaFunction {
  fileprivate static func traced(_ name: String) -> LambdaFunction {
    LambdaFunction(
      name, code: .zip(.file("\(name).zip"), runtime: .python313, handler: "app.handler"), role: .example,
      memory: .mb(256), timeout: .seconds(30), tracing: .active, environment: [:],
      logging: .json(to: "/aws/lambda/shop"))
  }
}
