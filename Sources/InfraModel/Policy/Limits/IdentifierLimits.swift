/// What arguments take that point at other things: ARNs, ids and names, none of which has a space in it. What they point
/// at may be another stack's, so only their shape is known.
let identifierLimits: [String: [ArgumentLimit]] = [
  "aws_cloudwatch_composite_alarm": arns("alarm_actions", "ok_actions", "insufficient_data_actions"),
  "aws_cloudwatch_log_metric_filter": ids("log_group_name"),
  "aws_lambda_function": ids("logging_config.log_group") + [
    ArgumentLimit("vpc_config.subnet_ids", .shape("a subnet's id") { $0.hasPrefix("subnet-") }),
    ArgumentLimit("vpc_config.security_group_ids", .shape("a security group's id") { $0.hasPrefix("sg-") }),
  ],
  "aws_s3_bucket_notification": ids("bucket") + arns("lambda_function.lambda_function_arn") + [
    ArgumentLimit("lambda_function.events", .shape("an event that starts with 's3:'") { $0.hasPrefix("s3:") })
  ],
  "aws_s3_bucket_policy": ids("bucket"),
  "aws_s3_bucket_public_access_block": ids("bucket"),
  "aws_s3_bucket_server_side_encryption_configuration": ids("bucket"),
  "aws_s3_bucket_versioning": ids("bucket"),
]

/// What buckets take for their settings.
let settingLimits: [String: [ArgumentLimit]] = [
  "aws_s3_bucket_server_side_encryption_configuration": [
    ArgumentLimit(
      "rule.apply_server_side_encryption_by_default.sse_algorithm", .word(["AES256", "aws:kms", "aws:kms:dsse"]))
  ],
  "aws_s3_bucket_versioning": [
    ArgumentLimit("versioning_configuration.status", .word(["Disabled", "Enabled", "Suspended"]))
  ],
]

private func ids(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .identifier) }
}

private func arns(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .arn) }
}
