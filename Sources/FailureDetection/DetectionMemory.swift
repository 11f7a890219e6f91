package import AlarmEvaluation

/// Detections that are simulated once for all workloads that are equal and have equal alarms, whatever their names.
package struct DetectionMemory {
  private struct Key: Hashable {
    let workload: Workload
    let failure: FailureMode?
    let alarms: [Alarm]
    /// The patience of a detection, or the days of normal operation.
    let limit: Int
  }

  private struct Alarm: Hashable {
    let condition: WatchingAlarm.MetricCondition
    let notifies: Bool
  }

  private var detections: [Key: Detection] = [:]
  private var counts: [Key: [Int]] = [:]

  package init() {}

  /// `Workload.detection(of:by:runs:horizonMinutes:patience:)` over 20 runs.
  package mutating func detection(
    of failure: FailureMode, _ workload: Workload, by alarms: [WatchingAlarm], patience: Int = .max
  ) throws(MathError) -> Detection {
    guard let own = Self.metrics(alarms) else {
      return try workload.detection(of: failure, by: alarms, patience: patience)
    }
    let key = Key(workload: workload, failure: failure, alarms: own, limit: patience)
    // Alarms are known by their places.
    let known: Detection
    if let detection = detections[key] {
      known = detection
    } else {
      let numbered = alarms.enumerated().map { WatchingAlarm("\($0)", $1.condition, notifies: $1.notifies) }
      known = try workload.detection(of: failure, by: numbered, patience: patience)
      detections[key] = known
    }
    func name(_ place: String) -> String { Int(place).map { alarms[$0].name } ?? place }
    return Detection(
      noticed: known.noticed.map {
        Detection.Run(seconds: $0.seconds, secondsOfCalls: $0.secondsOfCalls, alarm: name($0.alarm))
      }, runs: known.runs, unmet: known.unmet, silentAlarm: known.silentAlarm.map(name))
  }

  /// `Workload.falseAlarms(of:days:seed:)`
  package mutating func falseAlarms(
    of alarms: [WatchingAlarm], _ workload: Workload, days: Int
  ) throws(MathError) -> [Int] {
    guard let own = Self.metrics(alarms) else { return try workload.falseAlarms(of: alarms, days: days) }
    let key = Key(workload: workload, failure: nil, alarms: own, limit: days)
    if let known = counts[key] { return known }
    let computed = try workload.falseAlarms(of: alarms, days: days)
    counts[key] = computed
    return computed
  }

  /// - Returns: `nil` where there is a composite alarm, which knows the others by their names.
  private static func metrics(_ alarms: [WatchingAlarm]) -> [Alarm]? {
    var metrics: [Alarm] = []
    for alarm in alarms {
      guard case .metric(let condition) = alarm.condition else { return nil }
      metrics.append(Alarm(condition: condition, notifies: alarm.notifies))
    }
    return metrics
  }
}
