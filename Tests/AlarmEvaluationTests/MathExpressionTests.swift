import AlarmEvaluation
import Testing

/// Source of the tables and rules: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
@Suite struct MathExpressionTests {
  private func metric(_ id: String, _ text: String) -> MathInputs.Metric {
    MathInputs.Metric(id, text.split(separator: " ").map { Double($0) })
  }

  private func inputs(_ metrics: KeyValuePairs<String, String>, start: Int? = nil) -> MathInputs {
    MathInputs(metrics: metrics.map { metric($0.key, $0.value) }, period: 60, start: start)
  }

  private func series(_ text: String) -> [Double?] { metric("", text).values }

  private let m1 = MathExpression.id("m1")
  private let m2 = MathExpression.id("m2")
  private let m3 = MathExpression.id("m3")

  @Test("Comparison and logical operators, as in the guide's table")
  func operators() throws {
    let inputs = inputs(["m1": "30 20 0 0", "m2": "20 - 20 -"])
    #expect(try MathExpression.operation(m1, .below, m2).values(of: inputs) == series("0 0 1 0"))
    #expect(try MathExpression.operation(m1, .atLeast, .number(30)).values(of: inputs) == series("1 0 0 0"))
    let both = MathExpression.operation(
      .operation(m1, .above, .number(15)), .and, .operation(m2, .above, .number(15)))
    #expect(try both.values(of: inputs) == series("1 0 0 0"))
  }

  @Test("IF(metric, metric, metric), as in the guide's table")
  func condition() throws {
    let inputs = inputs(["m1": "1 1 0 0 -", "m2": "30 - 0 0 30", "m3": "0 0 20 - 20"])
    #expect(try MathExpression.call("IF", [m1, m2, m3]).values(of: inputs) == series("30 0 20 - -"))
    #expect(try MathExpression.call("IF", [m1, .number(5), m3]).values(of: inputs) == series("5 5 20 - -"))
    #expect(try MathExpression.call("IF", [m1, m2, .number(5)]).values(of: inputs) == series("30 0 5 5 -"))
    #expect(try MathExpression.call("IF", [m1, m2]).values(of: inputs) == series("30 0 - - -"))
    #expect(try MathExpression.call("IF", [.number(-2), m2, m3]).values(of: inputs) == series("30 - 0 0 30"))
    #expect(try MathExpression.call("IF", [.number(0), m2, m3]).values(of: inputs) == series("0 0 20 - 20"))
    #expect(try MathExpression.call("IF", [.number(0), m2]).values(of: inputs) == series("- - - - -"))
  }

  @Test("A filter keeps the values below 400")
  func filter() throws {
    let inputs = inputs(["m1": "300 500 - 399"])
    let low = MathExpression.operation(m1, .below, .number(400))
    #expect(try MathExpression.call("IF", [low, m1]).values(of: inputs) == series("300 - - 399"))
    #expect(try MathExpression.call("IF", [low, .number(10), .number(2)]).values(of: inputs) == series("10 2 - 10"))
  }

  @Test("In arithmetic a missing value is 0 where the other exists, and division by zero drops the datapoint")
  func arithmetic() throws {
    let inputs = inputs(["m1": "6 - 6 -", "m2": "3 3 0 -"])
    #expect(try MathExpression.operation(m1, .over, m2).values(of: inputs) == series("2 0 - -"))
    #expect(try MathExpression.operation(m1, .plus, m2).values(of: inputs) == series("9 3 6 -"))
    #expect(try MathExpression.operation(m1, .minus, m2).values(of: inputs) == series("3 -3 6 -"))
    #expect(try MathExpression.operation(.number(2), .times, m1).values(of: inputs) == series("12 - 12 -"))
    #expect(try MathExpression.operation(m1, .power, .number(2)).values(of: inputs) == series("36 - 36 -"))
    #expect(try MathExpression.negative(m1).values(of: inputs) == series("-6 - -6 -"))
    #expect(try MathExpression.operation(m1, .over, .number(0)).values(of: inputs) == series("- - - -"))
  }

  @Test("FILL fills with a number, a series, the value before, or a line")
  func fill() throws {
    let inputs = inputs(["m1": "- 1 - - 4 -", "m2": "7 7 8 - 7 7"])
    func filled(_ filler: MathExpression) throws -> [Double?] {
      try MathExpression.call("FILL", [m1, filler]).values(of: inputs)
    }
    #expect(try filled(.number(0)) == series("0 1 0 0 4 0"))
    #expect(try filled(m2) == series("7 1 8 - 4 7"))
    #expect(try filled(.word("REPEAT")) == series("- 1 1 1 4 4"))
    #expect(try filled(.word("LINEAR")) == series("- 1 2 3 4 -"))
    #expect(try filled(.call("MIN", [m1])) == series("1 1 1 1 4 1"))
  }

