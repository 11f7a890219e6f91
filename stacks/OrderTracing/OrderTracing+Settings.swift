import InfraModel

extension OrderTracing {
  /// What differs between those who apply the stack: the ten variables of the document, with its defaults, the address that
  /// alarms are mailed to, and the shop's pages.
  struct Settings {
    let region: Input<Region>
    let environment: Input<String>
    let project: Input<String>
    let timeout: Input<Duration>
    let memory: Input<Memory>
    let tracing: Input<TracingMode>
    let detailedMonitoring: Input<Bool>
    let stageName: Input<String>
    let logRetention: Input<LogRetention>
    let tags: Input<[String: String]>
    /// The on-call subscribers. Each has to confirm the subscription in SNS's first email to receive notifications.
    let onCall: KeyValuePairs<String, TopicSubscription.Subscriber>
    /// The origin of the shop's pages; `nil` in dev, where pages of any origin may order.
    let shop: String?

    init(for environment: OrderTracing.Environment, in stack: inout StackBuilder) {
      region = stack.add(
        Variable(
          "aws_region", default: stack.homeRegion, .matching("^[a-z]{2}(-[a-z]+)+-[0-9]$"),
          description: "AWS region for resources"))
      // The default is the document's dev, and in the directory of production prod. The names of
      // sampling rules and trace groups are made of it and of the project, and have 32 characters (T15).
      self.environment = stack.add(
        Variable(
          "environment", default: stack.identity.environment, .oneOf(["dev", "test", "prod"]),
          description: "Environment name"))
      project = stack.add(
        Variable(
          "project_name", default: "distributed-tracing", .matching("^[a-z][a-z0-9-]{1,18}$"),
          description: "Project name for resource naming, at most 19 characters"))
      // At least 6 seconds, because the alarms on slow services fire at 5. The order service gets at most 29, because
      // a REST API waits no longer for it (T32).
      timeout = stack.add(
        Variable(
          "lambda_timeout", default: Duration.seconds(30), .between(6...900),
          description: "Lambda function timeout (seconds); the order service, behind the REST API, gets at most 29"))
      memory = stack.add(
        Variable(
          "lambda_memory_size", default: Memory.mb(128), .between(128...10_240),
          description: "Lambda function memory (MB)"))
      tracing = stack.add(
        Variable("x_ray_tracing_mode", default: TracingMode.active, description: "X-Ray tracing mode of the functions"))
      detailedMonitoring = stack.add(
        Variable(
          "enable_detailed_monitoring", default: true,
          description: "Enable CloudWatch detailed monitoring: metrics for each method of the API"))
      stageName = stack.add(
        Variable(
          "api_gateway_stage_name", default: "prod", .matching("^[A-Za-z0-9_-]{1,128}$"),
          description: "API Gateway stage name"))
      logRetention = stack.add(
        Variable(
          "lambda_log_retention_days", default: LogRetention.twoWeeks, description: "Log retention period (days)"))
      tags = stack.add(
        Variable(
          "tags", default: [:] as [String: String], .noKeyStarting(with: "aws:"),
          description: "Additional resource tags")
      )
      let mail = stack.add(.onCallEmail)
      onCall = ["on-call": .email(mail.text)]
      shop =
        switch environment {
        case .dev: nil
        case .prod: "https://shop.example.com"
        }
    }
  }
}
