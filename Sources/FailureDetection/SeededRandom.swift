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
    let radius = (-2 * log(1 - fraction())).squareRoot()
    return radius * cos(2 * .pi * fraction())
  }

  /// How many events happen at random where so many happen on average.
  mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    // So many are distributed like a normal number, which is faster.
    guard mean < 64 else { return count((mean + mean.squareRoot() * normal()).rounded(), atMost: 1e9) }
    var product = fraction()
    var events = 0
    let limit = exp(-mean)
    while product > limit {
      events += 1
      product *= fraction()
    }
    return events
  }

  /// How many of so many are hit, each with the same chance.
  mutating func binomial(_ trials: Int, _ chance: Double) -> Int {
    if trials <= 0 || chance <= 0 { return 0 }
    if chance >= 1 { return trials }
    let mean = Double(trials) * chance
    if trials <= 64 { return (0..<trials).reduce(0) { sum, _ in sum + (fraction() < chance ? 1 : 0) } }
    if mean < 16 { return min(trials, poisson(mean)) }
    let deviation = (mean * (1 - chance)).squareRoot()
    return count((mean + deviation * normal()).rounded(), atMost: Double(trials))
  }

  /// A duration around a median, where the logarithm is distributed normally.
  mutating func duration(median: Double, spread: Double) -> Double { median * exp(spread * normal()) }

  private func count(_ number: Double, atMost most: Double) -> Int { Int(min(max(number, 0), most)) }
}
