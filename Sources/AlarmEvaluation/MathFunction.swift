/// The functions of metric math.
enum MathFunction: String, CaseIterable {
  case abs = "ABS"
  case anomalyDetectionBand = "ANOMALY_DETECTION_BAND"
  case average = "AVG"
  case ceiling = "CEIL"
  case datapointCount = "DATAPOINT_COUNT"
  case date = "DATE"
  case day = "DAY"
  case databaseInsights = "DB_PERF_INSIGHTS"
  case difference = "DIFF"
  case differenceInTime = "DIFF_TIME"
  case epoch = "EPOCH"
  case exponential = "EXP"
  case fill = "FILL"
  case first = "FIRST"
  case floor = "FLOOR"
  case hour = "HOUR"
  case condition = "IF"
  case insightRuleMetric = "INSIGHT_RULE_METRIC"
  case lambda = "LAMBDA"
  case last = "LAST"
  case logarithm = "LOG"
  case decimalLogarithm = "LOG10"
  case maximum = "MAX"
  case metricCount = "METRIC_COUNT"
  case metrics = "METRICS"
  /// A query of Metrics Insights, which is a language of its own.
  case metricsInsights = "SELECT"
  case minimum = "MIN"
  case minute = "MINUTE"
  case month = "MONTH"
  case period = "PERIOD"
  case rate = "RATE"
  case removeEmpty = "REMOVE_EMPTY"
  case runningSum = "RUNNING_SUM"
  case search = "SEARCH"
  case serviceQuota = "SERVICE_QUOTA"
  case slice = "SLICE"
  case sort = "SORT"
  case squareRoot = "SQRT"
  case standardDeviation = "STDDEV"
  case sum = "SUM"
  case timeSeries = "TIME_SERIES"
  case year = "YEAR"
}

extension MathEvaluator {
  func value(
    of function: MathFunction, _ arguments: [MathExpression], below ids: Set<String>
  ) throws(MathError) -> MathValue {
    func argument(_ index: Int) throws(MathError) -> MathValue {
      guard arguments.indices.contains(index) else { throw .arguments(function.rawValue) }
      return try value(of: arguments[index], below: ids)
    }
    func series() throws(MathError) -> [Double?] {
      guard let series = try argument(0).series else { throw .arguments(function.rawValue) }
      return series
    }
    func list() throws(MathError) -> [[Double?]] {
      guard let list = try argument(0).list else { throw .arguments(function.rawValue) }
      return list
    }
    func each(_ transform: ([Double?]) -> [Double?]) throws(MathError) -> MathValue {
      guard let value = try argument(0).mapSeries(transform) else { throw .arguments(function.rawValue) }
      return value
    }
    func aggregate(_ statistic: MathAggregate) throws(MathError) -> MathValue {
      switch try argument(0) {
      case .scalar: throw .arguments(function.rawValue)
      case .series(let series): return .scalar(statistic.value(of: series, reading))
      case .list(let list): return .series(statistic.values(across: list, reading))
      }
    }
    func time(_ field: (Int) -> Int) throws(MathError) -> MathValue {
      let count = try series().count
      guard let start = inputs.start else { throw .needsTime(function.rawValue) }
      return .series((0..<count).map { Double(field(start + $0 * inputs.period)) })
    }

    switch function {
    case .abs: return try argument(0).mapValues { Swift.abs($0) }
    case .ceiling: return try argument(0).mapValues { $0.rounded(.up) }
    case .floor: return try argument(0).mapValues { $0.rounded(.down) }
    case .squareRoot: return try argument(0).mapValues { $0.squareRoot() }
    case .exponential: return try argument(0).mapValues(AlarmEvaluation.exponential)
    case .logarithm: return try argument(0).mapValues(AlarmEvaluation.logarithm)
    case .decimalLogarithm: return try argument(0).mapValues(AlarmEvaluation.decimalLogarithm)

    case .average: return try aggregate(.average)
    case .datapointCount: return try aggregate(.count)
    case .maximum: return try aggregate(.maximum)
    case .minimum: return try aggregate(.minimum)
    case .standardDeviation: return try aggregate(.standardDeviation)
    case .sum: return try aggregate(.sum)

    case .difference: return try each { $0.differences { value, _ in value } }
    case .differenceInTime: return try each { $0.differences { _, periods in Double(periods * inputs.period) } }
    case .rate: return try each { $0.differences { value, periods in value / Double(periods * inputs.period) } }
    case .runningSum: return try each { $0.runningSum }
    case .fill: return try fill(try argument(0), with: arguments.dropFirst().first, below: ids)
    case .condition:
      return try condition(
        try argument(0), try argument(1), else: arguments.count > 2 ? try argument(2) : nil)

    case .metrics:
      guard case .text(let part)? = arguments.first else { return .list(inputs.metrics.map(\.values)) }
      return .list(inputs.metrics.filter { $0.id.contains(part) }.map(\.values))
    case .metricCount: return .scalar(Double(try list().count))
    case .removeEmpty: return .list(try list().filter { $0.contains { $0 != nil } })
    case .first, .last:
      let list = try list()
      guard let series = function == .first ? list.first : list.last else { throw .arguments(function.rawValue) }
      return .series(series)
    case .slice: return .list(try slice(try list(), arguments.dropFirst(), below: ids))
    case .sort: return .list(try sort(try list(), arguments.dropFirst(), below: ids))

    case .period:
      _ = try series()
      return .scalar(Double(inputs.period))
    case .timeSeries:
      guard case .scalar(let number) = try argument(0) else { throw .arguments(function.rawValue) }
      return .series(Array(repeating: number, count: inputs.length))
    case .epoch: return try time { $0 }
    case .minute: return try time { ClockTime($0).minute }
    case .hour: return try time { ClockTime($0).hour }
    case .day: return try time { ClockTime($0).weekday }
    case .date: return try time { ClockTime($0).date }
    case .month: return try time { ClockTime($0).month }
    case .year: return try time { ClockTime($0).year }

    case .anomalyDetectionBand, .databaseInsights, .insightRuleMetric, .lambda, .metricsInsights, .search,
      .serviceQuota:
      throw .notComputable(function.rawValue)
    }
  }

