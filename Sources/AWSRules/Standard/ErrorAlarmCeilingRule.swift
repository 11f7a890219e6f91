import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let errorAlarmCeiling: RuleID = "error-alarm-ceiling"
}

struct ErrorAlarmCeilingRule: StandardRule {
  static let description = RuleDescription(
    id: .errorAlarmCeiling,
    title: "Alarms on functions' errors fire within the errors and the time that the repository declares",
    rationale: """
      An alarm above a million errors, or after five days of them, satisfies every check that one exists, and notifies \
      no subscriber of an outage.
      """,
    sources: ["FR-040", "SC-017", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [MetricAlarm.self],
    reads: [
      .arguments(
        "comparison_operator", "metric_name", "namespace", "period", "statistic", "threshold", of: MetricAlarm.self)
    ],
    good: [
      Example("The first error fires it") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("Alarms on other metrics have thresholds of their own") { stack in
        let calls = Metric(
          "Invocations", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            "ingest-busy", when: calls, .sum, threshold: .above(1_000_000), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A threshold that no outage reaches") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(1_000_000), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("After a day of errors") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(0), period: .hours(24), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
    ])

  private let ceiling: ErrorAlarmCeiling

  init() { ceiling = ErrorAlarmCeiling(errors: 10, within: .seconds(900)) }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    guard let ceiling = standard[stack.stack].errorAlarm else { return nil }
    self.ceiling = ceiling
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    let most = Int(ceiling.errors)
    let seconds = ceiling.within.wholeSeconds
    return stack.metricReadings.compactMap { reading in
      guard reading.namespace == "AWS/Lambda", reading.name == "Errors", reading.statistic == "Sum",
        let threshold = reading.threshold, threshold.firesOnHighValues
      else { return nil }
      let name = reading.alarm.resource.name
      if threshold.limit > ceiling.errors {
        return finding(
          on: reading.alarm, "alarm '\(name)' fires above \(Int(threshold.limit)) errors, not above \(most) at most",
          fix: "set `threshold: .above(\(most))` or less on '\(name)'")
      }
      guard let period = reading.period else { return nil }
      let arguments = KnownArguments(block: reading.alarm.block, stack: stack)
      let periods = arguments.number("datapoints_to_alarm") ?? arguments.number("evaluation_periods") ?? 1
      guard period * periods > Double(seconds) else { return nil }
      return finding(
        on: reading.alarm,
        "alarm '\(name)' fires after \(Int(period * periods)) s of errors, not within \(seconds) s",
        fix: "shorten the period of '\(name)', or let fewer periods decide")
    }
  }
}
