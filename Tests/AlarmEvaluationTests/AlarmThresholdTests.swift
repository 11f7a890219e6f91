import AlarmEvaluation
import Testing

@Suite struct AlarmThresholdTests {
  @Test("Comparisons with a threshold of 2, below, at and above it")
  func comparisons() {
    func compared(_ threshold: AlarmThreshold) -> [Bool] {
      [1.5, 2, 2.5].map { threshold.datapoint($0) == .breaching }
    }
    #expect(compared(.greaterThan(2)) == [false, false, true])
    #expect(compared(.greaterThanOrEqualTo(2)) == [false, true, true])
    #expect(compared(.lessThan(2)) == [true, false, false])
    #expect(compared(.lessThanOrEqualTo(2)) == [true, true, false])
  }

  @Test("Comparisons with a band from 1 to 3, below, at its ends, within and above")
  func bands() {
    let band = AnomalyBand(lower: 1, upper: 3)
    func compared(_ threshold: AlarmThreshold) -> [Bool] {
      [0.5, 1, 2, 3, 3.5].map { threshold.datapoint($0, band: band) == .breaching }
    }
    #expect(compared(.outsideBand) == [true, false, false, false, true])
    #expect(compared(.aboveBand) == [false, false, false, false, true])
    #expect(compared(.belowBand) == [true, false, false, false, false])
  }

  @Test("No value, and no band to compare with, is a missing datapoint")
  func missing() {
    #expect(AlarmThreshold.greaterThan(0).datapoint(nil) == .missing)
    #expect(AlarmThreshold.greaterThan(0).datapoint(.nan) == .missing)
    #expect(AlarmThreshold.outsideBand.datapoint(1) == .missing)
  }

  @Test("A value of zero is a value")
  func zero() {
    #expect(AlarmThreshold.lessThan(1).datapoint(0) == .breaching)
    #expect(AlarmThreshold.greaterThan(0).datapoint(0) == .notBreaching)
  }
}
