import AlarmEvaluation
import Testing

/// Examples that the tests of other projects hold evaluators to: LocalStack (tests/unit/services/cloudwatch), CloudEmu
/// (the CloudWatch mock's lazy evaluation), and the alarm evaluators of two TypeScript projects. The rows of AWS's tables,
/// which all of them have, are in `DocumentedTablesTests`.
@Suite struct PublicExamplesTests {
  private func outcomes(
    _ text: String, _ datapoints: Int, of periods: Int, _ treatment: MissingDataTreatment = .missing
  ) throws -> [AlarmOutcome] {
    try DatapointRule(periods: periods, datapointsToAlarm: datapoints, missingData: treatment)
      .evaluate(AlarmEvaluationTests.datapoints(text)).outcomes
  }

  @Test(
    "Examples that others hold to",
    arguments: [
      // LocalStack: values of 0 below a threshold of 1.
      ("X - X", 1, 1, MissingDataTreatment.notBreaching, AlarmOutcome.alarm),
      ("- - -", 3, 3, .missing, .insufficientData),
      ("X X 0", 3, 3, .missing, .ok),
      ("X X X", 3, 3, .missing, .alarm),
      ("0 0 0 - -", 3, 3, .breaching, .ok),
      ("X X X 0 0 0", 1, 3, .breaching, .ok),
      ("- - - - 0", 3, 3, .ignore, .ok),
      ("0 0 X X", 2, 2, .breaching, .alarm),
      ("0 0 X 0", 2, 2, .breaching, .ok),
      ("- - - -", 2, 2, .breaching, .alarm),
      ("0 0 X X 0", 3, 5, .breaching, .ok),
      ("0 X X 0 X", 3, 5, .breaching, .alarm),
      ("- - -", 1, 1, .notBreaching, .ok),
      ("- - X", 1, 1, .notBreaching, .alarm),
      ("- - -", 1, 1, .breaching, .alarm),
      ("0 X X - -", 3, 3, .missing, .ok),
      ("0 X X", 2, 2, .missing, .alarm),
      ("0 X X", 3, 3, .missing, .ok),
      ("- - - X 0", 3, 3, .missing, .ok),
      ("- - X - 0", 3, 3, .missing, .ok),
      ("- X - - -", 2, 3, .notBreaching, .ok),
      ("X - X - X", 3, 3, .ignore, .alarm),
      ("0 - X - -", 3, 3, .breaching, .ok),
      ("X X X", 3, 3, .ignore, .alarm),
    ])
  func examples(
    _ text: String, _ datapoints: Int, _ periods: Int, _ treatment: MissingDataTreatment, _ outcome: AlarmOutcome
  ) throws {
    #expect(try outcomes(text, datapoints, of: periods, treatment) == [outcome])
  }

  /// Those projects say `OK`, following the general rules of the guide's present edition. The rows of its older editions
  /// are the only ones that AWS has for these datapoints, and they say otherwise.
  @Test("Where others follow no row of AWS's tables, its older editions decide")
  func olderEditionsDecide() throws {
    #expect(try outcomes("- - - - X", 3, of: 3) == [.insufficientData])
    #expect(try outcomes("- - - X -", 3, of: 3) == [.insufficientData])
    #expect(try outcomes("X - - - -", 3, of: 3) == [.alarm])
  }

  /// CloudEmu: an alarm of one period of ten seconds, and a datapoint 31 seconds ago.
  @Test("A datapoint of a high-resolution alarm leaves the range after three periods")
  func highResolution() throws {
    let rule = try DatapointRule(periods: 1)
    let changes = rule.stateChanges(of: [.breaching], timing: EvaluationTiming(period: 10, periods: 1))
    #expect(changes == [StateChange(at: 10, to: .alarm), StateChange(at: 40, to: .insufficientData)])
  }

  /// CloudEmu: one breaching datapoint, then none. `ALARM` once it is three periods old, `INSUFFICIENT_DATA` once it has
  /// left the range of five.
  @Test("A premature alarm comes after M periods and goes with its datapoint")
  func prematureAlarmAfterSilence() throws {
    let rule = try DatapointRule(periods: 3)
    let changes = rule.stateChanges(of: [.breaching], timing: EvaluationTiming(period: 60, periods: 3))
    #expect(changes == [StateChange(at: 180, to: .alarm), StateChange(at: 360, to: .insufficientData)])
  }
}
