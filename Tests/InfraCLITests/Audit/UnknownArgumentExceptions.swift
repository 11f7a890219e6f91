/// Where a finding is legitimately hidden or found elsewhere, by what happens, with the reason.
let unknownArgumentExceptions: [String: String] = [
  "async-failure-destination: aws_scheduler_schedule.target hides a finding":
    "an unknown `target` may have a `dead_letter_config`",
  "traced-function-can-write: aws_iam_role_policy.role hides a finding":
    "the policy both allows and denies the actions, and policies that may be on a role count by what they allow",
  "trace-filter-names-exist: aws_lambda_function.function_name hides a finding":
    "an unknown name may be the one in the filter",
  "xray-billing-alarm: aws_lambda_function.tracing_config invents a finding":
    "the finding is about the first function that is known to be traced, which is another one then",
]
.merging(
  silent.flatMap { rule, arguments in
    arguments.split(separator: " ").map {
      ("\(rule): \($0) passes silently", "the rule reads blocks, where an unknown argument counts as absent")
    }
  }, uniquingKeysWith: { first, _ in first })

/// What happens in a plan alone, where a function is referred to by its name.
let unknownArgumentsOnlyInPlans: Set = [
  "event-target-permitted: aws_lambda_function.function_name passes silently",
  "function-admits-callers: aws_lambda_function.function_name passes silently",
  "sns-invoke-permission: aws_lambda_function.function_name passes silently",
]

