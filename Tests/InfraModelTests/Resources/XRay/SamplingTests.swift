import InfraModel
import Testing

/// What X-Ray records of a load, against AWS's own example and the arithmetic of aws-facts 6.
@Suite struct SamplingTests {
  @Test(arguments: [
    (0.1, 259_200, 1), (1, 2_592_000, 1), (2, 2_721_600, 0.525), (10, 3_758_400, 0.145), (100, 15_422_400, 0.0595),
  ])
  func standardSamplingRecordsOneASecondAndATwentieth(requests: Double, traces: Double, rate: Double) {
    let load = Load.perSecond(requests)
    #expect(abs(Sampling.standard.recorded(of: load).requests(inDays: 30) - traces) < 0.01)
    #expect(abs(Sampling.standard.effectiveRate(at: load) - rate) < 1e-9)
  }

  /// The example of AWS's price list.
  @Test func rateAloneIsTheRate() {
    let sampling = Sampling(reservoir: 0, rate: .percent(10))
    #expect(abs(sampling.recorded(of: .perHour(2_000)).requests(inDays: 31) - 148_800) < 0.01)
    #expect(sampling.effectiveRate(at: .perHour(2_000)) == 0.1)
  }

  @Test func nothingIsNothing() {
    #expect(Sampling.standard.recorded(of: .perSecond(0)) == .perSecond(0))
    #expect(Sampling.standard.effectiveRate(at: .perSecond(-1)) == 1)
    #expect(Sampling(reservoir: 0, rate: .percent(5)).effectiveRate(at: .perSecond(0)) == 0.05)
  }

  @Test func moreThanEverythingIsEverything() {
    #expect(Sampling(reservoir: -1, rate: .percent(500)).effectiveRate(at: .perSecond(10)) == 1)
  }

  @Test func loadIsWhatItIsCounted() {
    #expect(Load.perMinute(60) == .perSecond(1))
    #expect(Load.perDay(86_400) == .perSecond(1))
    #expect(abs(Load.perMonth(1_000_000).requests(inDays: 30) - 1_000_000) < 0.001)
    #expect(Load.perHour(1) < .perMinute(1))
  }
}