  @Test("DIFF, DIFF_TIME and RATE look at the value before, however long ago")
  func differences() throws {
    let inputs = inputs(["m1": "- 10 40 - 160"])
    #expect(try MathExpression.call("DIFF", [m1]).values(of: inputs) == series("- - 30 - 120"))
    #expect(try MathExpression.call("DIFF_TIME", [m1]).values(of: inputs) == series("- - 60 - 120"))
    #expect(try MathExpression.call("RATE", [m1]).values(of: inputs) == series("- - 0.5 - 1"))
    #expect(try MathExpression.call("RUNNING_SUM", [m1]).values(of: inputs) == series("- 10 50 - 210"))
  }

  @Test("Of one series, statistics are numbers; of several, series")
  func statistics() throws {
    let inputs = inputs(["m1": "2 - 6", "m2": "4 2 -"])
    func across(_ name: String) throws -> [Double?] {
      try MathExpression.call(name, [.call("METRICS", [])]).values(of: inputs)
    }
    #expect(try across("SUM") == series("6 2 6"))
    #expect(try across("AVG") == series("3 1 3"))
    #expect(try across("MAX") == series("4 2 6"))
    #expect(try across("MIN") == series("2 2 6"))
    #expect(try across("DATAPOINT_COUNT") == series("2 1 1"))
    #expect(try across("STDDEV") == series("1 0 0"))
    let ofOne = MathExpression.operation(m2, .minus, .call("SUM", [m1]))
    #expect(try ofOne.values(of: inputs) == series("-4 -6 -"))
    #expect(throws: MathError.notOneSeries) { try MathExpression.call("SUM", [m1]).values(of: inputs) }
  }

  @Test("What the documents leave open of statistics is read in both ways")
  func openStatistics() throws {
    let inputs = inputs(["m1": "4 - - 8", "m2": "- 2 - -"])
    var reading = MathReading.omittingMissing
    let average = MathExpression.call("TIME_SERIES", [.call("AVG", [m1])])
    #expect(try average.values(of: inputs, reading: reading) == series("6 6 6 6"))
    reading.averageCountsMissing = true
    #expect(try average.values(of: inputs, reading: reading) == series("3 3 3 3"))
    let minimum = MathExpression.call("MIN", [.list([m1, m2])])
    #expect(try minimum.values(of: inputs, reading: reading) == series("4 2 - 8"))
    reading.extremesCountMissing = true
    #expect(try minimum.values(of: inputs, reading: reading) == series("0 0 - 0"))
    // Of 4 and 8 the deviation is 2 by the count and the root of 8 by the count less one.
    let deviation = MathExpression.call("TIME_SERIES", [.call("STDDEV", [m1])])
    #expect(try deviation.values(of: inputs, reading: reading) == series("2 2 2 2"))
    reading.deviatesBySample = true
    #expect(try deviation.values(of: inputs, reading: reading) == Array(repeating: 8.0.squareRoot(), count: 4))
  }

  @Test("METRICS, SORT, SLICE, FIRST, LAST and REMOVE_EMPTY choose among series")
  func lists() throws {
    let inputs = inputs(["errors4xx": "1 1", "errors5xx": "3 3", "requests": "9 9", "empty": "- -"])
    let all = MathExpression.call("METRICS", [])
    let errors = MathExpression.call("METRICS", [.text("errors")])
    #expect(try MathExpression.call("SUM", [errors]).values(of: inputs) == series("4 4"))
    let sorted = MathExpression.call("SORT", [all, .word("AVG"), .word("DESC")])
    #expect(try MathExpression.call("FIRST", [sorted]).values(of: inputs) == series("9 9"))
    #expect(try MathExpression.call("LAST", [sorted]).values(of: inputs) == series("- -"))
    #expect(try MathExpression.call("SLICE", [sorted, .number(1), .number(2)]).values(of: inputs) == series("3 3"))
    let rest = MathExpression.call("SLICE", [.call("REMOVE_EMPTY", [sorted]), .number(1)])
    #expect(try MathExpression.call("SUM", [rest]).values(of: inputs) == series("4 4"))
    let least = MathExpression.call("SORT", [all, .word("MAX"), .word("ASC"), .number(1)])
    #expect(try least.values(of: inputs) == series("1 1"))
    let share = MathExpression.operation(.id("requests"), .over, .call("METRIC_COUNT", [all]))
    #expect(try share.values(of: inputs) == series("2.25 2.25"))
  }

