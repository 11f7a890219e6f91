/// Lambda and Step Functions (aws-facts 1.14).
let computeNamespaces: [MetricNamespace] = [
  MetricNamespace(
    "AWS/Lambda",
    by: [["FunctionName"], ["FunctionName", "Resource"], ["FunctionName", "Resource", "ExecutedVersion"], []],
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "Invocations", "Errors", "Throttles", "DeadLetterErrors", "DestinationDeliveryFailures",
          "ProvisionedConcurrencyInvocations", "ProvisionedConcurrencySpilloverInvocations",
          "RecursiveInvocationsDropped", "AsyncEventsReceived", "AsyncEventsDropped", "UrlRequestCount", "Url4xxCount",
          "Url5xxCount",
        ]),
      // Published on demand for one event source mapping.
      MetricGroup(
        .count, .nothingHappened, by: .unsure,
        [
          "PolledEventCount", "FilteredOutEventCount", "InvokedEventCount", "FailedInvokeEventCount",
          "DroppedEventCount", "OnFailureDestinationDeliveredEventCount", "DeletedEventCount", "CommittedEventCount",
          "PollingErrorCount", "InvokeErrorCount", "OnFailureDestinationDeliveryErrorCount",
          "SchemaRegistryErrorCount", "CommitErrorCount", "OversizedRecordCount", "SignatureValidationErrors",
        ]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["Duration", "PostRuntimeExtensionsDuration"]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["UrlRequestLatency"]),
      MetricGroup(.age(.milliseconds), .nothingMeasured, ["AsyncEventAge", "IteratorAge"]),
      MetricGroup(
        .level, .nothingHappened,
        ["ConcurrentExecutions", "ProvisionedConcurrentExecutions", "ProvisionedConcurrencyUtilization"]),
      MetricGroup(.level, .nothingHappened, by: .unsure, ["OffsetLag", "ProvisionedPollers"]),
      MetricGroup(
        .level, .nothingHappened, by: .these([[]]), ["UnreservedConcurrentExecutions", "ClaimedAccountConcurrency"]),
    ]),
  MetricNamespace(
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
    ]),
]
