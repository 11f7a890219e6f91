import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let topicHasSubscriber: RuleID = "topic-has-subscriber"
}

struct TopicHasSubscriber: Rule {
  static let description = RuleDescription(
    id: .topicHasSubscriber,
    title: "Every topic that alarms notify has a subscriber",
    rationale: "A topic without subscribers accepts every message and delivers none, even if an alarm fires.",
    sources: ["US10", "FR-039"],
    terraformFix: "add an `aws_sns_topic_subscription` with the address of the people on call",
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    good: [
      Example("The topic has an email subscriber") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("A topic of another stack has its subscribers there") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [ARN("arn:aws:sns:us-east-1:123456789012:alerts")]))
      },
    ],
    bad: [
      Counterexample("Two alarms notify a topic without subscribers") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        stack.add(
          MetricAlarm(
            "latency", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alerts.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let subscriptions = SubscriptionIndex(stack)
    var seen: Set<Address> = []
    var evaluation = RuleEvaluation()
    for alarm in stack.alarms {
      for action in alarm.actions {
        guard let topic = stack.target(of: action), topic.address.type == Topic.type,
          seen.insert(topic.address).inserted
        else { continue }
        evaluation.judge(topic) { () throws(DecodingFailure) in
          guard try subscriptions.first(of: action) == nil else { return [] }
          return [finding(on: topic, notifiedBy: alarm)]
        }
      }
    }
    return evaluation + topicsInDoubt(besides: seen, subscriptions, in: stack)
  }

  /// The topics without a subscriber that an alarm may notify: what the alarm notifies is known only after apply.
  private func topicsInDoubt(
    besides notified: Set<Address>, _ subscriptions: SubscriptionIndex, in stack: DeclaredStack
  ) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    // An alarm notifies topics of its own region.
    let undecided = Dictionary(
      stack.alarms.filter(\.hasUndecidedActions).map { ($0.region, $0.declaration) },
      uniquingKeysWith: { first, _ in first })
    guard !undecided.isEmpty else { return evaluation }
    for topic in stack.managed(Topic.type) where !notified.contains(topic.address) {
      guard let alarm = undecided[topic.region] else { continue }
      evaluation.judge(topic) { () throws(DecodingFailure) in
        guard try subscriptions.first(of: stack.arn(of: topic)) == nil else { return [] }
        throw DecodingFailure(argument: "alarm_actions", reason: .knownAfterApply).asEvidence(alarm)
      }
    }
    return evaluation
  }

  private func finding(on topic: Declaration, notifiedBy alarm: DeclaredAlarm) -> Finding {
    let name = topic.resource.name
    return finding(
      on: topic, "topic '\(name)' is notified by alarm '\(alarm.name)' but has no subscriber",
      fix: """
        add `stack.add(TopicSubscription("\(name)-on-call", to: \(variable(for: name)).arn, \
        .email("oncall@example.com")))` with the address of the people on call
        """,
      notes: [Finding.Note(at: alarm.declaration.location, "alarm '\(alarm.name)' notifies it here")])
  }
}
