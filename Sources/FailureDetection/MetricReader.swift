import AlarmEvaluation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How the value of a metric is read from the totals of a workload.
struct MetricReader: Hashable {
  private let source: Source
  private let statistic: SignalStatistic

  private enum Source: Hashable {
    /// A metric that is 1 for some calls and 0 for the others.
    case share(of: MinuteTotals.Column, among: MinuteTotals.Column, and: MinuteTotals.Column?)
    case durations
    /// A state that is measured at the end of each minute and only rises.
    case level(MinuteTotals.Column)
  }

  /// - Returns: `nil` for a percentile of durations: `SlowCalls` compares it with a limit.
  init?(_ signal: Signal, _ statistic: SignalStatistic) {
    self.statistic = statistic
    switch signal {
    case .calls: source = .share(of: .calls, among: .calls, and: nil)
    case .errors: source = .share(of: .errors, among: .calls, and: nil)
    case .clientErrors: source = .share(of: .clientErrors, among: .calls, and: nil)
    case .throttles: source = .share(of: .throttles, among: .calls, and: .throttles)
    case .duration:
      switch statistic {
      case .sum, .average, .sampleCount: source = .durations
      case .minimum, .maximum, .percentile: return nil
      }
    case .waiting: source = .level(.waiting)
    case .oldestAge: source = .level(.oldestAge)
    }
  }

  var readsDurations: Bool { source == .durations && statistic != .sampleCount }

  /// The value of the minutes from one to another; `nil` where AWS publishes no datapoint.
  ///
  /// Lambda and API Gateway publish a datapoint for each call, so a period without calls has none, also of errors. SQS
  /// publishes the state of a queue every minute.
  func value(_ totals: MinuteTotals, _ start: Int, _ end: Int) -> Double? {
    switch source {
    case .share(let hits, let calls, let others):
      let count = totals.sum(calls, start, end) + (others.map { totals.sum($0, start, end) } ?? 0)
      return count > 0 ? value(of: totals.sum(hits, start, end), among: count) : nil
    case .durations:
      let (count, sum) = (totals.sum(.calls, start, end), totals.sum(.durations, start, end))
      guard count > 0 else { return nil }
      return switch statistic {
      case .sum: sum
      case .sampleCount: count
      default: sum / count
      }
    case .level(let column):
      return switch statistic {
      case .sum: totals.sum(column, start, end)
      case .sampleCount: Double(end - start)
      case .average: totals.sum(column, start, end) / Double(end - start)
      case .minimum: totals.value(column, start)
      case .maximum: totals.value(column, end - 1)
      case .percentile(let percentile):
        totals.value(column, start + rank(percentile, of: Double(end - start)) - 1)
      }
    }
  }

  private func value(of hits: Double, among count: Double) -> Double {
    switch statistic {
    case .sum: hits
    case .sampleCount: count
    case .average: hits / count
    case .minimum: hits == count ? 1 : 0
    case .maximum: hits > 0 ? 1 : 0
    case .percentile(let percentile): hits > count - Double(rank(percentile, of: count)) ? 1 : 0
    }
  }
}

/// The rank of a percentile among sorted values, 1 for the smallest: the nearest rank.
private func rank(_ percentile: Double, of count: Double) -> Int {
  Int(min(max((percentile / 100 * count).rounded(.up), 1), max(count, 1)))
}

/// A percentile of durations compared with a limit, which is a count of the calls above the limit.
struct SlowCalls: Hashable {
  let limit: SlowLimit
  /// The percentile, 100 for the maximum and 0 for the minimum.
  private let percentile: Double
  /// Whether a percentile that is above the limit is breaching, rather than one that is not.
  private let isHighBreaching: Bool

  init?(_ statistic: SignalStatistic, _ threshold: AlarmThreshold) {
    switch statistic {
    case .minimum: percentile = 0
    case .maximum: percentile = 100
    case .percentile(let percentile) where percentile.isFinite: self.percentile = percentile
    case .sum, .average, .sampleCount, .percentile: return nil
    }
    switch threshold {
    case .greaterThan(let limit): (self.limit, isHighBreaching) = (SlowLimit(milliseconds: limit, orAt: false), true)
    case .greaterThanOrEqualTo(let limit):
      (self.limit, isHighBreaching) = (SlowLimit(milliseconds: limit, orAt: true), true)
    case .lessThan(let limit): (self.limit, isHighBreaching) = (SlowLimit(milliseconds: limit, orAt: true), false)
    case .lessThanOrEqualTo(let limit):
      (self.limit, isHighBreaching) = (SlowLimit(milliseconds: limit, orAt: false), false)
    case .outsideBand, .aboveBand, .belowBand: return nil
    }
  }

  /// The share of slow calls above which the alarm's datapoint is breaching; `nil` where it is breaching below.
  var mostSlow: Double? { isHighBreaching ? 1 - percentile / 100 : nil }

  /// How likely a period is breaching, of an alarm that is when many calls are slow.
  ///
  /// Slow calls and the others are Poisson variables on their own. With `s` slow calls the percentile is slow where fewer than
  /// `s / mostSlow` calls arrive.
  func chance(ofShare share: Double, among calls: Poisson) -> Double {
    guard let mostSlow else { return 1 }
    let bound = calls.boundOfShare(share, above: mostSlow)
    guard calls.mean < 500, bound > 1e-12 else { return bound }
    let (slow, others) = (calls.mean * share, calls.mean * (1 - share))
    var (chance, slowTerm) = (0.0, exp(-slow))
    var (sumOfOthers, otherTerm, count) = (exp(-others), exp(-others), 0.0)
    for number in 1...Int(slow + 10 * slow.squareRoot() + 20) {
      slowTerm *= slow / Double(number)
      let most = mostSlow > 0 ? max(0, (Double(number) / mostSlow).rounded(.up) - 1 - Double(number)) : .infinity
      while count < most, count < others + 10 * others.squareRoot() + 20 {
        count += 1
        otherTerm *= others / count
        sumOfOthers += otherTerm
      }
      chance += slowTerm * sumOfOthers
    }
    return min(bound, chance)
  }

  func datapoint(_ column: MinuteTotals.Column, _ totals: MinuteTotals, _ start: Int, _ end: Int) -> Datapoint {
    let count = totals.sum(.calls, start, end)
    guard count > 0 else { return .missing }
    let isHigh = totals.sum(column, start, end) > count - Double(rank(percentile, of: count))
    return isHigh == isHighBreaching ? .breaching : .notBreaching
  }
}
