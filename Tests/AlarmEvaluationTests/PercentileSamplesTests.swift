import AlarmEvaluation
import Testing

@Suite struct PercentileSamplesTests {
  /// 10 / (1 - p) from p50 up, 10 / p below: AWS's example is 1,000 for p99.
  @Test(
    "A percentile needs samples",
    arguments: [
      (99.0, 1_000), (95, 200), (90, 100), (50, 20), (60, 25), (99.9, 10_000), (10, 100), (25, 40), (99.99, 100_000),
    ])
  func needed(_ percentile: Double, _ samples: Int) {
    #expect(PercentileSamples(percentile: percentile)?.minimum == samples)
  }

  @Test("The ends are no percentiles of samples", arguments: [0, 100, -1, 101, Double.nan])
  func ends(_ percentile: Double) {
    #expect(PercentileSamples(percentile: percentile) == nil)
  }

  @Test("Few samples keep the state, and enough change it")
  func fewSamples() throws {
    let needed = try #require(PercentileSamples(percentile: 95))
    let rule = try DatapointRule(periods: 2)
    let points = datapoints("0 X X")
    #expect(rule.evaluate(points, samples: [500, 199, 0], needed: needed).outcomes == [.keep])
    #expect(rule.evaluate(points, samples: [500, 10, 200], needed: needed).outcomes == [.alarm])
    #expect(rule.evaluate(points, samples: [], needed: needed).outcomes == [.keep])
  }

  @Test("Where N periods have enough samples and the newest has not, it is open")
  func openCase() throws {
    let needed = try #require(PercentileSamples(percentile: 95))
    let rule = try DatapointRule(periods: 2)
    #expect(rule.evaluate(datapoints("X X"), samples: [150, 50], needed: needed).outcomes == [.alarm, .keep])
    #expect(rule.evaluate(datapoints("X X"), samples: [.max, 50], needed: needed).outcomes == [.alarm, .keep])
  }

  @Test("A period without data is a matter of missing data")
  func missing() throws {
    let needed = try #require(PercentileSamples(percentile: 95))
    let rule = try DatapointRule(periods: 1, missingData: .breaching)
    #expect(rule.evaluate(datapoints("- - -"), samples: [0, 0, 0], needed: needed).outcomes == [.alarm])
  }
}