  @Test("Functions of each value leave gaps")
  func eachValue() throws {
    let inputs = inputs(["m1": "-2.5 - 100 0"])
    #expect(try MathExpression.call("ABS", [m1]).values(of: inputs) == series("2.5 - 100 0"))
    #expect(try MathExpression.call("CEIL", [m1]).values(of: inputs) == series("-2 - 100 0"))
    #expect(try MathExpression.call("FLOOR", [m1]).values(of: inputs) == series("-3 - 100 0"))
    #expect(try MathExpression.call("LOG10", [m1]).values(of: inputs) == series("- - 2 -"))
    #expect(try MathExpression.call("SQRT", [m1]).values(of: inputs) == series("- - 10 0"))
  }

  /// 1,700,000,000 seconds are Tuesday, 14 November 2023, 22:13:20 in UTC.
  @Test("Functions of the time have a value for each period")
  func time() throws {
    let inputs = inputs(["m1": "- 1"], start: 1_700_000_000)
    func value(_ name: String) throws -> [Double?] { try MathExpression.call(name, [m1]).values(of: inputs) }
    #expect(try value("MINUTE") == series("13 14"))
    #expect(try value("HOUR") == series("22 22"))
    #expect(try value("DAY") == series("2 2"))
    #expect(try value("DATE") == series("14 14"))
    #expect(try value("MONTH") == series("11 11"))
    #expect(try value("YEAR") == series("2023 2023"))
    #expect(try value("EPOCH") == series("1700000000 1700000060"))
    #expect(throws: MathError.needsTime("HOUR")) {
      try MathExpression.call("HOUR", [m1]).values(of: self.inputs(["m1": "1"]))
    }
  }

  /// Monday 29 February 2016, Sunday 31 December 1899, Saturday 1 January 2000, Sunday 28 February 2100.
  @Test(
    "The calendar is right",
    arguments: [
      (1_456_704_000, "2016 2 29 1"), (-2_209_075_200, "1899 12 31 7"), (946_684_800, "2000 1 1 6"),
      (4_107_456_000, "2100 2 28 7"),
    ])
  func calendar(_ start: Int, _ expected: String) throws {
    let inputs = inputs(["m1": "1"], start: start)
    let values = try ["YEAR", "MONTH", "DATE", "DAY"].flatMap {
      try MathExpression.call($0, [m1]).values(of: inputs)
    }
    #expect(values == series(expected))
  }

  @Test("Expressions read other expressions, and not themselves")
  func expressions() throws {
    let inputs = MathInputs(
      metrics: [metric("m1", "1 2")],
      expressions: [
        "twice": .operation(.number(2), .times, m1), "a": .id("b"), "b": .negative(.id("a")),
      ])
    #expect(try MathExpression.operation(.id("twice"), .plus, .id("twice")).values(of: inputs) == series("4 8"))
    #expect(throws: MathError.self) { try MathExpression.id("a").values(of: inputs) }
    #expect(throws: MathError.unknownID("m9")) { try MathExpression.id("m9").values(of: inputs) }
  }

  @Test("What cannot be computed is an error and no number")
  func errors() {
    let inputs = inputs(["m1": "1 2"])
    func error(_ expression: MathExpression) -> MathError? {
      do throws(MathError) { _ = try expression.values(of: inputs) } catch { return error }
      return nil
    }
    #expect(error(.call("ANOMALY_DETECTION_BAND", [m1])) == .notComputable("ANOMALY_DETECTION_BAND"))
    #expect(error(.call("SEARCH", [.text("x")])) == .notComputable("SEARCH"))
    #expect(error(.call("MEDIAN", [m1])) == .unknownFunction("MEDIAN"))
    #expect(error(.call("ABS", [])) == .arguments("ABS"))
    #expect(error(.call("FILL", [m1])) == .arguments("FILL"))
    #expect(error(.call("SORT", [m1, .word("UP")])) == .arguments("SORT"))
    #expect(error(.call("SLICE", [m1, .number(-1)])) == .arguments("SLICE"))
    #expect(error(.call("SLICE", [m1, .number(1e300)])) == .arguments("SLICE"))
    #expect(error(.operation(.list([m1, m1]), .plus, .list([m1]))) == .operands(.plus))
    #expect(error(.number(1)) == .notOneSeries)
    #expect(error(.text("x")) == .notOneSeries)
    #expect(error(.list([])) == .notOneSeries)
  }
}

