/// The datapoints of an evaluation range as bits, of which the lowest is the newest.
package struct RecentDatapoints: Hashable, Sendable {
  /// The most that it can hold.
  package static let capacity = 64

  /// The periods that have a datapoint.
  package private(set) var existing: UInt64 = 0
  /// Those whose datapoint is breaching.
  package private(set) var breaching: UInt64 = 0

  /// A range without datapoints.
  package init() {}

  /// Sets the datapoint of a period.
  ///
  /// - Parameter age: In periods, 0 for the newest, below 64.
  package mutating func set(_ datapoint: Datapoint, age: Int) {
    let bit: UInt64 = 1 << UInt64(age)
    switch datapoint {
    case .missing: return
    case .notBreaching: existing |= bit
    case .breaching:
      existing |= bit
      breaching |= bit
    }
  }

  /// Adds the datapoint of a period that is newer than all others.
  package mutating func append(_ datapoint: Datapoint) {
    existing <<= 1
    breaching <<= 1
    set(datapoint, age: 0)
  }

  /// The same datapoints so many periods later, as far as they are in a range of a length.
  package func aged(by periods: Int, length: Int) -> RecentDatapoints {
    var aged = RecentDatapoints()
    let mask: UInt64 = length < Self.capacity ? (1 << UInt64(length)) - 1 : .max
    aged.existing = (existing << UInt64(periods)) & mask
    aged.breaching = (breaching << UInt64(periods)) & mask
    return aged
  }
}

extension DatapointRule {
  /// The same as `evaluate(_:rangeLength:_:)` where nothing but the outcome is of interest, for as many evaluations as a
  /// simulation has.
  package func outcome(of recent: RecentDatapoints) -> AlarmOutcome {
    var remaining = recent.existing
    var (counted, hits) = (0, 0)
    while remaining != 0, counted < periods {
      hits += Int((recent.breaching >> UInt64(remaining.trailingZeroBitCount)) & 1)
      counted += 1
      remaining &= remaining - 1
    }
    func outcome(ofBreaching count: Int) -> AlarmOutcome { count >= datapointsToAlarm ? .alarm : .ok }

    if counted == periods { return outcome(ofBreaching: hits) }
    switch missingData {
    case .breaching: return outcome(ofBreaching: hits + periods - counted)
    case .notBreaching: return outcome(ofBreaching: hits)
    case .missing, .ignore:
      let isKept = missingData == .ignore
      if counted == 0 { return isKept ? .keep : .insufficientData }
      if hits >= datapointsToAlarm || hits < counted { return outcome(ofBreaching: hits) }
      let oldestAge = UInt64.bitWidth - recent.existing.leadingZeroBitCount
      if isKept { return .keep }
      return oldestAge >= datapointsToAlarm ? .alarm : .insufficientData
    }
  }

  /// The outcome for datapoints, oldest first, that are one evaluation range: where AWS's documents leave it open, the first
  /// answer.
  package func outcome(of range: [Datapoint]) -> AlarmOutcome {
    evaluate(range, rangeLength: range.count, missingData).outcome
  }
}
