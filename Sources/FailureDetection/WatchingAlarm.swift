package import AlarmEvaluation

/// An alarm that watches a workload.
package struct WatchingAlarm: Hashable, Sendable {
  package var name: String
  package var condition: Condition
  /// Whether a subscriber is notified when it fires.
  package var notifies: Bool

  /// When it is in `ALARM`.
  package enum Condition: Hashable, Sendable {
    case metric(MetricCondition)
    /// A combination of the states of other alarms, by their names. An alarm that does not watch the workload is in `OK`.
    case composite(AlarmCondition)
  }

  /// The datapoints of a metric, and how many of them have to be breaching.
  package struct MetricCondition: Hashable, Sendable {
    package var measurement: Measurement
    package var threshold: AlarmThreshold
    package var rule: DatapointRule
    /// `period`, in whole minutes.
    package var periodMinutes: Int
    /// Seconds from the end of a minute to the arrival of its datapoint.
    package var publicationDelay: Int
    /// The samples below which a percentile is ignored.
    package var neededSamples: PercentileSamples?

    package init(
      _ measurement: Measurement, _ threshold: AlarmThreshold, _ rule: DatapointRule, periodMinutes: Int = 1,
      publicationDelay: Int = 0, neededSamples: PercentileSamples? = nil
    ) {
      self.measurement = measurement
      self.threshold = threshold
      self.rule = rule
      self.periodMinutes = min(max(1, periodMinutes), 10_080)
      self.publicationDelay = min(max(0, publicationDelay), 86_400)
      self.neededSamples = neededSamples
    }
  }

  package init(_ name: String, _ condition: Condition, notifies: Bool = true) {
    self.name = name
    self.condition = condition
    self.notifies = notifies
  }
}

extension WatchingAlarm.MetricCondition {
  /// How many minutes are needed before an evaluation that looks at nothing earlier.
  var rangeMinutes: Int { rangeLength * periodMinutes + delayMinutes }

  /// The evaluation range in periods: the shortest that AWS's examples allow for.
  var rangeLength: Int { rule.periods + 2 }

  /// How many minutes at the end of the range have no datapoint yet.
  var delayMinutes: Int { (publicationDelay + 59) / 60 }

  /// Minutes between two evaluations.
  var intervalMinutes: Int { EvaluationTiming(period: periodMinutes * 60, periods: rule.periods).interval / 60 }
}
