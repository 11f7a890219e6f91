import InfraModel
import Testing

@Suite struct SamplingTests {
  private static let millionAMonth = 1_000_000

  /// Of the chance that a second of a Poisson process has no request, e^-n: with n requests a second on average, a reservoir
  /// of one takes 1 - e^-n of them. Computed outside this program, and simulated there request by request: 0.6505 at one a
  /// second, 0.1449 at ten.
  @Test(
    "The reservoir matters more than the rate where few requests arrive",
    arguments: [
      (0.1, 247_288, 0.954_044_5), (1, 1_686_134, 0.650_514_5), (2, 2_388_350, 0.460_715_7),
      (10, 3_758_288, 0.144_995_7), (100, 15_422_400, 0.059_5),
    ])
  func reservoir(_ perSecond: Double, _ traces: Int, _ effective: Double) {
    let requests = RequestRate.perSecond(perSecond)
    #expect(Sampling.standard.recorded(of: requests) == traces)
    // Of whole traces.
    #expect(abs(Sampling.standard.effectiveRate(of: requests) - effective) < 0.000_01)
  }

  @Test(
    "A rate of 5 % saves less than 95 %", arguments: [(1.0, 0.349_485), (10, 0.855_004), (20, 0.902_5), (100, 0.940_5)])
  func savings(_ perSecond: Double, _ saved: Double) {
    let effective = Sampling.standard.effectiveRate(of: .perSecond(perSecond))
    #expect(abs(1 - effective - saved) < 0.000_001)
  }

  /// A simulation of single requests over a month, in Python with four seeds, records 83.78 % (± 0.06) of those that arrive
  /// at any time of the day, 66.71 % (± 0.04) where 80 % of them arrive in a quarter of it, and 23.28 % where they arrive
  /// in fives.
  @Test("At a million requests a month, random arrivals, busy hours and bursts record less than all")
  func millionRequests() {
    func share(_ pattern: ArrivalPattern) -> Double {
      Sampling.standard.effectiveRate(of: .perMonth(Self.millionAMonth, arriving: pattern))
    }
    #expect(abs(share(ArrivalPattern()) - 0.837_8) < 0.001)
    #expect(abs(share(ArrivalPattern(day: .busy(hours: 6, share: 0.8))) - 0.667_1) < 0.001)
    #expect(abs(share(ArrivalPattern(burst: 5)) - 0.232_8) < 0.001)
  }

  /// The same simulation: ten hosts at ten requests a second record 65.03 %; two hosts with a reservoir of two, four requests
  /// a second in bursts of three, 90 % of them in half of the day, 44.10 %.
  @Test("Each host has a reservoir of its own")
  func hosts() {
    let ten = Sampling.standard.effectiveRate(of: .perSecond(10, arriving: ArrivalPattern(hosts: 10)))
    #expect(abs(ten - 0.650_3) < 0.001)
    let pattern = ArrivalPattern(day: .busy(hours: 12, share: 0.9), burst: 3, hosts: 2)
    let all = Sampling(reservoir: 2, rate: .percent(5)).effectiveRate(of: .perSecond(4, arriving: pattern))
    #expect(abs(all - 0.441_0) < 0.001)
  }

  /// Simulated: 84.21 % of five a second at a reservoir of five and 10 %.
  @Test("A larger reservoir is not filled in every second")
  func largerReservoir() {
    let share = Sampling(reservoir: 5, rate: .percent(10)).effectiveRate(of: .perSecond(5))
    #expect(abs(share - 0.842_1) < 0.001)
  }

  @Test("A day that is busy at all hours is an even day, and its hours add up")
  func day() {
    func share(_ day: DayProfile) -> Double {
      Sampling.standard.effectiveRate(of: .perSecond(1, arriving: ArrivalPattern(day: day)))
    }
    #expect(share(.busy(hours: 24, share: 0.5)) == share(.even))
    #expect(abs(share(.busy(hours: 12, share: 0.5)) - share(.even)) < 0.000_001)
    #expect(share(.busy(hours: 1, share: 0.5)) < share(.busy(hours: 2, share: 0.5)))
  }

  @Test("What a schedule calls comes evenly, and the reservoir records all of it")
  func schedule() {
    #expect(Sampling.standard.effectiveRate(of: .every(.minutes(1))) == 1)
    #expect(Sampling(reservoir: 0, rate: .percent(5)).recorded(of: .every(.minutes(1))) == 2_160)
  }

  @Test("The reservoir's share is what does not depend on the rate")
  func reservedShare() {
    // 1 - e^-1
    #expect(abs(Sampling.standard.reservedShare(of: .perSecond(1)) - 0.632_120_6) < 0.000_001)
    #expect(Sampling(reservoir: 0, rate: .everything).reservedShare(of: .perSecond(1)) == 0)
    #expect(Sampling.standard.reservedShare(of: .perMonth(0)) == 0)
  }

  @Test("Nothing comes and nothing is recorded")
  func nothing() {
    #expect(Sampling.standard.effectiveRate(of: .perMonth(0)) == 0)
    #expect(Sampling.nothing.recorded(of: .perMonth(1_000)) == 0)
    #expect(Sampling(reservoir: 0, rate: .everything).recorded(of: .perMonth(1_000)) == 1_000)
  }

  /// A typing error is a wrong number in an estimate, and never the end of the program.
  @Test(
    "Nonsense does not crash",
    arguments: [
      RequestRate.perMonth(-5), .perMonth(.max), .perMonth(.min), .perSecond(.infinity), .perSecond(-.infinity),
      .perSecond(.nan), .every(.minutes(0)), .every(.minutes(-3)), .perMonth(1, peak: .nan),
      .perMonth(.max, arriving: ArrivalPattern(day: .busy(hours: .nan, share: .nan), burst: .max, hosts: .min)),
      .perMonth(.max, arriving: ArrivalPattern(day: .busy(hours: 0, share: 2), burst: 0, hosts: .max)),
      .perMonth(9, arriving: ArrivalPattern(day: .busy(hours: -1, share: -.infinity), burst: -1, hosts: 0)),
    ])
  func nonsense(_ rate: RequestRate) {
    for sampling in [
      Sampling.standard, Sampling(reservoir: .max, rate: .percent(300)), Sampling(reservoir: -1, rate: .percent(-7)),
      Sampling(reservoir: 0, rate: .percent(.nan)),
    ] {
      #expect((0...max(0, rate.perMonth)).contains(sampling.recorded(of: rate)))
    }
  }
}
