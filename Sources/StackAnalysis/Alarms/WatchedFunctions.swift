package import AWSModel
package import TerraformModel

/// Which functions of a stack an alarm watches in the way that a rule asks for.
package struct WatchedFunctions {
  private let stack: DeclaredStack
  private let alarms: AlarmIndex
  private let qualified: QualifiedReadings
  private let aliases: FunctionAliases

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    alarms = AlarmIndex(stack)
    qualified = stack.cached { QualifiedReadings($0) }
    aliases = FunctionAliases(stack)
  }

  /// Whether an alarm notices that invocations of a function fail.
  ///
  /// - Throws: Where an alarm may, but what it reads is known only after apply.
  package func hasErrorAlarm(_ function: Subject<LambdaFunction>) throws(DecodingFailure) -> Bool {
    try isWatched(function, reading: function.errors, as: \.noticesHighValues)
  }

  /// Whether an alarm notices that invocations of a function are refused.
  ///
  /// - Throws: Where an alarm may, but what it reads is known only after apply.
  package func hasThrottleAlarm(_ function: Subject<LambdaFunction>) throws(DecodingFailure) -> Bool {
    try isWatched(function, reading: function.throttles, as: \.noticesHighValues)
  }

  /// Whether an alarm notices that the slowest invocations of a function take long.
  ///
  /// - Throws: Where an alarm may, but what it reads is known only after apply.
  package func hasSlownessAlarm(_ function: Subject<LambdaFunction>) throws(DecodingFailure) -> Bool {
    try isWatched(function, reading: function.duration) { $0.noticesHighValues && $0.mayReadTheSlowest }
  }

  /// Whether a reading with the dimension `FunctionName` of a function is of the function, of its unqualified name or of
  /// one of its aliases; `nil` where that is known only after apply.
  func isReading(_ reading: MetricReading, of function: Declaration) -> Bool? {
    guard let dimensions = reading.dimensions else { return nil }
    guard let resource = dimensions["Resource"] else { return dimensions.count == 1 }
    guard reading.hasPublishedDimensions else { return false }
    return aliases.isResource(resource, of: function)
  }

  private func isWatched(
    _ function: Subject<LambdaFunction>, reading metric: Metric, as isEnough: (MetricReading) -> Bool
  ) throws(DecodingFailure) -> Bool {
    if isReplicaWatched(function, reading: metric, as: isEnough) { return true }
    let series = stack.series(metric, in: function.region)
    var possible: Declaration?
    for reading in qualified[series] where isEnough(reading) {
      switch isReading(reading, of: function.declaration) {
      case true? where reading.statistic != nil: return true
      case true?, nil: possible = possible ?? reading.alarm
      case false?: continue
      }
    }
    if try alarms.isRead(series, as: isEnough) { return true }
    if possible == nil {
      possible =
        qualified.undecided.first { reading in
          reading.mayBecome(series) && isEnough(reading) && isReading(reading, of: function.declaration) != false
        }?.alarm
    }
    if let possible { throw AlarmIndex.undecided(possible) }
    return false
  }

  /// Whether an alarm in another region watches what CloudFront runs there of the function.
  private func isReplicaWatched(
    _ function: Subject<LambdaFunction>, reading metric: Metric, as isEnough: (MetricReading) -> Bool
  ) -> Bool {
    guard function.region == .usEast1, let name = function.declaration.block["function_name"]?.text(in: stack) else {
      return false
    }
    let dimensions = ["FunctionName": Text(LambdaFunction.replicaPrefix + name)]
    return alarms.regions.contains { region in
      region != function.region
        && alarms[stack.series(metric.name, in: metric.namespace, dimensions, of: region)].contains(where: isEnough)
    }
  }
}

/// The readings of Lambda's metrics with a dimension besides `FunctionName`.
private struct QualifiedReadings: Sendable {
  /// By the series of the function.
  private var byFunction: [MetricSeries: [MetricReading]] = [:]
  /// Those of which it is known only after apply which function they are of.
  private(set) var undecided: [MetricReading] = []

  init(_ stack: DeclaredStack) {
    for reading in stack.metricReadings where reading.namespace == LambdaMetrics.namespace.name {
      guard let dimensions = reading.dimensions, dimensions["Resource"] != nil, let name = dimensions["FunctionName"]
      else { continue }
      guard !name.isUndecided else {
        undecided.append(reading)
        continue
      }
      let series = stack.series(
        reading.name, in: reading.namespace, ["FunctionName": name], of: reading.alarm.region)
      byFunction[series, default: []].append(reading)
    }
  }

  subscript(function: MetricSeries) -> [MetricReading] { byFunction[function, default: []] }
}

extension MetricReading {
  /// Whether AWS publishes the metric with just these dimensions.
  fileprivate var hasPublishedDimensions: Bool {
    guard let dimensions, let sets = published?.dimensionSets else { return false }
    return sets.contains(Set(dimensions.keys))
  }

  /// Whether it may come to be of a function's series, whatever its other dimensions.
  fileprivate func mayBecome(_ series: MetricSeries) -> Bool {
    guard let own = dimensions?["FunctionName"], let name = series.dimensions["FunctionName"] else { return false }
    return namespace == series.namespace && self.name == series.name && alarm.region == series.region
      && own.mayBecome(name)
  }
}
