import InfraModel
import InfraTesting
import Testing

/// The rules that simulate: what they need to know, and what they say where they do not.
@Suite struct DetectionRulesTests {
  private struct Shop: Stack {
    enum Environment: String, StackEnvironment, CaseIterable {
      case prod, staging
      var isProduction: Bool { self == .prod }
    }

    static let name = "shop"
    let environment: Environment
    var declareAlarms: @Sendable (Declared<LambdaFunction>, ARN<Topic>, inout StackBuilder) -> Void = { _, _, _ in }
    var region: Region { .euWest1 }

    init(environment: Environment) { self.environment = environment }

    func declare(in stack: inout StackBuilder) {
      let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
      let intake = stack.add(
        LambdaFunction(
          "intake", code: .zip(.file("app.zip"), runtime: .python313, handler: "app.handler"),
          role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
          logging: .json(to: "/aws/lambda/app")))
      stack.expect(.perSecond(1), at: intake)
      stack.expect(.init(errorRate: 0.001), of: intake)
      declareAlarms(intake, alerts.arn, &stack)
    }
  }

  private func evaluation(
    of rule: RuleID, in environment: Shop.Environment = .prod,
    by numbers: ObservabilityNumbers = ObservabilityNumbers(mostNoticeTime: .minutes(15), mostFalseAlarms: 1),
    _ declare: @escaping @Sendable (Declared<LambdaFunction>, ARN<Topic>, inout StackBuilder) -> Void
  ) throws -> RuleEvaluation? {
    var shop = Shop(environment: environment)
    shop.declareAlarms = declare
    let stack = DeclaredStack(shop)
    let type = try #require(Policy.standardRules.first { $0.description.id == rule })
    return type.asked(under: ObservabilityStandard(numbers), about: stack.identity).map { $0.evaluation(of: stack) }
  }

  /// Periods slide: the oldest of three has failed calls when the failure is ten minutes old, and that is seen within a minute.
  @Test("The repository's number decides which notice is late", arguments: [(10, true), (20, false)])
  func noticeTime(_ minutes: Int, _ isLate: Bool) throws {
    let evaluation = try evaluation(
      of: .failureNoticeTime, by: ObservabilityNumbers(mostNoticeTime: .minutes(minutes))
    ) { intake, alerts, stack in
      stack.add(
        MetricAlarm(
          "errors", when: intake.errors, .sum, threshold: .above(3), period: .minutes(5), evaluation: .consecutive(3),
          missingData: .notBreaching, notify: [alerts]))
    }
    let findings = try #require(evaluation).findings
    #expect(findings.isEmpty != isLate, "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.message.contains("within \(minutes) min") && $0.message.contains("of 20") })
  }

  /// 0.001 of 2,592,000 calls a month fail: 2,592, in most of whose minutes no other call fails.
  @Test("The repository's number decides which alarm fires too often", arguments: [(1_000.0, true), (5_000, false)])
  func falseAlarms(_ most: Double, _ isTooOften: Bool) throws {
    let evaluation = try evaluation(of: .falseAlarmRate, by: ObservabilityNumbers(mostFalseAlarms: most)) {
      $2.add($0.errorAlarm(notify: $1))
    }
    #expect(try #require(evaluation).findings.isEmpty != isTooOften)
  }

  @Test(
    "Without a number nothing is asked, and of production only",
    arguments: [RuleID.failureNoticeTime, .falseAlarmRate])
  func scope(_ rule: RuleID) throws {
    let declare: @Sendable (Declared<LambdaFunction>, ARN<Topic>, inout StackBuilder) -> Void = {
      intake, alerts, stack in
      stack.add(
        MetricAlarm(
          "errors", when: intake.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
          notify: rule == .falseAlarmRate ? [alerts] : []))
    }
    #expect(try evaluation(of: rule, by: ObservabilityNumbers(), declare) == nil)
    #expect(try #require(try evaluation(of: rule, declare)).findings.count == 1)
    #expect(try #require(try evaluation(of: rule, in: .staging, declare)).findings.isEmpty)
  }

  @Test("An alarm that notifies no one is named")
  func silentAlarm() throws {
    let evaluation = try evaluation(of: .failureNoticeTime) { intake, _, stack in
      stack.add(intake.errorAlarm(notify: stack.add(Topic("unread")).arn))
    }
    #expect(
      try #require(evaluation).findings.map(\.message) == [
        "when all calls of 'intake' fail, alarm 'intake-errors' fires and notifies no one"
      ])
  }

  /// An alarm whose threshold or topic a variable without a default decides may notice the failure; one on another function does
  /// not.
  @Test("What an unknown alarm notices is undetermined")
  func unknown() throws {
    @Sendable func alarm(_ function: String, _ threshold: Value, _ actions: Value) -> RawResource {
      RawResource(
        "aws_cloudwatch_metric_alarm", "errors",
        [
          "alarm_name": "errors", "namespace": "AWS/Lambda", "metric_name": "Errors", "statistic": "Sum",
          "dimensions": ["FunctionName": .text(Text(function))], "period": 60, "evaluation_periods": 1,
          "comparison_operator": "GreaterThanThreshold", "threshold": threshold, "treat_missing_data": "notBreaching",
          "alarm_actions": actions,
        ])
    }
    let unknown = Value.text(Text(.knownAfterApply(reading: [])))
    for (function, threshold, actions, isUndetermined) in [
      ("intake", unknown, Value.list([]), true), ("intake", 0, unknown, true), ("intake", 1_000_000, unknown, false),
      ("other", unknown, .list([]), false),
    ] {
      let evaluation = try #require(
        try evaluation(of: .failureNoticeTime) { intake, _, stack in
          let name = function == "intake" ? intake.declaration.physicalName ?? "" : function
          stack.add(alarm(name, threshold, actions))
        })
      let about = evaluation.undetermined.filter { $0.address.type == "aws_lambda_function" }
      #expect(about.isEmpty != isUndetermined, "\(function), \(threshold), \(actions): \(about.map(\.reason))")
      #expect(evaluation.findings.isEmpty == isUndetermined)
    }
  }

  /// Each alarm on the windows of six hours and of half an hour fires on one failure below 167 and 333 requests an hour, and
  /// those of one hour and of five minutes below 69 and 833: of 100 an hour one failure is 1 % of an hour and 0.17 % of six.
  @Test("An objective has traffic from where one failure is not enough", arguments: [(20.0, 1), (60, 1), (100, 0)])
  func objective(_ perHour: Double, _ count: Int) throws {
    var stack = StackBuilder()
    let api = stack.add(HTTPAPI("api"))
    let stage = stack.add(HTTPStage("api", of: api.apiID, throttling: .limited(perSecond: 50, burst: 100)))
    stack.add(
      ServiceLevelObjective(
        "checkout", 99.9, of: stage.requests, failing: stage.serverErrors,
        notify: ARN("arn:aws:sns:eu-west-1:123456789012:alerts")))
    stack.expect(.perSecond(perHour / 3_600), at: stage)
    let rule = try #require(Policy.standardRules.first { $0.description.id == .objectiveHasTraffic })
    let findings = rule.init().findings(in: DeclaredStack(stack))
    #expect(findings.count == count, "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.message.contains("\(Int(perHour)) an hour") })
  }
}
