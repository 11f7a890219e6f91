package import AlarmEvaluation

/// What an alarm reads of a workload.
package indirect enum Measurement: Hashable, Sendable {
  /// A metric with a statistic.
  case metric(Signal, SignalStatistic)
  /// An expression over metrics, by their ids.
  case math(MathExpression, metrics: [String: Measurement], expressions: [String: MathExpression])

  /// The metrics that it reads.
  package var signals: Set<Signal> {
    switch self {
    case .metric(let signal, _): [signal]
    case .math(_, let metrics, _): metrics.values.reduce(into: []) { $0.formUnion($1.signals) }
    }
  }
}

/// A metric of a workload, whatever AWS calls it.
package enum Signal: String, Hashable, Sendable, CaseIterable {
  /// `Invocations`, `Count`, `ExecutionsStarted`
  case calls
  /// `Errors` of a function, `5XXError` of an API, `ExecutionsFailed`
  case errors
  /// `4XXError` of an API
  case clientErrors
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
package enum SignalStatistic: Hashable, Sendable {
  case sum
  case average
  case minimum
  case maximum
  case sampleCount
  /// 0 to 100.
  case percentile(Double)
}
