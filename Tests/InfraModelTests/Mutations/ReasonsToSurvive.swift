import InfraModel

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
    "a rule that does not open a port to the whole internet opens it to fewer addresses, or terraform validate refuses it",
    when: .dropped, ["aws_vpc_security_group_ingress_rule": ["cidr_ipv4", "cidr_ipv6"]]),
  ReasonToSurvive(
    "a rule that does not open a port to the whole internet opens it to fewer addresses", when: .changed,
    ["aws_vpc_security_group_ingress_rule": ["cidr_ipv4", "cidr_ipv6"]]),
  ReasonToSurvive(
    "Lambda requires a batching window of queues alone, and the example reads a stream", when: .dropped,
    ["aws_lambda_event_source_mapping": ["maximum_batching_window_in_seconds"]]),
  ReasonToSurvive(
    "terraform validate refuses a resource without it, and no model leaves it out", when: .dropped,
    [
      "aws_vpc_endpoint": ["service_name"]
    ]),
  ReasonToSurvive(
    "AWS or terraform has a value of its own for it, which is legal too", when: .dropped,
    [
      "aws_api_gateway_integration": ["integration_http_method", "request_templates", "timeout_milliseconds", "uri"],
      "aws_api_gateway_integration_response": ["response_parameters"],
      "aws_api_gateway_method": ["api_key_required"],
      "aws_api_gateway_method_response": ["response_parameters"],
      "aws_api_gateway_method_settings": [
        "settings.logging_level", "settings.metrics_enabled", "settings.throttling_burst_limit",
        "settings.throttling_rate_limit",
      ],
      "aws_api_gateway_rest_api": ["endpoint_configuration"],
      "aws_api_gateway_stage": ["xray_tracing_enabled"],
      "aws_apigatewayv2_api": [
        "cors_configuration", "cors_configuration.allow_headers", "cors_configuration.allow_methods",
        "cors_configuration.allow_origins", "cors_configuration.max_age",
      ],
      "aws_apigatewayv2_integration": [
        "integration_method", "integration_uri", "payload_format_version", "timeout_milliseconds",
      ],
      "aws_apigatewayv2_stage": ["auto_deploy"],
      "aws_cloudwatch_composite_alarm": ["alarm_description", "ok_actions"],
      "aws_cloudwatch_event_rule": ["event_bus_name", "name", "state"],
      "aws_cloudwatch_event_target": ["dead_letter_config", "dead_letter_config.arn", "event_bus_name", "target_id"],
      "aws_cloudwatch_log_group": ["name"],
      "aws_cloudwatch_log_metric_filter": ["metric_transformation.default_value"],
      "aws_cloudwatch_metric_alarm": [
        "alarm_description", "datapoints_to_alarm", "dimensions", "metric_query.label", "ok_actions",
        "treat_missing_data", "unit",
      ],
      "aws_dynamodb_table": ["deletion_protection_enabled"],
      "aws_iam_policy": ["name"],
      "aws_iam_role": ["max_session_duration", "name"],
      "aws_iam_role_policy": ["name"],
      "aws_lambda_event_source_mapping": [
        "batch_size", "bisect_batch_on_function_error", "event_source_arn", "function_response_types",
        "parallelization_factor",
      ],
      "aws_lambda_function": [
        "architectures", "dead_letter_config", "description", "environment", "environment.variables", "layers",
        "logging_config",
        "logging_config.application_log_level", "logging_config.log_group", "logging_config.system_log_level",
        "memory_size", "publish", "timeout", "tracing_config", "vpc_config",
      ],
      "aws_lambda_function_event_invoke_config": [
        "destination_config", "destination_config.on_failure", "maximum_event_age_in_seconds", "maximum_retry_attempts",
      ],
      "aws_lambda_function_url": [
        "cors", "cors.allow_credentials", "cors.allow_headers", "cors.allow_methods", "cors.allow_origins",
        "cors.max_age", "invoke_mode",
      ],
      "aws_lambda_permission": ["source_arn"],
      "aws_s3_bucket": ["bucket", "force_destroy"],
      "aws_s3_bucket_notification": ["lambda_function", "lambda_function.lambda_function_arn"],
      "aws_rum_app_monitor": [
        "app_monitor_configuration", "app_monitor_configuration.allow_cookies",
        "app_monitor_configuration.enable_xray", "app_monitor_configuration.session_sample_rate", "cw_log_enabled",
      ],
      "aws_s3_bucket_public_access_block": [
        "block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets",
      ],
      "aws_s3_bucket_server_side_encryption_configuration": ["rule.apply_server_side_encryption_by_default"],
      "aws_scheduler_schedule": [
        "name", "schedule_expression_timezone", "state", "target.dead_letter_config", "target.retry_policy",
        "target.retry_policy.maximum_event_age_in_seconds", "target.retry_policy.maximum_retry_attempts",
      ],
      "aws_security_group": ["description", "name", "vpc_id"],
      "aws_sfn_state_machine": [
        "logging_configuration", "logging_configuration.include_execution_data", "logging_configuration.level",
        "logging_configuration.log_destination", "name", "tracing_configuration", "tracing_configuration.enabled",
        "type",
      ],
      "aws_sns_topic": ["display_name", "kms_master_key_id", "name", "tags", "tracing_config"],
      "aws_sns_topic_subscription": ["filter_policy", "raw_message_delivery", "redrive_policy"],
      "aws_sqs_queue": [
        "message_retention_seconds", "name", "redrive_policy", "sqs_managed_sse_enabled", "visibility_timeout_seconds",
      ],
      "aws_vpc_endpoint": ["private_dns_enabled", "security_group_ids", "subnet_ids", "vpc_endpoint_type"],
      "aws_vpc_security_group_egress_rule": ["description", "from_port", "referenced_security_group_id", "to_port"],
      "aws_vpc_security_group_ingress_rule": ["description", "from_port", "referenced_security_group_id", "to_port"],
      "aws_xray_group": ["insights_configuration", "insights_configuration.notifications_enabled"],
      "terraform_data": ["input"],
    ]),
  ReasonToSurvive(
    "AWS makes nothing of the text: it is for people, or for terraform alone", when: .changed,
    [
      "aws_cloudwatch_composite_alarm": ["alarm_description"],
      "aws_cloudwatch_metric_alarm": ["alarm_description", "metric_query.label"],
      "aws_lambda_function": ["description", "filename", "source_code_hash"],
      "aws_security_group": ["description"],
      "aws_sns_topic": ["display_name"],
      "aws_vpc_security_group_egress_rule": ["description"],
      "aws_vpc_security_group_ingress_rule": ["description"],
      "terraform_data": ["input"],
    ]),
  ReasonToSurvive(
    "both are choices that AWS takes, and `extra-argument-conflict` finds one that the model does not know of",
    when: .changed,
    [
      "aws_api_gateway_method": ["api_key_required"],
      "aws_api_gateway_method_settings": ["settings.metrics_enabled"],
      "aws_api_gateway_stage": ["xray_tracing_enabled"],
      "aws_apigatewayv2_stage": ["auto_deploy"],
      "aws_dynamodb_table": ["deletion_protection_enabled"],
      "aws_lambda_event_source_mapping": ["bisect_batch_on_function_error"],
      "aws_lambda_function": ["publish"],
      "aws_lambda_function_url": ["cors.allow_credentials"],
      "aws_rum_app_monitor": [
        "app_monitor_configuration.allow_cookies", "app_monitor_configuration.enable_xray", "cw_log_enabled",
      ],
      "aws_s3_bucket_public_access_block": [
        "block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets",
      ],
      "aws_sfn_state_machine": ["logging_configuration.include_execution_data", "tracing_configuration.enabled"],
      "aws_sns_topic_subscription": ["raw_message_delivery"],
      "aws_sqs_queue": ["sqs_managed_sse_enabled"],
      "aws_vpc_endpoint": ["private_dns_enabled"],
      "aws_xray_group": ["insights_configuration.insights_enabled"],
    ]),
  ReasonToSurvive(
    "its owner's own word or number, and AWS takes any: a name, a pattern, a template, a threshold",
    when: .changed,
    [
      "aws_api_gateway_integration": ["request_templates"],
      "aws_api_gateway_integration_response": ["response_parameters"],
      "aws_api_gateway_method_settings": [
        "settings.throttling_burst_limit", "settings.throttling_rate_limit", "stage_name",
      ],
      "aws_api_gateway_rest_api": ["name"],
      "aws_apigatewayv2_api": ["name"],
      "aws_cloudwatch_composite_alarm": ["alarm_name"],
      "aws_cloudwatch_log_metric_filter": [
        "metric_transformation.default_value", "metric_transformation.name", "metric_transformation.namespace",
        "name", "pattern",
      ],
      "aws_cloudwatch_metric_alarm": ["alarm_name", "metric_name", "namespace", "threshold"],
      "aws_rum_app_monitor": ["domain"],
      "aws_xray_sampling_rule": ["host", "resource_arn", "rule_name", "service_name", "service_type", "url_path"],
    ]),
  ReasonToSurvive(
    "AWS has a default that the example does without: STANDARD, no reserved concurrency, no snapshots", when: .dropped,
    [
      "aws_cloudwatch_log_group": ["log_group_class"],
      "aws_lambda_function": ["reserved_concurrent_executions", "snap_start"],
    ]),
  ReasonToSurvive(
    "it is a role of another stack, or a prefix that objects may have", when: .changed,
    [
      "aws_apigatewayv2_integration": ["credentials_arn"],
      "aws_s3_bucket_notification": ["lambda_function.filter_prefix"],
    ]),
]
