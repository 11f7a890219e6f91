/// The functions of a stack of which no alarm reads a metric in the way that a rule asks for.
struct UnwatchedFunctions {
  /// Those that surely have none.
  private(set) var certain: [Declared<LambdaFunction>] = []
  /// Those of which a plan leaves open what some alarm reads.
  private(set) var unknowns: [Unknown] = []

  init(
    of stack: DeclaredStack, reading metric: (Declared<LambdaFunction>) -> Metric,
    as isEnough: (MetricReading) -> Bool
  ) {
    let alarms = AlarmIndex(stack)
    for function in stack.declared(LambdaFunction.self) {
      let series = stack.series(metric(function), in: function.region)
      guard !alarms[series].contains(where: isEnough) else { continue }
      if let reading = alarms.mayRead(series) {
        unknowns.append(Unknown(on: function.declaration, watchedBy: reading))
      } else {
        certain.append(function)
      }
    }
  }
}
