import AlarmEvaluation
import Foundation
import Testing

@testable import FailureDetection

/// The time of a simulation depends on what happens in it, and not on how long it is or how many calls arrive.
@Suite(.serialized) struct DetectionCostTests {
  private func alarms() throws -> [WatchingAlarm] {
    [
      alarm(
        "errors", .metric(.errors, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: .notBreaching),
        publicationDelay: 120),
      alarm(
        "slow", .metric(.duration, .percentile(95)), .greaterThan(10_000),
        try DatapointRule(periods: 5, datapointsToAlarm: 3, missingData: .notBreaching), publicationDelay: 120),
      alarm(
        "share",
        .math(
          .operation(.operation(.number(100), .times, .id("e")), .over, .id("c")),
          metrics: ["e": .metric(.errors, .sum), "c": .metric(.calls, .sum)], expressions: [:]), .greaterThan(1),
        try DatapointRule(periods: 5, datapointsToAlarm: 3, missingData: .notBreaching), periodMinutes: 5,
        publicationDelay: 120),
    ]
  }

  /// Measured in a release build: a thousand functions with every failure in one to three seconds at each of these loads, and
  /// ten times as long before minutes were skipped.
  @Test("Every failure takes about as long at every load")
  func loads() throws {
    let alarms = try alarms()
    func time(_ perMinute: Double) throws -> Double {
      let workload = Workload(.function, .random(perSecond: perMinute / 60), medianDuration: 500, timeout: 30_000)
      return try threadSeconds {
        for failure in Workload.Kind.function.failureModes { _ = try workload.detection(of: failure, by: alarms) }
      }
    }
    let busy = try (0..<3).map { _ in try time(700) }.min() ?? 0
    for perMinute in [0.0007, 0.007, 0.07, 0.7, 7, 70, 7_000] {
      #expect(try time(perMinute) < 8 * busy, "\(perMinute) calls a minute")
    }
  }

  @Test("A month without failures is over as fast as a hundred")
  func normalOperation() throws {
    let alarms = try alarms()
    func time(_ days: Int) throws -> Double {
      // An error in 230 days on average.
      let workload = Workload(.function, .random(perSecond: 5), normalErrorShare: 1e-8, medianDuration: 500)
      return try threadSeconds { _ = try workload.falseAlarms(of: alarms, days: days) }
    }
    let month = try (0..<3).map { _ in try time(30) }.min() ?? 0
    #expect(try time(3_000) < 60 * month)
  }

  private func threadSeconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
  }
}
