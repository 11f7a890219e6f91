/// How many samples a percentile needs before an alarm with `evaluate_low_sample_count_percentiles = "ignore"` counts it.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
public struct PercentileSamples: Hashable, Sendable {
  /// Samples below which a percentile is ignored.
  public let minimum: Int

  /// - Parameter percentile: From 0 to 100, exclusive; 99 for `p99`.
  public init?(percentile: Double) {
    guard percentile > 0, percentile < 100 else { return nil }
    // 10 / (1 - p) from the median up, 10 / p below it, in per cents so that 99 makes 1,000 and not 999.
    let rest = percentile >= 50 ? 100 - percentile : percentile
    let exact = 1_000 / rest
    let nearest = exact.rounded()
    // 100 - 99.9 is no round number.
    let whole = abs(exact - nearest) < 1e-6 * nearest ? nearest : exact.rounded(.up)
    guard let minimum = Int(exactly: whole) else { return nil }
    self.minimum = minimum
  }
}

extension DatapointRule {
  /// Evaluates datapoints of a percentile whose alarm ignores periods of few samples.
  ///
  /// The API reference says that the state does not change during periods with too few samples; the guide counts the samples
  /// of the evaluation period, which is N periods in its words. Where the newest period has too few and N periods together
  /// have enough, the verdict carries both answers.
  ///
  /// - Parameters:
  ///   - datapoints: Oldest first.
  ///   - samples: How many samples each datapoint was made of; 0 for a missing one, and for those behind the end.
  ///   - needed: How many the percentile needs.
  public func evaluate(_ datapoints: [Datapoint], samples: [Int], needed: PercentileSamples) -> AlarmVerdict {
    let verdict = evaluate(datapoints)
    func count(_ index: Int) -> Int { samples.indices.contains(index) ? max(0, samples[index]) : 0 }
    guard let newest = datapoints.indices.last, datapoints[newest] != .missing, count(newest) < needed.minimum
    else { return verdict }
    let kept = AlarmVerdict([
      DatapointEvaluation(
        outcome: .keep, basis: .tooFewSamples, countedAges: [], breaching: 0, filled: 0, rangeLength: periods,
        missingData: missingData)
    ])
    var together = 0
    for index in datapoints.indices.suffix(periods) where together < needed.minimum {
      together += min(count(index), needed.minimum)
    }
    return together < needed.minimum ? kept : .combining([kept, verdict])
  }
}
