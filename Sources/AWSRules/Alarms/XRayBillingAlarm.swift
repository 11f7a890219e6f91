import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let xrayBillingAlarm: RuleID = "xray-billing-alarm"
}

struct XRayBillingAlarm: Rule {
  // A warning: the bill is the account's, and its alarms may well stand in another stack.
  static let description = RuleDescription(
    id: .xrayBillingAlarm,
    title: "A stack that records traces has an alarm on X-Ray's cost",
    rationale: """
      Every trace costs money, and clients, traffic and sampling determine how many there are. Without an alarm, \
      the bill is the first sign.
      """,
    sources: ["FR-038", "SC-016", "US8"],
    severity: .warning,
    terraformFix: """
      add an `aws_cloudwatch_metric_alarm` in us-east-1 on `EstimatedCharges` of `AWS/Billing` with the dimensions \
      `ServiceName` = `AWSXRay` and `Currency` = `USD`, and a topic of that region in `alarm_actions`
      """,
    subjects: [LambdaFunction.self, StateMachine.self, Stage.self],
    good: [
      Example("X-Ray's bill has an alarm") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          BillingAlarms(for: "AWSXRay", above: [10, 25, 50], subscribers: ["on-call": .email("oncall@example.com")]))
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
      Counterexample("No alarm on the cost of traces") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), tracing: .active, logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          LambdaFunction(
            "analyze", code: .zip(.file("analyze.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), tracing: .active, logging: .json(to: "/aws/lambda/analyze")))
        return [ingest.address]
      },
      Counterexample("A traced stage costs as well") { stack in
        let api = stack.add(RestAPI("shop"))
        return [stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123")).address]
      },
      Counterexample("The bill of another service is watched") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(BillingAlarms(for: "AWSLambda", above: [10], subscribers: ["on-call": .email("oncall@example.com")]))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard let (source, unclear) = stack.traceSource else { return RuleEvaluation() }
    let bill = stack.series(.estimatedCharges(for: "AWSXRay"), in: .usEast1)
    let alarms = AlarmIndex(stack)
    var evaluation = RuleEvaluation()
    evaluation.judge(source) { () throws(DecodingFailure) in
      if try alarms.isRead(bill) { return [] }
      if let unclear { throw unclear }
      return [
        finding(
          on: source, "'\(source.resource.name)' records traces, but no alarm reads the cost of X-Ray",
          fix: """
            add `stack.add(BillingAlarms(for: "AWSXRay", above: [10, 25, 50], subscribers: ["on-call": \
            .email("oncall@example.com")]))`
            """)
      ]
    }
    return evaluation
  }
}
