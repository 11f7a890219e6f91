public import TerraformModel

extension State {
  /// What a task calls: `Resource` and `Parameters`.
  public enum Task: Hashable, Sendable {
    /// A function, with the state's input as its event.
    case invoke(ARN<LambdaFunction>)
    /// Publishes the state's input on a topic.
    case publish(ARN<Topic>)
    /// Sends the state's input to a queue, known by `queueURL`; the ARN is for the permission.
    case send(to: ARN<Queue>, url: Text)
    /// Any other integration, such as `aws-sdk:transcribe:startTranscriptionJob`, with its parameters; a key that ends
    /// in `.$` takes its value from the input. The role needs the permission, which is not known here.
    case service(String, Value)
  }

  /// `Retry`: how often to try again, after which errors.
  public struct Retry: Hashable, Sendable {
    public var errors: [Error]
    /// `MaxAttempts`: tries after the first one.
    public var attempts: Int
    /// `IntervalSeconds`: before the second try; a whole second or more.
    public var interval: Duration
    /// `BackoffRate`: how much longer each further wait is, 1 or more.
    public var backoff: Double

    public init(on errors: [Error], attempts: Int = 3, after interval: Duration, backoff: Double = 2) {
      self.errors = errors
      self.attempts = attempts
      self.interval = interval
      self.backoff = backoff
    }

    /// What AWS asks every task that calls a function to do: Lambda now and then fails by itself.
    public static let onLambdaFaults = Retry(
      on: [
        "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
      ], attempts: 6, after: .seconds(2))
  }

  /// `Catch`: what to do after an error that no retry has helped with, before going on behind the state.
  public struct Handler: Hashable, Sendable {
    public var errors: [Error]
    /// `ResultPath`: where error and cause stand in the input of `states`.
    public var path: String
    public var states: [State]

    public init(_ errors: [Error], errorAt path: String = "$.error", then states: [State]) {
      self.errors = errors
      self.path = path
      self.states = states
    }
  }

  /// The name of an error: one of Step Functions' own, or the type of an exception of a function.
  public struct Error: Hashable, Sendable, ExpressibleByStringLiteral, ArgumentValue {
    public let name: String
    public var value: Value { name.value }

    public init(stringLiteral name: String) {
      self.name = name
    }

    /// Every error but a few that end the execution at once. It has to stand alone.
    public static let any: Error = "States.ALL"
    public static let timeout: Error = "States.Timeout"
    public static let taskFailed: Error = "States.TaskFailed"
  }
}

extension State.Task {
  /// What the role of the state machine must be allowed, as far as the task tells.
  public var permission: Statement? {
    switch self {
    case .invoke(let function): Statement(["lambda:InvokeFunction"], on: [function.text, "\(function):*"])
    case .publish(let topic): Statement(["sns:Publish"], on: [topic.text])
    case .send(let queue, _): Statement(["sqs:SendMessage"], on: [queue.text])
    case .service: nil
    }
  }

  /// `Resource` and `Parameters`, as entries of a state.
  var entries: [String: Value] {
    switch self {
    case .invoke(let function):
      Self.entries("lambda:invoke", ["FunctionName": function.value, "Payload.$": "$"])
    case .publish(let topic):
      Self.entries("sns:publish", ["TopicArn": topic.value, "Message.$": "$"])
    case .send(_, let url):
      Self.entries("sqs:sendMessage", ["QueueUrl": url.value, "MessageBody.$": "$"])
    case .service(let integration, let parameters):
      Self.entries(integration, parameters)
    }
  }

  private static func entries(_ integration: String, _ parameters: Value) -> [String: Value] {
    ["Resource": Value.text(Text("arn:aws:states:::\(integration)")), "Parameters": parameters]
  }
}
