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
  ) throws(DecodingFailure) -> Bool {
    try alarms.isRead(stack.series(metric, in: function.region), as: isEnough)
  }
}
