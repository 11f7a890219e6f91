@testable import InfraModel

/// Why a mutant may be as good as what it was made of.
struct ReasonToSurvive {
  let reason: String
  let change: Mutation.Change
  /// Arguments, by resource type.
  let arguments: [String: Set<String>]

  init(_ reason: String, when change: Mutation.Change, _ arguments: [String: Set<String>]) {
    self.reason = reason
    self.change = change
    self.arguments = arguments
  }

  var mutations: Set<Mutation> {
    Set(arguments.flatMap { type, names in names.map { Mutation(argument: "\(type).\($0)", change: change) } })
  }
}

let reasonsToSurvive: [ReasonToSurvive] = [
  ReasonToSurvive(
    "terraform validate refuses a resource without it, and no model leaves it out", when: .dropped,
    [
      "aws_apigatewayv2_api": ["name"],
      "aws_cloudwatch_composite_alarm": ["alarm_name"],
      "aws_cloudwatch_dashboard": ["dashboard_name"],
      "aws_cloudwatch_log_metric_filter": ["name"],
      "aws_cloudwatch_metric_alarm": ["alarm_name"],
      "aws_dynamodb_table": ["name"],
      "aws_lambda_function": ["function_name"],
      "aws_xray_group": ["filter_expression", "group_name"],
      "aws_xray_resource_policy": ["policy_name"],
    ]),
  ReasonToSurvive(
    "AWS or terraform has a value of its own for it, which is legal too", when: .dropped,
    [
      "aws_api_gateway_rest_api": ["name"],
      "aws_cloudwatch_event_rule": ["name"],
      "aws_cloudwatch_log_group": ["name"],
      "aws_cloudwatch_metric_alarm": ["unit"],
      "aws_iam_policy": ["name"],
      "aws_iam_role": ["name"],
      "aws_iam_role_policy": ["name"],
      "aws_s3_bucket": ["bucket"],
      "aws_scheduler_schedule": ["name"],
      "aws_security_group": ["name"],
      "aws_sfn_state_machine": ["name"],
      "aws_sns_topic": ["display_name", "name", "tags"],
      "aws_sqs_queue": ["name"],
    ]),
  ReasonToSurvive(
    "AWS makes nothing of the text: it is for people, or for terraform alone", when: .changed,
    [
      "aws_sns_topic": ["display_name"]
    ]),
  ReasonToSurvive(
    "both are choices that AWS takes, and `model-has-its-say` finds one that the model does not know of",
    when: .changed,
    [:]),
  ReasonToSurvive(
    "a name that its owner gives, in which AWS takes these characters, or a pattern that means something to it",
    when: .changed,
    [
      "aws_api_gateway_rest_api": ["name"],
      "aws_apigatewayv2_api": ["name"],
      "aws_cloudwatch_composite_alarm": ["alarm_name"],
      "aws_cloudwatch_log_metric_filter": ["name"],
      "aws_cloudwatch_metric_alarm": ["alarm_name"],
      "aws_xray_sampling_rule": ["rule_name"],
    ]),
]
