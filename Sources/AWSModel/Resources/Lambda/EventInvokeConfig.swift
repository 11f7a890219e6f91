public import TerraformModel

/// What Lambda does with asynchronous invocations that fail: calls by topics, rules, buckets and other functions
/// (`aws_lambda_function_event_invoke_config`). Without it Lambda retries twice within six hours.
public struct EventInvokeConfig: ResourceModel {
  public static let type = "aws_lambda_function_event_invoke_config"

  /// The longest that an event may wait, in seconds, and how long it may unless told otherwise.
  package static let longestAge = 21_600.0

  public let name: String
  /// `function_name`: the function's name or ARN.
  public var function: Text
  /// `maximum_retry_attempts`: 0 to 2.
  public var retries: Retries
  /// `maximum_event_age_in_seconds`: how long an event may wait in the queue, 60 to 21,600 seconds.
  public var maximumAge: Duration
  /// `destination_config.on_failure.destination`: where Lambda sends a record of the event and of the error. A function's
  /// `deadLetters` get the event alone. Lambda sends it as the function's role.
  public var onFailure: Destination?

  /// How many times Lambda retries after the first attempt.
  public enum Retries: Int, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case none = 0
    case once = 1
    case twice = 2

    public var value: Value { .integer(rawValue) }

    public init(reading value: Value) throws(DecodingFailure.Reason) {
      guard let retries = Self(rawValue: try Int(reading: value)) else { throw value.unfit }
      self = retries
    }
  }

  /// What Lambda sends failed events to.
  public enum Destination: Hashable, Sendable, ArgumentCodable {
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

    public init(reading value: Value) throws(DecodingFailure.Reason) {
      let arn = try Text(reading: value)
      switch arn.serviceOfARN {
      case "lambda": self = .function(ARN(arn))
      case "sqs": self = .queue(ARN(arn))
      case "sns": self = .topic(ARN(arn))
      case "events": self = .bus(arn)
      // A bucket, or an ARN that is known only after apply.
      default: throw value.unfit
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

  public static let arguments = ArgumentTable<EventInvokeConfig> { table in
    table.add("function_name", \.function, .identifier)
    table.add("maximum_retry_attempts", \.retries, .range(0...2), default: .twice)
    table.duration(
      "maximum_event_age_in_seconds", \.maximumAge, in: .seconds, 60...longestAge, default: .seconds(longestAge))
    table.add("destination_config.on_failure.destination", \.onFailure, .arn)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html",
    identifiedBy: [], iamPrefix: "lambda", namesOf: ["function_name": LambdaFunction.type])
}

extension EventInvokeConfig: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let config = BlockView<Self>(block)
    self.init(
      name, of: try config[\.function], retries: try config[\.retries], within: try config[\.maximumAge],
      onFailure: try config[\.onFailure])
  }
}
