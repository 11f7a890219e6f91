import AlarmEvaluation
import FailureDetection
import Testing

/// An alarm on one metric, which has a subscriber.
func alarm(
  _ name: String, _ measurement: Measurement, _ threshold: AlarmThreshold, _ rule: DatapointRule,
  periodMinutes: Int = 1,
  publicationDelay: Int = 0
) -> WatchingAlarm {
  WatchingAlarm(
    name,
    .metric(
      WatchingAlarm.MetricCondition(
        measurement, threshold, rule, periodMinutes: periodMinutes, publicationDelay: publicationDelay)))
}

/// Alarms that never fire and count all calls of which they read a metric, so that no minute with calls is skipped.
func everyCall() throws -> [WatchingAlarm] {
  try [Signal.errors, .duration].map { signal in
    alarm(
      "all-\(signal.rawValue)", .metric(signal, .sampleCount), .greaterThan(1e12), try DatapointRule(periods: 1),
      publicationDelay: 120)
  }
}

@Suite struct DetectionTests {
  private func errors(
    _ datapoints: Int, of periods: Int, periodMinutes: Int = 1, delay: Int = 0, above limit: Double = 0
  ) throws -> WatchingAlarm {
    alarm(
      "errors", .metric(.errors, .sum), .greaterThan(limit),
      try DatapointRule(periods: periods, datapointsToAlarm: datapoints, missingData: .notBreaching),
      periodMinutes: periodMinutes, publicationDelay: delay)
  }

  private func unnoticed(_ detection: Detection) -> Int { detection.runs - detection.noticed.count }

  /// A failure that begins within a minute is in that minute's datapoint, which is seen at the minute's end; three in a row
  /// are seen two minutes later. With a delay of 90 seconds the minute is seen at the end of the second one after it.
  @Test(
    "With many calls the periods and the delay make the time",
    arguments: [(1, 1, 0, 0), (3, 3, 0, 120), (1, 1, 90, 120), (3, 3, 90, 240), (2, 3, 60, 120)])
  func totalFailure(_ datapoints: Int, _ periods: Int, _ delay: Int, _ later: Int) throws {
    let busy = Workload(.function, .random(perSecond: 50))
    let detection = try busy.detection(
      of: .allCallsFail, by: [try errors(datapoints, of: periods, delay: delay)], runs: 200)
    #expect(unnoticed(detection) == 0)
    // The begin is spread evenly over the minute.
    #expect(detection.noticed.allSatisfy { (later + 1...later + 60).contains($0.seconds) })
    let mean = Double(detection.noticed.reduce(0) { $0 + $1.seconds }) / 200
    #expect(abs(mean - Double(later) - 30) < 5)
  }

