import TerraformModel

extension MetricAlarm {
  /// What CloudWatch requires of an alarm's arguments together.
  static func declareConstraints(in table: inout ArgumentTable<MetricAlarm>) {
    table.constraint(
      "reads no metric, or a metric and queries", fix: "set either `metric_name` or `metric_query`"
    ) { $0.has("metric_name") != ($0.count("metric_query") > 0) }
    table.constraint("has a metric without a namespace", fix: "set `namespace`") { alarm in
      !alarm.has("metric_name") || alarm.has("namespace")
    }
    table.constraint("has a metric without a period", fix: "set `period`") { alarm in
      !alarm.has("metric_name") || alarm.has("period")
    }
    table.constraint(
      "has no statistic, or two of them", fix: "set either `statistic` or `extended_statistic`"
    ) { !$0.has("metric_name") || $0.has("statistic") != $0.has("extended_statistic") }
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    table.constraint(
      "sets how to evaluate few samples, which applies only to percentiles",
      fix: "remove `evaluate_low_sample_count_percentiles`, or set `extended_statistic` to a percentile"
    ) { alarm in
      // Any other word is a fault of the argument itself.
      guard ["evaluate", "ignore"].contains(alarm.text("evaluate_low_sample_count_percentiles")) else { return true }
      if alarm.has("statistic") { return false }
      return alarm.text("extended_statistic").map { $0.lowercased().hasPrefix("p") } ?? true
    }
    table.constraint(
      "has no threshold, or two of them", fix: "set either `threshold` or `threshold_metric_id`"
    ) { $0.has("threshold") != $0.has("threshold_metric_id") }
    table.constraint(
      "compares a number with an operator for bands",
      fix: "set `threshold_metric_id` instead of `threshold`, or another `comparison_operator`"
    ) { alarm in
      let compares = alarm.text("comparison_operator") ?? ""
      return alarm.has("threshold_metric_id") || !(compares.contains("LowerT") || compares.contains("UpperT"))
    }
    table.constraint(
      "has another unit than its metric, so it never has data", fix: "remove `unit`"
    ) { alarm in
      guard let unit = alarm.text("unit"), let metric = alarm.text("metric_name"),
        let namespace = alarm.text("namespace"),
        let published = MetricCatalogue.metric(metric, in: namespace)?.unit
      else { return true }
      return unit == published
    }
    table.constraint(
      "has a query with both an expression and a metric, or with neither",
      fix: "give each `metric_query` either an `expression` or a `metric`"
    ) { alarm in
      alarm.blocks("metric_query").allSatisfy { $0.has("expression") != ($0.count("metric") > 0) }
    }
  }
}

/// `comparison_operator`: those for a threshold, and those for a band of anomaly detection.
let comparisons = [
  "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
]

/// `unit`
let units =
  ["Seconds", "Microseconds", "Milliseconds", "Percent", "Count", "Count/Second", "None"] + sizes + rates
private let sizes = ["", "Kilo", "Mega", "Giga", "Tera"].flatMap { scale in
  ["Bytes", "Bits"].map { scale.isEmpty ? $0 : scale + $0.lowercased() }
}
private let rates = sizes.map { $0 + "/Second" }

extension ValueLimit {
  /// `period`, in seconds.
  static let alarmPeriod = ValueLimit.number("10, 20, 30 or a multiple of 60") { seconds in
    [10, 20, 30].contains(seconds) || (seconds > 0 && seconds.truncatingRemainder(dividingBy: 60) == 0)
  }

  static let metricID = ValueLimit.shape(
    "a lower-case letter and then letters, digits and _", isMetricID)

  static let dimensionName = ValueLimit.shape("ASCII that does not start with ':'") {
    !$0.isEmpty && !$0.hasPrefix(":") && $0.unicodeScalars.allSatisfy(\.isASCII)
  }

  /// `p95`, `tm90`, `IQM`, `PR(0:100)`, `TM(10%:90%)` and their like, where `P95` and `p101` are refused.
  static let extendedStatistic = ValueLimit.shape("'p0' to 'p100', 'tm90' and their like") { word in
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
package func isMetricID(_ id: String) -> Bool {
  guard let first = id.unicodeScalars.first, ("a"..."z").contains(first), id.utf8.count <= 255 else { return false }
  return id.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "_" }
}
