import InfraModel
import InfraTesting
import Testing

/// The former spellings, called through a protocol: a deprecated witness is a warning only where it is named itself.
private protocol FormerSpellings {
  static func declare(in stack: inout StackBuilder)
  static func read(_ stack: DeclaredStack) -> [String]
}

@Suite("Former spellings of the public API")
struct DeprecationTests {
  @Test("Former initializers declare the same resources")
  func initializers() {
    var (former, current) = (StackBuilder(), StackBuilder())
    declare(Former.self, in: &former)
    Current.declare(in: &current)
    let (old, new) = (DeclaredStack(former), DeclaredStack(current))
    #expect(!new.declarations.isEmpty)
    #expect(old.declarations.map(\.address) == new.declarations.map(\.address))
    #expect(old.declarations.map(\.block) == new.declarations.map(\.block))
    #expect(old.allowedDestructions.map(\.reason) == ["moved"])
  }

  @Test("Former properties have the values of the current ones")
  func properties() {
    var builder = StackBuilder()
    Current.declare(in: &builder)
    let stack = DeclaredStack(builder)
    #expect(read(Former.self, stack) == Current.read(stack))
  }

  private func declare<Spellings: FormerSpellings>(_: Spellings.Type, in stack: inout StackBuilder) {
    Spellings.declare(in: &stack)
  }

  private func read<Spellings: FormerSpellings>(_: Spellings.Type, _ stack: DeclaredStack) -> [String] {
    Spellings.read(stack)
  }
}

private enum Former: FormerSpellings {
  @available(*, deprecated)
  static func declare(in stack: inout StackBuilder) {
    let topic = stack.add(AlertTopic("alerts", tells: ["on-call": .email("on-call@example.com")]))
    stack.add(BillingAlarms(for: "AWSXRay", above: [10], tells: ["on-call": .email("on-call@example.com")]))
    stack.add(
      Canary(
        every: .minutes(5), metricsNamespace: "Shop", tells: ["on-call": .email("on-call@example.com")],
        alerts: topic.arn))
    let failures = Metric("Failures", in: "Shop", silence: .nothingHappened)
    let function = stack.add(
      MonitoredFunction(
        "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), timeout: .seconds(10),
        p95: .seconds(5), may: [.readTraces], logRetention: .oneMonth,
        emits: [failures], purpose: .canary(tells: topic.arn), alerts: topic.arn))
    stack.add(
      TracedStateMachine(
        "orders", .standard, [.succeed("done")], timeout: .seconds(60), may: [.readTraces], executionData: false,
        logRetention: .oneMonth, alerts: topic.arn))
    stack.add(
      MetricAlarm(
        when: failures, .sum, is: .above(3), over: .minutes(10), for: .consecutive(2), missingData: .notBreaching,
        notify: [topic.arn], whenOver: [topic.arn], description: "Failures"))
    stack.add(
      MetricAlarm(
        "share", when: MetricMath("100 * f", label: "Share", of: ["f": (failures, .sum)], silence: .nothingMeasured),
        is: .above(5), over: .minutes(1), for: .once, missingData: .notBreaching, notify: [topic.arn]))
    stack.add(CompositeAlarm("both", when: .written("ALARM(\"Failures\")"), notify: [], whenOver: [topic.arn]))
    stack.add(
      LogMetricFilter(
        "errors", in: "app", matching: "ERROR", as: "Errors", in: "Shop", .total(otherwise: 0), silence: .unsaid))
    stack.add(
      Table("items", partitionKey: .string("id"), expiry: "expires", deletionProtection: true))
    stack.add(
      Dashboard("operations", in: .euWest1) {
        Row {
          Graph("Failures", [failures], .sum, over: .minutes(1))
          Graph("Median", [Graph.Series(failures, .percentile(.p50))], over: .minutes(5))
        }
      })
    stack.add(Check("reachable", that: .binary(.literal(1), .equal, .literal(1)), otherwise: "no topic"))
    stack.allowDestruction(of: topic.address, because: "moved")
    stack.expect(.perMonth(100, peak: 1), at: function, each: Load.Footprint(segments: 2))
    stack.expect(Load.Reading(tracesScanned: 7))
  }