  /// Failing calls arrive at random, 0.02 a minute, so the wait for the first is distributed exponentially: half of the
  /// time it is over after ln 2 / 0.02 = 34.66 minutes, in 95 of 100 cases after 149.8. The end of its minute is half a
  /// minute later on average.
  @Test("With few calls the wait for the first failing one makes the time")
  func rareFailure() throws {
    let quiet = Workload(.function, .random(perSecond: 0.4 / 60))
    let detection = try quiet.detection(of: .oneCallInTwentyFails, by: [try errors(1, of: 1)], runs: 4_000)
    let median = Double(try #require(detection.median)) / 60
    let percentile95 = Double(try #require(detection.percentile95)) / 60
    // 5 and 4 standard errors of these quantiles.
    #expect(abs(median - 35.16) < 4)
    #expect(abs(percentile95 - 150.3) < 14)
  }

  /// One message comes each second, so 500 are exceeded after 501 seconds, and the end of that minute is up to 59 seconds
  /// later. The oldest message has waited more than 300 seconds after 301.
  @Test("A queue without a consumer fills")
  func queue() throws {
    let queue = Workload(.queue, .every(seconds: 1))
    let backlog = alarm(
      "backlog", .metric(.waiting, .maximum), .greaterThan(500), try DatapointRule(periods: 1), publicationDelay: 0)
    let age = alarm(
      "age", .metric(.oldestAge, .maximum), .greaterThan(300), try DatapointRule(periods: 1), publicationDelay: 0)
    let byBacklog = try queue.detection(of: .consumerStops, by: [backlog], runs: 100)
    #expect(byBacklog.noticed.allSatisfy { (501...560).contains($0.seconds) })
    let byAge = try queue.detection(of: .consumerStops, by: [backlog, age], runs: 100)
    #expect(byAge.noticed.allSatisfy { (301...360).contains($0.seconds) })
    #expect(byAge.firstAlarm == "age")
  }

  /// Two periods of five minutes, missing data breaching. The range is four periods long, and one datapoint in it that is not
  /// breaching keeps the state OK: the alarm fires when the last one has left the range, after twenty minutes, not ten.
  @Test("An alarm on silence waits until the evaluation range is empty")
  func silence() throws {
    let heartbeat = alarm(
      "silent", .metric(.calls, .sum), .lessThan(1), try DatapointRule(periods: 2, missingData: .breaching),
      periodMinutes: 5, publicationDelay: 0)
    let detection = try Workload(.function, .random(perSecond: 5)).detection(of: .noCalls, by: [heartbeat], runs: 100)
    #expect(unnoticed(detection) == 0)
    #expect(detection.noticed.allSatisfy { (1_200...1_260).contains($0.seconds) })
  }

  @Test("What no alarm looks at is not noticed")
  func unnoticed() throws {
    let busy = Workload(.function, .random(perSecond: 5))
    for failure in [FailureMode.latencyDoubles, .callsThrottled, .noCalls] {
      let detection = try busy.detection(of: failure, by: [try errors(1, of: 1)], runs: 3, horizonMinutes: 200)
      #expect((unnoticed(detection), detection.median, detection.firstAlarm) == (3, nil, nil), "\(failure)")
    }
    #expect(unnoticed(try busy.detection(of: .allCallsFail, by: [], runs: 3)) == 3)
  }

  /// The median of the durations is 100 ms, and twice of it is above 150 ms; the median of the usual ones is not.
  @Test("Doubled latency, timeouts and throttles are seen by their metrics")
  func otherSignals() throws {
    let busy = Workload(.function, .random(perSecond: 5), medianDuration: 100, timeout: 3_000)
    let slow = alarm(
      "slow", .metric(.duration, .percentile(50)), .greaterThan(150), try DatapointRule(periods: 2))
    let throttled = alarm(
      "throttled", .metric(.throttles, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching)
    )
    let alarms = [slow, throttled]
    #expect(try busy.detection(of: .latencyDoubles, by: alarms).firstAlarm == "slow")
    #expect(unnoticed(try busy.detection(of: .callsTimeOut, by: alarms)) == 0)
    #expect(try busy.detection(of: .callsThrottled, by: alarms).firstAlarm == "throttled")
    #expect(unnoticed(try busy.detection(of: .memoryExhausted, by: alarms, runs: 3, horizonMinutes: 100)) == 3)
  }

  /// Of a hundred calls a minute one in twenty fails: five on average, so that 3 % are exceeded in most minutes.
  @Test("An alarm on a share of errors reads two metrics")
  func math() throws {
    let share = alarm(
      "share",
      .math(
        .operation(.operation(.number(100), .times, .id("e")), .over, .id("c")),
        metrics: ["e": .metric(.errors, .sum), "c": .metric(.calls, .sum)], expressions: [:]), .greaterThan(50),
      try DatapointRule(periods: 2, missingData: .notBreaching), publicationDelay: 0)
    let busy = Workload(.api, .random(perSecond: 100 / 60))
    let detection = try busy.detection(of: .allCallsFail, by: [share], runs: 50)
    #expect(detection.noticed.count == 50)
    #expect(detection.noticed.allSatisfy { (61...180).contains($0.seconds) })
    #expect(unnoticed(try busy.detection(of: .oneCallInTwentyFails, by: [share], runs: 3, horizonMinutes: 300)) == 3)
  }

  @Test("The same runs come out the same")
  func reproducible() throws {
    let quiet = Workload(.function, .random(perSecond: 0.01))
    let alarm = try errors(1, of: 1)
    #expect(
      try quiet.detection(of: .oneCallInTwentyFails, by: [alarm])
        == quiet.detection(of: .oneCallInTwentyFails, by: [alarm]))
    #expect(Set(try quiet.detection(of: .oneCallInTwentyFails, by: [alarm]).noticed.map(\.seconds)).count > 10)
  }

  /// One call a minute of which one in a thousand fails: 43,200 calls a month, 43.2 failures, standard deviation 6.6. Each
  /// makes the alarm fire once, unless the next failure comes within the three minutes of its range.
  @Test("Alarms that fire in normal operation are counted")
  func falseAlarms() throws {
    let quiet = Workload(.function, .every(seconds: 60), normalErrorShare: 0.001)
    let counts = try quiet.falseAlarms(of: [try errors(1, of: 1), try errors(2, of: 2)])
    #expect(abs(Double(counts[0]) - 43.2) < 26)
    #expect(counts[1] <= 1)
    let clean = Workload(.function, .every(seconds: 60))
    #expect(try clean.falseAlarms(of: [try errors(1, of: 1)]) == [0])
  }

  /// An alarm that reads a whole series at once has the same states as one that is computed period by period.
  @Test("Metric math over several periods is evaluated over the range")
  func series() throws {
    let quotient = MathExpression.operation(.id("e"), .over, .id("c"))
    let metrics: [String: Measurement] = ["e": .metric(.errors, .sum), "c": .metric(.calls, .sum)]
    let rule = try DatapointRule(periods: 3, datapointsToAlarm: 2, missingData: .notBreaching)
    func share(_ expression: MathExpression) -> WatchingAlarm {
      alarm(
        "share", .math(expression, metrics: metrics, expressions: [:]), .greaterThan(0.06), rule, periodMinutes: 2,
        publicationDelay: 60)
    }
    // ABS is computed over the series only.
    // No minute of either is skipped.
    let (byPeriod, bySeries) = (
      [share(quotient)] + (try everyCall()), [share(.call("ABS", [quotient]))] + (try everyCall())
    )
    let busy = Workload(.api, .random(perSecond: 2))
    for failure in [FailureMode.allCallsFail, .oneCallInTwentyFails] {
      let first = try busy.detection(of: failure, by: byPeriod, runs: 10, horizonMinutes: 200)
      #expect(first == (try busy.detection(of: failure, by: bySeries, runs: 10, horizonMinutes: 200)))
      #expect(first.noticed.count > 3)
    }
  }

  /// It fires when both of its alarms are in ALARM, and only it notifies: three periods in a row are later than one.
  @Test("A composite alarm fires when its condition holds")
  func composite() throws {
    var quick = try errors(1, of: 1)
    var sure = try errors(3, of: 3, above: 5)
    quick.name = "quick"
    sure.name = "sure"
    quick.notifies = false
    sure.notifies = false
    let both = WatchingAlarm(
      "both", .composite(.all([.state(.alarm, of: "quick"), .state(.alarm, of: "sure")])))
    let busy = Workload(.function, .random(perSecond: 50))
    // Declared before those that it reads.
    let detection = try busy.detection(of: .allCallsFail, by: [both, quick, sure], runs: 50)
    #expect(detection.noticed.allSatisfy { (121...180).contains($0.seconds) && $0.alarm == "both" })
    #expect(detection.noticed.count == 50)
    #expect(detection.silentAlarm == "quick")
    let alone = try busy.detection(of: .allCallsFail, by: [quick], runs: 5)
    #expect((alone.noticed, alone.silentAlarm) == ([], "quick"))
    let never = WatchingAlarm("never", .composite(.all([.state(.alarm, of: "quick"), .state(.alarm, of: "absent")])))
    #expect(unnoticed(try busy.detection(of: .allCallsFail, by: [never, quick], runs: 3)) == 3)
  }

  /// At night ten times fewer calls arrive than by day. The rate over the whole day is the same, so the failing calls of a
  /// month are as many, and the wait for one is longer for half of the runs.
  @Test("Failures at night are noticed later")
  func nights() throws {
    let rate = 0.02 / 60 * 20
    let even = Workload(.function, .random(perSecond: rate))
    let day = [Workload.Phase(minutes: 720, factor: 20.0 / 11), Workload.Phase(minutes: 720, factor: 2.0 / 11)]
    let uneven = Workload(.function, .random(perSecond: rate), day: day)
    let alarm = try errors(1, of: 1)
    let waits = try [even, uneven].map { workload in
      try workload.detection(of: .oneCallInTwentyFails, by: [alarm], runs: 1_000, horizonMinutes: 5_000)
    }
    let (evenTime, unevenTime) = (try #require(waits[0].percentile95), try #require(waits[1].percentile95))
    // At night a failing call arrives each 275 minutes, so that the wait is up to 12 hours.
    #expect(evenTime < 170 * 60)
    #expect(unevenTime > 400 * 60)
  }

  /// Of doubled durations 2.3 % are above the limit, two deviations of 0.5 above their logarithm. A minute of the day without
  /// calls makes the bound useless, so that this workload is simulated.
  @Test("Alarms that are not simulated because of a bound do not fire", arguments: [0.005, 0.05, 10])
  func bound(_ perSecond: Double) throws {
    let slow = alarm(
      "slow", .metric(.duration, .percentile(95)), .greaterThan(1_000 * 2.718), try DatapointRule(periods: 2),
      periodMinutes: 5)
    let days = [[], [Workload.Phase(minutes: 1_439, factor: 1_440 / 1_439), Workload.Phase(minutes: 1, factor: 0)]]
    let noticed = try days.map { day in
      try Workload(.function, .random(perSecond: perSecond), day: day, medianDuration: 500)
        .detection(of: .latencyDoubles, by: [slow], runs: 10).noticed.count
    }
    #expect((noticed[0] > 0) == (noticed[1] > 0))
    #expect((noticed[0] > 0) == (perSecond < 1))
  }

  @Test("A message in a dead-letter queue stays there")
  func deadLetters() throws {
    let queue = Workload(.deadLetterQueue, .every(seconds: .max))
    let waiting = alarm(
      "waiting", .metric(.waiting, .maximum), .greaterThan(0), try DatapointRule(periods: 1), periodMinutes: 5,
      publicationDelay: 120)
    let detection = try queue.detection(of: .deadLetters, by: [waiting], runs: 50)
    // The datapoint of its minute arrives two minutes after the minute's end.
    #expect(detection.noticed.allSatisfy { (121...180).contains($0.seconds) })
    #expect(detection.noticed.count == 50)
  }

  /// Until the failure no call fails. Its first minute has some, and the alarm fires at its end.
  @Test("A trace has the values around the beginning of a failure")
  func trace() throws {
    let condition = WatchingAlarm.MetricCondition(
      .metric(.errors, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching))
    let busy = Workload(.function, .random(perSecond: 50))
    let trace = try #require(busy.trace(of: .allCallsFail, by: condition, before: 15, after: 10))
    #expect(trace.values.count == 25)
    #expect(trace.failureStart == 14)
    #expect(trace.values[...14].allSatisfy { $0 == 0 })
    #expect(trace.values[15...].allSatisfy { ($0 ?? 0) > 0 })
    #expect(trace.values[16...].allSatisfy { (2_700...3_300).contains($0 ?? 0) })
    #expect(trace.fired == 15)
    let percentile = WatchingAlarm.MetricCondition(
      .metric(.duration, .percentile(95)), .greaterThan(0), try DatapointRule(periods: 1))
    #expect(busy.trace(of: .allCallsFail, by: percentile) == nil)
  }

  @Test("Each kind of workload has failures of its own")
  func applicability() {
    func failures(_ kind: Workload.Kind) -> Set<FailureMode> { Set(kind.failureModes) }
    #expect(failures(.queue) == [.consumerStops])
    #expect(failures(.deadLetterQueue) == [.deadLetters])
    let ofOthers: Set<FailureMode> = [.consumerStops, .deadLetters, .costDoubles]
    #expect(failures(.function) == Set(FailureMode.allCases).subtracting(ofOthers))
    #expect(failures(.api) == failures(.function).subtracting([.memoryExhausted, .callsTimeOut]))
  }

  @Test("Nonsense does not crash")
  func nonsense() throws {
    let odd = alarm(
      "odd", .metric(.duration, .percentile(.infinity)), .greaterThan(0), try DatapointRule(periods: 1),
      periodMinutes: -3, publicationDelay: -5)
    for arrivals in [
      Workload.Arrivals.random(perSecond: -1), .random(perSecond: 1e300), .every(seconds: 0), .every(seconds: .max),
    ] {
      let workload = Workload(
        .function, arrivals, day: [Workload.Phase(minutes: -3, factor: .nan)], normalErrorShare: 7, medianDuration: -1,
        timeout: -1)
      _ = try workload.detection(of: .oneCallInTwentyFails, by: [odd], runs: 1, horizonMinutes: 3)
      _ = try workload.detection(of: .allCallsFail, by: [odd], runs: -1, horizonMinutes: -1)
    }
  }
}
