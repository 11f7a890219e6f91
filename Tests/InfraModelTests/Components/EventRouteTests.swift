import InfraModel
import Testing

@Suite struct EventRouteTests {
  /// Order Created of the order tracing stack: one rule, two consumers (T31).
  @Test func oneRuleCallsSeveralFunctionsAndEachLetsItIn() {
    let (stack, functions, parts) = declared()
    let targets = stack.declared(EventTarget.self)
    let permissions = stack.declared(LambdaPermission.self)

    #expect(stack.declared(EventRule.self).map(\.address) == [parts.rule.address])
    #expect(targets.map(\.destination) == functions.map { .function($0.arn) })
    #expect(targets.map(\.targetID) == ["payment", "inventory"])
    #expect(targets.map(\.address) == parts.targets.map(\.address))
    #expect(permissions.map(\.function) == functions.map(\.functionName))
    #expect(permissions.map(\.caller) == [.eventRule(parts.rule.arn), .eventRule(parts.rule.arn)])
  }

  @Test func whatCannotBeDeliveredWaitsInAQueueThatLetsTheRuleSend() {
    let (stack, _, parts) = declared()
    let account = stack.declared(CallerIdentity.self).map(\.accountID)
    #expect(
      stack.declared(EventTarget.self).map(\.deadLetters) == [parts.deadLetters.arn, parts.deadLetters.arn])
    #expect(stack.declared(EventTarget.self).map(\.retries?.attempts) == [3, 3])
    #expect(
      parts.deadLetters.policy?.statements
        == account.map { account in
          Statement(
            to: .service("events.amazonaws.com"), ["sqs:SendMessage"],
            on: ["arn:aws:sqs:us-east-1:\(account):example-prod-order-created-dead-letters"],
            where: ["ArnEquals": ["aws:SourceArn": parts.rule.arn.text]])
        })
    #expect(stack.declared(MetricAlarm.self).map(\.metrics) == [[parts.deadLetters.waitingMessages]])
  }

  private func declared() -> (StackBuilder, [Declared<LambdaFunction>], EventRoute.Parts) {
    var stack = StackBuilder()
    let alerts = stack.add(Topic("alerts"))
    let bus = stack.add(EventBus("orders"))
    let functions = ["payment", "inventory"].map { name in
      stack.add(
        LambdaFunction(
          name, code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"),
          role: ARN("arn:aws:iam::123456789012:role/web"), timeout: .seconds(20), logging: .json(to: "/aws/lambda/web")
        ))
    }
    let parts = stack.add(
      EventRoute(
        "order-created",
        when: .event(EventPattern(source: "order.service", detailType: "Order Created"), on: bus.busName),
        calls: functions, retries: .init(3, within: .seconds(3_600)), alerts: alerts.arn))
    return (stack, functions, parts)
  }
}
