/// What SNS, SQS, EventBridge and its scheduler take (aws-facts 1.15 and 1.16).
let messagingLimits: [String: [ArgumentLimit]] = [
  "aws_sns_topic": [
    ArgumentLimit("tracing_config", .word(["Active", "PassThrough"])),
    ArgumentLimit("display_name", .characters(0...100)),
  ],
  "aws_sns_topic_subscription": [
    ArgumentLimit(
      "protocol", .word(["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"])),
    ArgumentLimit("redrive_policy", .document),
    ArgumentLimit("filter_policy", .document),
    ArgumentLimit("filter_policy_scope", .word(["MessageAttributes", "MessageBody"])),
  ],
  "aws_cloudwatch_event_bus": [ArgumentLimit("name", .other(than: "default"))],
  "aws_cloudwatch_event_rule": [
    ArgumentLimit("state", .word(["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]))
  ],
  "aws_cloudwatch_event_target": [
    ArgumentLimit("arn", .arn),
    ArgumentLimit("target_id", .letters(and: ".-_", 1...64)),
    ArgumentLimit("retry_policy.maximum_retry_attempts", .range(0...185)),
    ArgumentLimit("retry_policy.maximum_event_age_in_seconds", .range(60...86_400)),
    ArgumentLimit("input", .characters(0...8_192)),
  ],
  "aws_scheduler_schedule": [
    ArgumentLimit("flexible_time_window.mode", .word(["OFF", "FLEXIBLE"])),
    ArgumentLimit("flexible_time_window.maximum_window_in_minutes", .range(1...1_440)),
    ArgumentLimit("state", .word(["ENABLED", "DISABLED"])),
    ArgumentLimit("target.retry_policy.maximum_retry_attempts", .range(0...185)),
    ArgumentLimit("target.retry_policy.maximum_event_age_in_seconds", .range(60...86_400)),
  ],
]
