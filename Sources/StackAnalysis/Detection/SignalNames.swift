import FailureDetection

/// What AWS calls the metrics of a workload.
///
/// - https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
/// - https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
/// - https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
/// - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
/// - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
private let signals: [String: [String: Signal]] = [
  "AWS/Lambda": ["Invocations": .calls, "Errors": .errors, "Throttles": .throttles, "Duration": .duration],
  "AWS/ApiGateway": [
    "Count": .calls, "5XXError": .errors, "5xx": .errors, "4XXError": .clientErrors, "4xx": .clientErrors,
    "Latency": .duration, "IntegrationLatency": .duration,
  ],
  "AWS/States": [
    "ExecutionsStarted": .calls, "ExecutionsFailed": .errors, "ExecutionThrottled": .throttles,
    "ExecutionTime": .duration,
  ],
  "AWS/SQS": [
    "ApproximateNumberOfMessagesVisible": .waiting, "ApproximateAgeOfOldestMessage": .oldestAge,
    "NumberOfMessagesSent": .calls,
  ],
  "AWS/DynamoDB": [
    "SystemErrors": .errors, "ThrottledRequests": .throttles, "ReadThrottleEvents": .throttles,
    "WriteThrottleEvents": .throttles, "SuccessfulRequestLatency": .duration,
  ],
]

extension MetricReading {
  /// What the metric is of a workload, with its statistic; `nil` for one that is not simulated.
  var measurement: Measurement? {
    guard let signal = signals[namespace]?[name], let statistic = statistic.flatMap(SignalStatistic.init(word:)) else {
      return nil
    }
    return .metric(signal, statistic)
  }
}

extension SignalStatistic {
  /// - Parameter word: CloudWatch's name, such as `Sum` or `p95`.
  fileprivate init?(word: String) {
    switch word {
    case "Sum": self = .sum
    case "Average": self = .average
    case "Minimum": self = .minimum
    case "Maximum": self = .maximum
    case "SampleCount": self = .sampleCount
    default:
      guard word.hasPrefix("p"), let percentile = Double(word.dropFirst()), (0...100).contains(percentile) else {
        return nil
      }
      self = .percentile(percentile)
    }
  }
}

/// How late the datapoint of a minute arrives, in seconds. AWS publishes no figure; the metrics of its services arrive within
/// about two minutes.
let metricDelay = 120
