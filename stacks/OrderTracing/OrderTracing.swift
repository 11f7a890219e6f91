import InfraModel

/// Orders that pass through four services over EventBridge, traced with X-Ray from the first request to the last
/// notification.
///
/// Its document is a Terraform module with ten variables; they are in `Settings`, and the stack uses them throughout.
struct OrderTracing: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod

    var isProduction: Bool { self == .prod }
  }

  static let name = "order-tracing"
  let environment: Environment
  /// The default of `aws_region`.
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let settings = Settings(for: environment, in: &stack)
    stack.configureProvider(region: settings.region, tags: settings.tags, environment: settings.environment)
    stack.startNames(with: "\(settings.project)-\(settings.environment)")

    let site = stack.add(Site(.primary, environment: environment, settings: settings))
    // The document's low volume. An order is one stage, five functions and three events, and one trace.
    stack.expect(
      .perMonth(1_000), at: site.api.stage,
      each: .init(segments: 11, invocations: 5, events: 3, logs: .kilobytes(10)))
    switch environment {
    case .dev: break
    // The whole system again, ready for requests: it holds no data and costs almost nothing without requests. Clients,
    // or a DNS record for both, switch to it.
    case .prod: stack.add(Site(.standby, environment: environment, settings: settings), in: .usWest2)
    }
    // The document estimates $5 a month for traces; twice that indicates an unintended rate or a loop.
    stack.add(BillingAlarms(for: "AWSXRay", above: [5, 10], subscribers: settings.onCall))
    stack.add(OperationsDashboard("operations", latencies: [.p50, .p95, .p99]))
    stack.add(Outputs(of: site, environment: environment, settings: settings))
  }
}
