import AWSModel
import AlarmEvaluation
import FailureDetection
import TerraformModel

/// Simulates the failures of a stack's resources.
struct DetectionSimulation {
  let stack: DeclaredStack
  let alarms: AlarmsByResource
  private var memory = DetectionMemory()

  init(_ stack: DeclaredStack) {
    self.stack = stack
    alarms = stack.cached { AlarmsByResource($0) }
  }

  /// Three months tell how often an alarm fires in one.
  private static let months = 3

  mutating func row(
    _ resource: Declaration, _ kind: DetectionMatrix.Kind, _ known: WorkloadBuilder.Known
  ) -> DetectionMatrix.Row {
    let watching = alarms[resource.address]
    let workload: Workload? = if case .workload(let workload) = known { workload } else { nil }
    var cells: [DetectionMatrix.Cell] = []
    for failure in kind.failures {
      let outcome: DetectionMatrix.Outcome =
        if let workload { self.outcome(of: failure, workload, watching) } else { .undetermined(.noLoad) }
      cells.append(DetectionMatrix.Cell(failure: failure, outcome: outcome))
    }
    let falseAlarms = if let workload { self.falseAlarms(workload, watching) } else { [DetectionMatrix.FalseAlarm]() }
    return DetectionMatrix.Row(
      kind: kind, address: resource.address, name: resource.resource.name,
      perMinute: kind == .deadLetterQueue ? nil : workload?.perMinute, cells: cells,
      falseAlarms: falseAlarms,
      unsimulated: alarms.unsimulated[resource.address, default: []])
  }

  private mutating func outcome(
    of failure: FailureMode, _ workload: Workload, _ watching: [WatchingAlarm]
  ) -> DetectionMatrix.Outcome {
    if failure == .latencyDoubles, workload.medianDuration == nil, isDurationRead(watching) {
      return .undetermined(.noDuration)
    }
    guard let detection = try? memory.detection(of: failure, workload, by: watching) else {
      return .undetermined(.notComputable)
    }
    guard let first = detection.firstAlarm else {
      return .unnoticed(alarm: detection.silentAlarm.map(label))
    }
    return .noticed(
      DetectionMatrix.Notice(
        alarm: label(first), median: detection.median.map { .seconds($0) },
        percentile95: detection.percentile95.map { .seconds($0) }, noticed: detection.noticed.count,
        recipients: alarms.addresses[first].map { alarms.recipients[$0] } ?? []))
  }

  private func isDurationRead(_ watching: [WatchingAlarm]) -> Bool {
    watching.contains { alarm in
      if case .metric(let condition) = alarm.condition {
        condition.measurement.signals.contains(.duration)
      } else {
        false
      }
    }
  }

  private mutating func falseAlarms(_ workload: Workload, _ watching: [WatchingAlarm]) -> [DetectionMatrix.FalseAlarm] {
    falseAlarms(workload, watching, days: 30 * Self.months).map { alarm, count in
      DetectionMatrix.FalseAlarm(alarm: label(alarm), perMonth: Double(count) / Double(Self.months))
    }.sorted { ($1.perMonth, $0.alarm) < ($0.perMonth, $1.alarm) }
  }

  /// The names of the alarms that fire in normal operation and notify a subscriber, with how often they do.
  mutating func falseAlarms(_ workload: Workload, _ watching: [WatchingAlarm], days: Int) -> [(
    alarm: String, count: Int
  )] {
    let counts = (try? memory.falseAlarms(of: watching, workload, days: days)) ?? []
    return zip(watching, counts).filter { $0.1 > 0 && $0.0.notifies }.map { ($0.name, $1) }
  }

  func chart(of row: DetectionMatrix.Row, by alarm: String, _ workload: Workload?) -> DetectionChart? {
    guard let workload, let watching = alarms[row.address].first(where: { label($0.name) == alarm }),
      case .metric(let condition) = watching.condition, let limit = condition.threshold.limit,
      let trace = workload.trace(of: DetectionChart.failure, by: condition)
    else { return nil }
    return DetectionChart(
      resource: row.name, alarm: alarm, threshold: limit, values: trace.values, failureStart: trace.failureStart,
      fired: trace.fired)
  }

  /// What the stack's author calls an alarm.
  private func label(_ name: String) -> String {
    alarms.addresses[name].flatMap { stack.declaration(at: $0)?.resource.name } ?? name
  }
}
