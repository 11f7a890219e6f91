/// What arrives at a resource, and what is normal for it.
package struct Workload: Hashable, Sendable {
  /// What it is, and so which metrics it has and how it can fail.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case function
    /// A stage of an API.
    case api
    case stateMachine
    case table
    case queue
    case deadLetterQueue
  }

  /// How calls or messages arrive.
  package enum Arrivals: Hashable, Sendable {
    /// At random, so many a second on average; `burst` of them arrive together.
    case random(perSecond: Double, burst: Int = 1)
    /// One every so many seconds.
    case every(seconds: Int)
  }

  /// A part of the day.
  package struct Phase: Hashable, Sendable {
    /// How long it lasts; all of them last a day.
    package var minutes: Int
    /// How many times the average arrives in it.
    package var factor: Double

    package init(minutes: Int, factor: Double) {
      self.minutes = minutes
      self.factor = factor
    }
  }

  package var kind: Kind
  package var arrivals: Arrivals
  /// The parts of the day; a single one where all hours are the same.
  package var day: [Phase]
  /// The share of calls that end in an error in normal operation, 0 to 1.
  package var normalErrorShare: Double
  /// How long half of the calls take at most, in milliseconds; `nil` where that is unknown.
  package var medianDuration: Double?
  /// When a call is ended, in milliseconds; `nil` where nothing ends it.
  package var timeout: Double?

  /// How much durations vary: the standard deviation of their logarithm. One in twenty takes 2.3 times the median.
  package static let durationSpread = 0.5

  package init(
    _ kind: Kind, _ arrivals: Arrivals, day: [Phase] = [], normalErrorShare: Double = 0, medianDuration: Double? = nil,
    timeout: Double? = nil
  ) {
    self.kind = kind
    self.arrivals = arrivals
    self.day = day.isEmpty ? [Phase(minutes: 1_440, factor: 1)] : day
    self.normalErrorShare = min(max(normalErrorShare, 0), 1)
    self.medianDuration = medianDuration.map { max(0, $0) }
    self.timeout = timeout.map { max(0, $0) }
  }

  /// Calls a minute, on average over the day.
  package var perMinute: Double {
    switch arrivals {
    case .random(let perSecond, _): min(max(0, perSecond), 1e12) * 60
    case .every(let seconds): 60 / Double(max(1, seconds))
    }
  }
}
