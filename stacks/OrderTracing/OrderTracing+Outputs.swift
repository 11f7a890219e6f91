import InfraModel

extension OrderTracing {
  /// The outputs that the document requires: the system's addresses, links to its traces, and commands to try it. All
  /// of them are of the primary site.
  struct Outputs: Component {
    let site: Site.Parts
    let environment: OrderTracing.Environment
    let settings: Settings

    init(of site: Site.Parts, environment: OrderTracing.Environment, settings: Settings) {
      self.site = site
      self.environment = environment
      self.settings = settings
    }

    func declare(in stack: inout StackBuilder) {
      stack.add(Output("api_gateway_endpoint", site.api.invokeURL, description: "Base URL for API requests"))
      stack.add(Output("api_gateway_test_url", ordersURL, description: "Complete URL for order creation"))
      stack.add(Output("eventbridge_bus_name", site.bus.busName.text, description: "Name of the custom event bus"))
      stack.add(Output("eventbridge_bus_arn", site.bus.arn.text, description: "ARN of the custom event bus"))
      stack.add(
        Output("lambda_function_names", services(\.functionName), description: "Names of the functions, by service"))
      stack.add(Output("lambda_function_arns", services(\.arn.text), description: "ARNs of the functions, by service"))
      stack.add(
        Output("xray_traces_url", ConsoleURL.traces(in: settings.region), description: "X-Ray console: the traces"))
      stack.add(
        Output(
          "xray_service_map_url", ConsoleURL.traceMap(in: settings.region),
          description: "X-Ray console: the service map")
      )
      stack.add(Output("test_commands", commands, description: "Commands that try the system out, for bash"))
    }

    private var ordersURL: Text { "\(site.api.invokeURL)/orders" }

    private func services(_ value: (Declared<LambdaFunction>) -> Text) -> [String: Text] {
      Dictionary(uniqueKeysWithValues: site.services.byName.map { ($0.key, value($0.value)) })
    }

    /// The document's, with the actual names. X-Ray calls `TraceId` what the document calls `TimeRangeByStartTime`.
    private var commands: [String: Text] {
      let region: Text = "--region \(settings.region)"
      return [
        "create_order": order(#"{"productId": "12345", "quantity": 2, "amount": 149.99}"#),
        "load_test":
          "for i in {1..10}; do \(order(#"{"productId": "test", "quantity": 1}"#)) & done; wait",
        "trace_summaries":
          "aws xray get-trace-summaries \(region) --time-range-type TraceId \(since("5 minutes"))",
        "service_graph": "aws xray get-service-graph \(region) \(since("1 hour"))",
        "order_logs": "aws logs tail \(region) \(site.services.order.logging.group) --follow",
        "event_rules": "aws events list-rules \(region) --event-bus-name \(site.bus.busName.text)",
        "put_event": "aws events put-events \(region) --entries '\(entry)'",
      ]
    }

    /// In JSON, which both bash and the CLI accept.
    private var entry: Text {
      let bus = site.bus.busName.text
      return
        #"[{"Source": "test", "DetailType": "Test Event", "Detail": "{\"test\": true}", "EventBusName": "\#(bus)"}]"#
    }

    private func order(_ body: String) -> Text {
      "curl -X POST \(signature)-H 'Content-Type: application/json' -d '\(body)' '\(ordersURL)'"
    }

    /// In production a request is signed with the caller's own credentials.
    private var signature: Text {
      switch environment {
      case .dev: ""
      case .prod:
        "--aws-sigv4 'aws:amz:\(settings.region):execute-api' \(credentials) "
      }
    }

    private var credentials: Text {
      #"--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -H "x-amz-security-token: $AWS_SESSION_TOKEN""#
    }

    private func since(_ time: String) -> String {
      "--start-time $(date -u -d '\(time) ago' +%Y-%m-%dT%H:%M:%S) --end-time $(date -u +%Y-%m-%dT%H:%M:%S)"
    }
  }
}