/// The rules that still pass silently over an argument that they need and that is unknown, because they read blocks and
/// not subjects. A rule that is moved to subjects leaves the list.
private let silent: [(rule: String, arguments: String)] = [
  ("alarm-action-supported", "aws_cloudwatch_composite_alarm.alarm_actions aws_cloudwatch_metric_alarm.alarm_actions"),
  ("alarm-has-action", "aws_cloudwatch_metric_alarm.actions_enabled"),
  (
    "alarm-matches-metric-filter",
    """
    aws_cloudwatch_log_metric_filter.metric_transformation aws_cloudwatch_metric_alarm.dimensions \
    aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace
    """
  ),
  ("alarm-topic-in-region", "aws_cloudwatch_metric_alarm.alarm_actions"),
  (
    "aws-metric-exists",
    """
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace
    """
  ),
  ("billing-alarm-above-load", "aws_lambda_function.tracing_config"),
  ("billing-alarm-reads-bill", "aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace"),
  ("composite-alarm-can-change", "aws_cloudwatch_composite_alarm.alarm_rule"),
  (
    "composite-alarm-parses",
    """
    aws_cloudwatch_composite_alarm.actions_suppressor aws_cloudwatch_composite_alarm.alarm_name \
    aws_cloudwatch_composite_alarm.alarm_rule aws_cloudwatch_metric_alarm.alarm_name
    """
  ),
  ("confused-deputy", "aws_s3_bucket_policy.policy aws_sns_topic_policy.policy"),
  (
    "dlq-alarm-metric",
    """
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace aws_sqs_queue.redrive_policy \
    aws_sqs_queue_redrive_policy.redrive_policy
    """
  ),
  (
    "dimension-reference-fits",
    """
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace
    """
  ),
  (
    "dimension-value-declared",
    """
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace aws_lambda_function.function_name
    """
  ),
  (
    "dynamodb-alarm-ignores-missing-data",
    """
    aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace \
    aws_cloudwatch_metric_alarm.treat_missing_data
    """
  ),
  ("event-pattern-can-match", "aws_cloudwatch_event_rule.event_pattern"),
  (
    "event-target-permitted",
    """
    aws_lambda_alias.function_name aws_lambda_function.function_name aws_lambda_permission.source_arn
    """
  ),
  ("fifo-topic-traced", "aws_sns_topic.fifo_topic aws_sns_topic.tracing_config"),
  (
    "filtered-group-is-standard",
    """
    aws_cloudwatch_log_group.log_group_class aws_cloudwatch_log_group.name \
    aws_cloudwatch_log_metric_filter.log_group_name
    """
  ),
  (
    "filtered-group-is-written",
    """
    aws_cloudwatch_log_group.name aws_cloudwatch_log_metric_filter.log_group_name \
    aws_lambda_function.function_name aws_lambda_function.logging_config
    """
  ),
  ("foreign-reference", "aws_cloudwatch_metric_alarm.alarm_actions"),
  (
    "function-admits-callers",
    """
    aws_api_gateway_integration.uri aws_apigatewayv2_integration.api_id \
    aws_apigatewayv2_integration.integration_uri aws_cloudwatch_log_subscription_filter.destination_arn \
    aws_cloudwatch_metric_alarm.alarm_actions aws_lambda_alias.function_name aws_lambda_function.function_name \
    aws_lambda_permission.source_arn aws_s3_bucket_notification.lambda_function
    """
  ),
  (
    "gaps-stay-visible",
    """
    aws_cloudwatch_metric_alarm.comparison_operator aws_cloudwatch_metric_alarm.metric_query \
    aws_cloudwatch_metric_alarm.threshold aws_cloudwatch_metric_alarm.treat_missing_data
    """
  ),
  (
    "heartbeat-not-on-single-miss",
    """
    aws_cloudwatch_event_rule.schedule_expression aws_cloudwatch_event_rule.state \
    aws_cloudwatch_event_target.arn aws_cloudwatch_event_target.rule
    """
  ),
  ("lambda-error-alarm", "aws_cloudwatch_metric_alarm.comparison_operator aws_cloudwatch_metric_alarm.threshold"),
  (
    "lambda-is-called-by-post",
    """
    aws_api_gateway_integration.integration_http_method aws_api_gateway_integration.type \
    aws_api_gateway_integration.uri aws_apigatewayv2_integration.integration_method \
    aws_apigatewayv2_integration.integration_type aws_apigatewayv2_integration.integration_uri
    """
  ),
  ("lambda-runtime-supported", "aws_lambda_function.runtime"),
  ("log-retention", "aws_cloudwatch_log_group.retention_in_days"),
  ("managed-policy-exists", "aws_iam_role_policy_attachment.policy_arn"),
  ("metric-math-parses", "aws_cloudwatch_metric_alarm.metric_query"),
  ("metric-math-reads-inputs", "aws_cloudwatch_metric_alarm.metric_query"),
  (
    "metric-published-in-region",
    """
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace
    """
  ),
  ("no-public-policy", "aws_iam_role.assume_role_policy aws_s3_bucket_policy.policy aws_sns_topic_policy.policy"),
  ("no-traffic-alarm", "aws_cloudwatch_metric_alarm.treat_missing_data"),
  ("number-is-finite", "aws_cloudwatch_metric_alarm.threshold aws_thing.body"),
  (
    "period-fits-metric",
    """
    aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace \
    aws_cloudwatch_metric_alarm.period
    """
  ),
  (
    "permission-precedes-trigger",
    """
    aws_cloudwatch_log_subscription_filter.destination_arn aws_lambda_permission.action \
    aws_lambda_permission.function_name aws_lambda_permission.principal \
    aws_s3_bucket_notification.lambda_function
    """
  ),
  (
    "physical-name-unique",
    """
    aws_cloudwatch_composite_alarm.alarm_name aws_cloudwatch_metric_alarm.alarm_name aws_iam_role.name
    """
  ),
  ("policy-action-exists", "aws_iam_policy.policy aws_iam_role_policy.policy"),
  ("policy-action-fits-resource", "aws_iam_role_policy.policy"),
  ("policy-document-fits", "aws_iam_role_policy.role"),
  ("policy-is-narrow", "aws_iam_policy.policy aws_iam_role_policy.policy"),
  ("policy-names-resources", "aws_iam_role_policy.policy"),
  ("provider-version-fits", "aws_lambda_function.runtime"),
  (
    "provisioned-concurrency-fits",
    """
    aws_lambda_alias.function_version aws_lambda_function.reserved_concurrent_executions \
    aws_lambda_function.snap_start aws_lambda_provisioned_concurrency_config.function_name \
    aws_lambda_provisioned_concurrency_config.provisioned_concurrent_executions \
    aws_lambda_provisioned_concurrency_config.qualifier
    """
  ),
  ("route-key-parses", "aws_apigatewayv2_route.route_key"),
  (
    "sampling-rate-takes-effect",
    """
    aws_api_gateway_stage.stage_name aws_api_gateway_stage.xray_tracing_enabled \
    aws_xray_sampling_rule.fixed_rate aws_xray_sampling_rule.host aws_xray_sampling_rule.http_method \
    aws_xray_sampling_rule.priority aws_xray_sampling_rule.reservoir_size aws_xray_sampling_rule.resource_arn \
    aws_xray_sampling_rule.service_name aws_xray_sampling_rule.service_type aws_xray_sampling_rule.url_path
    """
  ),
  ("sampling-rule-limits", "aws_xray_sampling_rule.rule_name"),
  ("sampling-rule-unmatched", "aws_api_gateway_rest_api.name"),
  ("sampling-rule-unused", "aws_api_gateway_rest_api.name"),
  ("schedule-expression-parses", "aws_cloudwatch_event_rule.schedule_expression"),
  ("service-principal-exists", "aws_iam_role.assume_role_policy"),
  ("service-quotas", "aws_cloudwatch_event_target.rule"),
  (
    "snap-start-fits",
    """
    aws_lambda_function.ephemeral_storage aws_lambda_function.runtime aws_lambda_function.snap_start
    """
  ),
  ("sns-invoke-permission", "aws_lambda_alias.function_name aws_lambda_function.function_name"),
  (
    "statistic-fits-metric",
    """
    aws_cloudwatch_metric_alarm.comparison_operator aws_cloudwatch_metric_alarm.extended_statistic \
    aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace \
    aws_cloudwatch_metric_alarm.statistic aws_cloudwatch_metric_alarm.threshold
    """
  ),
  ("streaming-runtime", "aws_lambda_function.function_name"),
  (
    "subscription-filter-drops-alarms",
    """
    aws_cloudwatch_metric_alarm.alarm_actions aws_sns_topic_subscription.topic_arn
    """
  ),
  ("terraform-version-fits", "aws_sns_topic.display_name"),
  (
    "threshold-in-reach",
    """
    aws_api_gateway_integration.rest_api_id aws_cloudwatch_metric_alarm.comparison_operator \
    aws_cloudwatch_metric_alarm.dimensions aws_cloudwatch_metric_alarm.extended_statistic \
    aws_cloudwatch_metric_alarm.metric_name aws_cloudwatch_metric_alarm.namespace \
    aws_cloudwatch_metric_alarm.period aws_cloudwatch_metric_alarm.statistic \
    aws_cloudwatch_metric_alarm.threshold aws_lambda_function.reserved_concurrent_executions \
    aws_lambda_function.timeout aws_scheduler_schedule.schedule_expression aws_scheduler_schedule.state \
    aws_scheduler_schedule.target aws_sfn_state_machine.definition aws_sqs_queue.message_retention_seconds
    """
  ),
  (
    "threshold-unit",
    """
    aws_cloudwatch_metric_alarm.comparison_operator aws_cloudwatch_metric_alarm.metric_name \
    aws_cloudwatch_metric_alarm.namespace aws_cloudwatch_metric_alarm.threshold
    """
  ),
  (
    "topic-policy-allows-publishers",
    """
    aws_cloudwatch_event_target.arn aws_cloudwatch_metric_alarm.alarm_actions aws_sns_topic_policy.arn
    """
  ),
  ("trace-filter-parses", "aws_xray_group.filter_expression"),
  ("trace-filter-warns", "aws_xray_group.filter_expression"),
  (
    "trigger-does-not-loop",
    """
    aws_iam_role_policy.policy aws_iam_role_policy.role aws_lambda_function.role \
    aws_s3_bucket_notification.bucket aws_s3_bucket_notification.lambda_function
    """
  ),
  ("valid-name", "aws_iam_role.name aws_sns_topic.name aws_xray_sampling_rule.rule_name"),
  ("valid-tags", "aws_sns_topic.tags"),
  (
    "xray-segment-quota",
    """
    aws_api_gateway_stage.stage_name aws_api_gateway_stage.xray_tracing_enabled \
    aws_lambda_function.tracing_config aws_xray_sampling_rule.fixed_rate aws_xray_sampling_rule.host \
    aws_xray_sampling_rule.http_method aws_xray_sampling_rule.priority aws_xray_sampling_rule.reservoir_size \
    aws_xray_sampling_rule.resource_arn aws_xray_sampling_rule.service_name aws_xray_sampling_rule.service_type \
    aws_xray_sampling_rule.url_path
    """
  ),
]
