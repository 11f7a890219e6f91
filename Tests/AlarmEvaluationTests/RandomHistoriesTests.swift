import Testing

@testable import AlarmEvaluation

@Suite struct RandomHistoriesTests {
  @Test("Random histories come out as the naive evaluator has them", arguments: 0..<20)
  func randomHistories(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed + 1)
    for _ in 0..<2_000 {
      let periods = Int.random(in: 1...14, using: &numbers)
      let needed = Int.random(in: 1...periods, using: &numbers)
      let treatment = try #require(MissingDataTreatment.allCases.randomElement(using: &numbers))
      // From nearly complete to nearly empty.
      let sparseness = Int.random(in: 1...9, using: &numbers)
      let history = (0..<Int.random(in: 0...20, using: &numbers)).map { _ -> Datapoint in
        if Int.random(in: 0..<10, using: &numbers) < sparseness { return .missing }
        return Bool.random(using: &numbers) ? .breaching : .notBreaching
      }
      let rule = try DatapointRule(periods: periods, datapointsToAlarm: needed, missingData: treatment)
      let text = notation(history)
      // A third of the periods more, at least two; AWS documents neither.
      let ranges = (periods + 2)...max(periods + 2, periods + periods / 3)
      let expected = Set(
        ranges.map { naiveOutcome(text, m: needed, n: periods, range: $0, treatment: treatment.rawValue) })
      let outcomes = rule.evaluate(history).outcomes.map(\.rawValue)
      #expect(Set(outcomes) == expected, "\(text), \(needed) of \(periods), \(treatment)")
      #expect(outcomes.count == expected.count)
    }
  }

  @Test("Every short history comes out as the naive evaluator has it")
  func everyShortHistory() throws {
    for number in 0..<243 {
      let history = (0..<5).map { Datapoint.allCases[number / [1, 3, 9, 27, 81][$0] % 3] }
      for (needed, periods) in [(1, 1), (1, 2), (2, 2), (1, 3), (2, 3), (3, 3)] {
        for treatment in MissingDataTreatment.allCases {
          let rule = try DatapointRule(periods: periods, datapointsToAlarm: needed, missingData: treatment)
          let expected = naiveOutcome(
            notation(history), m: needed, n: periods, range: periods + 2, treatment: treatment.rawValue)
          #expect(rule.evaluate(history).outcomes.map(\.rawValue) == [expected], "\(notation(history))")
        }
      }
    }
  }
}
