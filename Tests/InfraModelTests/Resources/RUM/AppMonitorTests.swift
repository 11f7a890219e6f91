import InfraModel
import Testing

@Suite struct AppMonitorTests {
  @Test func tracingRecordsRequestsForItDoesNothingWithout() {
    let monitor = AppMonitor("web", domain: "app.example.com", sessionSampleRate: .percent(25), http: .traced)
    #expect(
      block(monitor) == [
        "name": "example-prod-web", "domain": "app.example.com", "cw_log_enabled": false,
        "app_monitor_configuration": .blocks([
          [
            "session_sample_rate": 0.25, "telemetries": ["errors", "http", "performance"], "enable_xray": true,
            "allow_cookies": false,
          ]
        ]),
      ])
  }

  @Test(arguments: [
    (AppMonitor.HTTPTelemetry.off, ["errors"], false),
    (.on, ["errors", "http"], false),
    (.traced, ["errors", "http"], true),
  ])
  func requestsAreRecordedAsAsked(http: AppMonitor.HTTPTelemetry, telemetries: [String], traced: Bool) throws {
    let monitor = AppMonitor(
      "web", domain: "app.example.com", sessionSampleRate: .everything, telemetries: [.errors], http: http)
    let configuration = try #require(block(monitor).nested("app_monitor_configuration"))
    #expect(configuration["telemetries"] == telemetries.value)
    #expect(configuration["enable_xray"] == .bool(traced))
  }

  @Test func guestsSendThroughAnIdentityPool() throws {
    let monitor = AppMonitor(
      "web", domain: "app.example.com", sessionSampleRate: .everything, http: .on,
      guests: .init(identityPool: "us-east-1:pool", role: ARN("arn:aws:iam::123456789012:role/guest")))
    let configuration = try #require(block(monitor).nested("app_monitor_configuration"))
    #expect(configuration["identity_pool_id"] == "us-east-1:pool")
    #expect(configuration["guest_role_arn"] == "arn:aws:iam::123456789012:role/guest")
  }

  private func block(_ monitor: AppMonitor) -> Block {
    var stack = StackBuilder()
    return stack.add(monitor).declaration.block
  }
}
