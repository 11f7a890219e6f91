import InfraModel
import Testing

@Suite struct HTTPStageTests {
  private let logs = ARN<LogGroup>("arn:aws:logs:us-east-1:123456789012:log-group:auth")
  private var stack = StackBuilder()

  @Test mutating func stageServesEveryChangeAndIsThrottled() {
    let stage = stack.add(HTTPStage("auth", of: "abc", throttling: .limited(perSecond: 50, burst: 100)))
    #expect(
      stage.declaration.block == [
        "api_id": "abc", "name": "$default", "auto_deploy": true,
        "default_route_settings": .blocks([
          ["throttling_rate_limit": 50.0, "throttling_burst_limit": 100, "detailed_metrics_enabled": true]
        ]),
      ])
  }

  /// The provider sends limits of nought with a block that names none, and every request gets 429.
  @Test mutating func withoutLimitsOfItsOwnAStageHasNoRouteSettings() {
    let stage = stack.add(HTTPStage("auth", of: "abc", at: .below("v1"), throttling: .accountLimits))
    #expect(stage.declaration.block == ["api_id": "abc", "name": "v1", "auto_deploy": true])
  }

  @Test mutating func logLineAlwaysNamesTheRequest() {
    let stage = stack.add(
      HTTPStage(
        "auth", of: "abc", throttling: .accountLimits,
        accessLog: HTTPAccessLog(to: logs, fields: [.routeKey, .errorMessage])))
    #expect(
      stage.declaration.block["access_log_settings"]
        == .blocks([
          [
            "destination_arn": "arn:aws:logs:us-east-1:123456789012:log-group:auth",
            "format": .json([
              "requestId": "$context.requestId", "routeKey": "$context.routeKey",
              "error_message": "$context.error.message",
            ]),
          ]
        ]))
  }

  /// Other names than a REST API's, and other dimensions.
  @Test mutating func metricsGoByTheIDOfTheAPI() {
    let stage = stack.add(HTTPStage("auth", of: "abc", throttling: .accountLimits))
    let metrics = [stage.serverErrors, stage.clientErrors, stage.requests, stage.latency, stage.integrationLatency]
    #expect(metrics.map(\.name) == ["5xx", "4xx", "Count", "Latency", "IntegrationLatency"])
    #expect(Set(metrics.map(\.namespace)) == ["AWS/ApiGateway"])
    #expect(Set(metrics.map(\.dimensions)) == [["ApiId": "abc", "Stage": "$default"]])
  }
}
