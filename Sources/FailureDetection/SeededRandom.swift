#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Random numbers that are the same for the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  /// The second of two normal numbers that were drawn together.
  private var spare: Double?

  /// The seed is mixed first: numbers of neighboring seeds would otherwise be the same ones, one step apart.
  init(seed: Int) {
    state = Self.mixed(Self.mixed(UInt64(truncatingIfNeeded: seed) ^ 0x2545_F491_4F6C_DD1D) &+ 0xD1B5_4A32_D192_ED03)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 to 1, without 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Of the normal distribution.
  mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    let radius = (-2 * log(1 - fraction())).squareRoot()
    let angle = 2 * .pi * fraction()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  /// How many events happen at random.
  ///
  /// - Parameter atLeastOne: Whether it is known that one happens. It has no effect on a mean of 64 or more, where one does.
  mutating func poisson(_ distribution: Poisson, atLeastOne: Bool = false) -> Int {
    guard distribution.mean > 0 else { return 0 }
    // So many are distributed like a normal number, which is faster.
    guard distribution.mean < 64 else {
      return count((distribution.mean + distribution.mean.squareRoot() * normal()).rounded(), atMost: 1e12)
    }
    let none = distribution.chanceOfNone
    var product = atLeastOne ? none + (1 - none) * fraction() : fraction()
    var events = 0
    while product > none {
      events += 1
      product *= fraction()
    }
    return events
  }

  /// How many minutes pass without an event before one with events.
  mutating func emptyMinutes(_ perMinute: Poisson) -> Int {
    perMinute.mean > 0 ? count(-log(1 - fraction()) / perMinute.mean, atMost: 1e9) : 1_000_000_000
  }

  /// How many of so many are hit, each with the same chance.
  mutating func binomial(_ trials: Int, _ chance: Double) -> Int {
    if trials <= 0 || chance <= 0 { return 0 }
    if chance >= 1 { return trials }
    let mean = Double(trials) * chance
    if trials <= 64 { return (0..<trials).reduce(0) { sum, _ in sum + (fraction() < chance ? 1 : 0) } }
    if mean < 16 { return min(trials, poisson(Poisson(mean: mean))) }
    let deviation = (mean * (1 - chance)).squareRoot()
    return count((mean + deviation * normal()).rounded(), atMost: Double(trials))
  }

  private func count(_ number: Double, atMost most: Double) -> Int { Int(min(max(number, 0), most)) }
}

/// How many events happen at random where so many happen on average.
struct Poisson: Hashable, Sendable {
  let mean: Double
  let chanceOfNone: Double

  init(mean: Double) {
    self.mean = mean
    chanceOfNone = exp(-mean)
  }

  /// At most so likely are `count` events or fewer, for a count below the mean: Chernoff's bound.
  func boundOfAtMost(_ count: Double) -> Double {
    guard count >= 0, count < mean else { return count < 0 ? 0 : 1 }
    return exp(count - mean + (count > 0 ? count * log(mean / count) : 0))
  }
}

extension Poisson {
  /// Of calls that arrive so often, of which a share is slow, at most so likely are more than `limit` of them slow, as shares:
  /// Chernoff's bound for the difference of two Poisson variables, the slow calls and the others.
  func boundOfShare(_ share: Double, above limit: Double) -> Double {
    guard share < limit, limit < 1 else { return 1 }
    let log = limit * log(max(share, 1e-300) / limit) + (1 - limit) * log1p((limit - share) / (1 - limit))
    return exp(mean * expm1(log))
  }
}

/// Durations around a median, whose logarithm is distributed normally, and which end at a timeout.
struct DurationDistribution: Hashable, Sendable {
  /// In milliseconds; `nil` where no call is measured.
  let median: Double?
  let spread: Double
  let timeout: Double

  /// The share of calls whose duration is above a limit, or at it.
  func share(above limit: Double, orAt: Bool) -> Double {
    guard let median else { return 0 }
    if orAt ? limit > timeout : limit >= timeout { return 0 }
    guard limit > 0, median > 0 else { return median > 0 || (orAt && limit <= 0) ? 1 : 0 }
    guard spread > 0, median < timeout else { return min(median, timeout) > limit || orAt ? 1 : 0 }
    return 0.5 * erfc(log(limit / median) / (spread * 2.0.squareRoot()))
  }

  /// The sum of the durations of some calls.
  func sum(of calls: Int, _ random: inout SeededRandom) -> Double {
    guard let median, calls > 0 else { return 0 }
    if median >= timeout { return Double(calls) * timeout }
    guard calls > 32 else {
      return (0..<calls).reduce(0) { sum, _ in sum + min(median * exp(spread * random.normal()), timeout) }
    }
    // So many sum up like a normal number.
    let mean = min(median * exp(spread * spread / 2), timeout)
    let deviation = mean * (exp(spread * spread) - 1).squareRoot()
    return max(0, Double(calls) * mean + deviation * Double(calls).squareRoot() * random.normal())
  }
}
