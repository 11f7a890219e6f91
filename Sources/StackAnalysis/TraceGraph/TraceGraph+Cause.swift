extension TraceGraph {
  /// Why X-Ray does not see a part of a request path, or only what comes after it.
  public enum Cause: Hashable, Sendable, CaseIterable {
    /// The function, stage or machine forwards the header and records nothing (T6).
    case passThrough
    /// It records nothing unless a variable switches tracing on.
    case passThroughByDefault
    /// The role lacks permission to write segments, which X-Ray silently drops.
    case noPermission
    /// It runs in a VPC without a route to X-Ray.
    case noWayToXRay
    /// X-Ray does not support HTTP APIs (T1).
    case httpAPI
    /// Without a policy in X-Ray, SNS drops the topic's segments (T8).
    case noResourcePolicy
    /// The canary's own invocations are not traced, so that all it sends are test traces.
    case canary
    /// The caller is outside the stack, and is not known to send a header.
    case client
    /// Browsers of other origins may not send the header (FR-015).
    case corsHeader
    case schedule
    /// AWS's own services send events without a trace.
    case awsEvents
    /// No sender of events to the bus is traced (T42).
    case untracedPublisher
    /// A batch of a stream has many senders.
    case stream
    /// S3 forwards a header only where the caller that stored the object sent one.
    case bucket
    /// CloudFront writes no segments.
    case distribution
    /// Elastic Load Balancing adds a trace header to requests without one, and writes no segments.
    case loadBalancer
    /// Nothing that is known of its containers sends segments.
    case noCollector

    /// In a few words, for a place beside a line.
    public var title: String {
      switch self {
      case .passThrough: "PassThrough"
      case .passThroughByDefault: "off by default"
      case .noPermission: "no permission"
      case .noWayToXRay: "no route to X-Ray"
      case .httpAPI: "HTTP API"
      case .noResourcePolicy: "no resource policy"
      case .canary: "canary"
      case .client: "untraced caller"
      case .corsHeader: "CORS"
      case .distribution: "CloudFront"
      case .loadBalancer: "load balancer"
      case .noCollector: "no collector"
      case .schedule, .awsEvents, .untracedPublisher, .stream, .bucket: "untraced event source"
      }
    }

    /// One clause without a full stop.
    public var explanation: String {
      switch self {
      case .passThrough: "forwards the trace header and records nothing"
      case .passThroughByDefault: "records nothing until a variable switches tracing on"
      case .noPermission: "its role may not write segments to X-Ray, which silently drops them"
      case .noWayToXRay: "it runs in a VPC without a route to X-Ray"
      case .httpAPI: "X-Ray does not support HTTP APIs; the header is forwarded, and nothing is recorded"
      case .noResourcePolicy: "no X-Ray resource policy allows SNS to send the topic's segments"
      case .canary: "the canary's own runs are not traced, so that only its test traces arrive"
      case .client: "the caller is outside the stack and not known to send a trace header"
      case .corsHeader: "browsers may not send X-Amzn-Trace-Id here"
      case .schedule: "a schedule sends no trace header"
      case .awsEvents: "AWS's own services send events without a trace"
      case .untracedPublisher: "no sender of events to the bus is traced"
      case .stream: "a batch of a stream has many senders and continues the trace of none"
      case .bucket: "S3 forwards a trace header only where the caller that stored the object sent one"
      case .distribution: "CloudFront records nothing, so that a trace begins behind it"
      case .loadBalancer: "a load balancer adds a trace header and records nothing"
      case .noCollector: "none of its containers is the X-Ray daemon or a collector of OpenTelemetry"
      }
    }
  }
}
