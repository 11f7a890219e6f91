import AWSModel
package import TerraformModel

/// A stack's metric alarms by the series they read, be they declared by type or not. An alarm sees nothing outside its
/// own region.
package struct AlarmIndex {
  fileprivate struct Readings {
    var bySeries: [MetricSeries: [MetricReading]] = [:]
    /// Those of which the dimensions or the statistic are known only after apply.
    var undecided: [MetricReading] = []
    /// The regions of the alarms.
    var regions: Set<Region> = []
  }

  private let stack: DeclaredStack
  private let readings: Readings

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    readings = stack.cached { Readings($0) }
  }

  /// Who reads a series, in the order of declaration.
  package subscript(series: MetricSeries) -> [MetricReading] { readings.bySeries[series, default: []] }

  /// The regions of the alarms.
  var regions: Set<Region> { readings.regions }

  /// Whether an alarm reads a series in the way that is asked for.
  ///
  /// - Throws: Where none is known to, and one permissions: what is known of its namespace, metric, region and the rest does not
  ///   rule it out.
  package func isRead(
    _ series: MetricSeries, as isEnough: (MetricReading) -> Bool = { _ in true }
  ) throws(DecodingFailure) -> Bool {
    if self[series].contains(where: isEnough) { return true }
    guard let alarm = mayRead(series, as: isEnough) else { return false }
    throw AlarmIndex.undecided(alarm)
  }

  /// Why it cannot be told whether an alarm reads a series.
  static func undecided(_ alarm: Declaration) -> DecodingFailure {
    DecodingFailure(
      argument: "metric_name",
      reason: .evidence(
        alarm.address, because: "which metric it reads is known only after apply", isDecidedByApply: true))
  }

  /// The first alarm that may come to read a series in the way that is asked for.
  private func mayRead(_ series: MetricSeries, as isEnough: (MetricReading) -> Bool) -> Declaration? {
    if let undecided = stack.undecidedAlarms.first(where: { $0.mayRead(series) }) { return undecided.alarm }
    return readings.undecided.first { reading in
      guard reading.namespace == series.namespace, reading.name == series.name, reading.alarm.region == series.region,
        isEnough(reading)
      else { return false }
      guard let dimensions = reading.dimensions else { return true }
      return dimensions.count == series.dimensions.count
        && dimensions.allSatisfy { name, value in
          series.dimensions[name].map { stack.simplified(value) == $0 || value.mayBecome($0) } ?? false
        }
    }?.alarm
  }
}

extension AlarmIndex.Readings {
  init(_ stack: DeclaredStack) {
    let metrics = stack.metricReadings
    bySeries.reserveCapacity(metrics.count)
    for reading in metrics {
      guard let dimensions = reading.dimensions, reading.statistic != nil,
        !dimensions.values.contains(where: \.isUndecided)
      else {
        undecided.append(reading)
        continue
      }
      let series = stack.series(reading.name, in: reading.namespace, dimensions, of: reading.alarm.region)
      bySeries[series, default: []].append(reading)
      regions.insert(series.region)
    }
  }
}

extension MetricReading {
  /// Whether the alarm can fire because the series goes up. Of an expression we do not know, so it may.
  var noticesHighValues: Bool { threshold?.firesOnHighValues ?? true }

  /// Whether its statistic rises no later than the 95th percentile: that percentile, a higher one or the maximum. Where
  /// the statistic is known only after apply, it may.
  var mayReadTheSlowest: Bool {
    guard let statistic else { return true }
    if statistic == "Maximum" { return true }
    guard statistic.hasPrefix("p"), let percentile = Double(statistic.dropFirst()) else { return false }
    return percentile >= 95
  }
}

extension Text {
  /// Whether it may become another text. Where both are made of references, they have to have one in common.
  func mayBecome(_ other: Text) -> Bool {
    guard isUndecided else { return false }
    let (own, others) = (references, other.references)
    return own.isEmpty || others.isEmpty || others.contains { own.contains($0) }
  }
}
