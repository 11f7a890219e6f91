import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let alarmOnDashboard: RuleID = "alarm-on-dashboard"
}

struct AlarmOnDashboard: Rule {
  static let description = RuleDescription(
    id: .alarmOnDashboard,
    title: "Every alarm is on a dashboard",
    rationale: "A dashboard that omits an alarm looks healthy while that alarm fires.",
    sources: ["FR-044", "SC-022"],
    severityInAudit: .note,
    terraformFix: """
      add the alarm's ARN to a widget of type `alarm` in the `dashboard_body` of an `aws_cloudwatch_dashboard`
      """,
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    good: [
      Example("All alarms of all kinds and regions are shown") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let bill = stack.add(
          MetricAlarm(
            "bill", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []),
          in: .usEast1)
        let broken = stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: []))
        stack.add(
          Dashboard("operations", in: .euWest1) {
            Row { AlarmStatus("All alarms", [errors.arn, bill.arn, broken.arn]) }
          })
      },
      Example("A stack without alarms needs no dashboard") { stack in
        stack.add(Topic("alerts"))
      },
    ],
    bad: [
      Counterexample("The billing alarm is not on the dashboard") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let bill = stack.add(
          MetricAlarm(
            "bill", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []),
          in: .usEast1)
        stack.add(Dashboard("operations", in: .euWest1) { Row { AlarmStatus("All alarms", [errors.arn]) } })
        return [bill.address]
      },
      Counterexample("No dashboard, which is reported once") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        stack.add(
          MetricAlarm(
            "latency", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [errors.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let alarms = stack.alarms
    let dashboards = stack.subjects(Dashboard.self)
    guard let dashboard = dashboards.first else {
      return RuleEvaluation(
        findings: alarms.prefix(1).map { alarm in
          finding(
            on: alarm.declaration,
            "the \(stack.noun) has no dashboard that shows \(named(alarms))",
            fix: "add `stack.add(OperationsDashboard(\"operations\"))` at the end, which shows every alarm before it",
            terraformFix: """
              add an `aws_cloudwatch_dashboard` with a widget of type `alarm` that lists the ARNs of all alarms
              """)
        })
    }
    var shown = Evidence<Address, Void>()
    for dashboard in dashboards {
      shown.record(dashboard.declaration) { () throws(DecodingFailure) in
        try dashboard.alarms.compactMap { stack.target(of: $0.text) }.map { ($0.address, ()) }
      }
    }
    var evaluation = RuleEvaluation()
    for alarm in alarms {
      evaluation.judge(alarm.declaration) { () throws(DecodingFailure) in
        guard try !shown.contains(alarm.declaration.address) else { return [] }
        return [
          finding(
            on: alarm.declaration, "alarm '\(alarm.name)' is on no dashboard",
            // One that shows whatever was declared before it has no list to add to.
            fix: dashboard.declaration.path.components.contains { $0 == OperationsDashboard.self }
              ? "move OperationsDashboard '\(dashboard.name)' to the end, after '\(alarm.name)'"
              : "add `\(variable(for: alarm.name)).arn` to an AlarmStatus of dashboard '\(dashboard.name)'",
            terraformFix: """
              add the alarm's ARN to a widget of type `alarm` in the `dashboard_body` of dashboard '\(dashboard.name)'
              """,
            notes: [Finding.Note(at: dashboard.location, "dashboard '\(dashboard.name)' is declared here")])
        ]
      }
    }
    return evaluation
  }

  /// The alarms as a sentence names them: three at most, and how many more there are.
  private func named(_ alarms: [DeclaredAlarm]) -> String {
    let names = alarms.prefix(3).map { "'\($0.name)'" }
    let others = alarms.count - names.count
    let listed = names.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
    return "\(alarms.count == 1 ? "alarm" : "alarms") \(listed)"
  }
}
