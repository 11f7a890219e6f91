import InfraModel

extension OrderTracing {
  /// The entry point of orders: `POST /orders`, traced from here on.
  struct OrderAPI: Component {
    let function: Declared<LambdaFunction>
    let suffix: String
    let environment: OrderTracing.Environment
    let settings: Settings
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> TracedRestAPI.Parts {
      let name = "api\(suffix)"
      let api = stack.add(
        TracedRestAPI(
          name, [.init(.on(.post, "/orders"), to: function, authorization: authorization, body: orderSchema)],
          stage: settings.stageName,
          cors: RestAPI.CORS(origins: origins, methods: [.post], allowHeaders: allowedHeaders),
          throttling: throttling, methodMetrics: settings.detailedMonitoring, logRetention: settings.logRetention,
          loggingRole: .declaredHere))  // Each environment has its own account.
      stack.add(
        FailureRateAlarm(
          "\(name)-errors", when: api.stage.serverErrors, among: api.stage.requests, isAbove: 1, notify: alerts,
          description: "More than one in a hundred orders fails; the access log names their traces"))
      stack.add(sampling(of: api.stage.traceServiceName, name))
      // Of the traces that were sampled; the alarm above sees every request (T7).
      let faults = stack.add(TraceGroup("fail\(suffix)", filter: "fault = true"))
      stack.add(
        MetricAlarm(
          "traces-with-faults\(suffix)", when: faults.traceCount, .sum, threshold: .above(0), evaluation: .once,
          missingData: .notBreaching, notify: [alerts],
          description: "A traced order failed, here or in a service behind the bus; open the group's traces"))
      return api
    }

    /// Any caller can use it in dev, and throttling bounds the cost of that. In production requests are signed, by the
    /// shop's backend or with the credentials that its pages get from Cognito.
    private var authorization: TracedRestAPI.Authorization {
      switch environment {
      case .dev: .none
      case .prod: .iam
      }
    }

    private var origins: RestAPI.CORS.Origins {
      settings.shop.map { .only($0) } ?? .any
    }

    /// The headers of a signed request, and the trace header, which joins browser and backend in one trace.
    private var allowedHeaders: [String] {
      ["Content-Type", "Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amzn-Trace-Id"]
    }

    /// In dev, what the document's load test needs: ten at once.
    private var throttling: Throttling {
      switch environment {
      case .dev: .limited(perSecond: 10, burst: 20)
      case .prod: .limited(perSecond: 50, burst: 100)
      }
    }

    /// Lambda follows the decision that is made here, and makes none of its own (T2).
    private func sampling(of service: Text, _ name: String) -> SamplingRule {
      let requests = SamplingRule.Match(serviceName: service, serviceType: "AWS::ApiGateway::Stage")
      switch environment {
      case .dev:
        return SamplingRule(name, priority: 1_000, fixedRate: .everything, reservoir: 1, matching: requests)
      // The first order of each second, which is every one of the thousand a month that the document assumes, and a
      // tenth of the others: 5.9 of 50 a second, so that a busy hour costs eleven cents.
      case .prod:
        return SamplingRule(name, priority: 1_000, fixedRate: .percent(10), reservoir: 1, matching: requests)
      }
    }
  }
}

extension OrderTracing.Settings {
  /// The origin that the order service's responses allow; API Gateway answers only preflight requests.
  var allowedOrigin: Text { Text(shop ?? "*") }
}

/// The requests that API Gateway accepts; the document's load test sends no amount.
private let orderSchema: Value = [
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object",
  "required": ["productId", "quantity"],
  "properties": [
    "productId": ["type": "string", "minLength": 1],
    "quantity": ["type": "integer", "minimum": 1],
    "amount": ["type": "number", "minimum": 0],
  ],
]
