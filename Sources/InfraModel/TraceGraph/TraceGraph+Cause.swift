extension TraceGraph {
  /// Why X-Ray does not see a hop, or only what comes after it.
  public enum Cause: Hashable, Sendable, CaseIterable {
    /// The function, stage or machine hands the header on and records nothing (T6).
    case passThrough
    /// It records nothing unless a variable says otherwise.
    case passThroughByDefault
    /// The role lacks leave to write segments, which are dropped without a word.
    case noPermission
    /// It runs in a network from which nothing leads to X-Ray.
    case noWayToXRay
    /// X-Ray does not know HTTP APIs (T1).
    case httpAPI
    /// Without a policy in X-Ray, SNS drops the topic's segments (T8).
    case noResourcePolicy
    /// The canary's own invocations are not traced, so that all it sends are test traces.
    case canary
    /// Whoever calls is outside, and is not known to send a header.
    case client
    /// Browsers of other origins may not send the header (FR-015).
    case corsHeader
    case schedule
    /// AWS's own services send events without a trace.
    case awsEvents
    /// Nobody who puts events on the bus is traced (T42).
    case untracedPublisher
    /// A batch of a stream has many senders.
    case stream
    /// S3 hands on a header only where whoever stored the object sent one.
    case bucket

    /// In a few words, for a place beside a line.
    public var title: String {
      switch self {
      case .passThrough: "PassThrough"
      case .passThroughByDefault: "off by default"
      case .noPermission: "no permission"
      case .noWayToXRay: "no way to X-Ray"
      case .httpAPI: "HTTP API"
      case .noResourcePolicy: "no resource policy"
      case .canary: "canary"
      case .client: "untraced caller"
      case .corsHeader: "CORS"
      case .schedule, .awsEvents, .untracedPublisher, .stream, .bucket: "untraced event source"
      }
    }

    /// One clause without a full stop.
    public var explanation: String {
      switch self {
      case .passThrough: "hands the trace header on and records nothing"
      case .passThroughByDefault: "records nothing until a variable switches tracing on"
      case .noPermission: "its role may not write segments to X-Ray, which drops them without a word"
      case .noWayToXRay: "it runs in a network from which nothing leads to X-Ray"
      case .httpAPI: "X-Ray does not know HTTP APIs; the header goes on, and nothing is recorded"
      case .noResourcePolicy: "no policy in X-Ray lets SNS send the topic's segments"
      case .canary: "the canary's own runs are not traced, so that what arrives are its test traces"
      case .client: "whoever calls from outside is not known to send a trace header"
      case .corsHeader: "browsers may not send X-Amzn-Trace-Id here"
      case .schedule: "a schedule sends no trace header"
      case .awsEvents: "AWS's own services send events without a trace"
      case .untracedPublisher: "nobody who puts events on the bus is traced"
      case .stream: "a batch of a stream has many senders and continues the trace of none"
      case .bucket: "S3 sends a trace header only where whoever stored the object did"
      }
    }
  }
}
