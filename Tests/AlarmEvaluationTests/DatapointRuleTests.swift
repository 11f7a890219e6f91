import AlarmEvaluation
import Testing

@Suite struct DatapointRuleTests {
  private func outcomes(
    _ text: String, _ datapoints: Int? = nil, of periods: Int, _ treatment: MissingDataTreatment = .missing,
    onDynamoDB: Bool = false
  ) throws -> [AlarmOutcome] {
    let rule = try DatapointRule(
      periods: periods, datapointsToAlarm: datapoints, missingData: treatment, isOnDynamoDB: onDynamoDB)
    return rule.evaluate(AlarmEvaluationTests.datapoints(text)).outcomes
  }

  @Test("M is N where it is not given")
  func datapointsToAlarmDefault() throws {
    #expect(try DatapointRule(periods: 4).datapointsToAlarm == 4)
  }

  @Test("N is at least 1 and M is from 1 to N")
  func limits() {
    #expect(throws: DatapointRuleError.periods(0)) { try DatapointRule(periods: 0) }
    #expect(throws: DatapointRuleError.periods(.max)) { try DatapointRule(periods: .max) }
    #expect(throws: DatapointRuleError.datapointsToAlarm(3, periods: 2)) {
      try DatapointRule(periods: 2, datapointsToAlarm: 3)
    }
    #expect(throws: DatapointRuleError.datapointsToAlarm(0, periods: 2)) {
      try DatapointRule(periods: 2, datapointsToAlarm: 0)
    }
  }

  @Test("With no datapoint missing, the last N decide")
  func lastPeriodsDecide() throws {
    #expect(try outcomes("X X X 0 0", 2, of: 3) == [.ok])
    #expect(try outcomes("0 0 X X X", of: 3) == [.alarm])
    #expect(try outcomes("X X X X 0", 3, of: 3) == [.ok])
  }

  @Test("With N datapoints in the range, missing data is not looked at", arguments: MissingDataTreatment.allCases)
  func enoughDatapoints(_ treatment: MissingDataTreatment) throws {
    #expect(try outcomes("0 0 0 - -", of: 3, treatment) == [.ok])
    #expect(try outcomes("X - X - X", of: 3, treatment) == [.alarm])
  }

  /// The guide: the alarm avoids `ALARM` because the next datapoint may be `- - - X 0` or `- - X - 0`.
  @Test("A datapoint within the threshold takes a premature alarm back")
  func prematureAlarmAvoided() throws {
    for text in ["- - - X 0", "- - X - 0", "0 - - - X"] { #expect(try outcomes(text, of: 3) == [.ok]) }
    for text in ["- - - - X", "- - - X -"] { #expect(try !outcomes(text, of: 3).contains(.alarm)) }
  }

  /// The guide on the second row of its first table: the next evaluation without data goes to `ALARM`.
  @Test("A datapoint counts until it leaves the range")
  func datapointLeavesRange() throws {
    #expect(try outcomes("0 - - - -", of: 3, .breaching) == [.ok])
    #expect(try outcomes("0 - - - - -", of: 3, .breaching) == [.alarm])
  }

  @Test("No data at all is missing data")
  func noDatapoints() throws {
    #expect(try outcomes("", of: 1) == [.insufficientData])
    #expect(try outcomes("", of: 1, .ignore) == [.keep])
    #expect(try outcomes("", of: 1, .breaching) == [.alarm])
    #expect(try outcomes("", of: 1, .notBreaching) == [.ok])
  }

  @Test("An alarm on a DynamoDB metric ignores missing data, or does as it is set")
  func dynamoDB() throws {
    #expect(try outcomes("- - -", of: 1, .ignore, onDynamoDB: true) == [.keep])
    #expect(try outcomes("- - -", of: 1, .breaching, onDynamoDB: true) == [.alarm, .keep])
    #expect(try outcomes("- - -", of: 1, .missing, onDynamoDB: true) == [.insufficientData, .keep])
    #expect(try outcomes("- - X", of: 1, .notBreaching, onDynamoDB: true) == [.alarm])
    #expect(try outcomes("0 - -", of: 1, .breaching, onDynamoDB: true) == [.ok])
  }

  /// For N = 9 the range may be 11 or 12 periods long.
  @Test("An answer that depends on the length of the range is both answers")
  func rangeLength() throws {
    let text = "0 " + Array(repeating: "-", count: 11).joined(separator: " ")
    #expect(try outcomes(text, of: 9, .missing) == [.ok, .insufficientData])
    #expect(try outcomes(text, of: 8, .missing) == [.insufficientData])
  }

  @Test("An evaluation says which datapoints it counts")
  func counted() throws {
    let rule = try DatapointRule(periods: 3, datapointsToAlarm: 2)
    let evaluation = try #require(rule.evaluate(AlarmEvaluationTests.datapoints("X 0 - X - X")).evaluations.first)
    #expect(evaluation.countedAges == [5, 3, 1])
    #expect((evaluation.breaching, evaluation.filled, evaluation.rangeLength) == (2, 0, 5))
    #expect(evaluation.basis == .enoughDatapoints)
  }

  @Test(
    "An evaluation says what decided it",
    arguments: [
      ("- - - - -", DatapointEvaluation.Basis.noDatapoints), ("- - X - -", .prematureAlarm),
      ("- - - - X", .tooFewDatapoints), ("- - - 0 X", .filledDatapoints), ("- 0 0 X -", .enoughDatapoints),
    ])
  func basis(_ text: String, _ basis: DatapointEvaluation.Basis) throws {
    let rule = try DatapointRule(periods: 3)
    #expect(rule.evaluate(AlarmEvaluationTests.datapoints(text)).evaluations.map(\.basis) == [basis])
  }

  @Test("KEEP leaves the state, others set it")
  func stateAfter() {
    for state in AlarmState.allCases {
      #expect(AlarmOutcome.keep.state(after: state) == state)
      #expect(AlarmOutcome.ok.state(after: state) == .ok)
      #expect(AlarmOutcome.alarm.state(after: state) == .alarm)
      #expect(AlarmOutcome.insufficientData.state(after: state) == .insufficientData)
    }
  }
}
