import InfraModel
import Testing

@testable import AWSRules

/// What the rules' examples are too few to show: where the rules about metrics stay silent, and that alarms without a
/// model are read as those with one are.
@Suite struct LivenessTests {
  @Test func nameIsUnknownWhereAnotherOfItsKindIs() {
    var stack = StackBuilder()
    stack.add(
      RawResource("aws_lambda_function", "elsewhere", ["function_name": .text(Text(.local("project")))]))
    stack.add(MetricAlarm.example(when: errors(of: "ingest")))
    #expect(DimensionValueDeclared().findings(in: DeclaredStack(stack)).isEmpty)
  }

  @Test func defaultBusAndDefaultGroupAreAWSsOwn() {
    var stack = StackBuilder()
    stack.add(EventBus("orders"))
    stack.add(TraceGroup("errors", filter: "error = true"))
    stack.add(alarm("traces", "ApproximateTraceCount", in: "AWS/X-Ray", ["GroupName": "Default"]))
    stack.add(alarm("events", "Invocations", in: "AWS/Events", ["EventBusName": "default"]))
    #expect(DimensionValueDeclared().findings(in: DeclaredStack(stack)).isEmpty)
  }

  @Test func dimensionsFromAVariableAreNotJudged() {
    var stack = StackBuilder()
    let dimensions: Value = .text(Text(.local("dimensions")))
    stack.add(
      RawResource(
        "aws_cloudwatch_metric_alarm", "errors",
        ["metric_name": "Errors", "namespace": "AWS/Lambda", "dimensions": dimensions]))
    #expect(AWSMetricExists().findings(in: DeclaredStack(stack)).isEmpty)
  }

  @Test(arguments: [
    (Threshold.above(0), false), (.atLeast(1), false), (.above(-1), true), (.atLeast(0), true), (.below(0), true),
    (.below(1), false), (.atMost(-1), true), (.atMost(0), false),
  ])
  func thresholdOfACountIsAboveNought(_ threshold: Threshold, isFound: Bool) {
    var stack = StackBuilder()
    stack.add(MetricAlarm.example(when: errors(of: "ingest"), threshold: threshold))
    #expect(ThresholdInReach().findings(in: DeclaredStack(stack)).isEmpty != isFound)
  }

