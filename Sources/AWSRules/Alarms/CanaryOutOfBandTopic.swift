import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let canaryOutOfBandTopic: RuleID = "canary-out-of-band-topic"
}

struct CanaryOutOfBandTopic: Rule {
  static let description = RuleDescription(
    id: .canaryOutOfBandTopic,
    title: "Every canary function notifies people through a topic that no alarm uses",
    rationale: """
      When CloudWatch fails, alarms fail with it. The canary's own topic has to reach people without an alarm, a \
      function or a queue in between.
      """,
    sources: ["FR-050", "SC-021"],
    asked: .ofStacksOnly(because: "Terraform does not know which function is a canary"),
    subjects: [LambdaFunction.self],
    good: [
      Example("The canary's topic has an email subscriber") { stack in
        let outOfBand = stack.add(Topic("out-of-band"))
        stack.add(TopicSubscription("on-call", to: outOfBand.arn, .email("oncall@example.com")))
        stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/canary"), purpose: .canary(notify: outOfBand.arn)))
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      }
    ],
    bad: [
      Counterexample("The alarms' topic is not out of band") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/canary"), purpose: .canary(notify: alerts.arn)))
        return [canary.address]
      },
      Counterexample("Only a queue is subscribed to the canary's topic") { stack in
        let outOfBand = stack.add(Topic("out-of-band"))
        let queue = stack.add(Queue("alerts", retention: .seconds(3_600)))
        stack.add(TopicSubscription("queue", to: outOfBand.arn, .queue(queue.arn, raw: true)))
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/canary"), purpose: .canary(notify: outOfBand.arn)))
        return [canary.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let subscriptions = SubscriptionIndex(stack)
    var alarmsByTopic: [Text: DeclaredAlarm] = [:]
    for alarm in stack.alarms {
      for action in alarm.actions { alarmsByTopic[stack.simplified(action)] = alarm }
    }
    return stack.subjects(LambdaFunction.self).evaluate { canary throws(DecodingFailure) in
      guard case .canary(let topic) = try canary[\.purpose] else { return [] }
      var findings: [Finding] = []
      if let alarm = alarmsByTopic[stack.simplified(topic.text)] {
        findings.append(isAlarmTopic(canary, alarm))
      }
      if let target = stack.target(of: topic.text), try subscriptions.first(of: topic.text, where: \.isPerson) == nil {
        findings.append(reachesNobody(canary, target))
      }
      return findings
    }
  }

  private func isAlarmTopic(_ canary: Subject<LambdaFunction>, _ alarm: DeclaredAlarm) -> Finding {
    finding(
      on: canary, "canary '\(canary.name)' notifies the same topic as alarm '\(alarm.name)'",
      fix: """
        add `let outOfBand = stack.add(Topic("\(canary.name)-out-of-band"))`, subscribe people to it, and set \
        `purpose: .canary(notify: outOfBand.arn)` on '\(canary.name)'
        """,
      notes: [Finding.Note(at: alarm.declaration.location, "alarm '\(alarm.name)' notifies it here")])
  }

  private func reachesNobody(_ canary: Subject<LambdaFunction>, _ topic: Declaration) -> Finding {
    let name = topic.resource.name
    return finding(
      on: canary,
      "canary '\(canary.name)' notifies topic '\(name)', which has no email, SMS, push or webhook subscriber",
      fix: """
        add `stack.add(TopicSubscription("\(name)-on-call", to: \(variable(for: name)).arn, \
        .email("oncall@example.com")))` with the address of the people on call
        """,
      notes: [Finding.Note(at: topic.location, "topic '\(name)' is declared here")])
  }
}
