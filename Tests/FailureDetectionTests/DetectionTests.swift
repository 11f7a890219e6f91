import AlarmEvaluation
import FailureDetection
import Testing

@Suite struct DetectionTests {
  private func errors(
    _ datapoints: Int, of periods: Int, periodMinutes: Int = 1, delay: Int = 0, above limit: Double = 0
  ) throws -> WatchingAlarm {
    WatchingAlarm(
      "errors", .metric(.errors, .sum), .greaterThan(limit),
      try DatapointRule(periods: periods, datapointsToAlarm: datapoints, missingData: .notBreaching),
      periodMinutes: periodMinutes, publicationDelay: delay)
  }

  /// A failure that begins within a minute is in that minute's datapoint, which is seen at the minute's end; three in a row
  /// are seen two minutes later. With a delay of 90 seconds the minute is seen at the end of the second one after it.
  @Test(
    "With many calls the periods and the delay make the time",
    arguments: [(1, 1, 0, 0), (3, 3, 0, 120), (1, 1, 90, 120), (3, 3, 90, 240), (2, 3, 60, 120)])
  func totalFailure(_ datapoints: Int, _ periods: Int, _ delay: Int, _ later: Int) throws {
    let busy = Workload(.function, .random(perSecond: 50))
    let detection = try busy.detection(
      of: .allCallsFail, by: [try errors(datapoints, of: periods, delay: delay)], runs: 200)
    #expect(detection.unnoticed == 0)
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
    let backlog = WatchingAlarm(
      "backlog", .metric(.waiting, .maximum), .greaterThan(500), try DatapointRule(periods: 1), publicationDelay: 0)
    let age = WatchingAlarm(
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
    let heartbeat = WatchingAlarm(
      "silent", .metric(.calls, .sum), .lessThan(1), try DatapointRule(periods: 2, missingData: .breaching),
      periodMinutes: 5, publicationDelay: 0)
    let detection = try Workload(.function, .random(perSecond: 5)).detection(of: .noCalls, by: [heartbeat], runs: 100)
    #expect(detection.unnoticed == 0)
    #expect(detection.noticed.allSatisfy { (1_200...1_260).contains($0.seconds) })
  }

  @Test("What no alarm looks at is not noticed")
  func unnoticed() throws {
    let busy = Workload(.function, .random(perSecond: 5))
    for failure in [Failure.latencyDoubles, .callsThrottled, .noCalls] {
      let detection = try busy.detection(of: failure, by: [try errors(1, of: 1)], runs: 3, horizonMinutes: 200)
      #expect((detection.unnoticed, detection.median, detection.firstAlarm) == (3, nil, nil), "\(failure)")
    }
    #expect(try busy.detection(of: .allCallsFail, by: [], runs: 3).unnoticed == 3)
  }

  /// The median of the durations is 100 ms, and twice of it is above 150 ms; the median of the usual ones is not.
  @Test("Doubled latency, timeouts and throttles are seen by their metrics")
  func otherSignals() throws {
    let busy = Workload(.function, .random(perSecond: 5))
    let slow = WatchingAlarm(
      "slow", .metric(.duration, .percentile(50)), .greaterThan(150), try DatapointRule(periods: 2))
    let throttled = WatchingAlarm(
      "throttled", .metric(.throttles, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching)
    )
    let alarms = [slow, throttled]
    #expect(try busy.detection(of: .latencyDoubles, by: alarms).firstAlarm == "slow")
    #expect(try busy.detection(of: .callsTimeOut, by: alarms).unnoticed == 0)
    #expect(try busy.detection(of: .callsThrottled, by: alarms).firstAlarm == "throttled")
    #expect(try busy.detection(of: .memoryExhausted, by: alarms, runs: 3, horizonMinutes: 100).unnoticed == 3)
  }

  /// Of a hundred calls a minute one in twenty fails: five on average, so that 3 % are exceeded in most minutes.
  @Test("An alarm on a share of errors reads two metrics")
  func math() throws {
    let share = WatchingAlarm(
      "share",
      .math(
        .operation(.operation(.number(100), .times, .id("e")), .over, .id("c")),
        ["e": .metric(.errors, .sum), "c": .metric(.calls, .sum)]), .greaterThan(50),
      try DatapointRule(periods: 2, missingData: .notBreaching), publicationDelay: 0)
    let busy = Workload(.api, .random(perSecond: 100 / 60))
    let detection = try busy.detection(of: .allCallsFail, by: [share], runs: 50)
    #expect(detection.noticed.count == 50)
    #expect(detection.noticed.allSatisfy { (61...180).contains($0.seconds) })
    #expect(try busy.detection(of: .oneCallInTwentyFails, by: [share], runs: 3, horizonMinutes: 300).unnoticed == 3)
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

  @Test("Each kind of workload has failures of its own")
  func applicability() {
    func failures(_ kind: Workload.Kind) -> Set<Failure> { Set(Failure.allCases.filter { $0.applies(to: kind) }) }
    #expect(failures(.queue) == [.consumerStops])
    #expect(failures(.function) == Set(Failure.allCases).subtracting([.consumerStops]))
    #expect(failures(.api) == failures(.function).subtracting([.memoryExhausted]))
  }

  @Test("Nonsense does not crash")
  func nonsense() throws {
    let odd = WatchingAlarm(
      "odd", .metric(.duration, .percentile(.infinity)), .greaterThan(0), try DatapointRule(periods: 1),
      periodMinutes: -3, publicationDelay: -5)
    for arrivals in [
      Workload.Arrivals.random(perSecond: -1), .random(perSecond: 1e300), .every(seconds: 0), .every(seconds: .max),
    ] {
      let workload = Workload(
        .function, arrivals, hours: [.nan], normalErrorShare: 7, medianDuration: -1, durationSpread: -1, timeout: -1)
      _ = try workload.detection(of: .oneCallInTwentyFails, by: [odd], runs: 1, horizonMinutes: 3)
      _ = try workload.detection(of: .allCallsFail, by: [odd], runs: -1, horizonMinutes: -1)
    }
  }
}
