/// What Lambda does with events that a function failed on, where nobody waits for the answer: calls by topics, rules,
/// buckets and other functions (`aws_lambda_function_event_invoke_config`). Without it: two more tries, within six hours.
public struct EventInvokeConfig: Resource {
  public static let type = "aws_lambda_function_event_invoke_config"

  public let name: String
  public var function: Text
  /// `maximum_retry_attempts`
  public var retries: Retries
  /// `maximum_event_age_in_seconds`: how long an event may wait for its turn, 60 to 21,600 seconds.
  public var maximumAge: Duration
  /// `destination_config.on_failure`: who gets the event, and why it failed; a function's `deadLetters` get the event
  /// alone. The function's own role sends it.
  public var onFailure: Destination?

  /// As many as Lambda makes.
  public enum Retries: Int, Hashable, Sendable, CaseIterable {
    case none = 0
    case once = 1
    case twice = 2
  }

  public enum Destination: Hashable, Sendable, ArgumentValue {
    case queue(ARN<Queue>)
    case topic(ARN<Topic>)
    case function(ARN<LambdaFunction>)
    /// An EventBridge bus.
    case bus(Text)

    public var value: Value {
      switch self {
      case .queue(let queue): queue.value
      case .topic(let topic): topic.value
      case .function(let function): function.value
      case .bus(let bus): bus.value
      }
    }
  }

  public init(
    _ name: String, of function: Text, retries: Retries, within maximumAge: Duration = .seconds(21_600),
    onFailure: Destination? = nil
  ) {
    self.name = name
    self.function = function
    self.retries = retries
    self.maximumAge = maximumAge
    self.onFailure = onFailure
  }

  public func encode(into block: inout Block) {
    block.set("function_name", function)
    block.set("maximum_retry_attempts", retries.rawValue)
    block.set("maximum_event_age_in_seconds", maximumAge)
    guard let onFailure else { return }
    block.nest("destination_config") { destination in
      destination.nest("on_failure") { $0.set("destination", onFailure) }
    }
  }
}

extension EventInvokeConfig: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let retries = try block.integerIfAny("maximum_retry_attempts") ?? 2
    guard let retries = Retries(rawValue: retries) else {
      throw block.error("maximum_retry_attempts", .unfit("\(retries)"))
    }
    let onFailure = try block.nested("destination_config")?.nested("on_failure")
    self.init(
      name, of: try block.text("function_name"), retries: retries,
      within: try block.secondsIfAny("maximum_event_age_in_seconds") ?? .seconds(21_600),
      onFailure: try onFailure.map(Destination.init(reading:)))
  }
}

extension EventInvokeConfig.Destination {
  /// What it is its ARN tells, be it a reference or a literal one.
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let arn = try block.text("destination")
    let type = arn.partCount == 1 ? arn.references.first?.address.type : nil
    let service = arn.literal?.split(separator: ":", omittingEmptySubsequences: false).dropFirst(2).first
    switch (type, service) {
    case (LambdaFunction.type, _), (_, "lambda"): self = .function(ARN(arn))
    case (Queue.type, _), (_, "sqs"): self = .queue(ARN(arn))
    case (Topic.type, _), (_, "sns"): self = .topic(ARN(arn))
    case (EventBus.type, _), (_, "events"): self = .bus(arn)
    // A bucket, or an ARN that only AWS knows yet.
    default: throw block.error("destination", arn.known == nil ? .knownAfterApply : .unfit("'\(arn.known ?? "")'"))
    }
  }
}
