import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let compositeAlarmParses: RuleID = "composite-alarm-parses"
}

struct CompositeAlarmParses: Rule {
  static let description = RuleDescription(
    id: .compositeAlarmParses,
    title: "Every composite alarm has a valid rule expression and reads alarms that exist",
    rationale: """
      Terraform accepts any text as a rule expression. CloudWatch rejects one with a syntax error, with an alarm \
      that does not exist, or with more than 100 alarms, and two composite alarms that read each other cannot be \
      deleted.
      """,
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"],
    subjects: [CompositeAlarm.self, RawResource.self],
    reads: [
      .arguments("actions_suppressor", "alarm_name", "alarm_rule", of: CompositeAlarm.self),
      .arguments("alarm_name", of: MetricAlarm.self),
    ],
    good: [
      Example("References to the names of alarms") { stack in
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
            "broken", when: .all([.inAlarm(errors.alarmName), .not(.isOK(latency.alarmName))]), notify: []))
      },
      Example("As text, and by ARN") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        stack.add(
          MetricAlarm(
            "latency", named: "latency", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            [
              "alarm_name": "broken",
              "alarm_rule": "ALARM(\"\(errors.arn)\") AND (OK(latency) OR NOT INSUFFICIENT_DATA(latency))",
            ]))
      },
      Example("An alarm of another stack, by its ARN") { stack in
        stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            [
              "alarm_name": "broken",
              "alarm_rule": "ALARM(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors\")",
            ]))
      },
    ],
    bad: [
      Counterexample("An operator of another language") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", named: "errors", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            ["alarm_name": "broken", "alarm_rule": "ALARM(errors) || TRUE"]))
        return [alarm.address]
      },
      Counterexample("An alarm that does not exist") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", named: "errors", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken", ["alarm_name": "broken", "alarm_rule": "ALARM(\"error\")"]))
        return [alarm.address]
      },
      Counterexample("More alarms than AWS accepts") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarms = (0...100).map {
          stack.add(
            MetricAlarm(
              "errors-\($0)", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
              notify: [])
          ).alarmName
        }
        return [stack.add(CompositeAlarm("broken", when: .any(alarms.map(AlarmRule.inAlarm)), notify: [])).address]
      },
      Counterexample("Two that read each other") { stack in
        let firstAlarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "first", ["alarm_name": "first", "alarm_rule": "ALARM(second)"]))
        let secondAlarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "second", ["alarm_name": "second", "alarm_rule": "ALARM(first)"]))
        return [firstAlarm.address, secondAlarm.address]
      },
      Counterexample("The suppressor alarm does not exist") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let suppressor: Value = .blocks([["alarm": "deploying", "wait_period": 60, "extension_period": 60]])
        let alarm = stack.add(
          CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: []),
          with: ["actions_suppressor": suppressor])
        return [alarm.address]
      },
      Counterexample("An alarm in another region") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []),
          in: .euWest1)
        return [stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: [])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let rules = stack.spelled("alarm_rule", of: CompositeAlarm.type)
    guard !rules.isEmpty else { return [] }
    let names = AlarmNames(stack)
    var children: [Address: [Address]] = [:]
    var findings: [Finding] = []
    for rule in rules {
      guard let condition = try? CompositeRule(parsing: rule.text) else {
        findings += syntaxFinding(rule)
        continue
      }
      // An alarm that keeps the actions of another quiet is no child of it, but has to be there as well.
      let suppressors = KnownArguments(block: rule.declaration.block, stack: stack).blocks("actions_suppressor")
      let quieting = suppressors.compactMap { $0.block["alarm"].flatMap { stack.spelled($0) } }
      let alarms = Set(condition.alarms)
      let found = alarms.compactMap { names.address(of: $0, in: rule.declaration.region) }
      children[rule.declaration.address] = found
      if alarms.count > 100 {
        findings.append(
          finding(
            on: rule.declaration, "composite alarm \(rule.owner) reads \(alarms.count) alarms; AWS accepts 100",
            fix: "split the alarms over several composite alarms that \(rule.owner) reads"))
      }
      for alarm in alarms.union(quieting).sorted() where !names.mayExist(alarm, in: rule.declaration.region) {
        let near = names.likely(alarm, in: rule.declaration.region)
        findings.append(
          finding(
            on: rule.declaration,
            "composite alarm \(rule.owner) reads '\(alarm)', which does not exist in \(rule.declaration.region.rawValue)",
            fix: near.map { "write '\($0)' instead of '\(alarm)' in \(rule.owner)" }
              ?? "declare '\(alarm)' there, or name it by its ARN in \(rule.owner) if another stack declares it",
            subject: alarm))
      }
    }
    let cyclic = membersOfCycles(in: children)
    for rule in rules where cyclic.contains(rule.declaration.address) {
      findings.append(
        finding(
          on: rule.declaration, "composite alarm \(rule.owner) reads itself, directly or through other alarms",
          fix: "remove one of the references from the rule expression of \(rule.owner)"))
    }
    return findings
  }

  private func syntaxFinding(_ rule: RenderedArgument) -> [Finding] {
    guard let error = rule.error(reading: CompositeRule.init(parsing:)) else { return [] }
    return [
      finding(
        on: rule.declaration, "the rule expression of composite alarm \(rule.owner) \(error)",
        fix: "\(error.fix) in the rule expression of \(rule.owner)")
    ]
  }
}
