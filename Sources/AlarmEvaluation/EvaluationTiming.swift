/// When CloudWatch evaluates an alarm, and how late its metric arrives.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
public struct EvaluationTiming: Hashable, Sendable {
  /// `period`, in seconds: 10, 20, 30 or a multiple of 60.
  public let period: Int
  /// Seconds between the end of a period and the arrival of its datapoint.
  public let publicationDelay: Int
  /// Seconds between two evaluations.
  ///
  /// AWS evaluates alarms every minute, those with a period below a minute more often, and those that look back for more than
  /// a day every hour. For periods of 20 and 30 seconds its documents do not agree on whether "more often" is their period or
  /// ten seconds; their period is the later one.
  public let interval: Int

  /// The longest period: a week, in seconds.
  static let maximumPeriod = 604_800

  /// - Parameters:
  ///   - period: In seconds, 1 to 604,800.
  ///   - periods: `evaluation_periods`, 1 to 8,640.
  ///   - publicationDelay: In seconds, 0 to 604,800.
  public init(period: Int, periods: Int, publicationDelay: Int = 0) {
    self.period = min(max(1, period), Self.maximumPeriod)
    self.publicationDelay = min(max(0, publicationDelay), Self.maximumPeriod)
    let window = self.period * min(max(1, periods), DatapointRule.maximumPeriods)
    interval = window > 86_400 ? 3_600 : min(self.period, 60)
  }
}

/// An alarm that goes from one state to another.
public struct StateChange: Hashable, Sendable {
  /// Seconds after the start of the first period.
  public let time: Int
  /// The state from then on.
  public let state: AlarmState

  /// A change at a time.
  public init(at time: Int, to state: AlarmState) {
    self.time = time
    self.state = state
  }
}

extension DatapointRule {
  /// How the state of an alarm changes over time. The first period begins at second 0.
  ///
  /// Each evaluation sees the periods that are over and whose datapoint has arrived; a datapoint that is late is missing
  /// until then. Where AWS's documents leave an outcome open, the first answer counts: the evaluation range is N + 2 long, and
  /// a setting on a DynamoDB metric has effect.
  ///
  /// - Parameters:
  ///   - datapoints: Oldest first, one a period.
  ///   - initial: The state before the first evaluation; a new alarm has `INSUFFICIENT_DATA`.
  ///   - end: The last second that is evaluated; until the last datapoint leaves the evaluation range where it is `nil`.
  public func stateChanges(
    of datapoints: [Datapoint], timing: EvaluationTiming, from initial: AlarmState = .insufficientData,
    until end: Int? = nil
  ) -> [StateChange] {
    let length = rangeLengths.lowerBound
    let last = end ?? ((datapoints.count + length) * timing.period + timing.publicationDelay + timing.interval)
    var state = initial
    var changes: [StateChange] = []
    for time in stride(from: timing.interval, through: last, by: timing.interval) {
      let over = time / timing.period
      let arrived = max(0, time - timing.publicationDelay) / timing.period
      let seen = (max(0, over - length)..<over).map { index in
        index < arrived && index < datapoints.count ? datapoints[index] : .missing
      }
      let next = evaluate(seen, rangeLength: length, missingData).outcome.state(after: state)
      if next != state { changes.append(StateChange(at: time, to: next)) }
      state = next
    }
    return changes
  }
}
