import AWSModel
import TerraformModel

extension Coverage {
  /// The kinds of resources that coverage reports on.
  public enum Kind: String, Sendable, CaseIterable {
    case function
    case restAPI = "REST API"
    case httpAPI = "HTTP API"
    case topic
    case queue
    case table
    case stateMachine = "state machine"
    case distribution
    case loadBalancer = "load balancer"
    case containers = "container service"
    case host
    case database
    case cache
    case stream
    case userPool = "user pool"
    /// What needs an alarm and is no part of a request's path, such as a gateway.
    case other = "other resource"
  }

  /// The kinds of monitoring that a resource can have.
  public enum Watch: String, Sendable, CaseIterable {
    /// An alarm on its failures.
    case errors = "error alarm"
    /// Each of the alarms that AWS's own pages recommend for its type.
    case neededAlarms = "needed alarms"
    /// An alarm on executions that took too long, which do not count as failed.
    case timeouts = "timeout alarm"
    /// An alarm on the 95th percentile of the time it takes, or on a higher one.
    case duration = "p95 alarm"
    /// An alarm on requests that it throttles.
    case throttles = "throttle alarm"
    /// An alarm on how long the oldest message has been waiting.
    case age = "age alarm"
    /// An alarm on how many messages wait.
    case backlog = "backlog alarm"
    /// It records traces.
    case tracing
    /// Its role may write traces.
    case permission
    /// Its log group has an explicit retention period.
    case retention = "log retention"
    /// Events or messages that it fails to process are kept in a dead-letter queue or a failure destination.
    case deadLetters = "DLQ"
    /// One of its alarms, or a metric of its own, is on a dashboard.
    case dashboard
    /// One of its alarms has a subscriber.
    case subscriber = "alarm notifies"
  }
}

extension Coverage.Kind {
  /// The kinds of monitoring that apply to it. HTTP APIs do not support tracing (T1), and CloudWatch has no latency
  /// metrics for SNS and SQS.
  public var watches: [Coverage.Watch] {
    switch self {
    case .function:
      [
        .errors, .duration, .throttles, .tracing, .permission, .retention, .deadLetters, .dashboard, .subscriber,
      ]
    case .restAPI: [.errors, .duration, .tracing, .retention, .dashboard, .subscriber]
    case .httpAPI: [.errors, .duration, .retention, .dashboard, .subscriber]
    case .topic: [.errors, .tracing, .deadLetters, .dashboard, .subscriber]
    case .queue: [.age, .backlog, .deadLetters, .dashboard, .subscriber]
    case .table: [.errors, .throttles, .dashboard, .subscriber]
    case .stateMachine:
      [.errors, .timeouts, .duration, .throttles, .tracing, .permission, .retention, .dashboard, .subscriber]
    case .distribution, .loadBalancer, .containers, .host, .database, .cache, .stream, .userPool, .other:
      [.neededAlarms, .dashboard, .subscriber]
    }
  }

  /// The Terraform type; `nil` for a kind whose types are known by their facts.
  var type: String? {
    switch self {
    case .function: LambdaFunction.type
    case .restAPI: RestAPI.type
    case .httpAPI: HTTPAPI.type
    case .topic: Topic.type
    case .queue: Queue.type
    case .table: Table.type
    case .stateMachine: StateMachine.type
    case .distribution, .loadBalancer, .containers, .host, .database, .cache, .stream, .userPool, .other: nil
    }
  }

  /// The CloudWatch namespace of its metrics; `nil` for a kind whose types are known by their facts.
  var namespace: String? {
    switch self {
    case .function: "AWS/Lambda"
    case .restAPI, .httpAPI: "AWS/ApiGateway"
    case .topic: "AWS/SNS"
    case .queue: "AWS/SQS"
    case .table: "AWS/DynamoDB"
    case .stateMachine: "AWS/States"
    case .distribution, .loadBalancer, .containers, .host, .database, .cache, .stream, .userPool, .other: nil
    }
  }

  /// The dimension that identifies the resource in a metric.
  var dimension: String? {
    type.flatMap { ResourceCatalog.aws.facts[$0]?.dimension?.name }
  }

  func holds(_ declaration: Declaration) -> Bool {
    guard declaration.address.mode == .managed else { return false }
    guard let type else { return Self.byFacts(of: declaration.address.type) == self }
    return declaration.address.type == type && declaration.block["protocol_type"]?.knownText != "WEBSOCKET"
  }

  /// The kind of a type that has rows by its facts: parts of a request's path, and what needs an alarm.
  private static func byFacts(of type: String) -> Coverage.Kind? {
    guard let facts = ResourceCatalog.aws.facts[type], !allCases.contains(where: { $0.type == type }) else {
      return nil
    }
    switch facts.part?.kind {
    case .distribution: return .distribution
    case .loadBalancer: return .loadBalancer
    case .containers: return .containers
    case .host: return .host
    case .database: return .database
    case .cache: return .cache
    case .stream: return .stream
    case .userPool: return .userPool
    case nil: return facts.alarms.isEmpty ? nil : .other
    }
  }
}

extension Coverage.Watch {
  /// What an alarm must monitor; `nil` for watches that are not alarms.
  var concern: MetricConcern? {
    switch self {
    case .errors: .failure
    case .timeouts: .timeout
    case .duration: .slowness
    case .throttles: .refusal
    case .age: .waiting
    case .backlog: .backlog
    case .neededAlarms, .tracing, .permission, .retention, .deadLetters, .dashboard, .subscriber: nil
    }
  }
}
