import TerraformModel

extension Metric {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    let name = try block.string("metric_name")
    let namespace = try block.stringIfPresent("namespace") ?? ""
    // The meaning of missing data is known for metrics that AWS publishes; for others a plan does not record it.
    self.init(
      name, in: namespace, dimensions: try block.textMap("dimensions"),
      missingDataMeaning: MetricCatalogue.metric(name, in: namespace)?.missingDataMeaning ?? .undeclared)
  }
}

extension Statistic {
  /// - Parameters:
  ///   - simple: The argument for CloudWatch's named statistics.
  ///   - extended: The one for percentiles; both may be the same.
  init(reading block: BlockDecoder, _ simple: String, _ extended: String) throws(DecodingFailure) {
    let argument = block.has(extended) ? extended : simple
    let word = try block.string(argument)
    switch word {
    case "SampleCount": self = .sampleCount
    case "Average": self = .average
    case "Sum": self = .sum
    case "Minimum": self = .minimum
    case "Maximum": self = .maximum
    default:
      guard let percentile = Percentile(rawValue: word) else { throw block.error(argument, .unfit("'\(word)'")) }
      self = .percentile(percentile)
    }
  }
}
