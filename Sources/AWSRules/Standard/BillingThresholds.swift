import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let billingThresholds: RuleID = "billing-thresholds"
}

struct BillingThresholds: StandardRule {
  static let description = RuleDescription(
    id: .billingThresholds,
    title: "X-Ray's cost has an alarm at each threshold that the repository declares",
    rationale: """
      One alarm says that the cost is high. Several say how fast it rises, and the lowest fires early enough to lower \
      a sampling rate.
      """,
    sources: [
      "FR-038", "SC-016",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository),
    subjects: [LambdaFunction.self, StateMachine.self, Stage.self],
    good: [
      Example("An alarm at each threshold") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        let onCall: KeyValuePairs<String, TopicSubscription.Subscriber> = ["on-call": .email("oncall@example.com")]
        stack.add(BillingAlarms(for: "AWSXRay", above: [10, 25, 50], subscribers: onCall))
      },
      Example("Nothing is traced") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("The highest threshold has no alarm") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        let onCall: KeyValuePairs<String, TopicSubscription.Subscriber> = ["on-call": .email("oncall@example.com")]
        stack.add(BillingAlarms(for: "AWSXRay", above: [10, 25], subscribers: onCall))
        return [ingest.address]
      }
    ])

  private let thresholds: [Double]

  init() { thresholds = [10, 25, 50] }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    thresholds = standard[stack.stack].billingThresholds
    if thresholds.isEmpty { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard let (source, unclear) = stack.traceSource else { return RuleEvaluation() }
    let bill = stack.series(.estimatedCharges(for: "AWSXRay"), in: .usEast1)
    let alarms = AlarmIndex(stack)
    var evaluation = RuleEvaluation()
    evaluation.judge(source) { () throws(DecodingFailure) in
      var missing: [Double] = []
      for threshold in thresholds where try !alarms.isRead(bill, as: { $0.threshold?.limit == threshold }) {
        missing.append(threshold)
      }
      guard !missing.isEmpty else { return [] }
      if let unclear { throw unclear }
      let amounts = missing.map { "$\(Int($0))" }.joined(separator: ", ")
      return [
        finding(
          on: source, "'\(source.resource.name)' records traces, but no alarm fires when X-Ray has cost \(amounts)",
          fix: """
            add `stack.add(BillingAlarms(for: "AWSXRay", above: \
            [\(thresholds.map { "\(Int($0))" }.joined(separator: ", "))], subscribers: …))`
            """)
      ]
    }
    return evaluation
  }
}
