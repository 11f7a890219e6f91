extension Policy {
  /// Every rule of infra-gen, by hand and in the order in which people meet them. A test holds the list against the
  /// files in `Policy/Rules`.
  public static let standardRules: [any Rule.Type] = [
    LambdaErrorAlarm.self,
    LambdaP95Alarm.self,
    TracedFunctionCanWrite.self,
    NoADOTExecWrapper.self,
    ServiceNamesMatch.self,
    MissingDataFitsMetric.self,
    AlarmHasAction.self,
    AlarmTopicInRegion.self,
    TopicHasSubscriber.self,
    AlarmOnDashboard.self,
    HeartbeatNotOnSingleMiss.self,
    EmittedMetricIsAlarmed.self,
    AlarmedMetricIsEmitted.self,
    BillingAlarmReadsBill.self,
    XRayBillingAlarm.self,
    CORSAllowsTraceHeader.self,
    CanaryHasOwnRole.self,
    CanaryTellsOutOfBand.self,
  ]
}
