import InfraModel
import Testing

@testable import AWSModel
@testable import AWSRules

/// The tables of CloudWatch, X-Ray, RUM, DynamoDB and S3: what a table writes it reads back, property by property.
@Suite struct ObservabilityTableTests {
  private let topic = ARN<Topic>("arn:aws:sns:us-east-1:123456789012:alerts")

  @Test func metricAlarmReadsBack() throws {
    let latency = Metric("Latency", in: "Shop", dimensions: ["Stage": "prod"], missingDataMeaning: .undeclared)
    for statistic in [Statistic.sum, .percentile(.p999)] {
      let alarm = MetricAlarm(
        "slow", when: latency, statistic, threshold: .atMost(3), period: .hours(1), evaluation: .datapoints(2, of: 3),
        missingData: .breaching, notify: [topic], okActions: [topic], description: "Runbook")
      let read = try readBack(alarm)
      try same(read, alarm, \.measure, \.period, \.evaluation)
      try same(read, alarm, \.threshold, \.missingData, \.description)
      try same(read, alarm, \.alarmActions, \.okActions, \.measure.dimensions)
    }
  }

  @Test func metricMathReadsBack() throws {
    let errors = Metric("Errors", in: "Shop", dimensions: ["Stage": "prod"], missingDataMeaning: .undeclared)
    let math = MetricMath("100 * e", label: "Errors", of: ["e": (errors, .sum)], missingDataMeaning: .undeclared)
    let alarm = MetricAlarm(
      "rate", when: math, threshold: .below(1), period: .thirtySeconds, evaluation: .consecutive(4),
      missingData: .ignore, notify: [])
    try same(readBack(alarm), alarm, \.measure, \.period, \.evaluation)
  }

  @Test("An alarm whose period is known only after apply still tells its threshold")
  func unknownPeriodStaysItsOwn() throws {
    var block = try #require(planned(MetricAlarm.example())?.block)
    block["period"] = .text(Text(.knownAfterApply(reading: [])))
    let alarm = try #require(subject(MetricAlarm.self, block))
    #expect(try alarm[\.threshold] == MetricAlarm.example().threshold)
    #expect(throws: DecodingFailure.self) { try alarm[\.period] }
  }

  @Test func compositeAlarmReadsBack() throws {
    let alarm = CompositeAlarm(
      "both", when: .written("ALARM(\"a\") AND ALARM(\"b\")"), notify: [topic], okActions: [topic], description: "x")
    let read = try readBack(alarm)
    try same(read, alarm, \.rule, \.alarmActions, \.okActions)
    #expect(try read[\.description] == "x")
  }

  @Test func dashboardReadsBack() throws {
    let errors = Metric("Errors", in: "Shop", dimensions: ["Stage": "prod"], missingDataMeaning: .undeclared)
    let dashboard = Dashboard("all", in: .fixed(.usEast1)) {
      Row {
        MetricWidget("Errors", [errors], .sum)
        AlarmStatus("Alarms", [ARN("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a")])
      }
    }
    let rows = try readBack(dashboard)[\.rows]
    #expect(rows.flatMap(\.widgets).flatMap(\.metrics) == dashboard.metrics)
    #expect(rows.flatMap(\.widgets).flatMap(\.alarms) == dashboard.alarms)
    #expect(throws: DecodingFailure.self) { try readBack(dashboard)[\.region] }
  }

  @Test func logsReadBack() throws {
    let group = LogGroup("app", retention: .fixed(.thirteenMonths))
    #expect(try readBack(group)[\.retention].value == 400)
    #expect(try subject(LogGroup.self, [:])?[\.retention].value == 0)
    for series in [
      LogMetricFilter.Series.total(otherwise: 0), .total(otherwise: nil), .by(.init("A", "$.a"), .init("B", "$.b")),
    ] {
      let filter = LogMetricFilter(
        "errors", in: "app", matching: "ERROR", as: "Errors", in: "Shop", measured: "$.ms", series,
        missingDataMeaning: .undeclared)
      let read = try readBack(filter)
      try same(read, filter, \.group, \.pattern, \.series)
      try same(read, filter, \.metricName, \.namespace, \.measured)
      #expect(throws: DecodingFailure.self) { try read[\.missingDataMeaning] }
    }
    let query = QueryDefinition("errors", "fields @message", over: ["app", "web"])
    #expect(try readBack(query)[\.query] == query.query)
    #expect(try readBack(query)[\.groups] == query.groups)
  }

