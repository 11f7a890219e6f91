import InfraModel

/// One function of the application: Powertools' environment, the tables' names, and the metrics it writes.
struct Service: Component {
  /// The resources that all functions share.
  struct Common {
    let tables: Storage.Tables
    let metricsNamespace: String
    let deadLetters: Declared<Queue>
    let alerts: Declared<Topic>
  }

  let name: String
  let code: LambdaFunction.Code
  let memory: Input<Memory>
  let timeout: Input<Duration>
  let p95: Duration
  let environment: [String: Text]
  let permissions: [Statement]
  let common: Common

  init(
    _ name: String, code: LambdaFunction.Code, memory: Input<Memory> = .mb(512), timeout: Input<Duration>,
    p95: Duration,
    environment: [String: Text] = [:], permissions: [Statement], _ common: Common
  ) {
    self.name = name
    self.code = code
    self.memory = memory
    self.timeout = timeout
    self.p95 = p95
    self.environment = environment
    self.permissions = permissions
    self.common = common
  }

  func declare(in stack: inout StackBuilder) -> Declared<LambdaFunction> {
    let powertools: [String: Text] = [
      "POWERTOOLS_SERVICE_NAME": stack.conventionalName(for: name),
      "POWERTOOLS_METRICS_NAMESPACE": Text(common.metricsNamespace),
      // Lambda presets LOG_ERROR, with which a tracing fault is only visible in the logs (FR-018).
      "AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR",
    ]
    let variables = [powertools, common.tables.environment, environment]
      .reduce(into: [:]) { all, more in all.merge(more) { _, last in last } }
    return stack.add(
      MonitoredFunction(
        name, code: code, memory: memory, timeout: timeout, p95: p95, environment: variables,
        permissions: permissions + [.putMetrics(in: common.metricsNamespace)], deadLetters: common.deadLetters.arn,
        logRetention: .oneMonth,
        emits: applicationMetrics.filter { $0.emitter == name }.map { $0.metric(in: common.metricsNamespace) },
        alerts: common.alerts.arn))
  }
}

extension LambdaFunction.Code {
  /// A function of the application on Powertools, with the modules that all of them share.
  static func application(_ name: String, _ module: [UInt8], in region: Input<Region>) -> LambdaFunction.Code {
    let package = Archive(
      name,
      [
        "\(name).py": module, "news_items.py": PackageResources.news_items_py,
        "observability.py": PackageResources.observability_py,
      ])
    return .zip(
      .archive(package), runtime: .python313, handler: "\(name).handler", layers: [.powertools(in: region)])
  }
}
