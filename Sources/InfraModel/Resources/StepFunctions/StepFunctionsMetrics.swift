/// What Step Functions publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
enum StepFunctionsMetrics {
  static let namespace = MetricNamespace(
    "AWS/States", by: [["StateMachineArn"]],
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted",
          "ExecutionThrottled", "ExecutionsRedriven", "RedrivenExecutionsAborted", "RedrivenExecutionsFailed",
          "RedrivenExecutionsSucceeded", "RedrivenExecutionsTimedOut",
        ]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["ExecutionTime"]),
      MetricGroup(
        .amount, .nothingMeasured,
        ["ExpressExecutionBilledDuration", "ExpressExecutionBilledMemory", "ExpressExecutionMemory"]),
      MetricGroup(
        .count, .nothingHappened, by: .these([["LambdaFunctionArn"]]),
        [
          "LambdaFunctionsFailed", "LambdaFunctionsScheduled", "LambdaFunctionsStarted", "LambdaFunctionsSucceeded",
          "LambdaFunctionsTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .nothingMeasured, by: .these([["LambdaFunctionArn"]]),
        ["LambdaFunctionRunTime", "LambdaFunctionScheduleTime", "LambdaFunctionTime"]),
      MetricGroup(
        .count, .nothingHappened, by: .these([["ActivityArn"]]),
        [
          "ActivitiesFailed", "ActivitiesHeartbeatTimedOut", "ActivitiesScheduled", "ActivitiesStarted",
          "ActivitiesSucceeded", "ActivitiesTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .nothingMeasured, by: .these([["ActivityArn"]]),
        ["ActivityRunTime", "ActivityScheduleTime", "ActivityTime"]),
      MetricGroup(
        .count, .nothingHappened, by: .these([["ServiceIntegrationResourceArn"]]),
        [
          "ServiceIntegrationsFailed", "ServiceIntegrationsScheduled", "ServiceIntegrationsStarted",
          "ServiceIntegrationsSucceeded", "ServiceIntegrationsTimedOut",
        ]),
      MetricGroup(
        .time(.milliseconds), .nothingMeasured, by: .these([["ServiceIntegrationResourceArn"]]),
        ["ServiceIntegrationRunTime", "ServiceIntegrationScheduleTime", "ServiceIntegrationTime"]),
      MetricGroup(
        .level, .nothingHappened, by: .unsure,
        [
          "OpenExecutionCount", "OpenExecutionLimit", "ApproximateOpenMapRunCount", "OpenMapRunLimit",
          "ApproximateMapRunBacklogSize", "ProvisionedBucketSize", "ProvisionedRefillRate", "ConsumedCapacity",
        ]),
      MetricGroup(.count, .nothingHappened, by: .unsure, ["ThrottledEvents"]),
    ],
    concerns: [
      .failure: [["ExecutionsFailed"]], .timeout: [["ExecutionsTimedOut"]], .slowness: [["ExecutionTime"]],
      .refusal: [["ExecutionThrottled"]],
    ])
}
