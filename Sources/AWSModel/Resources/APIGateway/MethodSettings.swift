public import TerraformModel

/// How a stage treats its methods (`aws_api_gateway_method_settings`).
public struct MethodSettings: ResourceModel {
  public static let type = "aws_api_gateway_method_settings"

  public let name: String
  public var api: RestAPIReference
  /// `stage_name`
  public var stage: Text
  /// `method_path`
  public var scope: Scope
  /// `throttling_rate_limit` and `throttling_burst_limit`
  public var throttling: Throttling
  /// `metrics_enabled`: metrics for each method, which cost as custom metrics do. Those of the stage are always there.
  public var methodMetrics: Input<Bool>
  /// `logging_level`
  public var executionLog: ExecutionLog

  /// Which methods are meant.
  public enum Scope: Hashable, Sendable {
    /// `*/*`
    case everyMethod
    /// One method on a path such as `/items/{id}`; AWS wants it without the slash at the start.
    case method(HTTPMethod, path: String)
  }

  /// `logging_level`: what API Gateway writes to a log group of its own, whose logs never expire. The account needs an
  /// `APIGatewayAccount`.
  public enum ExecutionLog: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case off = "OFF"
    case errors = "ERROR"
    case everything = "INFO"
  }

  public init(
    _ name: String, of stage: Declared<Stage>, for scope: Scope = .everyMethod, throttling: Throttling,
    methodMetrics: Input<Bool> = true, executionLog: ExecutionLog = .off
  ) {
    self.name = name
    self.api = stage.resource.api
    self.stage = stage.attribute("stage_name")
    self.scope = scope
    self.throttling = throttling
    self.methodMetrics = methodMetrics
    self.executionLog = executionLog
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.add("stage_name", \.stage)
    table.add(
      "method_path", \.scope,
      .shape("a path and a method without a slash at the start, such as '*/*'") {
        !$0.hasPrefix("/") && $0.contains("/")
      })
    table.add("settings.metrics_enabled", \.methodMetrics, default: false)
    table.add("settings.logging_level", \.executionLog, .word(["OFF", "ERROR", "INFO"]), default: .off)
    // -1 is the account's limit.
    table.add(
      "settings.throttling_rate_limit", \.throttling.rate, default: -1,
      writing: { $0 == -1 ? .integer(-1) : .number($0) },
      reading: { value throws(DecodingFailure.Reason) in try Double(reading: value) })
    table.add("settings.throttling_burst_limit", \.throttling.burst, default: -1)
    table.derived(\.throttling) { settings throws(DecodingFailure) in
      let rate = try settings[\.throttling.rate]
      let burst = try settings[\.throttling.burst]
      return rate < 0 && burst < 0 ? .accountLimits : .limited(perSecond: rate, burst: burst)
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html")
}

/// How many requests pass; the others get status 429. It also bounds the cost of a client that forces every request to be
/// traced.
public enum Throttling: Hashable, Sendable {
  /// So many requests a second in the long run, and so many at once.
  case limited(perSecond: Double, burst: Int)
  /// Only what the account is held to, together with all its other APIs in the region: 10,000 a second at first.
  case accountLimits
}

extension Throttling {
  /// `throttling_rate_limit`
  var rate: Double {
    switch self {
    case .accountLimits: -1
    case .limited(let rate, _): rate
    }
  }

  /// `throttling_burst_limit`
  var burst: Int {
    switch self {
    case .accountLimits: -1
    case .limited(_, let burst): burst
    }
  }
}

extension MethodSettings.Scope: ArgumentCodable {
  public var value: Value {
    switch self {
    case .everyMethod: "*/*"
    case .method(let method, let path): "\(path.drop { $0 == "/" })/\(method.rawValue)".value
    }
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    let path = try String(reading: value)
    if path == "*/*" {
      self = .everyMethod
      return
    }
    guard let slash = path.lastIndex(of: "/"), let method = HTTPMethod(rawValue: String(path[slash...].dropFirst()))
    else { throw value.unfit }
    self = .method(method, path: "/\(path[..<slash])")
  }
}

extension MethodSettings: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    guard let settings = try block.nested("settings") else { throw block.error("settings", .missing) }
    self.name = name
    api = try RestAPIReference(reading: block)
    stage = try block.text("stage_name")
    scope = try BlockView<Self>(block)[\.scope]
    throttling = try Throttling(reading: settings)
    methodMetrics = try settings.input("metrics_enabled", otherwise: false, Bool.init(reading:))
    executionLog = try settings.wordIfPresent("logging_level") ?? .off
  }
}

extension Throttling {
  /// Below zero, or not set, is the account's limit.
  fileprivate init(reading settings: BlockDecoder) throws(DecodingFailure) {
    let rate = try settings.numberIfPresent("throttling_rate_limit") ?? -1
    let burst = try settings.integerIfPresent("throttling_burst_limit") ?? -1
    self = rate < 0 && burst < 0 ? .accountLimits : .limited(perSecond: rate, burst: burst)
  }
}
