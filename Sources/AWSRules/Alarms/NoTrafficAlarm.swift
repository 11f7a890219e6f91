import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let noTrafficAlarm: RuleID = "no-traffic-alarm"
}

struct NoTrafficAlarm: Rule {
  // A note: only the owner of a service knows how long it may be without traffic, and something outside of the
  // stack may call it.
  static let description = RuleDescription(
    id: .noTrafficAlarm,
    title: "A stack that answers requests has an alarm on missing traffic",
    rationale: """
      A name that does not resolve, an expired certificate or a deleted API causes no errors: no request arrives, \
      and every alarm on failures stays green. An external canary detects it, and so does an alarm on too few \
      requests if traffic is constant.
      """,
    sources: ["FR-045", "US11"],
    severity: .note,
    asked: .ofStacksOnly(because: "Terraform does not know which function is a canary"),
    subjects: [Stage.self, HTTPStage.self, FunctionURL.self, RawResource.self],
    reads: [
      .arguments("treat_missing_data", of: MetricAlarm.self)
    ],
    good: [
      Example("A canary calls") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(FunctionURL("chat", of: "chat", authorization: .iam))
        stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/canary"), purpose: .canary(notify: alerts.arn)))
      },
      Example("There are always requests") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let stage = stack.add(HTTPStage("shop", of: api.apiID, throttling: .accountLimits))
        stack.add(
          MetricAlarm(
            when: stage.requests, .sum, threshold: .below(1), period: .hours(1), evaluation: .once,
            missingData: .breaching, notify: []))
      },
      Example("Functions that only events invoke") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("All alarms treat missing data as healthy, which is reported once") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let stage = stack.add(HTTPStage("shop", of: api.apiID, throttling: .accountLimits))
        stack.add(FunctionURL("chat", of: "chat", authorization: .iam))
        stack.add(
          MetricAlarm(
            when: stage.serverErrors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [stage.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard let entry = stack.managed(anyOf: entryTypes).first, !stack.cached({ MissingDataAlarms($0) }).watchesAnything
    else {
      return RuleEvaluation()
    }
    var evaluation = RuleEvaluation()
    evaluation.judge(entry) { () throws(DecodingFailure) in
      guard try !hasCanary(stack) else { return [] }
      return [
        finding(
          on: entry, "'\(entry.resource.name)' answers requests, but no alarm fires when none arrive",
          fix: """
            add a canary that calls '\(entry.resource.name)', or an alarm on its requests that is `.below(1)` with \
            `missingData: .breaching` if there are always some
            """)
      ]
    }
    return evaluation
  }

  private func hasCanary(_ stack: DeclaredStack) throws(DecodingFailure) -> Bool {
    if !stack.managed("aws_synthetics_canary").isEmpty { return true }
    return try stack.subjects(LambdaFunction.self).firstKnown { function throws(DecodingFailure) in
      try function[\.purpose] != .application
    } != nil
  }
}

private let entryTypes: Set = [Stage.type, HTTPStage.type, FunctionURL.type]
