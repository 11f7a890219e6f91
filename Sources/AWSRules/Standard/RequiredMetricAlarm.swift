import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let requiredMetricAlarm: RuleID = "required-metric-alarm"
}

struct RequiredMetricAlarm: StandardRule {
  static let description = RuleDescription(
    id: .requiredMetricAlarm,
    title: "Each metric that the repository declares has an alarm",
    rationale: """
      The rule `custom-metric-alarm` asks for alarms on what functions declare to emit. If a metric is removed together \
      with its declaration, only a list of what has to be watched shows that it is missing.
      """,
    sources: ["FR-042", "FR-043", "SC-018", "SC-019"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [MetricAlarm.self],
    good: [
      Example("An alarm on the metric") { stack in
        let stuck = Metric("StuckItems", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: stuck, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      }
    ],
    bad: [
      Counterexample("Alarms on other metrics only") { stack in
        let errors = Metric("OtherErrors", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      }
    ])

  private let metrics: [String]

  init() { metrics = ["StuckItems"] }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    metrics = standard[stack.stack].metrics
    if metrics.isEmpty { return nil }
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard let first = stack.managed(MetricAlarm.type).first else { return [] }
    let read = Set(stack.metricReadings.map(\.name))
    return metrics.filter { !read.contains($0) }.map { metric in
      finding(
        on: first, "no alarm of the stack of '\(first.resource.name)' reads '\(metric)'",
        fix: "add `MetricAlarm(when: Metric(\"\(metric)\", in: …), …)`", subject: metric)
    }
  }
}
