import AlarmEvaluation
import Testing

@Suite struct RecentDatapointsTests {
  /// All 243 histories of five datapoints, every rule with up to three of them, and all four treatments.
  @Test("Bits have the outcome of datapoints", arguments: MissingDataTreatment.allCases)
  func outcomes(_ treatment: MissingDataTreatment) throws {
    let kinds: [Datapoint] = [.missing, .notBreaching, .breaching]
    var seen: Set<AlarmOutcome> = []
    for number in 0..<243 {
      let history = [1, 3, 9, 27, 81].map { kinds[number / $0 % 3] }
      var recent = RecentDatapoints()
      for (age, datapoint) in history.reversed().enumerated() { recent.set(datapoint, age: age) }
      for periods in 1...3 {
        for datapoints in 1...periods {
          let rule = try DatapointRule(periods: periods, datapointsToAlarm: datapoints, missingData: treatment)
          let expected = rule.outcome(of: history)
          #expect(rule.outcome(of: recent) == expected, "\(history), \(datapoints) of \(periods)")
          seen.insert(expected)
        }
      }
    }
    #expect(seen.count >= 2)
  }

  /// By the rules of metric math: between two series a missing value is 0 where the other has one, and division by zero has
  /// no value.
  @Test(
    "Math of one period has the value of the series",
    arguments: [
      MathExpression.operation(.operation(.number(100), .times, .id("a")), .over, .id("b")),
      .operation(.id("a"), .plus, .negative(.id("b"))),
      .operation(.call("FILL", [.id("a"), .number(7)]), .minus, .id("sum")),
      .operation(.id("a"), .above, .number(1)),
    ])
  func math(_ expression: MathExpression) throws {
    let values: [Double?] = [nil, 0, 1, 4]
    let expressions: [String: MathExpression] = ["sum": .operation(.id("a"), .plus, .id("b"))]
    let pairs = values.flatMap { first in values.map { (first, $0) } }
    let inputs = MathInputs(
      metrics: [.init("a", pairs.map(\.0)), .init("b", pairs.map(\.1))], expressions: expressions)
    let single = try #require(PeriodExpression(expression, metrics: ["a", "b"], expressions: expressions))
    let computed = pairs.map { first, second in single.value { $0 == 0 ? first : second } }
    #expect(computed == (try expression.values(of: inputs)))
    #expect(Set(computed).count > 2 || expression == .operation(.id("a"), .above, .number(1)))
  }

  @Test("Math over several periods is not math of one")
  func series() {
    for expression in [
      MathExpression.call("SUM", [.id("a")]), .call("FILL", [.id("a"), .word("REPEAT")]), .id("b"), .id("loop"),
      .call("FILL", [.number(1), .number(2)]),
    ] {
      #expect(
        PeriodExpression(expression, metrics: ["a"], expressions: ["loop": .negative(.id("loop"))]) == nil,
        "\(expression)")
    }
  }
}
