import InfraModel
import InfraTesting
import Testing

@Suite struct ServiceLevelObjectiveTests {
  private struct Shop: Stack {
    enum Environment: String, StackEnvironment {
      case prod
      var isProduction: Bool { true }
    }

    static let name = "shop"
    let environment = Environment.prod
    var percent = 99.9
    var days = 30
    var region: Region { .euWest1 }

    init(percent: Double = 99.9, days: Int = 30) {
      self.percent = percent
      self.days = days
    }
    init(environment: Environment) {}

    func declare(in stack: inout StackBuilder) {
      let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
      let tickets = stack.add(AlertTopic("tickets", subscribers: ["team": .email("team@example.com")]))
      let checkout = stack.add(
        MonitoredFunction(
          "shop", code: .zip(.file("app.zip"), runtime: .python313, handler: "app.handler"), timeout: .seconds(20),
          p95: .seconds(3), logRetention: .oneMonth, alerts: alerts.arn))
      let api = stack.add(
        TracedRestAPI(
          "api", [.init(.on(.post, "/orders"), to: checkout, authorization: .iam)], cors: nil,
          throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth, loggingRole: .declaredHere))
      stack.expect(.perSecond(5), at: api.stage)
      let objective = ServiceLevelObjective(
        "checkout", percent, of: api.stage.requests, failing: api.stage.serverErrors, over: .days(days),
        notify: alerts.arn, tickets: tickets.arn)
      let alarms = stack.add(objective)
      stack.add(
        Dashboard("objectives", in: stack.currentRegion) {
          Row {
            objective.remainingBudget
            alarms.status
          }
        })
    }
  }

  /// 0.1 % may fail. 2 % of 720 hours' budget in one hour is 14.4 times the even rate, 5 % in 6 hours 6 times, 10 % in 24 hours 3
  /// times, and 10 % in 72 hours once.
  @Test(
    "Each burn rate has a threshold for a long and a short window",
    arguments: [
      ("1h-of-1h", 1.44, 3_600, 1), ("5m-of-1h", 1.44, 300, 1), ("6h-of-6h", 0.6, 21_600, 1),
      ("30m-of-6h", 0.6, 1_800, 1), ("1d-of-1d", 0.3, 86_400, 1), ("2h-of-1d", 0.3, 7_200, 1),
      ("3d-of-3d", 0.1, 86_400, 3), ("6h-of-3d", 0.1, 21_600, 1),
    ])
  func thresholds(_ name: String, _ threshold: Double, _ period: Int, _ periods: Int) throws {
    let alarm = try DeclaredStack(Shop()).resource(MetricAlarm.self, "checkout-\(name)")
    #expect(alarm.threshold == .above(threshold))
    #expect(alarm.period.seconds == period)
    #expect(alarm.evaluation.periods == periods && alarm.evaluation.datapoints == periods)
    #expect(alarm.missingData == .notBreaching)
  }

  @Test("The composite alarms join the windows")
  func composites() throws {
    let stack = DeclaredStack(Shop())
    func rule(_ name: String) throws -> String? {
      stack.resolved(try stack.resource(CompositeAlarm.self, "checkout-\(name)").rule.text)
    }
    func both(_ first: String, _ second: String) -> String {
      "(ALARM(\"shop-prod-checkout-\(first)\") AND ALARM(\"shop-prod-checkout-\(second)\"))"
    }
    #expect(try rule("page") == "\(both("1h-of-1h", "5m-of-1h")) OR \(both("6h-of-6h", "30m-of-6h"))")
    #expect(try rule("ticket") == "\(both("1d-of-1d", "2h-of-1d")) OR \(both("3d-of-3d", "6h-of-3d"))")
  }

  /// 14.4 times 7 % is 100.8 %, which no share of requests exceeds; 6 times 7 % is 42 %. Over a week the factors are 7/30: 3.36,
  /// 1.4, 0.7 and 0.2333.
  @Test("A burn rate that cannot be exceeded has no alarm, and the objective's time scales the others")
  func limits() throws {
    let loose = DeclaredStack(Shop(percent: 93)).declared(MetricAlarm.self).map(\.resource.name)
    #expect(!loose.contains("checkout-1h-of-1h") && !loose.contains("checkout-5m-of-1h"))
    #expect(loose.contains("checkout-6h-of-6h"))
    let week = DeclaredStack(Shop(days: 7))
    #expect(try week.resource(MetricAlarm.self, "checkout-1h-of-1h").threshold == .above(0.336))
    #expect(try week.resource(MetricAlarm.self, "checkout-3d-of-3d").threshold == .above(0.023333))
  }

  /// At 5 requests a second, all of which fail, the hour's window exceeds 1.44 % after 52 seconds, and the failures of the first
  /// minute that is whole are in its datapoint two minutes after its end: 3 to 5 minutes.
  @Test("A total failure pages within minutes")
  func detection() {
    expectDetected(.allCallsFail, of: "api", within: .minutes(6), notifying: "on-call", in: Shop())
    expectDetected(.oneCallInTwentyFails, of: "api", within: .minutes(40), notifying: "on-call", in: Shop())
  }

  @Test("Its alarms and its widget have no findings of their own")
  func findings() throws {
    let report = Policy(rules: Policy.standardRules, today: "2026-11-21").report(on: DeclaredStack(Shop()))
    let own = report.findings.filter { finding in
      ["checkout_", "objectives"].contains { "\(finding.address)".contains($0) }
    }
    #expect(own.filter { $0.severity != .note }.isEmpty, "\(own.map(\.message))")
  }

  @Test("The widget divides the failures by the budget")
  func widget() throws {
    let stack = DeclaredStack(Shop())
    let dashboard = try #require(stack.declared(Dashboard.self).first)
    let text = "\(dashboard.declaration.block["dashboard_body"].map { "\($0)" } ?? "")"
    #expect(text.contains("100 * (1 - 100 * failing / requests / 0.1)"))
    #expect(text.contains("setPeriodToTimeRange"))
  }
}
