import InfraModel
import Testing

@Suite struct StageTests {
  private let api = RestAPIReference(id: "abc", name: "web")
  private let logs = ARN<LogGroup>("arn:aws:logs:us-east-1:123456789012:log-group:web")
  private var stack = StackBuilder()

  @Test(arguments: [(TracingMode.active, true), (.passThrough, false)])
  mutating func stageIsWhereAnAPIIsTraced(tracing: TracingMode, enabled: Bool) {
    let stage = stack.add(Stage("web", called: "prod", of: api, serves: "d1", tracing: .fixed(tracing)))
    #expect(
      stage.declaration.block == [
        "rest_api_id": "abc", "deployment_id": "d1", "stage_name": "prod", "xray_tracing_enabled": .bool(enabled),
      ])
  }

  @Test mutating func logLineNamesTheRequestAndItsTrace() {
    let stage = stack.add(
      Stage(
        "web", called: "prod", of: api, serves: "d1",
        accessLog: AccessLog(to: logs, fields: [.status, .traceID, .sourceIP])))
    #expect(
      stage.declaration.block["access_log_settings"]
        == .blocks([
          [
            "destination_arn": "arn:aws:logs:us-east-1:123456789012:log-group:web",
            "format": .json([
              "requestId": "$context.requestId", "status": "$context.status",
              "xrayTraceId": "$context.xrayTraceId", "identity_sourceIp": "$context.identity.sourceIp",
            ]),
          ]
        ]))
  }

  @Test mutating func metricsGoByTheNamesOfAPIAndStage() {
    let stage = stack.add(Stage("web", called: "prod", of: api, serves: "d1"))
    let metrics = [stage.serverErrors, stage.clientErrors, stage.requests, stage.latency]
    #expect(metrics.map(\.name) == ["5XXError", "4XXError", "Count", "Latency"])
    #expect(Set(metrics.map(\.namespace)) == ["AWS/ApiGateway"])
    #expect(Set(metrics.map(\.dimensions)) == [["ApiName": "web", "Stage": "prod"]])
  }

  @Test mutating func samplingRulesKnowAStageAsAPIAndStage() {
    let stage = stack.add(Stage("web", called: "prod", of: api, serves: "d1"))
    #expect(stage.traceServiceName.literal == "web/prod")
  }

  @Test mutating func requestsAreThrottledAndMethodsCounted() {
    let stage = stack.add(Stage("web", called: "prod", of: api, serves: "d1"))
    let settings = stack.add(MethodSettings("web", of: stage, throttling: .limited(perSecond: 50, burst: 100)))
    #expect(
      settings.declaration.block == [
        "rest_api_id": "abc", "stage_name": .text(stage.attribute("stage_name")), "method_path": "*/*",
        "settings": .blocks([
          [
            "metrics_enabled": true, "logging_level": "OFF", "throttling_rate_limit": 50.0,
            "throttling_burst_limit": 100,
          ]
        ]),
      ])
  }

  @Test mutating func methodIsNamedWithoutASlashAtTheStart() throws {
    let stage = stack.add(Stage("web", called: "prod", of: api, serves: "d1"))
    let settings = stack.add(
      MethodSettings(
        "web", of: stage, for: .method(.get, path: "/items/{id}"), throttling: .accountLimits,
        executionLog: .errors))
    #expect(settings.declaration.block["method_path"] == "items/{id}/GET")
    let arguments = try #require(settings.declaration.block.nested("settings"))
    #expect(arguments["throttling_rate_limit"] == -1)
    #expect(arguments["throttling_burst_limit"] == -1)
    #expect(arguments["logging_level"] == "ERROR")
  }

  @Test mutating func accountHasOneRoleForTheLogsOfAllItsAPIs() {
    let account = stack.add(APIGatewayAccount("logs", logsAs: ARN("arn:aws:iam::123456789012:role/logs")))
    #expect(account.declaration.block == ["cloudwatch_role_arn": "arn:aws:iam::123456789012:role/logs"])
  }
}
