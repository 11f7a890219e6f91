public import TerraformModel

/// The telemetry that browsers report about a web application: CloudWatch RUM (`aws_rum_app_monitor`).
///
/// The page loads RUM's web client by itself. Whether the client sends the trace header with requests
/// (`addXRayTraceIdHeader`) is an option of the page's snippet, not of this resource. The header breaks requests whose
/// CORS configuration does not allow it, and the signature of requests signed with SigV4.
public struct AppMonitor: ResourceModel {
  public static let type = "aws_rum_app_monitor"

  public let name: String
  public var physicalName: PhysicalName
  /// `domain`: where the pages are, such as `app.example.com` or `*.example.com`.
  public var domain: String
  /// `session_sample_rate`: the share of sessions that are recorded at all.
  public var sessionSampleRate: SamplingRate
  /// `telemetries`, besides HTTP.
  public var telemetries: Set<Telemetry>
  /// The `http` telemetry and `enable_xray`, which does nothing without it.
  public var http: HTTPTelemetry
  /// `identity_pool_id` and `guest_role_arn`: how the client gets permission to send. Without them the page has to
  /// supply its own credentials.
  public var guests: Guests?
  /// `allow_cookies`: allows the client to recognize pages of one session, and of one visitor.
  public var allowsCookies: Bool
  /// `cw_log_enabled`: a copy of every event in CloudWatch Logs, where it can be searched after RUM's thirty days.
  public var copiesToLogs: Bool

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, domain: String, sessionSampleRate: SamplingRate,
    telemetries: Set<Telemetry> = [.errors, .performance], http: HTTPTelemetry, guests: Guests? = nil,
    allowsCookies: Bool = false, copiesToLogs: Bool = false
  ) {
    self.name = name
    self.physicalName = physicalName
    self.domain = domain
    self.sessionSampleRate = sessionSampleRate
    self.telemetries = telemetries
    self.http = http
    self.guests = guests
    self.allowsCookies = allowsCookies
    self.copiesToLogs = copiesToLogs
  }

  public static let arguments = ArgumentTable<AppMonitor> { table in
    table.add("domain", \.domain)
    table.add("cw_log_enabled", \.copiesToLogs, default: false)
    table.add(
      "app_monitor_configuration.session_sample_rate", \.sessionSampleRate, .range(0...1), default: .percent(10))
    table.written("app_monitor_configuration.telemetries", .word(["errors", "performance", "http"])) { monitor in
      (monitor.telemetries.map(\.rawValue) + (monitor.http == .off ? [] : ["http"])).sorted().value
    }
    table.written("app_monitor_configuration.enable_xray") { .bool($0.http == .traced) }
    table.derived(\.telemetries) { monitor throws(DecodingFailure) in
      Set(try monitor.recorded().compactMap { Telemetry(rawValue: $0) })
    }
    table.derived(\.http) { monitor throws(DecodingFailure) in
      guard try monitor.recorded().contains("http") else { return .off }
      return try monitor.settings()?.boolIfPresent("enable_xray") == true ? .traced : .on
    }
    table.add("app_monitor_configuration.allow_cookies", \.allowsCookies, default: false)
    table.add("app_monitor_configuration.identity_pool_id", \.guests?.identityPool)
    table.add("app_monitor_configuration.guest_role_arn", \.guests?.role)
    table.derived(\.guests) { monitor throws(DecodingFailure) in
      guard let pool = try monitor[\.guests?.identityPool] else { return nil }
      guard let role = try monitor[\.guests?.role] else {
        throw monitor.reader.error("app_monitor_configuration.guest_role_arn", .missing)
      }
      return Guests(identityPool: pool, role: role)
    }
    table.constraint("traces requests that it does not record", fix: "add `http` to `telemetries`") { monitor in
      monitor.blocks("app_monitor_configuration").allSatisfy {
        !$0.isTrue("enable_xray") || $0.texts("telemetries").contains("http")
      }
    }
    table.constraint("has no domain", fix: "set `domain` or `domain_list`") { monitor in
      monitor.has("domain") || monitor.has("domain_list")
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/API_CreateAppMonitor.html",
    name: NamingRule(length: 1...255, characters: .alphanumerics(and: ".-_#")), iamPrefix: "rum",
    dimension: NamedDimension("application_name", attributes: ["name", "id"]), metrics: RUMMetrics.namespace)
}

extension AppMonitor {
  /// `telemetries`: what is recorded besides requests.
  public enum Telemetry: String, Hashable, Sendable, CaseIterable {
    /// Uncaught errors of JavaScript.
    case errors
    /// How long pages take to load, web vitals included.
    case performance
  }

  /// What is recorded of the requests that pages make. A trace begins at a recorded request, so there is no tracing
  /// without recording.
  public enum HTTPTelemetry: Hashable, Sendable, CaseIterable {
    case off
    /// Requests that fail, and how long others take.
    case on
    /// The same, and each sampled request begins a trace in X-Ray.
    case traced
  }

  /// Unauthenticated visitors, to whom Cognito gives credentials.
  public struct Guests: Hashable, Sendable {
    /// `identity_pool_id`: a Cognito identity pool that allows unauthenticated identities.
    public var identityPool: Text
    /// `guest_role_arn`: the pool's role for them, with `rum:PutRumEvents`.
    public var role: ARN<Role>

    public init(identityPool: Text, role: ARN<Role>) {
      self.identityPool = identityPool
      self.role = role
    }
  }
}

extension DeclaredResource<AppMonitor> {
  /// The id that the page's snippet needs.
  public var appMonitorID: Text { attribute("app_monitor_id") }
}

extension BlockView<AppMonitor> {
  fileprivate func settings() throws(DecodingFailure) -> BlockDecoder? {
    try reader.nested("app_monitor_configuration")
  }

  /// `telemetries`, `http` included.
  fileprivate func recorded() throws(DecodingFailure) -> [String] { try settings()?.strings("telemetries") ?? [] }
}

extension AppMonitor: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let settings = try block.nested("app_monitor_configuration")
    let telemetries = try settings?.strings("telemetries") ?? []
    let isTraced = try settings?.boolIfPresent("enable_xray") ?? false
    var guests: Guests?
    if let settings, let pool = try settings.textIfPresent("identity_pool_id") {
      guests = Guests(identityPool: pool, role: try settings.arn("guest_role_arn"))
    }
    self.init(
      name, domain: try block.string("domain"),
      sessionSampleRate: SamplingRate(fraction: try settings?.numberIfPresent("session_sample_rate") ?? 0.1),
      telemetries: Set(telemetries.compactMap { Telemetry(rawValue: $0) }),
      http: !telemetries.contains("http") ? .off : isTraced ? .traced : .on, guests: guests,
      allowsCookies: try settings?.boolIfPresent("allow_cookies") ?? false,
      copiesToLogs: try block.boolIfPresent("cw_log_enabled") ?? false)
  }
}
