import AlarmEvaluation
import Testing

@Suite struct EvaluationTimingTests {
  @Test(
    "Alarms are evaluated every minute, more often below a minute, and hourly over more than a day",
    arguments: [(60, 5, 60), (300, 3, 60), (10, 3, 10), (30, 2, 30), (86_400, 1, 60), (86_400, 2, 3_600)])
  func interval(_ period: Int, _ periods: Int, _ interval: Int) {
    #expect(EvaluationTiming(period: period, periods: periods).interval == interval)
  }

  /// Three periods of a minute breach from the first second on: they are over after 180 seconds, and the last arrives 90
  /// seconds later, so the evaluation at 300 seconds is the first that sees it.
  @Test("A late datapoint is seen late")
  func publicationDelay() throws {
    let rule = try DatapointRule(periods: 3, missingData: .notBreaching)
    let points = datapoints("X X X X X X")
    #expect(
      rule.stateChanges(of: points, timing: EvaluationTiming(period: 60, periods: 3), until: 360)
        == [StateChange(at: 60, to: .ok), StateChange(at: 180, to: .alarm)])
    #expect(
      rule.stateChanges(
        of: points, timing: EvaluationTiming(period: 60, periods: 3, publicationDelay: 90), until: 360)
        == [StateChange(at: 60, to: .ok), StateChange(at: 300, to: .alarm)])
  }

  /// The figure of the guide: a threshold of 3, three of three datapoints; periods 3 to 5 are above it, and the ninth.
  @Test("Three datapoints in a row fire, and one later does not")
  func figure() throws {
    let rule = try DatapointRule(periods: 3)
    let changes = rule.stateChanges(
      of: datapoints("0 0 X X X 0 0 0 X 0"), timing: EvaluationTiming(period: 60, periods: 3), until: 600)
    #expect(
      changes == [
        StateChange(at: 60, to: .ok), StateChange(at: 300, to: .alarm), StateChange(at: 360, to: .ok),
      ])
  }

  /// A heartbeat that stops after two minutes, one period of a minute: the range is three, so it counts for two more.
  @Test("A metric that stops is evaluated on its last datapoints until they leave the range")
  func metricStops() throws {
    let rule = try DatapointRule(periods: 1, missingData: .breaching)
    let changes = rule.stateChanges(of: datapoints("0 0"), timing: EvaluationTiming(period: 60, periods: 1))
    #expect(changes == [StateChange(at: 60, to: .ok), StateChange(at: 300, to: .alarm)])
  }

  @Test("Nonsense does not crash")
  func nonsense() throws {
    let rule = try DatapointRule(periods: 2)
    for (period, delay) in [(0, 0), (-5, -5), (Int.max, Int.max)] {
      let timing = EvaluationTiming(period: period, periods: .max, publicationDelay: delay)
      #expect(rule.stateChanges(of: [], timing: timing, until: 600) == [])
    }
  }
}
