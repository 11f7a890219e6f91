import InfraModel
import Testing

@Suite struct EventTargetTests {
  private var stack = StackBuilder()

  @Test mutating func targetIsOnTheBusOfItsRule() {
    let rule = stack.add(
      EventRule("created", when: .event(EventPattern(source: "shop.orders"), on: EventBusName("orders"))))
    let target = stack.add(
      EventTarget(
        "pay", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:pay")),
        retries: .init(3, within: .seconds(3_600)), deadLetters: ARN("arn:aws:sqs:us-east-1:123456789012:dead")))

    #expect(
      target.declaration.block == [
        "rule": .text(rule.attribute("name")), "event_bus_name": .text(rule.attribute("event_bus_name")),
        "target_id": "pay", "arn": "arn:aws:lambda:us-east-1:123456789012:function:pay",
        "retry_policy": .blocks([["maximum_retry_attempts": 3, "maximum_event_age_in_seconds": 3_600]]),
        "dead_letter_config": .blocks([["arn": "arn:aws:sqs:us-east-1:123456789012:dead"]]),
      ])
  }

  @Test mutating func onlyStateMachinesAndTheLikeAreCalledAsARole() {
    let queue = block(.queue(ARN("arn:aws:sqs:us-east-1:123456789012:jobs")))
    let topic = block(.topic(ARN("arn:aws:sns:us-east-1:123456789012:news")))
    let machine = block(.stateMachine("arn:aws:states:us-east-1:123456789012:stateMachine:pay", as: role))
    let bus = block(.other("arn:aws:events:us-east-1:123456789012:event-bus/other", as: nil))

    #expect([queue, topic, bus].allSatisfy { $0["role_arn"] == nil })
    #expect(machine["role_arn"] == "arn:aws:iam::123456789012:role/events")
    #expect(machine["arn"] == "arn:aws:states:us-east-1:123456789012:stateMachine:pay")
  }

  @Test mutating func inputIsOneOfThreeArguments() {
    #expect(block(with: .event).arguments.map(\.name).filter { $0.hasPrefix("input") } == [])
    #expect(block(with: .part("$.detail"))["input_path"] == "$.detail")
    #expect(block(with: .fixed(["dryRun": true]))["input"] == .json(["dryRun": true]))
    #expect(
      block(with: .template(#"{"order": <order>}"#, parts: ["order": "$.detail.order"])).nested("input_transformer")
        == ["input_template": #"{"order": <order>}"#, "input_paths": ["order": "$.detail.order"]])
  }

  private let role = ARN<Role>("arn:aws:iam::123456789012:role/events")

  private mutating func block(
    _ destination: EventTarget.Destination = .queue(ARN("arn:aws:sqs:us-east-1:123456789012:jobs")),
    with input: EventTarget.Input = .event
  ) -> Block {
    let rule = stack.add(EventRule("tick", when: .every(.minutes(5))))
    return stack.add(EventTarget("target", of: rule, calls: destination, with: input)).declaration.block
  }
}