  @available(*, deprecated)
  static func read(_ stack: DeclaredStack) -> [String] {
    let unclear = Unknown(on: stack.declarations[0], "it is known after apply")
    let evaluation = RuleEvaluation(unknowns: [unclear])
    let silence: Silence = .stopped
    let sight: TraceGraph.Sight = .begins(.client)
    let occasion: GatewayResponse.Occasion = .default4XX
    let listeners: [AlarmDrill.Listener] = stack.drills.flatMap(\.listeners)
    let allowed: [Destruction] = stack.destructions
    let verdict: Verdict = Policy(today: "2026-11-21").verdict(on: stack)
    let arrivals: [Load.Arrival] = stack.load.arrivals
    for rule in Policy.standardRules.prefix(1) {
      for example in rule.description.good { expectNothing(in: example, of: rule) }
    }
    return [
      stack.declared(MetricAlarm.self).map { $0.resource.silence.rawValue }.joined(),
      stack.declared(LogMetricFilter.self).map { $0.resource.silence.rawValue }.joined(),
      stack.declared(Table.self).compactMap { $0.resource.expiry }.joined(),
      stack.flows.map { "\($0.entrance) \($0.footprint.segments)" }.joined(),
      listeners.compactMap(\.subscriber).joined(), allowed.map(\.reason).joined(),
      verdict.findings.map(\.message).joined(), verdict.results.flatMap(\.unknowns).map(\.reason).joined(),
      evaluation.unknowns.map(\.reason).joined(), silence.rawValue, "\(sight)", occasion.rawValue,
      "\(arrivals.count) \(stack.load.reading.tracesScanned)", RuleID.confusedDeputy.rawValue,
    ]
  }
}

private enum Current {
  static func declare(in stack: inout StackBuilder) {
    let topic = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
    stack.add(BillingAlarms(for: "AWSXRay", above: [10], subscribers: ["on-call": .email("on-call@example.com")]))
    stack.add(
      Canary(
        every: .minutes(5), metricsNamespace: "Shop", subscribers: ["on-call": .email("on-call@example.com")],
        alerts: topic.arn))
    let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
    let function = stack.add(
      MonitoredFunction(
        "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), timeout: .seconds(10),
        p95: .seconds(5), permissions: [.readTraces],
        logRetention: .oneMonth, emits: [failures], purpose: .canary(notify: topic.arn), alerts: topic.arn))
    stack.add(
      TracedStateMachine(
        "orders", .standard, [.succeed("done")], timeout: .seconds(60), permissions: [.readTraces],
        executionData: false, logRetention: .oneMonth, alerts: topic.arn))
    stack.add(
      MetricAlarm(
        when: failures, .sum, threshold: .above(3), period: .minutes(10), evaluation: .consecutive(2),
        missingData: .notBreaching, notify: [topic.arn], okActions: [topic.arn], description: "Failures"))
    stack.add(
      MetricAlarm(
        "share",
        when: MetricMath("100 * f", label: "Share", of: ["f": (failures, .sum)], missingDataMeaning: .noActivity),
        threshold: .above(5), period: .minutes(1), evaluation: .once, missingData: .notBreaching, notify: [topic.arn]))
    stack.add(CompositeAlarm("both", when: .written("ALARM(\"Failures\")"), notify: [], okActions: [topic.arn]))
    stack.add(
      LogMetricFilter(
        "errors", in: "app", matching: "ERROR", as: "Errors", in: "Shop", .total(otherwise: 0),
        missingDataMeaning: .undeclared))
    stack.add(
      Table("items", partitionKey: .string("id"), timeToLive: "expires", deletionProtection: true))
    stack.add(
      Dashboard("operations", in: .euWest1) {
        Row {
          MetricWidget("Failures", [failures], .sum, period: .minutes(1))
          MetricWidget("Median", [MetricWidget.Series(failures, .percentile(.p50))], period: .minutes(5))
        }
      })
    stack.add(CheckBlock("reachable", that: .binary(.literal(1), .equal, .literal(1)), otherwise: "no topic"))
    stack.allowDestruction(of: topic.address, because: "moved")
    stack.expect(.perMonth(100, peak: 1), at: function, each: Load.RequestProfile(segments: 2))
    stack.expect(Load.TelemetryQueries(tracesScanned: 7))
  }

  static func read(_ stack: DeclaredStack) -> [String] {
    let report = Policy(today: "2026-11-21").report(on: stack)
    return [
      stack.declared(MetricAlarm.self).map { $0.resource.missingDataMeaning.rawValue }.joined(),
      stack.declared(LogMetricFilter.self).map { $0.resource.missingDataMeaning.rawValue }.joined(), "expires",
      stack.flows.map { "\($0.entryPoint) \($0.profile.segments)" }.joined(),
      stack.drills.flatMap(\.subscribers).compactMap(\.name).joined(), "moved",
      report.findings.map(\.message).joined(), report.results.flatMap(\.undetermined).map(\.reason).joined(),
      "it is known after apply", "stopped", "\(TraceGraph.TraceVisibility.startsHere(.client))", "DEFAULT_4XX", "1 7",
      "cross-service-confused-deputy",
    ]
  }
}
