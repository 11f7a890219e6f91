import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let falseAlarmRate: RuleID = "false-alarm-rate"
}

struct FalseAlarmRate: StandardRule {
  static let description = RuleDescription(
    id: .falseAlarmRate,
    title: "In normal operation, an alarm of production fires no more often than the repository declares",
    rationale: """
      An alarm that fires every week although nothing is broken is muted before it fires for a failure. The rule simulates \
      three months of normal operation at the declared load, usual duration and usual share of errors, and counts how often \
      each alarm that notifies a subscriber fires.
      """,
    sources: [
      "FR-040", "SC-017", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html",
      "https://sre.google/workbook/alerting-on-slos/",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [MetricAlarm.self, CompositeAlarm.self],
    reads: [
      .arguments(
        "actions_enabled", "alarm_actions", "comparison_operator", "datapoints_to_alarm", "dimensions",
        "evaluation_periods", "extended_statistic", "metric_name", "metric_query", "namespace", "period", "statistic",
        "threshold", "treat_missing_data", of: MetricAlarm.self),
      .arguments("alarm_rule", of: CompositeAlarm.self), .arguments("topic_arn", of: TopicSubscription.self),
    ],
    good: [
      Example("More than one call in a hundred has to fail") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          FailureRateAlarm(
            "ingest-errors", when: ingest.errors, among: ingest.invocations, isAbove: 1, notify: alerts.arn,
            description: "More than one call in a hundred fails"))
        stack.expect(.perMonth(10_000_000), at: ingest)
        stack.expect(.init(errorRate: 0.0005), of: ingest)
      }
    ],
    bad: [
      Counterexample("The first of twenty errors a day fires it") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(ingest.errorAlarm(notify: alerts.arn))
        stack.expect(.perMonth(1_200_000), at: ingest)
        stack.expect(.init(errorRate: 0.0005), of: ingest)
        return [alarm.address]
      }
    ])

  private let most: Double
  private static let months = 3

  init() { most = 1 }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    guard let most = standard[stack.stack].mostFalseAlarms else { return nil }
    self.most = most
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard stack.isProduction else { return [] }
    return stack.falseAlarms(days: 30 * Self.months).compactMap { alarm in
      let perMonth = Double(alarm.count) / Double(Self.months)
      guard perMonth > most else { return nil }
      let name = alarm.alarm.resource.name
      return finding(
        on: alarm.alarm,
        "alarm '\(name)' fires \(words(perMonth)) times a month although nothing is broken, more often than \(words(most))",
        fix: "raise the threshold of '\(name)', let it look at a share of the calls, or let more datapoints decide")
    }
  }

  private func words(_ number: Double) -> String {
    let tenths = Int((min(max(number, 0), 1e9) * 10).rounded())
    return tenths % 10 == 0 || tenths >= 100 ? "\((tenths + 5) / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
