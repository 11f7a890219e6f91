/// How a stage treats its methods (`aws_api_gateway_method_settings`).
public struct MethodSettings: Resource {
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

  /// `logging_level`: what is written to a log group that API Gateway makes by itself and that never expires. It needs
  /// the account to have an `APIGatewayAccount`.
  public enum ExecutionLog: String, Hashable, Sendable, CaseIterable, ArgumentValue {
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

  public func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    block.set("stage_name", stage)
    switch scope {
    case .everyMethod: block.set("method_path", "*/*")
    case .method(let method, let path):
      block.set("method_path", "\(path.drop { $0 == "/" })/\(method.rawValue)")
    }
    block.nest("settings") { settings in
      settings.set("metrics_enabled", methodMetrics)
      settings.set("logging_level", executionLog)
      switch throttling {
      case .accountLimits:
        settings.set("throttling_rate_limit", -1)
        settings.set("throttling_burst_limit", -1)
      case .limited(let rate, let burst):
        settings.set("throttling_rate_limit", rate)
        settings.set("throttling_burst_limit", burst)
      }
    }
  }
}

/// How many requests are let through; the others get status 429. It is also what bounds the bill when somebody forces
/// every request to be traced (T10).
public enum Throttling: Hashable, Sendable {
  /// So many requests a second in the long run, and so many at once.
  case limited(perSecond: Double, burst: Int)
  /// Only what the account is held to, together with all its other APIs in the region: 10,000 a second at first.
  case accountLimits
}

extension MethodSettings: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    guard let settings = try block.nested("settings") else { throw block.error("settings", .missing) }
    self.name = name
    api = try RestAPIReference(reading: block)
    stage = try block.text("stage_name")
    scope = try Scope(reading: block)
    throttling = try Throttling(reading: settings)
    methodMetrics = try settings.input("metrics_enabled", otherwise: false, Bool.init(reading:))
    executionLog = try settings.wordIfAny("logging_level") ?? .off
  }
}

extension MethodSettings.Scope {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let path = try block.string("method_path")
    if path == "*/*" {
      self = .everyMethod
      return
    }
    guard let slash = path.lastIndex(of: "/"), let method = HTTPMethod(rawValue: String(path[slash...].dropFirst()))
    else { throw block.error("method_path", .unfit("'\(path)'")) }
    self = .method(method, path: "/\(path[..<slash])")
  }
}

extension Throttling {
  /// Below nought, or not at all, is as much as the account may have.
  fileprivate init(reading settings: BlockReader) throws(Unreadable) {
    let rate = try settings.numberIfAny("throttling_rate_limit") ?? -1
    let burst = try settings.integerIfAny("throttling_burst_limit") ?? -1
    self = rate < 0 && burst < 0 ? .accountLimits : .limited(perSecond: rate, burst: burst)
  }
}
