import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let objectiveHasTraffic: RuleID = "objective-has-traffic"
}

struct ObjectiveHasTraffic: Rule {
  static let description = RuleDescription(
    id: .objectiveHasTraffic,
    title: "At the expected load, a single failed request does not fire the alarms of an objective",
    rationale: """
      The alarms of a service level objective compare the share of failed requests in a long and in a short window with how \
      fast the error budget may be spent. Where few requests arrive, one failure is more than that share of both windows: the \
      alarm fires for each, as one on the number of errors would, and says nothing of the objective.
      """,
    sources: ["https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting"],
    severity: .warning,
    asked: .ofStacksOnly(because: "Terraform does not know the expected load"),
    subjects: [CompositeAlarm.self],
    reads: [
      .arguments("alarm_rule", of: CompositeAlarm.self), .arguments("rest_api_id", "stage_name", of: Stage.self),
      .arguments("api_id", "name", of: HTTPStage.self),
      .arguments(
        "alarm_name", "comparison_operator", "datapoints_to_alarm", "evaluation_periods", "metric_query", "threshold",
        of: MetricAlarm.self),
    ],
    good: [
      Example("Five requests a second") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        stack.add(
          ServiceLevelObjective(
            "checkout", 99.9, of: stage.requests, failing: stage.serverErrors, notify: alerts.arn))
        stack.expect(.perSecond(5), at: stage)
      }
    ],
    bad: [
      Counterexample("Twenty requests an hour, of which one is 5 %") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let alarms = stack.add(
          ServiceLevelObjective(
            "checkout", 99.9, of: stage.requests, failing: stage.serverErrors, notify: alerts.arn))
        stack.add(Dashboard("objectives", in: .euWest1) { Row { alarms.status } })
        stack.expect(.perMonth(14_400), at: stage)
        return [alarms.page.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.singleFailureAlarms.map { found in
      let (name, resource) = (found.alarm.resource.name, found.resource.resource.name)
      let requests = Int(min(max(found.requestsPerHour, 1), 1e9).rounded())
      return finding(
        on: found.alarm,
        "one failed request of the \(requests) an hour that '\(resource)' is expected to receive fires '\(name)'",
        fix:
          "lower the objective, send more requests from a canary, or replace '\(name)' by an alarm on the number of failures"
      )
    }
  }
}
