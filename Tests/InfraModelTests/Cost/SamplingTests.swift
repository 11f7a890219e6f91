import InfraModel
import Testing

@Suite struct SamplingTests {
  /// The table of aws-facts 6.5, worked out by hand: traces a month of 30 days, and the share they are.
  @Test(arguments: [
    (0.1, 259_200, 1.0), (1, 2_592_000, 1.0), (2, 2_721_600, 0.525), (10, 3_758_400, 0.145),
    (100, 15_422_400, 0.0595),
  ])
  func reservoirDecidesMoreThanRateWhereLittleComes(_ perSecond: Double, _ traces: Int, _ effective: Double) {
    let requests = RequestRate.perSecond(perSecond)
    #expect(Sampling.standard.recorded(of: requests) == traces)
    #expect(abs(Sampling.standard.effectiveRate(of: requests) - effective) < 0.000_001)
  }

  @Test(arguments: [(1.0, 0.0), (10, 0.855), (20, 0.9025), (100, 0.9405)])
  func fivePercentSavesLessThanNinetyFive(_ perSecond: Double, _ saved: Double) {
    let effective = Sampling.standard.effectiveRate(of: .perSecond(perSecond))
    #expect(abs(1 - effective - saved) < 0.000_001)
  }

  @Test func nothingComesAndNothingIsRecorded() {
    #expect(Sampling.standard.effectiveRate(of: .perMonth(0)) == 0)
    #expect(Sampling.nothing.recorded(of: .perMonth(1_000)) == 0)
    #expect(Sampling(reservoir: 0, rate: .everything).recorded(of: .perMonth(1_000)) == 1_000)
  }

  /// What somebody mistyped is a wrong number in an estimate, and never the end of the program.
  @Test(arguments: [
    RequestRate.perMonth(-5), .perMonth(.max), .perMonth(.min), .perSecond(.infinity), .perSecond(-.infinity),
    .perSecond(.nan), .every(.minutes(0)), .every(.minutes(-3)), .perMonth(1, peak: .nan),
  ])
  func nonsenseDoesNotCrash(_ rate: RequestRate) {
    for sampling in [
      Sampling.standard, Sampling(reservoir: .max, rate: .percent(300)), Sampling(reservoir: -1, rate: .percent(-7)),
      Sampling(reservoir: 0, rate: .percent(.nan)),
    ] {
      #expect((0...max(0, rate.perMonth)).contains(sampling.recorded(of: rate)))
    }
  }
}
