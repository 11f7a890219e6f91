import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let failureNoticeTime: RuleID = "failure-notice-time"
}

struct FailureNoticeTime: StandardRule {
  static let description = RuleDescription(
    id: .failureNoticeTime,
    title:
      "When all calls of a production function fail, a subscriber is notified in the time that the repository declares",
    rationale: """
      That a function has an alarm does not tell when it fires: its period, its number of datapoints, the calls that arrive \
      and the subscribers of its topic decide that. The rule simulates the failure as `detection` does, for functions with a \
      known load, and counts from the first call that fails, before which there is nothing to notice. Alarms on the \
      function's own metrics count.
      """,
    sources: [
      "FR-040", "SC-017", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html",
      "https://sre.google/workbook/alerting-on-slos/",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [LambdaFunction.self],
    reads: [
      .arguments("datapoints_to_alarm", "period", "treat_missing_data", of: MetricAlarm.self),
      .arguments("alarm_rule", of: CompositeAlarm.self), .arguments("topic_arn", of: TopicSubscription.self),
    ],
    good: [
      Example("The first error notifies") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(ingest.errorAlarm(notify: alerts.arn))
        stack.expect(.perMonth(100_000), at: ingest)
      },
      Example("Of a function without a declared load nothing is known") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Three hours with errors in a row") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .above(0), period: .hours(1),
            evaluation: .consecutive(3), missingData: .notBreaching, notify: [alerts.arn]))
        stack.expect(.perMonth(100_000), at: ingest)
        return [ingest.address]
      },
      Counterexample("The topic has no subscriber") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(ingest.errorAlarm(notify: stack.add(Topic("alerts")).arn))
        stack.expect(.perMonth(100_000), at: ingest)
        return [ingest.address]
      },
    ])

  private let limit: Duration

  init() { limit = .minutes(15) }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    guard let limit = standard[stack.stack].mostNoticeTime else { return nil }
    self.limit = limit
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard stack.isProduction else { return RuleEvaluation() }
    var evaluation = RuleEvaluation()
    for notice in stack.lateNotices(ofTotalFailuresWithin: limit) {
      evaluation.judge(notice.function.declaration) { () throws(DecodingFailure) in
        if let doubt = notice.doubt { throw doubt }
        return [finding(about: notice)]
      }
    }
    return evaluation
  }

  private func finding(about notice: LateNotice) -> Finding {
    let name = notice.function.name
    let alarm = "`\(variable(for: name)).errorAlarm(notify: …)`"
    if let silent = notice.silentAlarm {
      return finding(
        on: notice.function, "when all calls of '\(name)' fail, alarm '\(silent)' fires and notifies no one",
        fix: "let '\(silent)' notify a topic that has a subscriber")
    }
    return finding(
      on: notice.function,
      "when all calls of '\(name)' fail, a subscriber is notified within \(limit.wholeSeconds / 60) min of the first of "
        + "them in \(notice.inTime) of \(notice.runs) simulated runs",
      fix: "add \(alarm), or shorten the period of its alarm or let fewer datapoints decide")
  }
}
