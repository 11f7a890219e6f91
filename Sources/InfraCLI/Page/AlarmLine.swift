import InfraModel
import TFEmit

/// A readable form of an alarm: when it fires, how it treats missing data, and who is notified.
struct AlarmLine {
  let name: String
  let condition: String
  let silence: String
  /// The subscribers that are notified when it fires.
  let hearers: [String]
  let meaning: String
}

extension DeclaredStack {
  /// Every alarm, in the order of `test-alarms`.
  var alarmLines: [AlarmLine] {
    drills.compactMap { drill in
      let hearers = unique(drill.subscribers.compactMap(\.name))
      switch declaration(at: drill.address)?.resource {
      case let alarm as MetricAlarm:
        return AlarmLine(
          name: alarm.name, condition: alarm.condition, silence: alarm.missingData.label, hearers: hearers,
          meaning: alarm.description ?? "")
      case let alarm as CompositeAlarm:
        return AlarmLine(
          name: alarm.name, condition: "a combination of other alarms", silence: "as in those alarms", hearers: hearers,
          meaning: alarm.description ?? "")
      default: return nil
      }
    }
  }
}

extension MetricAlarm {
  /// `p95 of Duration above 3,000 ms, 3 of 5 times 5 min`
  fileprivate var condition: String {
    let (value, unit) =
      switch measure {
      case .metric(let metric, let statistic):
        (
          "\(statistic.word.lowercasedUnlessPercentile) of \(metric.name)",
          // A count of durations has no unit of time.
          statistic == .sampleCount ? nil : metric.timeSymbol
        )
      case .math(let math): (math.label, nil)
      }
    return "\(value) \(threshold.label)\(unit.map { " \($0)" } ?? ""), \(evaluation.label(period))"
  }
}

extension String {
  fileprivate var lowercasedUnlessPercentile: String {
    self == "SampleCount" ? "count" : lowercased()
  }
}

extension Threshold {
  fileprivate var label: String {
    let limit = plainNumber(limit)
    return switch self {
    case .above: "above \(limit)"
    case .atLeast: "at or above \(limit)"
    case .below: "below \(limit)"
    case .atMost: "at or below \(limit)"
    }
  }
}

extension Evaluation {
  fileprivate func label(_ period: Period) -> String {
    let time =
      period.seconds % 3_600 == 0
      ? "\(period.seconds / 3_600) h"
      : period.seconds % 60 == 0 ? "\(period.seconds / 60) min" : "\(period.seconds) s"
    return switch self {
    case .once: "in \(time)"
    case .consecutive(let periods): "\(periods) × \(time) in a row"
    case .datapoints(let points, let periods): "\(points) of \(periods) × \(time)"
    }
  }
}

extension MissingData {
  fileprivate var label: String {
    switch self {
    case .breaching: "breaching"
    case .notBreaching: "not breaching"
    case .ignore: "ignored"
    case .missing: "missing"
    }
  }
}
