/// What a rule calls (`aws_cloudwatch_event_target`). It is made of the declared rule, so that it is on the rule's bus:
/// elsewhere AWS finds no such rule.
public struct EventTarget: Resource {
  public static let type = "aws_cloudwatch_event_target"

  public let name: String
  /// `rule`
  public var rule: Text
  /// `event_bus_name`
  public var bus: EventBusName
  /// `target_id`: what the rule tells its targets apart by, up to 64 letters, digits, `-`, `_` and `.`. The target's name
  /// unless said otherwise; terraform would make one up.
  public var targetID: String
  public var destination: Destination
  public var input: Input
  /// `retry_policy`; 185 times within a day where `nil`, for AWS says so.
  public var retries: Retries?
  /// `dead_letter_config`: where an event goes that could not be delivered; without one it is dropped in silence. The
  /// queue's policy has to let the rule send, and what a function fails at goes to that function's own queue.
  public var deadLetters: ARN<Queue>?

  /// `retry_policy`: how long EventBridge tries to deliver one event, as for a `Schedule`.
  public typealias Retries = Schedule.Retries

  /// `id`: `target_id`
  public init(
    _ name: String, of rule: Declared<EventRule>, calls destination: Destination, id: String? = nil,
    with input: Input = .event, retries: Retries? = nil, deadLetters: ARN<Queue>? = nil
  ) {
    self.name = name
    self.rule = rule.ruleName
    bus = EventBusName(rule.attribute("event_bus_name"))
    targetID = id ?? name
    self.destination = destination
    self.input = input
    self.retries = retries
    self.deadLetters = deadLetters
  }

  public func encode(into block: inout Block) {
    block.set("rule", rule)
    block.set("event_bus_name", bus)
    block.set("target_id", targetID)
    destination.encode(into: &block)
    input.encode(into: &block)
    if let retries {
      block.nest("retry_policy") { block in
        block.set("maximum_retry_attempts", retries.attempts)
        block.set("maximum_event_age_in_seconds", retries.age)
      }
    }
    if let deadLetters {
      block.nest("dead_letter_config") { $0.set("arn", deadLetters) }
    }
  }
}

extension EventTarget: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let retries = try block.nested("retry_policy")
    self.name = name
    rule = try block.text("rule")
    bus = try block.textIfAny("event_bus_name").map { EventBusName($0) } ?? .default
    targetID = try block.stringIfAny("target_id") ?? name
    destination = try Destination(reading: block)
    input = try Input(reading: block)
    self.retries = try retries.map { retries throws(Unreadable) in
      Retries(
        try retries.integerIfAny("maximum_retry_attempts") ?? 185,
        within: try retries.secondsIfAny("maximum_event_age_in_seconds") ?? .seconds(86_400))
    }
    deadLetters = try block.nested("dead_letter_config")?.arnIfAny("arn")
  }
}
