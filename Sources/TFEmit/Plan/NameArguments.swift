/// The arguments that name another resource of the configuration rather than to have its ARN, by type.
///
/// Where a plan knows the name it does not say whose it is, and a state never does.
let nameArguments: [String: [String: (type: String, attribute: String)]] = [
  "aws_cloudwatch_event_rule": ["event_bus_name": bus],
  "aws_cloudwatch_event_target": ["rule": ("aws_cloudwatch_event_rule", "name"), "event_bus_name": bus],
  "aws_cloudwatch_log_metric_filter": ["log_group_name": ("aws_cloudwatch_log_group", "name")],
  "aws_iam_role_policy": ["role": role],
  "aws_iam_role_policy_attachment": ["role": role],
  "aws_lambda_alias": ["function_name": function],
  "aws_lambda_event_source_mapping": ["function_name": function],
  "aws_lambda_function_event_invoke_config": ["function_name": function],
  "aws_lambda_function_url": ["function_name": function],
  "aws_lambda_permission": ["function_name": function],
  "aws_lambda_provisioned_concurrency_config": ["function_name": function],
  "aws_s3_bucket_lifecycle_configuration": ["bucket": bucket],
  "aws_s3_bucket_notification": ["bucket": bucket],
  "aws_s3_bucket_policy": ["bucket": bucket],
  "aws_s3_bucket_public_access_block": ["bucket": bucket],
  "aws_s3_bucket_server_side_encryption_configuration": ["bucket": bucket],
  "aws_s3_bucket_versioning": ["bucket": bucket],
]

/// The arguments that hold a name in whatever type they are.
let argumentsOfNames: Set = ["bucket", "event_bus_name", "function_name", "log_group_name", "rule"]

/// The attribute by which a type goes where it goes by its name.
func nameAttribute(of type: String) -> String {
  switch type {
  case "aws_lambda_function": "function_name"
  case "aws_s3_bucket": "bucket"
  // CloudWatch has these by their ARN.
  case "aws_sfn_state_machine": "arn"
  default: "name"
  }
}

private let bucket = ("aws_s3_bucket", "bucket")
private let bus = ("aws_cloudwatch_event_bus", "name")
private let function = ("aws_lambda_function", "function_name")
private let role = ("aws_iam_role", "name")
