public import TerraformModel

/// When EventBridge invokes targets (`aws_cloudwatch_event_rule`). Its targets are `EventTarget`s, at most five by default.
///
/// EventBridge delivers at least once and in no order. It has no segment in X-Ray, but passes the trace header of the
/// event to functions (T42).
public struct EventRule: ResourceModel {
  public static let type = "aws_cloudwatch_event_rule"

  public let name: String
  public var physicalName: PhysicalName
  /// `event_pattern` and `event_bus_name`, or `schedule_expression`.
  public var trigger: Trigger
  /// `description`
  public var description: String?
  /// `state`
  public var state: State

  /// What matches a rule. AWS allows a schedule on the default bus alone, so only events have a bus.
  public enum Trigger: Hashable, Sendable {
    /// `event_pattern` and `event_bus_name`
    case event(EventPattern, on: EventBusName)
    /// `schedule_expression`, as `rate(…)`. A `Schedule` has retries, time zones and a role of its own besides.
    case every(Schedule.Interval)
    /// `schedule_expression`, as `cron(…)`, always in UTC.
    case cron(Cron)
  }

  /// `state`
  public enum State: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case enabled = "ENABLED"
    case disabled = "DISABLED"
    /// CloudTrail's records of read-only management calls match too. Only on the default bus.
    case enabledWithAllCloudTrailManagementEvents = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when trigger: Trigger,
    description: String? = nil, state: State = .enabled
  ) {
    self.name = name
    self.physicalName = physicalName
    self.trigger = trigger
    self.description = description
    self.state = state
  }

  /// `event_bus_name`
  public var bus: EventBusName {
    if case .event(_, let bus) = trigger { bus } else { .default }
  }

  public static let arguments = ArgumentTable<EventRule> { table in
    table.add("event_bus_name", \.bus, .identifier, default: .default)
    table.add("event_pattern", \.trigger.pattern)
    table.add("schedule_expression", \.trigger.expression)
    table.derived(\.trigger) { rule throws(DecodingFailure) in try Trigger(of: rule) }
    table.add("description", \.description)
    table.add(
      "state", \.state, .word(["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]),
      default: .enabled)
    table.unmodeled("is_enabled", default: true)
    table.derived(\.state) { rule throws(DecodingFailure) in try State(of: rule) }
    table.constraint(
      "has neither a pattern nor a schedule", fix: "set `event_pattern` or `schedule_expression`"
    ) { $0.has("event_pattern") || $0.has("schedule_expression") }
    table.constraint("has a pattern of more than 4,096 characters", fix: "split it into several rules") { rule in
      guard case .document(let pattern)? = rule.block["event_pattern"]?.carriedDocument else { return true }
      return pattern.compactLength(in: rule.stack) <= 4_096
    }
    table.constraint(
      "has a schedule on a custom bus, which AWS allows only on the default bus", fix: "remove `event_bus_name`"
    ) { $0.text("event_bus_name") ?? "default" == "default" || !$0.has("schedule_expression") }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
    name: NamingRule(length: 1...64, characters: .alphanumerics(and: "-_.")), nameContainer: "event_bus_name",
    iamPrefix: "events", namesOf: ["event_bus_name": EventBus.type],
    dimension: NamedDimension("RuleName", attributes: ["name"]), metrics: EventBridgeMetrics.namespace)
}

extension EventRule.Trigger {
  /// `event_pattern`
  var pattern: EventPattern? {
    switch self {
    case .event(let pattern, _): pattern
    case .every, .cron: nil
    }
  }

  /// `schedule_expression`
  var expression: String? {
    switch self {
    case .event: nil
    case .every(let interval): Schedule.Timing.every(interval).expression
    case .cron(let cron): Schedule.Timing.cron(cron).expression
    }
  }

  fileprivate init(of rule: BlockView<EventRule>) throws(DecodingFailure) {
    // AWS takes a rule with both; the model has one, so neither of them stands for the rule.
    if let pattern = try rule[\.trigger.pattern] {
      guard !rule.isSet("schedule_expression") else {
        throw DecodingFailure(argument: "schedule_expression", reason: .unfit("beside `event_pattern`"))
      }
      self = .event(pattern, on: try rule[\.bus])
      return
    }
    guard let expression = try rule[\.trigger.expression] else {
      throw DecodingFailure(argument: "schedule_expression", reason: .missing)
    }
    if let interval = Schedule.Interval(reading: expression) {
      self = .every(interval)
    } else if let cron = Cron(reading: expression) {
      self = .cron(cron)
    } else {
      throw DecodingFailure(argument: "schedule_expression", reason: .unfit("'\(expression)'"))
    }
  }
}

extension EventRule.State {
  /// `is_enabled` is what the provider had before `state`, up to its version 5.
  fileprivate init(of rule: BlockView<EventRule>) throws(DecodingFailure) {
    let isOff = try rule.reader.boolIfPresent("is_enabled") == false
    self = try rule.reader.wordIfPresent("state") ?? (isOff ? .disabled : .enabled)
  }
}

extension DeclaredResource<EventRule> {
  /// What a permission or a queue's policy allows.
  public var arn: ARN<EventRule> { ARN(attribute("arn")) }
  public var ruleName: Text { attribute("name") }

  /// Events that match the pattern, or runs of the schedule. A pattern that matches nothing shows here alone.
  public var matches: Metric { ruleMetric("MatchedEvents") }
  /// Invocations of targets, with those that failed permanently.
  public var invocations: Metric { ruleMetric("Invocations") }
  /// Invocations that failed permanently, without errors of functions: EventBridge invokes them asynchronously.
  public var failedInvocations: Metric { ruleMetric("FailedInvocations") }
  /// Invocations that were delayed by the account's limit.
  public var throttles: Metric { ruleMetric("ThrottledRules") }
  /// Events that were sent to a dead-letter queue.
  public var deadLetters: Metric { ruleMetric("InvocationsSentToDlq") }
  /// Events that are lost, as the policy of the dead-letter queue does not allow EventBridge to send.
  public var lostDeadLetters: Metric { ruleMetric("InvocationsFailedToBeSentToDlq") }

  /// CloudWatch has rules of the default bus by their names alone, and those of other buses with the bus.
  private func ruleMetric(_ name: String) -> Metric {
    var metric = metric(name)
    if let bus = declaration.block["event_bus_name"].flatMap({ try? EventBusName(reading: $0) }), bus != .default {
      metric.dimensions["EventBusName"] = bus.text
    }
    return metric
  }
}

extension EventRule: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let rule = BlockView<Self>(block)
    self.init(
      name, when: try rule[\.trigger], description: try rule[\.description], state: try rule[\.state])
  }
}
