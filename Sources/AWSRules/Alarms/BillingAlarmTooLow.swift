import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let billingAlarmTooLow: RuleID = "billing-alarm-too-low"
}

struct BillingAlarmTooLow: Rule {
  // A warning: the declared load is an estimate, and may be wrong where the alarm is right.
  static let description = RuleDescription(
    id: .billingAlarmTooLow,
    title: "Every billing alarm's threshold is above the cost of the expected load",
    rationale: """
      If an alarm fires every month on the expected bill, people ignore it, even when a raised sampling rate is the \
      cause.
      """,
    sources: ["FR-038", "SC-016", "T17", "https://aws.amazon.com/xray/pricing/"],
    severity: .warning,
    asked: .ofStacksOnly(because: "Terraform does not know the expected load"),
    subjects: [MetricAlarm.self],
    reads: [
      .arguments("tracing_config", of: LambdaFunction.self)
    ],
    good: [
      Example("A million requests, recorded whole, cost $4.50") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.expect(.perMonth(1_000_000), at: function)
        stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
      Example("No load is declared") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(1), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
    ],
    bad: [
      Counterexample("With a rate of 5 % half of these requests are recorded, and cost $10.36") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.expect(.perSecond(1.6), at: function)
        let alarm = stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
      Counterexample("The canary alone uses the free tier") { stack in
        let topic = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        stack.add(
          Canary(
            every: .minutes(1), tracesPerRun: 10, metricsNamespace: "Shop/Canary",
            subscribers: ["on-call": .email("oncall@example.com")], alerts: topic.arn))
        let alarm = stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(1), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let alarms = stack.subjects(MetricAlarm.self)
    guard alarms.contains(where: { (try? $0[\.measure])?.isOfBilling ?? true }) else { return RuleEvaluation() }
    let estimate = CostEstimate(of: stack)
    return alarms.evaluateEach { alarm throws(DecodingFailure) in
      guard case .metric(let metric, _) = try alarm[\.measure], metric.namespace == "AWS/Billing",
        let service = metric.dimensions["ServiceName"].flatMap({ stack.resolved($0) }),
        let bill = estimate.bill(for: service)
      else { return nil }
      let threshold = try alarm[\.threshold]
      guard threshold.isCrossed(by: bill.alone.number) else { return nil }
      return finding(
        on: alarm,
        "alarm '\(alarm.name)' fires at a bill of $\(dollars(threshold.limit)), but the expected load "
          + "costs \(bill.alone) a month",
        fix: "set the threshold of '\(alarm.name)' well above \(bill.alone), or record less")
    }
  }

  private func dollars(_ limit: Double) -> String {
    Int(exactly: limit).map { grouped($0) } ?? "\(limit)"
  }
}

extension Threshold {
  /// Whether a value makes an alarm fire that is for values that are too high.
  fileprivate func isCrossed(by value: Double) -> Bool {
    switch self {
    case .above(let limit): value > limit
    case .atLeast(let limit): value >= limit
    case .below, .atMost: false
    }
  }
}

extension MetricAlarm.Measure {
  fileprivate var isOfBilling: Bool { metrics.contains { $0.namespace == "AWS/Billing" } }
}
