import InfraModel

/// The six functions of the application.
struct Functions: Component {
  struct Declarations {
    let ingestion, analysis, notification, metrics, dashboard, streaming: Declared<LambdaFunction>
  }

  let tables: Storage.Tables
  let newItems: Declared<Topic>
  let notifications: Declared<Topic>
  /// The origin of the dashboard's pages.
  let origin: String
  /// The name of the secret with SendGrid's API key.
  let mailKey: Input<String>
  let common: Service.Common

  func declare(in stack: inout StackBuilder) -> Declarations {
    let region = stack.currentRegion
    // Half a minute is what HighLatencyAlert calls slow (FR-042).
    let ingestion = stack.add(
      Service(
        "ingestion", code: .application("ingestion", PackageResources.ingestion_py, in: region),
        timeout: .seconds(60), p95: .seconds(30),
        environment: [
          "NEW_ITEMS_TOPIC": newItems.arn.text, "FEEDS": Text(News.feeds.joined(separator: " ")),
          "TICKERS": Text(News.tickers.joined(separator: " ")),
        ],
        permissions: [
          .read(tables.items.arn, tables.circuitBreakers.arn),
          .write(tables.items.arn, tables.timeseries.arn, tables.audit.arn, tables.circuitBreakers.arn),
          .publish(to: newItems.arn),
        ], common))
    // The model needs memory. It answers in seconds; a third of the timeout is slow.
    let analysis = stack.add(
      Service(
        "analysis", code: .application("analysis", PackageResources.analysis_py, in: region), memory: .mb(2_048),
        timeout: .seconds(30), p95: .seconds(10),
        environment: ["NOTIFICATIONS_TOPIC": notifications.arn.text],
        permissions: [
          .read(tables.items.arn), .write(tables.items.arn, tables.timeseries.arn), .publish(to: notifications.arn),
        ], common))
    // One call of SendGrid, which takes a second or two.
    let key = Secret("\(mailKey)", in: region, account: stack.callerIdentity().accountID)
    let notification = stack.add(
      Service(
        "notification", code: .application("notification", PackageResources.notification_py, in: region),
        timeout: .seconds(30), p95: .seconds(5), environment: ["SENDGRID_SECRET_ARN": key.arn],
        permissions: [
          .read(tables.items.arn),
          .read(key, id: "SendGrid"),
        ], common))
    // It runs every minute: twenty seconds are a third of the interval.
    let metrics = stack.add(
      Service(
        "metrics", code: .application("metrics", PackageResources.metrics_py, in: region), timeout: .seconds(60),
        p95: .seconds(20), permissions: [.read(tables.items.arn)], common))
    // Users wait for it, and API Gateway waits no longer than 29 s (T32).
    let dashboard = stack.add(
      Service(
        "dashboard", code: .application("dashboard", PackageResources.dashboard_py, in: region), timeout: .seconds(28),
        p95: .seconds(1), environment: ["ALLOWED_ORIGIN": Text(origin)],
        permissions: [.read(tables.items.arn, tables.timeseries.arn)], common))
    // It streams to browsers and goes on tracing while it does. Lambda's own segment is closed by then, so the spans go
    // to a collector beside the function, which instruments nothing itself (FR-026, FR-046). Python's managed runtime
    // cannot stream, and Amazon Linux alone has no Python: the package's own bootstrap takes the place of the runtime's
    // process, and keeps its Python (T23). A stream lasts 15 s and counts as duration (T14):
    // 20 s is one that does not end.
    let streaming = stack.add(
      Service(
        "sse-streaming",
        code: .zip(
          .archive(streamingPackage), runtime: .python313, handler: "sse_streaming.handler",
          layers: [.adotCollector(in: stack.region)]),
        memory: .mb(1_024), timeout: .seconds(60), p95: .seconds(20),
        environment: [
          "AWS_LAMBDA_EXEC_WRAPPER": "/var/task/bootstrap",
          // The same as Powertools' and the function's: one node on the map (FR-047).
          "OTEL_SERVICE_NAME": stack.conventionalName(for: "sse-streaming"),
          "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318",
          "OTEL_PROPAGATORS": "xray",
          "OPENTELEMETRY_COLLECTOR_CONFIG_URI": "/var/task/collector.yaml",
        ],
        permissions: [.read(tables.items.arn, tables.timeseries.arn)], common))
    return Declarations(
      ingestion: ingestion, analysis: analysis, notification: notification, metrics: metrics, dashboard: dashboard,
      streaming: streaming)
  }
}

/// What the ingestion reads, and the companies it looks for.
enum News {
  static let feeds = [
    "https://feeds.content.dowjones.io/public/rss/mw_topstories", "https://www.sec.gov/news/pressreleases.rss",
  ]
  static let tickers = ["AAPL", "AMZN", "GOOGL", "META", "MSFT", "NVDA", "TSLA"]
}

/// The stream, its runtime, and the collector's configuration, which is read from beside them.
private let streamingPackage = Archive(
  "sse-streaming",
  [
    "bootstrap": PackageResources.bootstrap, "collector.yaml": PackageResources.collector_yaml,
    "otlp_spans.py": PackageResources.otlp_spans_py, "sse_streaming.py": PackageResources.sse_streaming_py,
    "streaming_runtime.py": PackageResources.streaming_runtime_py,
  ])
