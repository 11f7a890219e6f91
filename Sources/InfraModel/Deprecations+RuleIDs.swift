import AWSRules
public import TerraformModel

// The former spellings of the rules' constants. The ids themselves have no end: `FormerRuleIDs.swift` has them all.

extension RuleID {
  @available(*, deprecated, renamed: "alarmEvaluationLimits")
  public static var alarmEvaluationFits: RuleID { .alarmEvaluationLimits }
  @available(*, deprecated, renamed: "customMetricExists")
  public static var alarmedMetricIsEmitted: RuleID { .customMetricExists }
  @available(*, deprecated, renamed: "billingAlarmTooLow")
  public static var billingAlarmAboveLoad: RuleID { .billingAlarmTooLow }
  @available(*, deprecated, renamed: "billingAlarmRegion")
  public static var billingAlarmReadsBill: RuleID { .billingAlarmRegion }
  @available(*, deprecated, renamed: "sourceCodeHashMissing")
  public static var codeChangesAreDeployed: RuleID { .sourceCodeHashMissing }
  @available(*, deprecated, renamed: "compositeAlarmNeverChanges")
  public static var compositeAlarmCanChange: RuleID { .compositeAlarmNeverChanges }
  @available(*, deprecated, renamed: "crossServiceConfusedDeputy")
  public static var confusedDeputy: RuleID { .crossServiceConfusedDeputy }
  @available(*, deprecated, renamed: "xrayContextMissingRuntimeError")
  public static var contextMissingPropagates: RuleID { .xrayContextMissingRuntimeError }
  @available(*, deprecated, renamed: "customMetricAlarm")
  public static var emittedMetricIsAlarmed: RuleID { .customMetricAlarm }
  @available(*, deprecated, renamed: "eventBridgeTargetDLQ")
  public static var eventTargetDeadLetters: RuleID { .eventBridgeTargetDLQ }
  @available(*, deprecated, renamed: "eventBridgeTargetPermission")
  public static var eventTargetPermitted: RuleID { .eventBridgeTargetPermission }
  @available(*, deprecated, renamed: "metricFilterLogClass")
  public static var filteredGroupIsStandard: RuleID { .metricFilterLogClass }
  @available(*, deprecated, renamed: "metricFilterEmptyLogGroup")
  public static var filteredGroupIsWritten: RuleID { .metricFilterEmptyLogGroup }
  @available(*, deprecated, renamed: "undeclaredReference")
  public static var foreignReference: RuleID { .undeclaredReference }
  @available(*, deprecated, renamed: "lambdaInvokePermission")
  public static var functionAdmitsCallers: RuleID { .lambdaInvokePermission }
  @available(*, deprecated, renamed: "reservedConcurrencyZero")
  public static var functionCanRun: RuleID { .reservedConcurrencyZero }
  @available(*, deprecated, renamed: "fillHidesMissingData")
  public static var gapsStayVisible: RuleID { .fillHidesMissingData }
  @available(*, deprecated, renamed: "heartbeatAlarmTooSensitive")
  public static var heartbeatNotOnSingleMiss: RuleID { .heartbeatAlarmTooSensitive }
  @available(*, deprecated, renamed: "stackImportExported")
  public static var importIsExported: RuleID { .stackImportExported }
  @available(*, deprecated, renamed: "lambdaEnvironmentLimits")
  public static var lambdaEnvironment: RuleID { .lambdaEnvironmentLimits }
  @available(*, deprecated, renamed: "lambdaIntegrationMethod")
  public static var lambdaIsCalledByPost: RuleID { .lambdaIntegrationMethod }
  @available(*, deprecated, renamed: "lambdaLayerCompatible")
  public static var lambdaLayersFit: RuleID { .lambdaLayerCompatible }
  @available(*, deprecated, renamed: "validPolicyDocument")
  public static var policyDocumentFits: RuleID { .validPolicyDocument }
  @available(*, deprecated, renamed: "policyWildcardAction")
  public static var policyIsNarrow: RuleID { .policyWildcardAction }
  @available(*, deprecated, renamed: "policyWildcardResource")
  public static var policyNamesResources: RuleID { .policyWildcardResource }
  @available(*, deprecated, renamed: "provisionedConcurrencyValid")
  public static var provisionedConcurrencyFits: RuleID { .provisionedConcurrencyValid }
  @available(*, deprecated, renamed: "reservedTerraformVariable")
  public static var reservedVariableName: RuleID { .reservedTerraformVariable }
  @available(*, deprecated, renamed: "argumentLimits")
  public static var samplingRuleLimits: RuleID { .argumentLimits }
  @available(*, deprecated, renamed: "samplingReservoirTooLarge")
  public static var samplingRateTakesEffect: RuleID { .samplingReservoirTooLarge }
  @available(*, deprecated, renamed: "otelServiceName")
  public static var serviceNamesMatch: RuleID { .otelServiceName }
  @available(*, deprecated, renamed: "snapStartSupported")
  public static var snapStartFits: RuleID { .snapStartSupported }
  @available(*, deprecated, renamed: "snsDeliveryPermission")
  public static var snsInvokePermission: RuleID { .snsDeliveryPermission }
  @available(*, deprecated, renamed: "stateMachineXRayPermission")
  public static var stateMachineCanTrace: RuleID { .stateMachineXRayPermission }
  @available(*, deprecated, renamed: "validTerraformLabel")
  public static var terraformName: RuleID { .validTerraformLabel }
  @available(*, deprecated, renamed: "traceFilterLikelyMistake")
  public static var traceFilterWarns: RuleID { .traceFilterLikelyMistake }
  @available(*, deprecated, renamed: "lambdaXRayPermission")
  public static var tracedFunctionCanWrite: RuleID { .lambdaXRayPermission }
  @available(*, deprecated, renamed: "s3TriggerRecursion")
  public static var triggerDoesNotLoop: RuleID { .s3TriggerRecursion }
  @available(*, deprecated, renamed: "lambdaVersionPublished")
  public static var versionIsPublished: RuleID { .lambdaVersionPublished }
}
