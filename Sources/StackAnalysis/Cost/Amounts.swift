import AWSModel
import TerraformModel

/// How much there is in a month of everything that costs.
struct Amounts {
  private let amounts: [Charge: Int]

  subscript(charge: Charge) -> Int { amounts[charge, default: 0] }

  init(of stack: DeclaredStack, _ flows: [Flow]) {
    amounts = Self.traces(of: stack, flows)
      .merging(AlarmAmounts(of: stack).amounts, uniquingKeysWith: sum)
      .merging(Self.metrics(of: stack, flows), uniquingKeysWith: sum)
      .merging(Self.logs(of: stack, flows), uniquingKeysWith: sum)
      .merging(Self.work(of: stack, flows), uniquingKeysWith: sum)
  }

  private static func traces(of stack: DeclaredStack, _ flows: [Flow]) -> [Charge: Int] {
    let recorded = flows.reduce(0) { sum($0, $1.traces) }
    let readBack = flows.reduce(0) { total, flow in
      if case .canary = flow.decision { sum(total, flow.traces) } else { total }
    }
    let reading = stack.load.telemetryQueries
    let read = sum(max(0, reading.tracesRetrieved), max(0, reading.tracesScanned))
    // At most: AWS counts the traces of the groups that have insights, and filters know more than this does.
    let hasInsights = stack.subjects(TraceGroup.self).contains { group in
      (try? group[\.insights]).map { $0 != .off } ?? false
    }
    return [
      .tracesRecorded: recorded, .tracesRead: sum(readBack, read), .traceInsights: hasInsights ? recorded : 0,
    ]
  }

  private static func metrics(of stack: DeclaredStack, _ flows: [Flow]) -> [Charge: Int] {
    let canaries = flows.compactMap { flow -> (runs: Int, run: CanaryRun)? in
      stack.declaration(at: flow.entryPoint).flatMap { Subject<LambdaFunction>($0, in: stack) }.flatMap(CanaryRun.init)
        .map { (flow.rate.perMonth, $0) }
    }
    let requests = canaries.reduce(0) { sum($0, product($1.runs, $1.run.metricRequests)) }
    let own = canaries.reduce(0) { sum($0, $1.run.ownMetrics) }
    return [
      .customMetrics: sum(stack.customSeries.count, own), .metricRequests: requests,
      .dashboards: stack.subjects(Dashboard.self).count,
      .browserEvents: stack.load.telemetryQueries.browserEvents,
    ]
  }

  private static func logs(of stack: DeclaredStack, _ flows: [Flow]) -> [Charge: Int] {
    let written = flows.reduce(0) { sum($0, product($1.rate.perMonth, $1.profile.logs.bytes)) }
    // As much as there is once the longest retention has passed; of logs that never expire, what a year brings.
    let retentions = stack.subjects(LogGroup.self).compactMap { try? $0[\.retention].known }
    let days = retentions.map { $0 == .forever ? 365 : $0.rawValue }
    let kept = Double(written) * Double(days.max() ?? 0) / 30
    return [
      .logsIngested: written, .logsStored: Int(exactly: min(kept, 1e18).rounded()) ?? 0,
      .logsQueried: stack.load.telemetryQueries.logsQueried.bytes,
    ]
  }

  /// What the work itself costs, as far as the load counts it.
  private static func work(of stack: DeclaredStack, _ flows: [Flow]) -> [Charge: Int] {
    var amounts: [Charge: Int] = [:]
    func add(_ charge: Charge, _ flow: Flow, times factor: Int) {
      amounts[charge] = sum(amounts[charge, default: 0], product(flow.rate.perMonth, max(0, factor)))
    }
    for flow in flows {
      add(.functionRequests, flow, times: flow.profile.invocations)
      add(.functionTime, flow, times: flow.profile.megabyteSeconds)
      add(.customEvents, flow, times: flow.profile.events)
      switch stack.declaration(at: flow.entryPoint)?.address.type {
      case Stage.type: add(.restRequests, flow, times: 1)
      case HTTPStage.type: add(.httpRequests, flow, times: 1)
      default: break
      }
    }
    return amounts
  }
}

extension DeclaredStack {
  /// The time series that the stack's own code and filters make, and that its alarms read. Services' own are free.
  fileprivate var customSeries: Set<MetricSeries> {
    let emitted = subjects(LambdaFunction.self).flatMap { function in
      ((try? function[\.emits]) ?? []).map { (metric: $0, region: function.region) }
    }
    // A filter by dimensions makes a series for each of their values; that there is one is all that is known.
    let counted = subjects(LogMetricFilter.self).compactMap { filter -> (metric: Metric, region: Region)? in
      guard let name = try? filter[\.metricName], let namespace = try? filter[\.namespace] else { return nil }
      return (Metric(name, in: namespace, missingDataMeaning: .undeclared), filter.region)
    }
    let read = subjects(MetricAlarm.self).flatMap { alarm in
      ((try? alarm[\.measure].metrics) ?? []).map { (metric: $0, region: alarm.region) }
    }
    let custom = (emitted + counted + read).filter { !$0.metric.namespace.hasPrefix("AWS/") }
    return Set(custom.map { series($0.metric, in: $0.region) })
  }
}
