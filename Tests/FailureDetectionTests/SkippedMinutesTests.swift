import AlarmEvaluation
import FailureDetection
import Testing

/// What is not simulated minute by minute comes out as if it were.
@Suite struct SkippedMinutesTests {

  private func share() throws -> WatchingAlarm {
    alarm(
      "share",
      .math(
        .operation(.operation(.number(100), .times, .id("e")), .over, .id("c")),
        metrics: ["e": .metric(.errors, .sum), "c": .metric(.calls, .sum)], expressions: [:]), .greaterThan(1),
      try DatapointRule(periods: 5, datapointsToAlarm: 3, missingData: .notBreaching), periodMinutes: 5,
      publicationDelay: 120)
  }

  private func errors(above limit: Double) throws -> WatchingAlarm {
    alarm(
      "errors", .metric(.errors, .sum), .greaterThan(limit), try DatapointRule(periods: 3, datapointsToAlarm: 2),
      periodMinutes: 5, publicationDelay: 120)
  }

  private func slow() throws -> WatchingAlarm {
    alarm(
      "slow", .metric(.duration, .percentile(95)), .greaterThan(1_500),
      try DatapointRule(periods: 5, datapointsToAlarm: 3, missingData: .notBreaching), publicationDelay: 120)
  }

  private static let day = [Workload.Phase(minutes: 480, factor: 2.1), Workload.Phase(minutes: 960, factor: 0.45)]

  /// The shares of noticed runs differ by less than five standard errors, and so do those that are noticed within a time.
  @Test(
    "Failures are noticed as if no minute were skipped", arguments: [0.02, 0.1, 0.5],
    [FailureMode.oneCallInTwentyFails, .latencyDoubles])
  func detection(_ perMinute: Double, _ failure: FailureMode) throws {
    for day in [[], Self.day] {
      let workload = Workload(
        .function, .random(perSecond: perMinute / 60), day: day, normalErrorShare: 0.003, medianDuration: 500,
        timeout: 30_000)
      let runs = 150
      for alarms in [[try share(), try slow()], [try errors(above: 0)]] {
        let skipping = try workload.detection(of: failure, by: alarms, runs: runs)
        let whole = try workload.detection(of: failure, by: alarms + everyCall(), runs: runs)
        for limit in [3_600, 6 * 3_600, 86_400] {
          let counts = [skipping, whole].map { $0.noticed.count { $0.seconds <= limit } }
          let rate = Double(counts[0] + counts[1]) / Double(2 * runs)
          let error = (2 * max(rate * (1 - rate), 0.01) / Double(runs)).squareRoot()
          #expect(
            abs(Double(counts[0] - counts[1])) / Double(runs) < 5 * error,
            "\(counts) of \(runs) within \(limit) s, \(alarms.map(\.name))")
        }
      }
    }
  }

  @Test("Alarms fire in normal operation as if no minute were skipped", arguments: [0.1, 2])
  func falseAlarms(_ perMinute: Double) throws {
    let workload = Workload(
      .function, .random(perSecond: perMinute / 60), day: Self.day, normalErrorShare: 0.01, medianDuration: 500,
      timeout: 30_000)
    for alarm in [try share(), try errors(above: 0), try slow()] {
      let skipping = try workload.falseAlarms(of: [alarm], days: 200)[0]
      let whole = try workload.falseAlarms(of: [alarm] + everyCall(), days: 200)[0]
      // Alarms in a row are not independent of each other: twice the deviation of those that are.
      #expect(
        abs(Double(skipping - whole)) <= 10 * Double(skipping + whole + 4).squareRoot(), "\(skipping), \(whole)")
    }
  }

  /// A call every six hours: the next one after the failure's beginning is at most six hours away, three on average, and its
  /// datapoint arrives at the end of the second minute after its own.
  @Test("Between the calls of a schedule minutes are skipped")
  func schedule() throws {
    let rare = Workload(.function, .every(seconds: 21_600))
    let first = alarm(
      "errors", .metric(.errors, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching),
      publicationDelay: 120)
    let detection = try rare.detection(of: .allCallsFail, by: [first], runs: 200)
    #expect(detection.noticed.count == 200)
    #expect(detection.noticed.allSatisfy { (121...21_780).contains($0.seconds) })
    let mean = Double(detection.noticed.reduce(0) { $0 + $1.seconds }) / 200
    // The deviation of an even distribution over six hours is 6,235 seconds.
    #expect(abs(mean - 10_950) < 5 * 6_235 / 200.0.squareRoot())
    #expect(detection.noticed.allSatisfy { (121...180).contains($0.secondsOfCalls) })
  }

  @Test("Throttled calls leave nothing to wait for in an alarm on shares")
  func throttled() throws {
    let busy = Workload(.function, .random(perSecond: 1))
    #expect(try busy.detection(of: .callsThrottled, by: [share()]).noticed.isEmpty)
  }

  /// The alarm fires at the end of the second minute after that of the call.
  @Test("The time from the first call that fails is known, and a run ends when it is too long")
  func patience() throws {
    let quiet = Workload(.function, .random(perSecond: 0.001 / 60))
    let first = alarm(
      "errors", .metric(.errors, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching),
      publicationDelay: 120)
    let detection = try quiet.detection(of: .allCallsFail, by: [first], runs: 400, patience: 900)
    #expect(detection.noticed.allSatisfy { (121...180).contains($0.secondsOfCalls) })
    // No call in a day has a chance of e^-1.44 = 0.237: 94.8 of 400 runs, with a deviation of 8.5.
    #expect(abs(Double(detection.unmet) - 94.8) < 43)
    #expect(detection.noticed.count + detection.unmet >= 398)
    let never = alarm("never", .metric(.errors, .sum), .greaterThan(1e9), try DatapointRule(periods: 1))
    let unnoticed = try quiet.detection(of: .allCallsFail, by: [never], runs: 400, patience: 900)
    #expect(unnoticed.noticed.isEmpty)
    #expect(abs(Double(unnoticed.unmet) - 94.8) < 43)
  }

  @Test("Equal workloads with equal alarms have the same detection, with their own names")
  func memory() throws {
    var memory = DetectionMemory()
    let workload = Workload(.function, .random(perSecond: 0.01), normalErrorShare: 0.01, medianDuration: 500)
    for prefix in ["a", "b"] {
      let alarms = [try errors(above: 0), try slow()].map {
        WatchingAlarm("\(prefix)-\($0.name)", $0.condition, notifies: $0.notifies)
      }
      for failure in [FailureMode.allCallsFail, .latencyDoubles] {
        let remembered = try memory.detection(of: failure, workload, by: alarms)
        #expect(remembered == (try workload.detection(of: failure, by: alarms)))
        #expect(remembered.firstAlarm?.hasPrefix("\(prefix)-") ?? true)
      }
      #expect(try memory.falseAlarms(of: alarms, workload, days: 30) == workload.falseAlarms(of: alarms, days: 30))
    }
    let both = WatchingAlarm("both", .composite(.state(.alarm, of: "errors")))
    let alarms = [try errors(above: 0), both]
    #expect(
      try memory.detection(of: .allCallsFail, workload, by: alarms) == workload.detection(of: .allCallsFail, by: alarms)
    )
  }
}
