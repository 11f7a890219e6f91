import InfraModel
import Testing

@Suite struct MetricExpressionTests {
  @Test(arguments: validMath)
  func mathOfCloudWatchIsRead(_ text: String) throws {
    _ = try MetricExpression(parsing: text)
  }

  @Test(arguments: invalidMath)
  func mathThatCloudWatchRefusesIsRefused(_ text: String, found: String?, hint: String?) {
    let error = #expect(throws: SyntaxError.self) { try MetricExpression(parsing: text) }
    #expect(error?.found == found, "\(error?.description ?? "")")
    if let hint { #expect(error?.fix.contains(hint) == true, "\(error?.fix ?? "")") }
  }

  @Test func whatBindsCloserIsInTheTree() throws {
    #expect(
      try MetricExpression(parsing: "a + b * c ^ 2 > 1 AND d")
        == .operation(
          .operation(
            .operation(
              .id("a"), .plus,
              .operation(.id("b"), .times, .operation(.id("c"), .power, .number(2)))), .above, .number(1)),
          .and, .id("d")))
    #expect(try MetricExpression(parsing: "a - b - c").ids == ["a", "b", "c"])
    #expect(
      try MetricExpression(parsing: "a - b - c")
        == .operation(.operation(.id("a"), .minus, .id("b")), .minus, .id("c")))
  }

  @Test func noTextMakesItCrash() {
    expectNoCrash(mutating: validMath) { _ = try? MetricExpression(parsing: $0) }
  }
}

private let validMath = [
  "m1", "m1/m2", "100 * errors / requests", "-m1 + .5", "(m1 + m2) * 60", "SUM([m1, m2])", "SUM(METRICS())",
  #"AVG(METRICS("errors"))"#, "IF(m1 > 100, m1, 0)", "IF(m1, m2)", "FILL(m1, 0)", "FILL(m1, REPEAT)", "RATE(m1)",
  "DIFF(m1)", "m1 >= 2 && m2 < 3 || m3 == 0", "m1 != m2 OR m3", "ANOMALY_DETECTION_BAND(m1, 2)", "ABS(m1 - MIN(m2))",
  "SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum', 300)", "SORT(METRICS(), AVG, DESC, 10)", "e1 ^ 2", "PERIOD(m1)",
  "SELECT AVG(Duration) FROM SCHEMA(\"AWS/Lambda\", FunctionName)", "1 / PERIOD(m1)",
  "IF(HOUR(m1) > 8 AND DAY(m1)<6, m1)",
]

private let invalidMath: [(String, found: String?, hint: String?)] = [
  ("", nil, nil),
  ("m1 /", nil, nil),
  ("m1 m2", "m2", nil),
  ("(m1 + m2", nil, "`)`"),
  ("m1 + m2)", ")", nil),
  ("M1 / m2", "M1", "'m1'"),
  ("sum(m1)", "sum", "`SUM`"),
  ("AVERAGE(m1)", "AVERAGE", nil),
  ("FIL(m1, 0)", "FIL", "`FILL`"),
  ("IF(m1)", "IF", "2 to 3"),
  ("FILL(m1)", "FILL", "2 arguments"),
  ("m1 = 5", "=", "`==`"),
  ("m1 % 2", "%", nil),
  ("[m1, m2", nil, nil),
  ("5xx", "5xx", nil),
  ("m1 / \"m2", nil, "close the quote"),
]
