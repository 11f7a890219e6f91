import AlarmEvaluation
import Foundation
import Testing

@testable import FailureDetection

@Suite struct AlarmChancesTests {
  /// Every number of slow and of other calls, with its chance, and the datapoint that they are.
  @Test(
    "How likely a period's percentile is slow is what all its outcomes come to",
    arguments: [(0.3, 0.02), (3, 0.02), (7, 0.2), (20, 0.01)], [0.0, 50, 95, 100])
  func chance(_ load: (calls: Double, share: Double), _ percentile: Double) throws {
    let slow = try #require(SlowCalls(.percentile(percentile), .greaterThan(100)))
    func term(_ mean: Double, _ count: Int) -> Double {
      exp(-mean + Double(count) * log(mean) - lgamma(Double(count) + 1))
    }
    var expected = 0.0
    for slowCalls in 0..<60 {
      for others in 0..<80 {
        var totals = MinuteTotals(limits: 1, minutes: 1)
        totals.beginMinute()
        totals.add(Double(slowCalls + others), to: .calls)
        totals.add(Double(slowCalls), to: .slow(0))
        guard slow.datapoint(.slow(0), totals, 0, 1) == .breaching else { continue }
        expected += term(load.calls * load.share, slowCalls) * term(load.calls * (1 - load.share), others)
      }
    }
    let chance = slow.chance(ofShare: load.share, among: Poisson(mean: load.calls))
    // At most the bound, which is above it.
    #expect(abs(chance - expected) < 1e-9 + 1e-6 * expected, "\(chance), \(expected)")
  }

  /// At night, a period of five minutes has no call with a chance of e^-0.5, and missing data counts as a failure.
  @Test("An alarm on errors that takes missing data for failures fires without any")
  func missingData() throws {
    func count(_ missing: MissingDataTreatment) throws -> Int {
      let errors = alarm(
        "errors", .metric(.errors, .sum), .greaterThan(0), try DatapointRule(periods: 1, missingData: missing),
        periodMinutes: 5, publicationDelay: 120)
      return try Workload(.function, .random(perSecond: 0.1 / 60)).falseAlarms(of: [errors], days: 30)[0]
    }
    #expect(try count(.breaching) > 100)
    #expect(try count(.notBreaching) == 0)
    #expect(try count(.missing) == 0)
  }

  /// A schedule calls twice in five minutes, and each whole period has both calls. Of the newest one three minutes have arrived,
  /// which have one at times: an alarm on a single period fires then, and one on two of them never.
  @Test("An alarm on missed runs fires in normal operation only if one incomplete period is enough", arguments: [1, 2])
  func missedRuns(_ periods: Int) throws {
    let missed = alarm(
      "missed", .metric(.calls, .sum), .lessThan(2), try DatapointRule(periods: periods, missingData: .breaching),
      periodMinutes: 5, publicationDelay: 120)
    let counts = try Workload(.function, .every(seconds: 150)).falseAlarms(of: [missed], days: 2)
    #expect((counts[0] > 0) == (periods == 1))
  }

  /// 0.6 % of a thousand requests are six; one of 69 requests is 1.449 %, and one of 70 is 1.43 %.
  @Test("One failure fires an alarm on a share where few requests arrive", arguments: [(69.0, true), (70, false)])
  func singleFailure(_ perHour: Double, _ fires: Bool) throws {
    let hour = WatchingAlarm.MetricCondition(
      .math(
        .operation(.operation(.number(100), .times, .id("failing")), .over, .id("requests")),
        metrics: ["failing": .metric(.errors, .sum), "requests": .metric(.calls, .sum)], expressions: [:]),
      .greaterThan(1.44), try DatapointRule(periods: 1, missingData: .notBreaching), periodMinutes: 60)
    let workload = Workload(.api, .random(perSecond: perHour / 3_600))
    #expect(hour.firesOnOneFailure(of: workload) == fires)
    var twice = hour
    twice.rule = try DatapointRule(periods: 2)
    #expect(twice.firesOnOneFailure(of: workload) == false)
    var count = hour
    count.measurement = .metric(.errors, .sum)
    #expect(count.firesOnOneFailure(of: workload) == nil)
  }
}
