import InfraModel
import Testing

@Suite struct EventPatternTests {
  @Test func oneWordIsAListToo() {
    #expect(
      EventPattern(source: "shop.orders", detailType: "Order Created").value
        == .json(["source": ["shop.orders"], "detail-type": ["Order Created"]]))
  }

  @Test func fieldsOfFieldsAreObjectsAndTheirLeavesLists() {
    let pattern = EventPattern(
      source: ["shop.orders", "shop.returns"], detail: ["customer": ["tier": "gold", "age": [.numeric(.atLeast(18))]]])
    #expect(
      pattern.value
        == .json([
          "source": ["shop.orders", "shop.returns"],
          "detail": ["customer": ["tier": ["gold"], "age": [["numeric": [">=", 18.0]]]]],
        ]))
  }

  @Test func resourcesMayBeThoseOfTheStack() {
    var stack = StackBuilder()
    let queue = stack.add(Queue("jobs", retention: .seconds(60)))
    let pattern = EventPattern(source: "aws.sqs", resources: ["\(queue.arn)"], account: "123456789012")
    #expect(
      pattern.value
        == .json([
          "source": ["aws.sqs"], "resources": [.text(queue.attribute("arn"))], "account": ["123456789012"],
        ]))
  }

  @Test(arguments: filters)
  func filterIsWrittenAsEventBridgeReadsIt(filter: EventFilter, value: Value) {
    #expect(filter.value == value)
  }
}

/// Each as AWS's documentation of content filters writes it.
private let filters: [(EventFilter, Value)] = [
  (.exactly("running"), "running"), (300, 300), (true, true),
  (.prefix("eu-"), ["prefix": "eu-"]), (.suffix(".png"), ["suffix": ".png"]),
  (.equalsIgnoringCase("alice"), ["equals-ignore-case": "alice"]),
  (.anythingBut("stopped", or: ["overloaded"]), ["anything-but": ["stopped", "overloaded"]]),
  (.anythingButPrefix("init"), ["anything-but": ["prefix": "init"]]), (.exists(false), ["exists": false]),
  (.numeric(.equal(3)), ["numeric": ["=", 3.0]]), (.numeric(.above(0)), ["numeric": [">", 0.0]]),
  (.numeric(.below(10)), ["numeric": ["<", 10.0]]), (.numeric(.atMost(10)), ["numeric": ["<=", 10.0]]),
  (.numeric(.between(0, and: 5)), ["numeric": [">=", 0.0, "<=", 5.0]]),
]
