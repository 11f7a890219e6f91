/// Where an HTTP API can be called (`aws_apigatewayv2_stage`). It serves every change at once: `auto_deploy`.
///
/// Nothing here switches tracing on, and that is no omission: the argument does not exist, whatever is written elsewhere
/// about `tracing_enabled` (T1).
public struct HTTPStage: Resource {
  public static let type = "aws_apigatewayv2_stage"

  public let name: String
  /// `api_id`
  public var apiID: Text
  /// `name`
  public var path: Path
  /// `default_route_settings`. No default: it bounds what strangers can cost.
  public var throttling: Throttling
  /// `access_log_settings`. Unlike a REST API's it needs no `APIGatewayAccount`.
  public var accessLog: HTTPAccessLog?

  /// Where the paths of the API begin.
  public enum Path: Hashable, Sendable {
    /// `$default`: at the root.
    case root
    /// Below this: letters, digits, `-` and `_`, at most 128.
    case below(String)
  }

  /// How many requests are let through to each route; the others get status 429.
  public enum Throttling: Hashable, Sendable {
    /// So many requests a second in the long run, and so many at once: `throttling_rate_limit` and
    /// `throttling_burst_limit`. `routeMetrics` is `detailed_metrics_enabled`: metrics for each route, which cost as
    /// custom metrics do.
    case limited(perSecond: Double, burst: Int, routeMetrics: Bool = true)
    /// Only what the account is held to. The whole block is left out, and so there are no metrics for each route: where
    /// the provider finds the block without limits, it sets them to nought and every request gets 429.
    case accountLimits
  }

  public init(
    _ name: String, of apiID: Text, at path: Path = .root, throttling: Throttling, accessLog: HTTPAccessLog? = nil
  ) {
    self.name = name
    self.apiID = apiID
    self.path = path
    self.throttling = throttling
    self.accessLog = accessLog
  }

  public func encode(into block: inout Block) {
    block.set("api_id", apiID)
    block.set("name", path.stageName)
    block.set("auto_deploy", true)
    if case .limited(let rate, let burst, let routeMetrics) = throttling {
      block.nest("default_route_settings") { settings in
        settings.set("throttling_rate_limit", rate)
        settings.set("throttling_burst_limit", burst)
        settings.set("detailed_metrics_enabled", routeMetrics)
      }
    }
    if let accessLog {
      block.nest("access_log_settings") { accessLog.encode(into: &$0) }
    }
  }
}

extension HTTPStage.Path {
  var stageName: String {
    switch self {
    case .root: "$default"
    case .below(let name): name
    }
  }
}

extension Declared<HTTPStage> {
  /// `https://….execute-api.<region>.amazonaws.com/`, and the stage's name unless it is at the root.
  public var invokeURL: Text { attribute("invoke_url") }

  /// Answers that are the API's fault, failed and late functions included. A REST API's is called `5XXError`.
  public var serverErrors: Metric { metric("5xx", silence: .nothingHappened) }
  /// Answers that are the caller's fault.
  public var clientErrors: Metric { metric("4xx", silence: .nothingHappened) }
  public var requests: Metric { metric("Count", silence: .nothingHappened) }
  /// Milliseconds from a request to its answer.
  public var latency: Metric { metric("Latency", silence: .nothingMeasured) }
  /// Milliseconds that the function took of it.
  public var integrationLatency: Metric { metric("IntegrationLatency", silence: .nothingMeasured) }

  private func metric(_ name: String, silence: Silence) -> Metric {
    Metric(
      name, in: "AWS/ApiGateway", dimensions: ["ApiId": resource.apiID, "Stage": Text(resource.path.stageName)],
      silence: silence)
  }
}

extension HTTPStage: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let log = try block.nested("access_log_settings")
    let stage = try block.string("name")
    self.init(
      name, of: try block.text("api_id"), at: stage == "$default" ? .root : .below(stage),
      throttling: try block.nested("default_route_settings").map(Throttling.init(reading:)) ?? .accountLimits,
      accessLog: try log.map { log throws(Unreadable) in try HTTPAccessLog(reading: log) })
  }
}

extension HTTPStage.Throttling {
  fileprivate init(reading settings: BlockReader) throws(Unreadable) {
    self = .limited(
      perSecond: try settings.numberIfAny("throttling_rate_limit") ?? 0,
      burst: try settings.integerIfAny("throttling_burst_limit") ?? 0,
      routeMetrics: try settings.boolIfAny("detailed_metrics_enabled") ?? false)
  }
}
