import InfraModel
import Testing

@Suite struct EventRuleTests {
  private var stack = StackBuilder()

  @Test mutating func ruleForEventsIsOnTheirBus() {
    let bus = stack.add(EventBus("orders"))
    let rule = stack.add(
      EventRule("created", when: .event(EventPattern(source: "shop.orders"), on: bus.busName)))

    #expect(bus.declaration.block == ["name": "example-prod-orders"])
    #expect(
      rule.declaration.block == [
        "name": "example-prod-created", "event_bus_name": .text(bus.attribute("name")), "state": "ENABLED",
        "event_pattern": .json(["source": ["shop.orders"]]),
      ])
  }

  @Test(arguments: [
    (EventRule.Trigger.every(.minutes(1)), "rate(1 minute)"), (.every(.hours(12)), "rate(12 hours)"),
    (.cron(Cron(minute: 0, hour: 3, day: .ofWeek([.monday]))), "cron(0 3 ? * MON *)"),
  ])
  mutating func scheduleIsOnTheDefaultBus(trigger: EventRule.Trigger, expression: String) {
    let rule = stack.add(EventRule("nightly", when: trigger, state: .disabled))
    #expect(
      rule.declaration.block == [
        "name": "example-prod-nightly", "event_bus_name": "default", "state": "DISABLED",
        "schedule_expression": .text(Text(expression)),
      ])
  }

  @Test mutating func metricsNameTheBusUnlessItIsTheDefaultOne() {
    let bus = stack.add(EventBus("orders"))
    let pattern = EventPattern(source: "shop.orders")
    let ours = stack.add(EventRule("created", when: .event(pattern, on: bus.busName)))
    let theirs = stack.add(EventRule("reported", when: .event(pattern, on: .default)))

    #expect(ours.failedInvocations.dimensions == ["RuleName": ours.ruleName, "EventBusName": bus.busName.text])
    #expect(theirs.failedInvocations.dimensions == ["RuleName": theirs.ruleName])
    let metrics = [
      ours.matches, ours.invocations, ours.failedInvocations, ours.throttles, ours.deadLetters, ours.lostDeadLetters,
    ]
    #expect(
      metrics.map(\.name) == [
        "MatchedEvents", "Invocations", "FailedInvocations", "ThrottledRules", "InvocationsSentToDlq",
        "InvocationsFailedToBeSentToDlq",
      ])
    #expect(metrics.allSatisfy { $0.namespace == "AWS/Events" && $0.missingDataMeaning == .noEvents })
  }

  @Test mutating func archiveKeepsTheEventsOfABus() {
    let bus = stack.add(EventBus("orders"))
    let archive = stack.add(
      EventArchive("orders", of: bus.arn, matching: EventPattern(source: "shop.orders"), retention: .days(30)))
    #expect(
      archive.declaration.block == [
        "name": "example-prod-orders", "event_source_arn": .text(bus.attribute("arn")),
        "event_pattern": .json(["source": ["shop.orders"]]), "retention_days": 30,
      ])
  }

  @Test mutating func whoPutsEventsNeedsLeaveForTheBus() {
    let bus = stack.add(EventBus("orders"))
    #expect(Statement.putEvents(on: bus.arn).actions == ["events:PutEvents"])
    #expect(Statement.putEvents(on: bus.arn).resources == [bus.arn.text])
  }
}
