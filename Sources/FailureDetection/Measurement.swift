public import AlarmEvaluation

/// What an alarm measures of a workload.
public indirect enum Measurement: Hashable, Sendable {
  /// A metric with a statistic.
  case metric(Signal, SignalStatistic)
  /// An expression over metrics.
  case math(MathExpression, [String: Measurement])

  var signals: Set<Signal> {
    switch self {
    case .metric(let signal, _): [signal]
    case .math(_, let inputs): inputs.values.reduce(into: []) { $0.formUnion($1.signals) }
    }
  }
}

/// A metric of a workload.
public enum Signal: String, Hashable, Sendable, CaseIterable {
  /// `Invocations`, `Count`, `NumberOfMessagesSent`
  case calls
  /// `Errors` of a function, `5XXError` of an API
  case errors
  /// `Throttles`
  case throttles
  /// `Duration` of a function, `Latency` of an API; milliseconds
  case duration
  /// `ApproximateNumberOfMessagesVisible`
  case waiting
  /// `ApproximateAgeOfOldestMessage`; seconds
  case oldestAge
}

/// How a period becomes one number.
public enum SignalStatistic: Hashable, Sendable {
  /// `Sum`
  case sum
  /// `Average`
  case average
  /// `Minimum`
  case minimum
  /// `Maximum`
  case maximum
  /// `SampleCount`
  case sampleCount
  /// A percentile, 0 to 100.
  case percentile(Double)
}

extension Signal {
  /// The value of a period; `nil` where AWS publishes nothing.
  ///
  /// Lambda and API Gateway publish a datapoint for each call, so a period without calls has none, also of errors. SQS
  /// publishes the state of a queue every minute.
  func value(of minutes: ArraySlice<MinuteRecord>, _ statistic: SignalStatistic) -> Double? {
    switch self {
    case .calls:
      return counted(minutes.reduce(0) { $0 + $1.calls }, of: minutes.reduce(0) { $0 + $1.calls }, statistic)
    case .errors:
      return counted(minutes.reduce(0) { $0 + $1.errors }, of: minutes.reduce(0) { $0 + $1.calls }, statistic)
    case .throttles:
      return counted(
        minutes.reduce(0) { $0 + $1.throttles }, of: minutes.reduce(0) { $0 + $1.calls + $1.throttles }, statistic)
    case .duration: return statistic.value(of: minutes.flatMap(\.durations))
    case .waiting: return statistic.value(of: minutes.map { Double($0.waiting) })
    case .oldestAge: return statistic.value(of: minutes.map { Double($0.oldestAge) })
    }
  }

  /// Of a metric that is 1 for some calls and 0 for the others.
  private func counted(_ hits: Int, of calls: Int, _ statistic: SignalStatistic) -> Double? {
    guard calls > 0 else { return nil }
    return switch statistic {
    case .sum: Double(hits)
    case .average: Double(hits) / Double(calls)
    case .minimum: hits == calls ? 1 : 0
    case .maximum: hits > 0 ? 1 : 0
    case .sampleCount: Double(calls)
    case .percentile(let percentile): Double(hits) * 100 > (100 - percentile) * Double(calls) ? 1 : 0
    }
  }
}

extension SignalStatistic {
  fileprivate func value(of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    switch self {
    case .sum: return values.reduce(0, +)
    case .average: return values.reduce(0, +) / Double(values.count)
    case .minimum: return values.min()
    case .maximum: return values.max()
    case .sampleCount: return Double(values.count)
    case .percentile(let percentile):
      let sorted = values.sorted()
      let position = min(max(percentile, 0), 100) / 100 * Double(sorted.count - 1)
      let (low, share) = (Int(position), position - position.rounded(.down))
      return low + 1 < sorted.count ? sorted[low] + share * (sorted[low + 1] - sorted[low]) : sorted[low]
    }
  }
}
