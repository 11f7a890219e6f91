/// Which functions of a stack an alarm watches in the way that a rule asks for.
struct WatchedFunctions {
  private let stack: DeclaredStack
  private let alarms: AlarmIndex

  init(_ stack: DeclaredStack) {
    self.stack = stack
    alarms = AlarmIndex(stack)
  }

  /// - Throws: Where an alarm may read the metric, but what it reads is known only after apply.
  func isWatched(
    _ function: Subject<LambdaFunction>, reading metric: Metric, as isEnough: (MetricReading) -> Bool
  ) throws(Unreadable) -> Bool {
    if isReplicaWatched(function, reading: metric, as: isEnough) { return true }
    return try alarms.isRead(stack.series(metric, in: function.region), as: isEnough)
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
