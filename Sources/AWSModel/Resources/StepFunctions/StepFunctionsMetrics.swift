/// What Step Functions publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
enum StepFunctionsMetrics {
  static let namespace = MetricNamespace(
    "AWS/States", by: [["StateMachineArn"]],
    [
      MetricGroup(
        .count, .noEvents,
        [
          "ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted",
          "ExecutionThrottled", "ExecutionsRedriven", "RedrivenExecutionsAborted", "RedrivenExecutionsFailed",
          "RedrivenExecutionsSucceeded", "RedrivenExecutionsTimedOut",
        ]),
      MetricGroup(.time(.milliseconds), .noActivity, ["ExecutionTime"]),
      MetricGroup(
        .amount, .noActivity,
        ["ExpressExecutionBilledDuration", "ExpressExecutionBilledMemory", "ExpressExecutionMemory"]),
      MetricGroup(
        .count, .noEvents, by: .these([["LambdaFunctionArn"]]),
        [
          "LambdaFunctionsFailed", "LambdaFunctionsScheduled", "LambdaFunctionsStarted", "LambdaFunctionsSucceeded",
          "LambdaFunctionsTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .noActivity, by: .these([["LambdaFunctionArn"]]),
        ["LambdaFunctionRunTime", "LambdaFunctionScheduleTime", "LambdaFunctionTime"]),
      MetricGroup(
        .count, .noEvents, by: .these([["ActivityArn"]]),
        [
          "ActivitiesFailed", "ActivitiesHeartbeatTimedOut", "ActivitiesScheduled", "ActivitiesStarted",
          "ActivitiesSucceeded", "ActivitiesTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .noActivity, by: .these([["ActivityArn"]]),
        ["ActivityRunTime", "ActivityScheduleTime", "ActivityTime"]),
      MetricGroup(
        .count, .noEvents, by: .these([["ServiceIntegrationResourceArn"]]),
        [
          "ServiceIntegrationsFailed", "ServiceIntegrationsScheduled", "ServiceIntegrationsStarted",
          "ServiceIntegrationsSucceeded", "ServiceIntegrationsTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .noActivity, by: .these([["ServiceIntegrationResourceArn"]]),
        ["ServiceIntegrationRunTime", "ServiceIntegrationScheduleTime", "ServiceIntegrationTime"]),
      MetricGroup(
        .level, .noEvents, by: .unsure,
        [
          "OpenExecutionCount", "OpenExecutionLimit", "ApproximateOpenMapRunCount", "OpenMapRunLimit",
          "ApproximateMapRunBacklogSize", "ProvisionedBucketSize", "ProvisionedRefillRate", "ConsumedCapacity",
        ]),
      MetricGroup(.count, .noEvents, by: .unsure, ["ThrottledEvents"]),
    ],
    concerns: [
      .failure: [["ExecutionsFailed"]], .timeout: [["ExecutionsTimedOut"]], .slowness: [["ExecutionTime"]],
      .refusal: [["ExecutionThrottled"]],
    ])
}
