/// When EventBridge calls something (`aws_cloudwatch_event_rule`); what it calls are the rule's `EventTarget`s, five of
/// them unless AWS has been asked for more.
///
/// EventBridge delivers at least once and in no order. It draws nothing on the X-Ray map, but hands the trace header on
/// to functions, where whoever put the event sent one (T42).
public struct EventRule: Resource {
  public static let type = "aws_cloudwatch_event_rule"
  public static let namingRule: NamingRule? = NamingRule(length: 1...64, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName
  public var trigger: Trigger
  public var description: String?
  public var state: State

  /// What makes a rule fire. AWS refuses a schedule on any bus but the default one, so only events have a bus.
  public enum Trigger: Hashable, Sendable {
    /// `event_pattern` and `event_bus_name`
    case event(EventPattern, on: EventBusName)
    /// `schedule_expression`, as `rate(…)`. A `Schedule` has retries, time zones and a role of its own besides.
    case every(Schedule.Interval)
    /// `schedule_expression`, as `cron(…)`, always in UTC.
    case cron(Cron)
  }

  /// `state`
  public enum State: String, Hashable, Sendable, CaseIterable, ArgumentValue {
    case enabled = "ENABLED"
    case disabled = "DISABLED"
    /// CloudTrail's records of read-only management calls count as events too. Only for the default bus.
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

  public func encode(into block: inout Block) {
    block.set("event_bus_name", bus)
    block.set("description", description)
    block.set("state", state)
    switch trigger {
    case .event(let pattern, _): block.set("event_pattern", pattern)
    case .every(let interval): block.set("schedule_expression", Schedule.Timing.every(interval).expression)
    case .cron(let cron): block.set("schedule_expression", Schedule.Timing.cron(cron).expression)
    }
  }
}

extension Declared<EventRule> {
  /// What a permission, or the policy of a queue, lets in.
  public var arn: ARN<EventRule> { ARN(attribute("arn")) }
  public var ruleName: Text { attribute("name") }

  /// Events that fit, and ticks of a schedule. A pattern that fits nothing is seen here alone.
  public var matches: Metric { metric("MatchedEvents") }
  /// Calls of targets, those included that failed for good.
  public var invocations: Metric { metric("Invocations") }
  /// Calls that failed for good. What a function did with the event is not in here: it is called without waiting.
  public var failedInvocations: Metric { metric("FailedInvocations") }
  /// Calls that waited because the account makes too many.
  public var throttles: Metric { metric("ThrottledRules") }
  /// Events that went to a dead-letter queue.
  public var deadLetters: Metric { metric("InvocationsSentToDlq") }
  /// Events that should have gone to a dead-letter queue and are lost: the queue's policy does not let EventBridge send.
  public var lostDeadLetters: Metric { metric("InvocationsFailedToBeSentToDlq") }

  /// CloudWatch gets none of these while they are nought. By the rule's name alone it finds rules of the default bus.
  private func metric(_ name: String) -> Metric {
    var dimensions = ["RuleName": ruleName]
    if resource.bus != .default { dimensions["EventBusName"] = resource.bus.text }
    return Metric(name, in: "AWS/Events", dimensions: dimensions, silence: .nothingHappened)
  }
}

extension EventRule: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    // What `state` was before version 5 of the provider.
    let isOff = try block.boolIfAny("is_enabled") == false
    self.init(
      name, when: try Trigger(reading: block), description: try block.stringIfAny("description"),
      state: try block.wordIfAny("state") ?? (isOff ? .disabled : .enabled))
  }
}

extension EventRule.Trigger {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    // AWS takes a rule with both; the model has one, and which of them fires is not to be guessed.
    if let pattern = try EventPattern(readingIfAny: block) {
      guard !block.has("schedule_expression") else {
        throw block.error("schedule_expression", .unfit("beside `event_pattern`"))
      }
      self = .event(pattern, on: try block.textIfAny("event_bus_name").map { EventBusName($0) } ?? .default)
      return
    }
    let expression = try block.string("schedule_expression")
    if let interval = Schedule.Interval(reading: expression) {
      self = .every(interval)
    } else if let cron = Cron(reading: expression) {
      self = .cron(cron)
    } else {
      throw block.error("schedule_expression", .unfit("'\(expression)'"))
    }
  }
}