@Suite struct MathAlarmTests {
  private func alarm(
    _ expression: MathExpression, _ metrics: KeyValuePairs<String, [Double?]>, above limit: Double,
    _ rule: DatapointRule
  ) throws -> [AlarmOutcome] {
    let inputs = MathInputs(metrics: metrics.map { MathInputs.Metric($0.key, $0.value) })
    return try AlarmThreshold.greaterThan(limit).evaluate(expression, of: inputs, rule: rule).outcomes
  }

  private let percentage = MathExpression.operation(
    .operation(.number(100), .times, .id("errors")), .over, .id("requests"))

  @Test("An error rate fires on its share, and a period without requests is missing")
  func errorRate() throws {
    let rule = try DatapointRule(periods: 2, missingData: .breaching)
    #expect(
      try alarm(percentage, ["errors": [0, 3, 3], "requests": [10, 10, 10]], above: 20, rule) == [.alarm])
    // Errors without requests divide by zero: that period has no datapoint, and the others decide.
    #expect(
      try alarm(percentage, ["errors": [0, 0, 3], "requests": [10, 10, nil]], above: 20, rule) == [.ok])
    #expect(
      try alarm(percentage, ["errors": [nil, nil, nil, nil], "requests": [nil, nil, nil, nil]], above: 20, rule)
        == [.alarm])
  }

  @Test("FILL leaves no datapoint missing, so missing data is never looked at")
  func fill() throws {
    let filled = MathExpression.call("FILL", [.id("m1"), .number(0)])
    let rule = try DatapointRule(periods: 2, missingData: .breaching)
    #expect(try alarm(filled, ["m1": [5, nil, nil]], above: 1, rule) == [.ok])
    #expect(try alarm(.id("m1"), ["m1": [5, nil, nil]], above: 1, rule) == [.alarm])
  }

  /// The guide warns of statistics over the time in alarms, for they are over the whole evaluation range.
  @Test("A statistic over the time is one over the evaluation range")
  func statisticOverRange() throws {
    let rule = try DatapointRule(periods: 1)
    let excess = MathExpression.operation(.id("m1"), .minus, .call("MAX", [.id("m1")]))
    // The 9 is four periods old, and the range of three does not hold it.
    #expect(try alarm(excess, ["m1": [9, 2, 2, 2]], above: -1, rule) == [.alarm])
    #expect(try alarm(excess, ["m1": [2, 9, 2, 2]], above: -1, rule) == [.ok])
  }

  @Test("Where the readings of an average differ, both outcomes are possible")
  func openAverage() throws {
    let rule = try DatapointRule(periods: 1)
    let average = MathExpression.call("TIME_SERIES", [.call("AVG", [.id("m1")])])
    #expect(try alarm(average, ["m1": [6, nil, nil]], above: 3, rule) == [.ok, .alarm])
    #expect(try alarm(average, ["m1": [6, 6, 6]], above: 3, rule) == [.alarm])
  }

  /// The periods begin at midnight, one an hour; the last one is the hour from 5 to 6.
  @Test("An expression over the evaluation range knows the time of its periods")
  func time() throws {
    let hours = MathInputs(
      metrics: [MathInputs.Metric("m1", Array(repeating: 1, count: 6))], period: 3_600, start: 1_700_006_400)
    let hour = MathExpression.call("HOUR", [.id("m1")])
    let rule = try DatapointRule(periods: 1)
    #expect(try AlarmThreshold.greaterThan(4.5).evaluate(hour, of: hours, rule: rule).outcomes == [.alarm])
    #expect(try AlarmThreshold.greaterThan(5.5).evaluate(hour, of: hours, rule: rule).outcomes == [.ok])
  }

  @Test("Data of fewer periods than the range leave its beginning missing")
  func shortData() throws {
    let rule = try DatapointRule(periods: 3)
    #expect(try alarm(.id("m1"), ["m1": [5]], above: 1, rule) == [.insufficientData])
    #expect(try alarm(.id("m1"), ["m1": [5, 5, 5]], above: 1, rule) == [.alarm])
  }
}
