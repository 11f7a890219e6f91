/// What to do about a finding in Terraform's words, for those who have no Swift to put a fix into.
///
/// A rule that is not here says its fix in words that are as true of Terraform. `AuditFixTests` asks every rule.
struct AuditFix {
  let text: String

  /// Nothing for a rule whose own fix will do.
  init?(of rule: RuleID) {
    guard let text = Self.texts[rule] else { return nil }
    self.text = text
  }

  static var rules: [RuleID] { texts.keys.sorted() }

  private static let texts: [RuleID: String] = [
    Baseline.staleEntry.id: "take the entry out, or write the baseline anew with `--write-baseline`",
    .alarmEvaluationFits: """
    set `period` to 10, 20, 30 or a multiple of 60, `datapoints_to_alarm` to `evaluation_periods` at most, and both so \
    that no more than a day is looked back over, or a week where the period is an hour or more; with `metric_query`, \
    give up to ten metrics an `id` of their own and one query `return_data`
    """,
    .alarmHasAction:
      "set `alarm_actions` to the ARN of an `aws_sns_topic` that people read, and leave out `actions_enabled`",
    .alarmOnDashboard: """
    add the alarm's ARN to a widget of type `alarm` in the `dashboard_body` of an `aws_cloudwatch_dashboard`
    """,
    .alarmTopicInRegion: """
    declare an `aws_sns_topic` with its `aws_sns_topic_subscription` in the alarm's own region, through the same \
    `provider`, and put its ARN into `alarm_actions`
    """,
    .billingAlarmReadsBill: """
    declare the alarm and its topic with a `provider` whose region is us-east-1, the only one that has bills
    """,
    .clientDecidesSampling: """
    set `authorization_type` to `AWS_IAM` (of a REST API's method or an HTTP API's route `authorization`), or bound what \
    it costs with throttling and an alarm on X-Ray's bill
    """,
    .contextMissingPropagates: """
    set `AWS_XRAY_CONTEXT_MISSING` to `RUNTIME_ERROR` in the `environment` of the function, or leave it at that
    """,
    .corsAllowsTraceHeader: """
    add `X-Amzn-Trace-Id` to `allow_headers` of the `cors` or `cors_configuration` block, or to the \
    `Access-Control-Allow-Headers` that the integration response says
    """,
    .dimensionReferenceFits: """
    set the dimension to the attribute that CloudWatch goes by, such as `function_name` of the function itself, and \
    declare the alarm with the `provider` of the region in which that is
    """,
    .dimensionValueDeclared: """
    set the dimension to a reference, such as `aws_lambda_function.NAME.function_name`, of what is declared in the \
    alarm's own region, or waive this where another configuration declares it
    """,
    .eventSourceLimits: """
    set `batch_size`, `maximum_batching_window_in_seconds` and `maximum_concurrency` of the mapping within what is said, \
    and `visibility_timeout_seconds` of the queue to six times the function's `timeout`
    """,
    .eventTargetDeadLetters: """
    add a `dead_letter_config` block with the ARN of an `aws_sqs_queue` whose `aws_sqs_queue_policy` lets \
    `events.amazonaws.com` call `sqs:SendMessage` for the rule's ARN
    """,
    .eventTargetPermitted: """
    let `events.amazonaws.com` in for the rule's ARN: a function by an `aws_lambda_permission` with `source_arn`, a queue \
    by its `aws_sqs_queue_policy`, a topic by its `aws_sns_topic_policy`
    """,
    .failedCallsAreKept: """
    set the ARN of an `aws_sqs_queue`: of a function in `dead_letter_config` or an \
    `aws_lambda_function_event_invoke_config`, of a subscription in `redrive_policy`, of a schedule in \
    `dead_letter_config` of its `target`
    """,
    .fifoTopicTraced: "look for the topic on the map once it is there, or set `tracing_config` to `PassThrough`",
    .httpAPIRecordsNothing: """
    set `mode` of `tracing_config` to `Active` on the functions, or put an `aws_api_gateway_rest_api` with a traced \
    stage in front of them
    """,
    .httpAPIUntraced: """
    take an `aws_api_gateway_rest_api` with `xray_tracing_enabled` on its stage where the API's part of a request has to \
    be seen
    """,
    .integrationTimeout: """
    set `timeout` of the function to what the integration waits or less, or answer at once and let an event do the work
    """,
    .lambdaErrorAlarm: """
    add an `aws_cloudwatch_metric_alarm` on `Errors` of `AWS/Lambda` with the function's `function_name` as the dimension \
    `FunctionName`, in its region, with `comparison_operator` `GreaterThanThreshold` and `threshold` 0
    """,
    .lambdaLimits: """
    set `timeout` to 1 to 900, `memory_size` to 128 to 10240, at most five `layers` of the function's own region and \
    processor, each with its version, and in `vpc_config` up to 16 subnets and five security groups, or neither
    """,
    .lambdaP95Alarm: """
    add an `aws_cloudwatch_metric_alarm` on `Duration` of `AWS/Lambda` with `extended_statistic` `p95`, the function's \
    `function_name` as the dimension `FunctionName`, and the milliseconds that its users put up with as `threshold`
    """,
    .lambdaRuntimeCreatable: "set `runtime` to a version that AWS still creates functions of",
    .lambdaRuntimeSupported: "set `runtime` to a version that AWS supports",
    .logsExpire: "set `retention_in_days` to 30, or to what your law asks for",
    .missingDataFitsMetric: """
    set `treat_missing_data` to what silence means for the metric: `notBreaching` where it says that nothing happened, \
    `breaching` where it says that something stopped
    """,
    .noADOTExecWrapper: """
    take `AWS_LAMBDA_EXEC_WRAPPER` out of the `environment`; the collector's layer among `layers` receives spans \
    without it
    """,
    .periodFitsMetric: "set `period` to what the metric is published in, or to a multiple of it",
    .physicalNameFits: "set the argument that names it to what AWS takes, or leave it out and let AWS make a name up",
    .physicalNameUnique: "set the argument that names one of the two to another name",
    .policyActionFitsResource: """
    put the ARNs that the actions are about into `resources`: of S3's objects the bucket's with `/*`, of log streams the \
    group's with `:*`
    """,
    .publicFunctionURL: """
    set `authorization_type` to `AWS_IAM`, and let CloudFront or your clients sign the requests
    """,
    .queueIsWatched: """
    add an `aws_cloudwatch_metric_alarm` on `ApproximateAgeOfOldestMessage` of `AWS/SQS`, or of a queue for dead letters \
    on `ApproximateNumberOfMessagesVisible`, with the queue's `name` as the dimension `QueueName`
    """,
    .samplingPriorityUnique: "give each `aws_xray_sampling_rule` a `priority` of its own",
    .samplingRuleInert: """
    take the rule out, or match in `service_name` and `service_type` what asks X-Ray for rules, such as \
    `API/STAGE` of a stage with `xray_tracing_enabled` and `AWS::ApiGateway::Stage`
    """,
    .samplingRuleLimits: """
    set `priority` to 1 to 9999, `fixed_rate` to 0 to 1, `reservoir_size` to 0 or more, a `rule_name` other than \
    `Default`, and a `*` for a part of what is too long
    """,
    .samplingRuleShadowed: "give the rule a `priority` below that of the wider one, or take one of the two out",
    .senderMayKeepFailures: """
    let the role send to it: `sqs:SendMessage`, `sns:Publish`, `lambda:InvokeFunction` or `events:PutEvents` on its ARN \
    in an `aws_iam_role_policy`
    """,
    .serviceActsForSomebody: """
    add a `condition` on `aws:SourceArn` or `aws:SourceAccount` to the statement
    """,
    .serviceNamesMatch: """
    set `OTEL_SERVICE_NAME`, and with Powertools `POWERTOOLS_SERVICE_NAME`, to the function's `function_name` in its \
    `environment`
    """,
    .sessionDurationFitsRole: """
    set `max_session_duration` of the role to 3600 to 43200, and what the function asks for within it
    """,
    .stateMachineCanTrace: """
    let the role write traces: `xray:PutTraceSegments`, `xray:PutTelemetryRecords`, `xray:GetSamplingRules` and \
    `xray:GetSamplingTargets` on `*`
    """,
    .statisticFitsMetric: "set `statistic`, or `extended_statistic`, to one that the metric has a meaning in",
    .streamingRuntime: """
    add the Lambda Web Adapter to `layers` and `AWS_LAMBDA_EXEC_WRAPPER` = `/opt/bootstrap`, `AWS_LWA_INVOKE_MODE` = \
    `response_stream` to the `environment`, or take a Node.js runtime
    """,
    .subscriberLetsTopicIn: """
    let `sns.amazonaws.com` in for the topic's ARN: a function by an `aws_lambda_permission` with `source_arn`, a queue \
    by its `aws_sqs_queue_policy`
    """,
    .thresholdUnit: "set `threshold` in the unit of the metric, which counts milliseconds",
    .topicAdmitsPublishers: """
    let the service call `sns:Publish` in an `aws_sns_topic_policy`, and leave out `kms_master_key_id` or take a key \
    whose policy lets the service `kms:Decrypt` and `kms:GenerateDataKey*`
    """,
    .topicHasSubscriber: "add an `aws_sns_topic_subscription` with the address of whoever is on call",
    .topicTracingPolicy: """
    add an `aws_xray_resource_policy` in the topic's region that lets `sns.amazonaws.com` call \
    `xray:PutTraceSegments`, `xray:GetSamplingRules` and `xray:GetSamplingTargets` for its ARN
    """,
    .tracedFunctionCanWrite: """
    attach `arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess` to the role with an `aws_iam_role_policy_attachment`, or \
    let it call `xray:PutTraceSegments` and `xray:PutTelemetryRecords` on `*`
    """,
    .versionIsPublished: "set `publish` to true on the function",
    "waiver-malformed": """
    give it `rule`, `address`, `reason` and `owner`, and in `until` a day as yyyy-mm-dd
    """,
    "waiver-too-long": "set `until` to an earlier day, and look again then",
    .xrayBillingAlarm: """
    add an `aws_cloudwatch_metric_alarm` in us-east-1 on `EstimatedCharges` of `AWS/Billing` with the dimensions \
    `ServiceName` = `AWSXRay` and `Currency` = `USD`, and a topic of that region in `alarm_actions`
    """,
  ]
}
