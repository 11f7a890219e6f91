/// A stack's metric alarms by the series they read. An alarm sees nothing outside its own region.
struct AlarmIndex {
  /// One alarm's use of one series.
  struct Reading {
    let alarm: Declared<MetricAlarm>
    let statistic: Statistic
    /// Whether the threshold is about the series itself; in metric math it is about the expression.
    let isDirect: Bool
  }

  fileprivate struct Readings {
    var bySeries: [MetricSeries: [Reading]] = [:]
  }

  private let readings: Readings

  init(_ stack: DeclaredStack) {
    readings = stack.fact { Readings($0) }
  }

  /// Who reads a series, in the order of declaration.
  subscript(series: MetricSeries) -> [Reading] { readings.bySeries[series, default: []] }
}

extension AlarmIndex.Readings {
  init(_ stack: DeclaredStack) {
    let alarms = stack.declared(MetricAlarm.self)
    bySeries.reserveCapacity(alarms.count)
    for alarm in alarms {
      switch alarm.measure {
      case .metric(let metric, let statistic):
        bySeries[stack.series(metric, in: alarm.region), default: []]
          .append(AlarmIndex.Reading(alarm: alarm, statistic: statistic, isDirect: true))
      case .math(let math):
        for input in math.inputs {
          bySeries[stack.series(input.metric, in: alarm.region), default: []]
            .append(AlarmIndex.Reading(alarm: alarm, statistic: input.statistic, isDirect: false))
        }
      }
    }
  }
}

extension AlarmIndex.Reading {
  /// Whether the alarm can fire because the series goes up. Of an expression we do not know, so it may.
  var noticesHighValues: Bool { !isDirect || alarm.threshold.firesOnHighValues }
}