  @Test func xrayReadsBack() throws {
    let rule = SamplingRule(
      "cart", priority: 7, fixedRate: .fixed(.percent(5)), reservoir: 2,
      matching: .init(serviceName: "a", serviceType: "b", host: "c", method: "d", path: "e", resourceARN: "f"))
    try same(readBack(rule), rule, \.priority, \.reservoir, \.matching)
    #expect(try readBack(rule)[\.fixedRate].value == .number(0.05))
    for insights in [TraceGroup.Insights.off, .on, .withNotifications] {
      let group = TraceGroup("faults", filter: "fault = true", insights: insights)
      #expect(try readBack(group)[\.insights] == insights)
      #expect(try readBack(group)[\.filter] == "fault = true")
    }
    var stack = StackBuilder()
    let revision = stack.add(TerraformData("revision", remembering: "x"))
    let policy = TracingPolicy("topics", for: [topic], in: "123456789012", replacedBy: revision)
    let read = try readBack(policy)
    #expect(try read[\.topics] == [topic])
    #expect(try read[\.account] == "123456789012")
    #expect(throws: DecodingFailure.self) { try read[\.revision] }
  }

  @Test func appMonitorReadsBack() throws {
    for http in AppMonitor.HTTPTelemetry.allCases {
      let monitor = AppMonitor(
        "shop", domain: "shop.example", sessionSampleRate: .percent(20), telemetries: [.errors], http: http,
        guests: .init(identityPool: "us-east-1:pool", role: ARN("arn:aws:iam::123456789012:role/guest")),
        allowsCookies: true, copiesToLogs: true)
      let read = try readBack(monitor)
      try same(read, monitor, \.domain, \.sessionSampleRate, \.telemetries)
      try same(read, monitor, \.http, \.guests, \.allowsCookies)
      #expect(try read[\.copiesToLogs])
    }
  }

  @Test func tableReadsBack() throws {
    let table = Table(
      "orders", partitionKey: .string("id"), sortKey: .number("at"),
      indexes: [.init("by-day", partitionKey: .binary("day"), sortKey: .string("id"), projection: .including(["x"]))],
      timeToLive: "until", deletionProtection: true, pointInTimeRecovery: false, stream: .newImage)
    let read = try readBack(table)
    try same(read, table, \.partitionKey, \.sortKey, \.indexes)
    try same(read, table, \.timeToLive, \.deletionProtection, \.pointInTimeRecovery)
    #expect(try read[\.stream] == .newImage)
    let plain = Table("plain", partitionKey: .string("id"), deletionProtection: false)
    try same(readBack(plain), plain, \.sortKey, \.timeToLive, \.stream)
  }

  // MARK: How

  private func planned(_ model: some ResourceModel) -> PlannedResource? {
    var stack = StackBuilder()
    stack.add(model)
    return DeclaredStack(stack).declarations.first.map { declaration in
      PlannedResource(
        address: declaration.address, region: .usEast1, block: declaration.block, location: declaration.location)
    }
  }

  private func subject<M: ResourceModel>(_: M.Type, _ block: Block) -> Subject<M>? {
    let resource = PlannedResource(
      address: Address(type: M.type, name: "x"), region: .usEast1, block: block,
      location: SourceLocation(fileID: "", path: "plan.json", line: 1, column: 1))
    let identity = StackIdentity(stack: "plan", environment: "")
    return DeclaredStack(identity, region: .usEast1, planned: [resource]).subjects(M.self).first
  }

  /// The resource as a rule sees it in a plan.
  private func readBack<M: ResourceModel>(_ model: M) throws -> Subject<M> {
    let block = try #require(planned(model)).block
    return try #require(subject(M.self, block))
  }

  private func same<M, A: Equatable & Sendable, B: Equatable & Sendable, C: Equatable & Sendable>(
    _ read: Subject<M>, _ model: M, _ a: KeyPath<M, A>, _ b: KeyPath<M, B>, _ c: KeyPath<M, C>
  ) throws {
    #expect(try read[a] == model[keyPath: a])
    #expect(try read[b] == model[keyPath: b])
    #expect(try read[c] == model[keyPath: c])
  }
}
