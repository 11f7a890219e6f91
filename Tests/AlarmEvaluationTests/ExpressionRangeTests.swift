import Testing

@testable import AlarmEvaluation

@Suite struct ExpressionRangeTests {
  private let calls = MathExpression.id("c")
  private let errors = MathExpression.id("e")

  private func range(
    _ expression: MathExpression, errors: ClosedRange<Double> = 0...0, calls: ClosedRange<Double> = 1 ... .infinity
  ) throws -> ClosedRange<Double>? {
    try #require(PeriodExpression(expression, metrics: ["c", "e"], expressions: [:]))
      .range { $0 == 0 ? calls : errors }
  }

  @Test("A share of no errors is nothing, however many calls there are")
  func share() throws {
    let share = MathExpression.operation(.operation(.number(100), .times, errors), .over, calls)
    #expect(try range(share) == 0...0)
    #expect(try range(share, errors: 0...3, calls: 2...5) == 0...150)
    // The calls may be none.
    #expect(try range(share, calls: 0...5) == nil)
  }

  @Test("Filled periods count")
  func filled() throws {
    let filled = MathExpression.call("FILL", [errors, .number(7)])
    #expect(try range(filled) == 0...7)
    #expect(try range(.operation(filled, .plus, .number(1))) == 1...8)
  }

  /// Each result of a metric in its limits is in the range of the result.
  @Test(
    "No value is outside of its range",
    arguments: MathOperator.allCases.filter { $0 != .power })
  func containment(_ sign: MathOperator) throws {
    let limits = [-3.0...(-1), -2...2, 0...4, 1...3]
    for left in limits {
      for right in limits {
        let expression = MathExpression.operation(errors, sign, .negative(calls))
        guard let range = try range(expression, errors: left, calls: right) else {
          #expect(sign == .over && right.contains(0))
          continue
        }
        let parsed = try #require(PeriodExpression(expression, metrics: ["c", "e"], expressions: [:]))
        for first in stride(from: left.lowerBound, through: left.upperBound, by: 0.5) {
          for second in stride(from: right.lowerBound, through: right.upperBound, by: 0.5) {
            guard let value = parsed.value(of: { $0 == 0 ? second : first }) else { continue }
            #expect(range.contains(value), "\(first) \(sign.rawValue) -\(second)")
          }
        }
      }
    }
  }
}
