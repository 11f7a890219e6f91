/// What CloudWatch, X-Ray and RUM take (aws-facts 1.7 to 1.11 and 1.18).
let observabilityLimits: [String: [ArgumentLimit]] = [
  "aws_cloudwatch_log_group": [
    ArgumentLimit("name", .notStarting(with: "aws/")),
    ArgumentLimit(
      "retention_in_days", .number("0 or one of \(retentions)") { days in retentions.contains { Double($0) == days } }),
    ArgumentLimit("log_group_class", .word(["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"])),
  ],
  "aws_cloudwatch_log_metric_filter": [
    ArgumentLimit("pattern", .characters(0...1_024)),
    ArgumentLimit("metric_transformation", .count(1...1)),
    ArgumentLimit("metric_transformation.name", .metricName),
    ArgumentLimit("metric_transformation.namespace", .metricName),
    ArgumentLimit("metric_transformation.value", .characters(1...100)),
    ArgumentLimit(
      "metric_transformation.value",
      .shape("a number, or a field that starts with '$'") {
        $0.hasPrefix("$") || Double($0) != nil
      }),
    ArgumentLimit("metric_transformation.dimensions", .count(0...3)),
  ],
  "aws_cloudwatch_metric_alarm": [
    ArgumentLimit("alarm_description", .characters(0...1_024)),
    ArgumentLimit(
      "comparison_operator",
      .word([
        "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
        "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
      ])),
    ArgumentLimit("evaluation_periods", .range(1 ... .infinity), isKnownToModel: true),
    ArgumentLimit("datapoints_to_alarm", .range(1 ... .infinity), isKnownToModel: true),
    ArgumentLimit("period", .period, isKnownToModel: true),
    ArgumentLimit("statistic", .word(["SampleCount", "Average", "Sum", "Minimum", "Maximum"])),
    ArgumentLimit("extended_statistic", .extendedStatistic),
    ArgumentLimit("treat_missing_data", .word(["missing", "ignore", "breaching", "notBreaching"])),
    ArgumentLimit("evaluate_low_sample_count_percentiles", .word(["evaluate", "ignore"])),
    ArgumentLimit("unit", .word(units)),
    ArgumentLimit(
      "namespace", .shape("a namespace that does not start with ':'") { !$0.isEmpty && !$0.hasPrefix(":") }),
    ArgumentLimit("dimensions", .count(0...30)),
    ArgumentLimit(
      "dimensions.@keys",
      .shape("ASCII that does not start with ':'") {
        !$0.isEmpty && !$0.hasPrefix(":") && $0.unicodeScalars.allSatisfy(\.isASCII)
      }),
    ArgumentLimit("dimensions", .ascii(1...1_024)),
    ArgumentLimit("alarm_actions", .count(0...5)),
    ArgumentLimit("alarm_actions", .arn),
    ArgumentLimit("ok_actions", .count(0...5)),
    ArgumentLimit("ok_actions", .arn),
    ArgumentLimit("insufficient_data_actions", .count(0...5)),
    ArgumentLimit("insufficient_data_actions", .arn),
    ArgumentLimit("metric_query.id", .metricID, isKnownToModel: true),
    ArgumentLimit("metric_query.expression", .characters(1...2_048)),
    ArgumentLimit("metric_query.metric.period", .period, isKnownToModel: true),
    ArgumentLimit("metric_query.metric.dimensions", .count(0...30)),
  ],
  "aws_cloudwatch_composite_alarm": [
    ArgumentLimit("alarm_rule", .characters(1...10_240)),
    ArgumentLimit("alarm_description", .characters(0...1_024)),
    ArgumentLimit("alarm_actions", .count(0...5)),
    ArgumentLimit("ok_actions", .count(0...5)),
    ArgumentLimit("insufficient_data_actions", .count(0...5)),
  ],
  "aws_cloudwatch_dashboard": [
    ArgumentLimit("dashboard_body", .document),
    ArgumentLimit("dashboard_body.widgets", .count(0...500)),
    ArgumentLimit("dashboard_body.widgets.type", .word(["metric", "text", "log", "alarm", "explorer", "custom"])),
    ArgumentLimit("dashboard_body.widgets.x", .range(0...23)),
    ArgumentLimit("dashboard_body.widgets.y", .range(0 ... .infinity)),
    ArgumentLimit("dashboard_body.widgets.width", .range(1...24)),
    ArgumentLimit("dashboard_body.widgets.height", .range(1...1_000)),
    ArgumentLimit("dashboard_body.widgets.properties.alarms", .count(1...100)),
    ArgumentLimit("dashboard_body.widgets.properties.metrics", .count(0...500)),
  ],
  "aws_xray_sampling_rule": [
    ArgumentLimit("rule_name", .other(than: "Default"), isKnownToModel: true),
    ArgumentLimit("priority", .range(1...9_999), isKnownToModel: true),
    ArgumentLimit("version", .range(1...1)),
    ArgumentLimit("reservoir_size", .range(0 ... .infinity), isKnownToModel: true),
    ArgumentLimit("fixed_rate", .range(0...1), isKnownToModel: true),
    ArgumentLimit("service_name", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("service_type", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("host", .characters(1...64), isKnownToModel: true),
    ArgumentLimit("http_method", .characters(1...10), isKnownToModel: true),
    ArgumentLimit("url_path", .characters(1...128), isKnownToModel: true),
    ArgumentLimit("resource_arn", .characters(1...500), isKnownToModel: true),
    ArgumentLimit("attributes", .count(0...5)),
    ArgumentLimit("attributes.@keys", .characters(1...32)),
    ArgumentLimit("attributes", .characters(1...32)),
  ],
  "aws_xray_group": [ArgumentLimit("group_name", .other(than: "Default"))],
  "aws_xray_encryption_config": [ArgumentLimit("type", .word(["NONE", "KMS"]))],
  "aws_rum_app_monitor": [
    ArgumentLimit("app_monitor_configuration.session_sample_rate", .range(0...1)),
    ArgumentLimit("app_monitor_configuration.telemetries", .word(["errors", "performance", "http"])),
  ],
  "aws_synthetics_canary": [
    ArgumentLimit(
      "name",
      .shape("1 to 255 lower-case letters, digits, - and _") { name in
        (1...255).contains(name.utf8.count)
          && name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
          }
      })
  ],
]

private let retentions = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653,
]

