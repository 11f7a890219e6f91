public import TerraformModel

/// What a rule invokes (`aws_cloudwatch_event_target`). It takes the declared rule, so that it has the rule's bus.
public struct EventTarget: ResourceModel {
  public static let type = "aws_cloudwatch_event_target"

  public let name: String
  /// `rule`
  public var rule: Text
  /// `event_bus_name`
  public var bus: EventBusName
  /// `target_id`: unique among the rule's targets, 1 to 64 letters, digits, `-`, `_` and `.`. The label by default.
  public var targetID: String
  /// `arn` and `role_arn`
  public var destination: Destination
  /// `input`, `input_path` or `input_transformer`
  public var input: Input
  /// `retry_policy`; AWS's default is 185 retries within a day.
  public var retries: Retries?
  /// `dead_letter_config.arn`: where EventBridge sends an event that it cannot deliver; without one the event is lost. The
  /// queue's policy has to allow the rule. What a function fails on goes to the function's own queue.
  public var deadLetters: ARN<Queue>?

  /// `retry_policy`: how long EventBridge retries the delivery of one event, as for a `Schedule`.
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

  public static let arguments = ArgumentTable<EventTarget> { table in
    table.add("rule", \.rule, .identifier)
    table.add("event_bus_name", \.bus, .identifier, default: .default)
    table.add("target_id", \.targetID, .letters(and: ".-_", 1...64))
    Destination.declare(in: &table)
    Input.declare(in: &table)
    table.block("retry_policy", \.retries)
    table.add("dead_letter_config.arn", \.deadLetters, .arn)
  }

  /// Its `arn` is that of what it invokes.
  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
    identifiedBy: [], iamPrefix: "events", namesOf: ["rule": EventRule.type, "event_bus_name": EventBus.type],
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
    quota: ResourceQuota(
      5, "targets", of: "rule", fix: { "declare another rule with the same pattern for '\($0)'" }))
}

extension EventTarget: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let target = BlockView<Self>(block)
    self.name = name
    rule = try target[\.rule]
    bus = try target[\.bus]
    targetID = try block.stringIfPresent("target_id") ?? name
    destination = try target[\.destination]
    input = try target[\.input]
    retries = try target[\.retries]
    deadLetters = try target[\.deadLetters]
  }
}
