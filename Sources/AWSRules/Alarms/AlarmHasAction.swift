import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let alarmHasAction: RuleID = "alarm-has-action"
}

struct AlarmHasAction: Rule {
  static let description = RuleDescription(
    id: .alarmHasAction,
    title: "Every alarm has an action, or a composite alarm with one reads it",
    rationale: """
      An alarm without an action, or with `actions_enabled` set to false, changes its state but notifies no \
      subscriber.
      """,
    sources: [
      "US10", "FR-039", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    ],
    terraformFix: """
      set `alarm_actions` to the ARN of an `aws_sns_topic` with subscribers, or remove `actions_enabled` if it is \
      false
      """,
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    reads: [
      .arguments("actions_enabled", of: MetricAlarm.self)
    ],
    good: [
      Example("The alarm notifies a topic") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("A composite alarm notifies for the alarms it reads") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let latency = stack.add(
          MetricAlarm(
            "latency", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        stack.add(
          CompositeAlarm(
            "broken", when: .all([.inAlarm(errors.alarmName), .inAlarm(latency.alarmName)]), notify: [alerts.arn]))
      },
    ],
    bad: [
      Counterexample("An alarm without actions") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A composite alarm without actions does not cover the alarms it reads") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let broken = stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: []))
        return [errors.address, broken.address]
      },
      Counterexample("The actions are switched off") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]),
          with: ["actions_enabled": false])
        return [alarm.address]
      },
      Counterexample("An alarm as a raw resource") { stack in
        let alarm = stack.add(RawResource("aws_cloudwatch_metric_alarm", "errors", ["alarm_name": "errors"]))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let spokenFor = alarmsSpokenFor(in: stack)
    return stack.alarms.compactMap { alarm in
      guard !spokenFor.contains(alarm.declaration.address) else { return nil }
      if alarm.isMuted {
        return finding(
          on: alarm.declaration, "alarm '\(alarm.name)' has `actions_enabled` set to false, so it runs no action",
          fix: "remove `actions_enabled` from '\(alarm.name)'", terraformFix: "remove `actions_enabled`")
      }
      guard alarm.alarmActions?.isEmpty == true else { return nil }
      return finding(
        on: alarm.declaration, "alarm '\(alarm.name)' has no alarm action",
        fix: "set `notify: [alerts.arn]` on '\(alarm.name)', with a topic that has subscribers",
        terraformFix: "set `alarm_actions` to the ARN of an `aws_sns_topic` with subscribers")
    }
  }

  /// The alarms that a composite alarm with actions reads, be it through others.
  private func alarmsSpokenFor(in stack: DeclaredStack) -> Set<Address> {
    let rules = stack.spelled("alarm_rule", of: CompositeAlarm.type)
    guard !rules.isEmpty else { return [] }
    let names = AlarmNames(stack)
    let children = Dictionary(
      rules.map { rule in
        let alarms = (try? CompositeRule(parsing: rule.text))?.alarms ?? []
        return (rule.declaration.address, alarms.compactMap { names.address(of: $0, in: rule.declaration.region) })
      }, uniquingKeysWith: { first, _ in first })
    var open = stack.alarms.filter { $0.alarmActions?.isEmpty == false && !$0.isMuted }.map(\.declaration.address)
    var spokenFor: Set<Address> = []
    while let composite = open.popLast() {
      for alarm in children[composite, default: []] where spokenFor.insert(alarm).inserted { open.append(alarm) }
    }
    return spokenFor
  }
}
