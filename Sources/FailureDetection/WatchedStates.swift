import AlarmEvaluation

/// The alarms of a workload and their states, in the course of a simulation.
struct WatchedStates {
  private var metrics: [SimulatedAlarm]
  private let composites: [(index: Int, condition: AlarmCondition)]
  private let names: [String]
  private(set) var states: [AlarmState]
  /// The alarms that went to `ALARM` in the last minute.
  private(set) var fired: [Int] = []
  /// The minutes before any of them looks at nothing earlier.
  let rangeMinutes: Int
  /// The minutes after which none of them changes any more unless something arrives.
  let settlingMinutes: Int
  let limits: [SlowLimit]
  /// The metrics that are read.
  let signals: Set<Signal>

  /// Whether none of them fires, or has an effect that lasts, while no call fails and none is slow.
  let areQuietWithoutFailures: Bool

  /// - Parameter isRelevant: Whether a metric alarm may fire; those that may not stay in `OK`.
  init(
    _ alarms: [WatchingAlarm], of workload: Workload, isRelevant: (WatchingAlarm.MetricCondition) -> Bool
  ) {
    names = alarms.map(\.name)
    var limits: [SlowLimit] = []
    var metrics: [(index: Int, condition: WatchingAlarm.MetricCondition)] = []
    for (index, alarm) in alarms.enumerated() {
      guard case .metric(let condition) = alarm.condition, isRelevant(condition) else { continue }
      metrics.append((index, condition))
      if let limit = condition.slowLimit, !limits.contains(limit) { limits.append(limit) }
    }
    // Each limit is drawn from the calls that are above the one before it.
    limits.sort { ($0.milliseconds, $0.orAt ? 0 : 1) < ($1.milliseconds, $1.orAt ? 0 : 1) }
    self.limits = limits
    self.metrics = metrics.compactMap { SimulatedAlarm($0.condition, index: $0.index, limits: limits) }
    signals = metrics.reduce(into: []) { $0.formUnion($1.condition.measurement.signals) }
    rangeMinutes = metrics.map(\.condition.rangeMinutes).max() ?? 0
    settlingMinutes = metrics.map { $0.condition.rangeMinutes + $0.condition.intervalMinutes }.max() ?? 0
    composites = Self.composites(alarms, watched: Set(self.metrics.map { alarms[$0.index].name }))
    states = Array(repeating: .ok, count: alarms.count)
    areQuietWithoutFailures =
      metrics.allSatisfy {
        $0.condition.rule.missingData != .ignore && $0.condition.isQuietWithoutFailures(of: workload)
      } && composites.allSatisfy(\.condition.isAboutAlarmsOnly)
  }

  var sumsDurations: Bool { metrics.contains(where: \.readsDurations) }

  /// The alarms whose state is simulated.
  var indices: [Int] { metrics.map(\.index) + composites.map(\.index) }

  /// Composite alarms that read alarms which are simulated, each after those that it reads.
  private static func composites(
    _ alarms: [WatchingAlarm], watched: Set<String>
  ) -> [(index: Int, condition: AlarmCondition)] {
    var conditions: [String: (index: Int, condition: AlarmCondition)] = [:]
    for (index, alarm) in alarms.enumerated() {
      if case .composite(let condition) = alarm.condition { conditions[alarm.name] = (index, condition) }
    }
    var watched = watched
    var visited: Set<String> = []
    var sorted: [(index: Int, condition: AlarmCondition)] = []
    func visit(_ name: String) {
      guard let composite = conditions[name], visited.insert(name).inserted else { return }
      composite.condition.alarms.forEach(visit)
      guard !watched.isDisjoint(with: composite.condition.alarms) else { return }
      watched.insert(name)
      sorted.append(composite)
    }
    alarms.map(\.name).forEach(visit)
    return sorted
  }

  mutating func begin() {
    for index in metrics.indices { metrics[index].begin() }
    for metric in metrics { states[metric.index] = .insufficientData }
    fired.removeAll(keepingCapacity: true)
  }

  /// Takes note of a minute's end, before the alarms are evaluated for the first time.
  mutating func advance(to now: Int, _ totals: MinuteTotals) {
    for index in metrics.indices { metrics[index].advance(to: now, totals) }
  }

  /// Evaluates all alarms.
  ///
  /// - Parameter isFirst: Whether also those are evaluated whose hour is not over.
  mutating func evaluate(at now: Int, _ totals: MinuteTotals, isFirst: Bool = false) throws(MathError) {
    fired.removeAll(keepingCapacity: true)
    for position in metrics.indices where isFirst || metrics[position].isEvaluated(at: now) {
      let index = metrics[position].index
      set(index, try metrics[position].outcome(at: now, totals).state(after: states[index]))
    }
    guard !composites.isEmpty else { return }
    var known = Dictionary(zip(names, states), uniquingKeysWith: { first, _ in first })
    for (index, condition) in composites {
      for name in condition.alarms where known[name] == nil { known[name] = .ok }
      set(index, condition.holds(for: known) ? .alarm : .ok)
      known[names[index]] = states[index]
    }
  }

  private mutating func set(_ index: Int, _ state: AlarmState) {
    if state == .alarm, states[index] != .alarm { fired.append(index) }
    states[index] = state
  }
}

extension AlarmCondition {
  /// Whether it holds only because alarms are in `ALARM`, whichever of the other states the others are in.
  fileprivate var isAboutAlarmsOnly: Bool {
    switch self {
    case .state(let state, _): state == .alarm
    case .atLeast(_, let state, let negated, _): state == .alarm && !negated
    case .constant: true
    case .all(let conditions), .any(let conditions): conditions.allSatisfy(\.isAboutAlarmsOnly)
    case .not: false
    }
  }
}
