/// What AWS puts on the bill.
public enum Charge: String, Sendable, CaseIterable {
  case tracesRecorded = "traces-recorded"
  /// Traces retrieved and traces scanned, which have one price and one free amount between them.
  case tracesRead = "traces-read"
  case traceInsights = "trace-insights"
  case standardAlarms = "standard-alarms"
  case highResolutionAlarms = "high-resolution-alarms"
  case metricMathAlarms = "metric-math-alarms"
  case anomalyAlarms = "anomaly-alarms"
  case compositeAlarms = "composite-alarms"
  case dashboards
  case customMetrics = "custom-metrics"
  case metricRequests = "metric-requests"
  case logsIngested = "logs-ingested"
  case logsStored = "logs-stored"
  case logsQueried = "logs-queried"
  case browserEvents = "browser-events"
  case functionRequests = "function-requests"
  case functionTime = "function-time"
  case restRequests = "rest-requests"
  case httpRequests = "http-requests"
  case customEvents = "custom-events"
}

extension Charge {
  /// As people read it.
  public var title: String {
    switch self {
    case .tracesRecorded: "X-Ray traces recorded"
    case .tracesRead: "X-Ray traces read"
    case .traceInsights: "X-Ray Insights"
    case .standardAlarms: "alarms, standard resolution"
    case .highResolutionAlarms: "alarms, high resolution"
    case .metricMathAlarms: "alarms on metric math"
    case .anomalyAlarms: "alarms on anomalies"
    case .compositeAlarms: "alarms, composite"
    case .dashboards: "dashboards"
    case .customMetrics: "custom metrics"
    case .metricRequests: "requests for metrics"
    case .logsIngested: "log ingestion"
    case .logsStored: "log storage"
    case .logsQueried: "Logs Insights"
    case .browserEvents: "RUM events"
    case .functionRequests: "Lambda requests"
    case .functionTime: "Lambda time"
    case .restRequests: "REST API requests"
    case .httpRequests: "HTTP API requests"
    case .customEvents: "EventBridge events"
    }
  }

  /// What its amounts count.
  public var unit: Unit {
    switch self {
    case .tracesRecorded, .tracesRead, .traceInsights: .traces
    // Alarms are paid for by the metrics they read.
    case .standardAlarms, .highResolutionAlarms, .metricMathAlarms, .anomalyAlarms, .customMetrics: .metrics
    case .compositeAlarms: .alarms
    case .dashboards: .dashboards
    case .metricRequests, .functionRequests, .restRequests, .httpRequests: .requests
    case .logsIngested, .logsStored, .logsQueried: .bytes
    case .browserEvents, .customEvents: .events
    case .functionTime: .megabyteSeconds
    }
  }

  /// Whether seeing what goes on costs it, rather than the work itself.
  public var isObservability: Bool {
    switch self {
    case .functionRequests, .functionTime, .restRequests, .httpRequests, .customEvents: false
    default: true
    }
  }

  public enum Unit: String, Sendable {
    case traces
    case metrics
    case alarms
    case dashboards
    case requests
    case events
    case bytes
    /// A megabyte of memory for a second.
    case megabyteSeconds = "megabyte-seconds"
  }
}
