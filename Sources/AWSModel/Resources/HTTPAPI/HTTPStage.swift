public import TerraformModel

/// Where an HTTP API can be called (`aws_apigatewayv2_stage`). It serves every change at once: `auto_deploy`.
///
/// It has no argument that enables tracing: the provider has no `tracing_enabled`.
public struct HTTPStage: ResourceModel {
  public static let type = "aws_apigatewayv2_stage"

  public let name: String
  /// `api_id`
  public var apiID: Text
  /// `name`
  public var path: Path
  /// `default_route_settings`. No default: it bounds the cost of unexpected requests.
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

  /// How many requests pass to each route; the others get status 429.
  public enum Throttling: Hashable, Sendable {
    /// So many requests a second in the long run, and so many at once: `throttling_rate_limit` and
    /// `throttling_burst_limit`. `routeMetrics` is `detailed_metrics_enabled`: metrics for each route, which cost as
    /// custom metrics do.
    case limited(perSecond: Double, burst: Int, routeMetrics: Bool = true)
    /// Only the account's limits. The whole block is left out, so there are no metrics for each route: where the block has no
    /// limits, the provider sets them to zero and every request gets 429.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.add("api_id", \.apiID, .identifier)
    table.add("name", \.path, .httpStageName)
    table.constant("auto_deploy", true)
    table.add("default_route_settings.throttling_rate_limit", \.throttling.rate)
    table.add("default_route_settings.throttling_burst_limit", \.throttling.burst)
    table.add("default_route_settings.detailed_metrics_enabled", \.throttling.routeMetrics)
    table.derived(\.throttling) { stage throws(DecodingFailure) in
      guard stage.isSet("default_route_settings") else { return .accountLimits }
      return .limited(
        perSecond: try stage[\.throttling.rate] ?? 0, burst: try stage[\.throttling.burst] ?? 0,
        routeMetrics: try stage[\.throttling.routeMetrics] ?? false)
    }
    table.block("access_log_settings", \.accessLog)
    table.constraint(
      "writes a line for each request without the request's id", fix: "add `$context.requestId` to `format`"
    ) { stage in
      stage.blocks("access_log_settings").allSatisfy { log in
        guard let format = log.block["format"] else { return true }
        return format.mentions("$context.requestId") || format.mentions("$context.extendedRequestId")
      }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html",
    metrics: APIGatewayMetrics.namespace)
}

extension HTTPStage.Path: ArgumentCodable {
  var stageName: String {
    switch self {
    case .root: "$default"
    case .below(let name): name
    }
  }

  public var value: Value { stageName.value }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    let name = try String(reading: value)
    self = name == "$default" ? .root : .below(name)
  }
}

extension HTTPStage.Throttling {
  var rate: Double? {
    switch self {
    case .limited(let rate, _, _): rate
    case .accountLimits: nil
    }
  }

  var burst: Int? {
    switch self {
    case .limited(_, let burst, _): burst
    case .accountLimits: nil
    }
  }

  var routeMetrics: Bool? {
    switch self {
    case .limited(_, _, let routeMetrics): routeMetrics
    case .accountLimits: nil
    }
  }
}

extension ValueLimit {
  fileprivate static let httpStageName = ValueLimit.shape("'$default', or 1 to 128 letters, digits, - and _") { name in
    name == "$default"
      || ((1...128).contains(name.utf8.count)
        && name.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "-" || $0 == "_" })
  }
}

extension Value {
  /// Whether a literal stands anywhere in it.
  fileprivate func mentions(_ literal: String) -> Bool {
    switch self {
    case .text(let text): text.known.map { $0.contains(literal) } ?? true
    case .literal(let text): text.contains(literal)
    case .json(let document): document.mentions(literal)
    case .list(let values): values.contains { $0.mentions(literal) }
    case .map(let values), .literalMap(let values): values.values.contains { $0.mentions(literal) }
    case .bool, .integer, .number, .address, .blocks: false
    }
  }
}

extension Declared<HTTPStage> {
  /// `https://….execute-api.<region>.amazonaws.com/`, and the stage's name unless it is at the root.
  public var invokeURL: Text { attribute("invoke_url") }

  /// Answers that are the API's fault, failed and late functions included. A REST API's is called `5XXError`.
  public var serverErrors: Metric { metric("5xx") }
  /// Answers that are the caller's fault.
  public var clientErrors: Metric { metric("4xx") }
  public var requests: Metric { metric("Count") }
  /// Milliseconds from a request to its answer.
  public var latency: Metric { metric("Latency") }
  /// Milliseconds that the function took of it.
  public var integrationLatency: Metric { metric("IntegrationLatency") }

  private func metric(_ name: String) -> Metric {
    metric(name, by: ["ApiId": resource.apiID, "Stage": Text(resource.path.stageName)])
  }
}

extension HTTPStage: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let log = try block.nested("access_log_settings")
    let stage = try block.string("name")
    self.init(
      name, of: try block.text("api_id"), at: stage == "$default" ? .root : .below(stage),
      throttling: try block.nested("default_route_settings").map(Throttling.init(reading:)) ?? .accountLimits,
      accessLog: try log.map { log throws(DecodingFailure) in try HTTPAccessLog(reading: BlockView(log)) })
  }
}

extension HTTPStage.Throttling {
  fileprivate init(reading settings: BlockDecoder) throws(DecodingFailure) {
    self = .limited(
      perSecond: try settings.numberIfPresent("throttling_rate_limit") ?? 0,
      burst: try settings.integerIfPresent("throttling_burst_limit") ?? 0,
      routeMetrics: try settings.boolIfPresent("detailed_metrics_enabled") ?? false)
  }
}
