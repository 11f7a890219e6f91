import InfraModel
import Testing

@Suite struct CompositeAlarmTests {
  @Test(arguments: [
    (AlarmRule.inAlarm("errors"), "ALARM(\"errors\")"),
    (.any([.inAlarm("a"), .isOK("b")]), "ALARM(\"a\") OR OK(\"b\")"),
    (
      .all([.any([.inAlarm("a"), .inAlarm("b")]), .not(.inAlarm("c"))]),
      "(ALARM(\"a\") OR ALARM(\"b\")) AND (NOT ALARM(\"c\"))"
    ),
    (.not(.all([.inAlarm("a"), .lacksData("b")])), "NOT (ALARM(\"a\") AND INSUFFICIENT_DATA(\"b\"))"),
    (.not(.not(.inAlarm("a"))), "NOT (NOT ALARM(\"a\"))"),
    (
      .all([.any([.any([.inAlarm("a"), .inAlarm("b")])]), .inAlarm("c")]),
      "(ALARM(\"a\") OR ALARM(\"b\")) AND ALARM(\"c\")"
    ),
    (.any([.inAlarm("a")]), "ALARM(\"a\")"),
    (.any([]), "FALSE"),
    (.all([]), "TRUE"),
  ])
  func ruleIsWrittenInCloudWatchsLanguage(rule: AlarmRule, text: String) {
    #expect(rule.text.literal == text)
  }

  @Test func ruleRefersToItsAlarmsSoThatTheyAreCreatedFirst() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let metric = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
    let alarm = stack.add(
      MetricAlarm(when: metric, .minimum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
    let composite = stack.add(
      CompositeAlarm("blind", when: .any([.inAlarm(alarm.alarmName)]), notify: [topic.arn], description: "we are blind")
    )

    #expect(composite.rule.alarmNames == [alarm.alarmName])
    #expect(
      composite.declaration.block == [
        "alarm_name": "example-prod-blind", "alarm_description": "we are blind",
        "alarm_rule": "ALARM(\"\(alarm.alarmName)\")", "alarm_actions": [topic.arn.value],
      ])
  }
}