  /// `IF`: a condition that has no value drops the datapoint; one that holds where the value is missing makes 0; one that
  /// does not hold where the other value is missing, or not given, drops it.
  private func condition(
    _ condition: MathValue, _ then: MathValue, else other: MathValue?
  ) throws(MathError) -> MathValue {
    func value(_ branch: MathValue, _ index: Int, orElse missing: Double?) -> Double? {
      switch branch {
      case .scalar(let number): number
      case .series(let series): series[index] ?? missing
      case .list(let list): list[0][index] ?? missing
      }
    }
    for branch in [then, other].compactMap(\.self) {
      if case .list(let list) = branch, list.count != 1 { throw .arguments(MathFunction.condition.rawValue) }
    }
    if case .scalar(let number) = condition {
      guard let number else { return .scalar(nil) }
      return number != 0 ? then : other ?? .series(Array(repeating: nil, count: inputs.length))
    }
    guard let conditions = condition.series else { throw .arguments(MathFunction.condition.rawValue) }
    return .series(
      conditions.indices.map { index in
        guard let holds = conditions[index] else { return nil }
        if holds != 0 { return value(then, index, orElse: 0) }
        return other.flatMap { value($0, index, orElse: nil) }
      })
  }

  private func fill(
    _ value: MathValue, with filler: MathExpression?, below ids: Set<String>
  ) throws(MathError) -> MathValue {
    let filled: MathValue?
    switch filler {
    case .word("REPEAT"): filled = value.mapSeries(\.repeated)
    case .word("LINEAR"): filled = value.mapSeries(\.interpolated)
    case .some(let expression):
      switch try self.value(of: expression, below: ids) {
      case .scalar(let number): filled = value.mapSeries { $0.map { $0 ?? number } }
      case .series(let others): filled = value.mapSeries { zip($0, others).map { $0 ?? $1 } }
      case .list: throw .arguments(MathFunction.fill.rawValue)
      }
    case nil: throw .arguments(MathFunction.fill.rawValue)
    }
    guard let filled else { throw .arguments(MathFunction.fill.rawValue) }
    return filled
  }

  /// `SLICE(list, start, end)`, of which the end is optional and not included.
  private func slice(
    _ list: [[Double?]], _ bounds: ArraySlice<MathExpression>, below ids: Set<String>
  ) throws(MathError) -> [[Double?]] {
    var numbers: [Int] = []
    for bound in bounds { numbers.append(try count(bound, of: .slice, below: ids)) }
    guard let start = numbers.first else { throw .arguments(MathFunction.slice.rawValue) }
    let end = min(numbers.count > 1 ? numbers[1] : list.count, list.count)
    return start < end ? Array(list[start..<end]) : []
  }

  /// `SORT(list, AVG, DESC, 10)`, of which the last is optional.
  private func sort(
    _ list: [[Double?]], _ arguments: ArraySlice<MathExpression>, below ids: Set<String>
  ) throws(MathError) -> [[Double?]] {
    let arguments = Array(arguments)
    guard arguments.count >= 2, case .word(let name) = arguments[0], case .word(let order) = arguments[1],
      let statistic = MathAggregate(sortWord: name), ["ASC", "DESC"].contains(order)
    else { throw .arguments(MathFunction.sort.rawValue) }
    // Series without data come last in both orders.
    let keys = list.map { series in
      statistic.value(of: series, reading).map { order == "ASC" ? $0 : -$0 } ?? .infinity
    }
    let sorted = list.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { list[$0] }
    guard arguments.count > 2 else { return sorted }
    return Array(sorted.prefix(try count(arguments[2], of: .sort, below: ids)))
  }

  private func count(
    _ expression: MathExpression, of function: MathFunction, below ids: Set<String>
  ) throws(MathError) -> Int {
    guard case .scalar(let number?) = try value(of: expression, below: ids), let count = Int(exactly: number),
      count >= 0
    else { throw .arguments(function.rawValue) }
    return count
  }
}