private let units =
  ["Seconds", "Microseconds", "Milliseconds", "Percent", "Count", "Count/Second", "None"] + sizes + rates
private let sizes = ["", "Kilo", "Mega", "Giga", "Tera"].flatMap { scale in
  ["Bytes", "Bits"].map { scale.isEmpty ? $0 : scale + $0.lowercased() }
}
private let rates = sizes.map { $0 + "/Second" }

extension ValueLimit {
  fileprivate static let period = ValueLimit.number("10, 20, 30 or a multiple of 60") { seconds in
    [10, 20, 30].contains(seconds) || (seconds > 0 && seconds.truncatingRemainder(dividingBy: 60) == 0)
  }

  fileprivate static let metricName = ValueLimit.shape("1 to 255 characters other than : * $") { name in
    (1...255).contains(name.unicodeScalars.count) && !name.contains { ":*$".contains($0) }
  }

  fileprivate static let metricID = ValueLimit.shape(
    "a lower-case letter and then letters, digits and _", isMetricID)

  /// `p95`, `tm90`, `IQM`, `PR(0:100)`, `TM(10%:90%)` and their like, where `P95` and `p101` are refused.
  fileprivate static let extendedStatistic = ValueLimit.shape("'p0' to 'p100', 'tm90' and their like") { word in
    // Nearly all are percentiles.
    if word.utf8.first == UInt8(ascii: "p") { return isShare(word.dropFirst()) }
    if word == "IQM" { return true }
    if let range = ["PR(", "TM(", "TC(", "TS(", "WM("].first(where: { word.hasPrefix($0) }) {
      return word.hasSuffix(")") && word.dropFirst(range.count).contains(":")
    }
    return ["tm", "tc", "ts", "wm"].contains { word.hasPrefix($0) } && isShare(word.dropFirst(2))
  }
}

/// A share of a hundred, without a sign.
private func isShare(_ digits: Substring) -> Bool {
  guard let first = digits.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
  return Double(digits).map((0...100).contains) ?? false
}

/// Whether metric math can call a query by an id.
func isMetricID(_ id: String) -> Bool {
  guard let first = id.unicodeScalars.first, ("a"..."z").contains(first), id.utf8.count <= 255 else { return false }
  return id.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "_" }
}