  @Test(arguments: [(29_000.0, true), (28_000, false)])
  func restAPIWaits29SecondsUnlessToldOtherwise(_ limit: Double, isFound: Bool) {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("shop"))
    let function = stack.add(LambdaFunction.example())
    let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
    stack.add(Integration("shop", of: method.operation, .function(invokeARN: function.invokeARN)))
    let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
    stack.add(MetricAlarm.example(when: stage.integrationLatency, .percentile(.p95), threshold: .above(limit)))
    #expect(ThresholdInReach().findings(in: DeclaredStack(stack)).isEmpty != isFound)
  }

  /// With an authorizer in front of it a request may take longer than what is behind the API.
  @Test func latencyOfAWholeRequestHasNoEnd() {
    var stack = StackBuilder()
    let api = stack.add(HTTPAPI("shop"))
    stack.add(HTTPIntegration("shop", of: api.apiID, calls: "arn", timeout: .seconds(5)))
    let stage = stack.add(HTTPStage("shop", of: api.apiID, throttling: .accountLimits))
    stack.add(MetricAlarm.example("whole", when: stage.latency, .percentile(.p95), threshold: .above(.seconds(6))))
    let part = stack.add(
      MetricAlarm.example("part", when: stage.integrationLatency, .percentile(.p95), threshold: .above(.seconds(6))))
    #expect(ThresholdInReach().findings(in: DeclaredStack(stack)).map(\.address) == [part.address])
  }

  @Test(arguments: ["breaching", "missing"])
  func lackOfDataIsNoticed(_ treatment: String) {
    var stack = StackBuilder()
    let report = stack.add(LambdaFunction.example("report"))
    stack.add(Schedule("report", .every(.hours(1)), calls: .function(report.arn), as: .example))
    var arguments: Block = [
      "metric_name": "Invocations", "namespace": "AWS/Lambda",
      "dimensions": ["FunctionName": .text(report.functionName)],
      "treat_missing_data": .text(Text(treatment)),
    ]
    if treatment == "missing" {
      #expect(MissedScheduleAlarm().findings(in: declared(stack, with: arguments)).count == 1)
      arguments["insufficient_data_actions"] = ["arn:aws:sns:us-east-1:123456789012:alerts"]
    }
    #expect(MissedScheduleAlarm().findings(in: declared(stack, with: arguments)).isEmpty)
  }

  /// An alarm on DynamoDB's metrics says that it fires without data, and does not.
  @Test func tablesAreNeverMissed() {
    var stack = StackBuilder()
    stack.add(FunctionURL("chat", of: "chat", authorization: .iam))
    stack.add(
      RawResource(
        "aws_cloudwatch_metric_alarm", "written",
        [
          "metric_name": "ConsumedWriteCapacityUnits", "namespace": "AWS/DynamoDB",
          "dimensions": ["TableName": "items"], "treat_missing_data": "breaching",
        ]))
    #expect(NoTrafficAlarm().findings(in: DeclaredStack(stack)).count == 1)
  }

  @Test(arguments: [
    (Cron(minute: 0, hour: 3), true), (Cron(minute: 0, hour: 3, day: .ofWeek([.monday, .thursday])), false),
    (Cron(minute: 0, hour: 3, day: .ofWeek([.monday, .wednesday, .friday, .sunday])), true),
    (Cron(minute: 0, hour: 3, day: .ofWeek([.monday])), false), (Cron(minute: 0, hour: 3, month: 1), false),
    (Cron(minute: 0, hour: 3, day: .ofMonth(1)), false),
  ])
  func onlyWhatFitsTwiceIntoAWeekCanBeMissed(_ cron: Cron, isAsked: Bool) {
    var stack = StackBuilder()
    let report = stack.add(LambdaFunction.example("report"))
    stack.add(Schedule("report", .cron(cron), calls: .function(report.arn), as: .example))
    #expect(MissedScheduleAlarm().findings(in: DeclaredStack(stack)).isEmpty != isAsked)
  }

  /// The alarm that the rule asks for is one that no rule objects to.
  @Test(arguments: [Schedule.Interval.minutes(1), .minutes(7), .hours(1), .days(1), .days(3)])
  func missedRunAlarmIsSound(_ interval: Schedule.Interval) {
    var stack = StackBuilder()
    let report = stack.add(LambdaFunction.example("report"))
    stack.add(Schedule("report", .every(interval), calls: .function(report.arn), as: .example))
    let alarm = stack.add(report.missedRunAlarm(every: interval, notify: ARN("arn:aws:sns:us-east-1:123456789012:a")))
    let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
    let about = findings.filter { $0.address == alarm.address && $0.rule != .alarmOnDashboard }
    #expect(about.map(\.message) == [])
    #expect(findings.filter { $0.rule == .missedScheduleAlarm }.isEmpty)
  }

  private func declared(_ stack: StackBuilder, with arguments: Block) -> DeclaredStack {
    var stack = stack
    stack.add(RawResource("aws_cloudwatch_metric_alarm", "invocations", arguments))
    return DeclaredStack(stack)
  }
}

private func errors(of function: Text) -> Metric {
  Metric("Errors", in: "AWS/Lambda", dimensions: ["FunctionName": function], missingDataMeaning: .noEvents)
}

private func alarm(_ name: String, _ metric: String, in namespace: String, _ dimensions: [String: Text]) -> MetricAlarm
{
  .example(name, when: Metric(metric, in: namespace, dimensions: dimensions, missingDataMeaning: .noEvents))
}
