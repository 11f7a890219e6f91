import TerraformModel

/// What CloudWatch and X-Ray take (AWS: PutMetricAlarm and 1.11).
let observabilityLimits: [String: [ArgumentLimit]] = [
  "aws_cloudwatch_metric_alarm": [
    ArgumentLimit("evaluation_periods", .range(1 ... .infinity), isKnownToModel: true),
    ArgumentLimit("datapoints_to_alarm", .range(1 ... .infinity), isKnownToModel: true),
    ArgumentLimit("period", .period, isKnownToModel: true),
    ArgumentLimit("metric_query.id", .metricID, isKnownToModel: true),
    ArgumentLimit("metric_query.metric.period", .period, isKnownToModel: true),
  ],
  "aws_xray_sampling_rule": [
    ArgumentLimit("rule_name", .other(than: "Default"), isKnownToModel: true),
    ArgumentLimit("priority", .range(1...9_999), isKnownToModel: true),
    ArgumentLimit("reservoir_size", .range(0 ... .infinity), isKnownToModel: true),
    ArgumentLimit("fixed_rate", .range(0...1), isKnownToModel: true),
    ArgumentLimit("service_name", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("service_type", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("host", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("http_method", .characters(1...10), isKnownToModel: true),
    ArgumentLimit("url_path", .characters(1...128), isKnownToModel: true),
    ArgumentLimit("resource_arn", .characters(1...500), isKnownToModel: true),
  ],
]

extension ValueLimit {
  fileprivate static let period = ValueLimit.number("10, 20, 30 or a multiple of 60") { seconds in
    [10, 20, 30].contains(seconds) || (seconds > 0 && seconds.truncatingRemainder(dividingBy: 60) == 0)
  }

  fileprivate static let metricID = ValueLimit.shape(
    "a lower-case letter and then letters, digits and _", isMetricID)
}

/// Whether metric math can call a query by an id.
package func isMetricID(_ id: String) -> Bool {
  guard let first = id.unicodeScalars.first, ("a"..."z").contains(first), id.utf8.count <= 255 else { return false }
  return id.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "_" }
}
