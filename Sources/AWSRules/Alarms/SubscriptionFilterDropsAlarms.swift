import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let subscriptionFilterDropsAlarms: RuleID = "subscription-filter-drops-alarms"
}

struct SubscriptionFilterDropsAlarms: Rule {
  static let description = RuleDescription(
    id: .subscriptionFilterDropsAlarms,
    title: "No subscription to an alarm topic filters alarms out",
    rationale: """
      CloudWatch publishes without message attributes, so a filter on attributes drops every alarm, and a filter on \
      the body drops alarms without the required values. SNS does not report dropped messages.
      """,
    sources: ["US10", "FR-039", "https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html"],
    subjects: [TopicSubscription.self, RawResource.self],
    reads: [
      .arguments("alarm_actions", of: MetricAlarm.self),
      .arguments("topic_arn", of: TopicSubscription.self),
    ],
    good: [
      Example("Everything arrives") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("Only alarms that fire are delivered") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(
          TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")),
          with: ["filter_policy_scope": "MessageBody", "filter_policy": .json(["NewStateValue": ["ALARM"]])])
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("What an application publishes has attributes") { stack in
        let orders = stack.add(Topic("orders"))
        stack.add(
          TopicSubscription("on-call", to: orders.arn, .email("oncall@example.com")),
          with: ["filter_policy": .json(["kind": ["return"]])])
      },
    ],
    bad: [
      Counterexample("Alarms have no attributes") { stack in
        let alerts = stack.add(Topic("alerts"))
        let subscription = stack.add(
          TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")),
          with: ["filter_policy": .json(["severity": ["high"]])])
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [subscription.address]
      },
      Counterexample("A filter on a field that alarms do not have") { stack in
        let alerts = stack.add(Topic("alerts"))
        let subscription = stack.add(
          TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")),
          with: ["filter_policy_scope": "MessageBody", "filter_policy": .json(["State": ["ALARM"]])])
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [subscription.address]
      },
      Counterexample("A filter for the state OK") { stack in
        let alerts = stack.add(Topic("alerts"))
        let subscription = stack.add(
          TopicSubscription("on-call", to: alerts.arn, .email("oncall@example.com")),
          with: ["filter_policy_scope": "MessageBody", "filter_policy": .json(["NewStateValue": ["OK"]])])
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [subscription.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let subscriptions = SubscriptionIndex(stack)
    var seen: Set<Text> = []
    var evaluation = RuleEvaluation()
    for alarm in stack.alarms {
      for topic in alarm.actions where seen.insert(topic).inserted {
        for subscription in subscriptions[topic] {
          evaluation.judge(subscription.declaration) { () throws(DecodingFailure) in
            guard let fault = try fault(of: subscription.declaration, in: stack) else { return [] }
            let name = subscription.declaration.resource.name
            return [
              finding(
                on: subscription.declaration,
                "subscription '\(name)' drops messages of alarm '\(alarm.name)': \(fault)",
                fix: "remove `filter_policy` from '\(name)', or use a separate topic for alarms",
                notes: [Finding.Note(at: alarm.declaration.location, "alarm '\(alarm.name)' notifies the topic here")])
            ]
          }
        }
      }
    }
    return evaluation
  }

  private func fault(of subscription: Declaration, in stack: DeclaredStack) throws(DecodingFailure) -> String? {
    guard let value = subscription.block["filter_policy"] else { return nil }
    if case .text(let text) = value { try text.expectDecided(in: "filter_policy") }
    let document =
      stack.spelled(value).map { try? JSONDocument(parsing: $0) } ?? JSONDocument(value, spelling: stack.spelled)
    guard case .object(let members) = document, !members.isEmpty else { return nil }
    let body = faultOfBody(members)
    let scope = subscription.block["filter_policy_scope"]
    // A filter that fits neither attributes nor the body drops alarms whichever it is for.
    if body == nil, case .text(let text)? = scope { try text.expectDecided(in: "filter_policy_scope") }
    return scope?.word == "MessageBody" ? body : "the filter requires attributes, and alarms have none"
  }

  private func faultOfBody(_ members: [String: JSONDocument]) -> String? {
    if let stray = members.keys.sorted().first(where: { !alarmMembers.contains($0) && !$0.hasPrefix("$") }) {
      return "the filter requires '\(stray)', which no alarm message has"
    }
    guard case .array(let states) = members["NewStateValue"], !states.contains(.string("ALARM")),
      states.allSatisfy(\.isText)
    else { return nil }
    return "the filter accepts only other states than 'ALARM'"
  }
}

extension JSONDocument {
  fileprivate var isText: Bool {
    if case .string = self { true } else { false }
  }
}

/// What CloudWatch tells a topic, by the members of the JSON document it publishes.
private let alarmMembers: Set = [
  "AlarmName", "AlarmDescription", "AWSAccountId", "AlarmConfigurationUpdatedTimestamp", "NewStateValue",
  "NewStateReason", "StateChangeTime", "Region", "AlarmArn", "OldStateValue", "OKActions", "AlarmActions",
  "InsufficientDataActions", "Trigger", "AlarmRule", "TriggeringChildren", "AlarmContributorAttributes",
  "AlarmContributorId",
]
