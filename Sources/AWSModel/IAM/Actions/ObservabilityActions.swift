// Actions as AWS's Service Authorization Reference lists them, in November 2026.
let observabilityActions: [String: ServiceActions] = [
  "cloudwatch": ServiceActions(
    onResources: """
      BatchGetServiceLevelObjectiveBudgetReport DeleteAccessGrant DeleteAccessProfile DeleteAlarmMuteRule DeleteAlarms
      DeleteAlert DeleteDashboards DeleteDomain DeleteDomainAccessGrantForOrganization DeleteDomainForOrganization
      DeleteIngestionEndpoint DeleteInsightRules DeleteIntegration DeleteMetricStream DeleteOmniDashboard
      DeletePipelineRule DeleteServiceLevelObjective DeleteSpace DeleteView DescribeAlarmHistory DescribeAlarms
      DisableAlarmActions DisableInsightRules EnableAlarmActions EnableInsightRules GetAccessGrant GetAccessProfile
      GetAlarmMuteRule GetAlert GetDashboard GetDataset GetDomain GetDomainAccessGrantForOrganization
      GetDomainForOrganization GetIngestionEndpoint GetInsightRuleReport GetIntegration GetMetricStream
      GetOmniDashboard GetService GetServiceData GetServiceLevelObjective GetSpace GetView ListAlarmMuteRules
      ListTagsForResource PutAlarmMuteRule PutCompositeAlarm PutDashboard PutInsightRule PutLogAlarm PutMetricAlarm
      PutMetricStream PutPipelineRule SetAlarmState StartMetricStreams StopMetricStreams TagResource UntagResource
      UpdateAccessProfile UpdateAlert UpdateDomain UpdateDomainForOrganization UpdateIngestionEndpoint
      UpdateIntegration UpdateOmniDashboard UpdateServiceLevelObjective UpdateSpace UpdateView
      """,
    onEverything: """
      AssumeAccessProfile BatchGetServiceLevelIndicatorReport CallWithBearerToken CreateAccessGrant
      CreateAccessProfile CreateAlert CreateDomain CreateDomainAccessGrantForOrganization CreateDomainForOrganization
      CreateIngestionEndpoint CreateIntegration CreateOmniDashboard CreateOmniThread CreateOneTimeDeeplinkCode
      CreateResourceMetricsConfiguration CreateServiceLevelObjective CreateSpace CreateView DeleteAnomalyDetector
      DeleteOmniThread DeleteResourceMetricsConfiguration DescribeAlarmsForMetric DescribeAnomalyDetectors
      DescribeInsightRules EnableTopologyDiscovery GenerateQuery GenerateQueryResultsSummary GetAgentGraph
      GetContextGraph GetIntelligenceConfiguration GetMetricData GetMetricStatistics GetMetricWidgetImage
      GetOmniThread GetOTelEnrichment GetPreferences GetRecords GetResourceMetricsConfiguration GetSpaceCredentials
      GetSpaceCredentialsForOrganization GetTelemetryQueryResults GetTopologyDiscoveryStatus GetTopologyMap
      InvokeIntegration Link ListAccessGrants ListAccessProfiles ListAlertContributors ListAlerts ListDashboards
      ListDomainAccessGrantsForOrganization ListDomains ListEntitiesForMetric ListIngestionEndpoints ListIntegrations
      ListManagedInsightRules ListMetrics ListMetricStreams ListOmniDashboards ListOmniThreadS
      ListServiceLevelObjectives ListServices ListSpaceAccess ListSpaces ListSpacesForOrganization ListTelemetryFields
      ListTelemetryQuerySessions ListViews PutAnomalyDetector PutIntelligenceConfiguration PutManagedInsightRules
      PutMetricData PutRecords QueryTraces SearchPrincipals StartOmniThreadSession StartOTelEnrichment
      StartTelemetryQuery StartTelemetryQuerySession StopOTelEnrichment StopTelemetryQuery StopTelemetryQuerySession
      SubmitAlarmFeedback SubmitFeedback UpdateOmniThread UpdateOTelEnrichment UpdatePreferences
      UpdateResourceMetricsConfiguration
      """),
  "logs": ServiceActions(
    onResources: """
      AssociateKmsKey CreateDelivery CreateExportTask CreateLogAnomalyDetector CreateLogGroup CreateLogStream
      CreateLookupTable CreateScheduledQuery DeleteDataProtectionPolicy DeleteDelivery DeleteDeliveryDestination
      DeleteDeliveryDestinationPolicy DeleteDeliverySource DeleteDestination DeleteLogAnomalyDetector DeleteLogGroup
      DeleteLogStream DeleteLookupTable DeleteMetricFilter DeleteRetentionPolicy DeleteScheduledQuery
      DeleteSubscriptionFilter DeleteSyslogConfiguration DeleteTransformer DescribeLogStreams DescribeMetricFilters
      DescribeSubscriptionFilters DisassociateKmsKey FilterLogEvents GetDataProtectionPolicy GetDelivery
      GetDeliveryDestination GetDeliveryDestinationPolicy GetDeliverySource GetLogAnomalyDetector GetLogEvents
      GetLogGroupFields GetLogRecord GetLookupTable GetQueryResults GetScheduledQuery GetScheduledQueryHistory
      GetTransformer IntegrateWithDataset IntegrateWithS3Table ListAnomalies ListLogAnomalyDetectors
      ListTagsForResource ListTagsLogGroup ProcessWithPipeline PutBearerTokenAuthentication PutDataProtectionPolicy
      PutDeliveryDestination PutDeliveryDestinationPolicy PutDeliverySource PutDestination PutDestinationPolicy
      PutLogEvents PutLogGroupDeletionProtection PutMetricFilter PutRetentionPolicy PutSubscriptionFilter
      PutSyslogConfiguration PutTransformer StartLiveTail StartQuery TagLogGroup TagResource Unmask UntagLogGroup
      UntagResource UpdateAnomaly UpdateDeliveryConfiguration UpdateLogAnomalyDetector UpdateLookupTable
      UpdateScheduledQuery
      """,
    onEverything: """
      AssociateSourceToS3TableIntegration CallWithBearerToken CancelExportTask CancelImportTask CreateImportTask
      CreateLogDelivery DeleteAccountPolicy DeleteIndexPolicy DeleteIntegration DeleteLogDelivery DeletePipelineRule
      DeleteQueryDefinition DeleteResourcePolicy DescribeAccountPolicies DescribeConfigurationTemplates
      DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations DescribeExportTasks
      DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks DescribeIndexPolicies DescribeLogGroups
      DescribeLookupTables DescribeQueries DescribeQueryDefinitions DescribeResourcePolicies
      DisassociateSourceFromS3TableIntegration GetIntegration GetLogDelivery GetLogFields GetStorageTierPolicy Link
      ListAggregateLogGroupSummaries ListEntitiesForLogGroup ListIntegrations ListLogDeliveries ListLogGroups
      ListLogGroupsForEntity ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration
      ListSyslogConfigurations PutAccountPolicy PutIndexPolicy PutIntegration PutPipelineRule PutQueryDefinition
      PutResourcePolicy PutStorageTierPolicy StopLiveTail StopQuery TestMetricFilter TestTransformer UpdateLogDelivery
      """),
  "rum": ServiceActions(
    onResources: """
      BatchCreateRumMetricDefinitions BatchDeleteRumMetricDefinitions BatchGetRumMetricDefinitions CreateAppMonitor
      DeleteAppMonitor DeleteResourcePolicy DeleteRumMetricsDestination GetAppMonitor GetAppMonitorData
      GetResourcePolicy ListRumMetricsDestinations PutResourcePolicy PutRumEvents PutRumMetricsDestination TagResource
      UntagResource UpdateAppMonitor UpdateRumMetricDefinition
      """,
    onEverything: "ListAppMonitors ListTagsForResource"),
  "synthetics": ServiceActions(
    onResources: """
      AssociateResource DeleteCanary DeleteGroup DisassociateResource GetCanary GetCanaryRuns GetGroup
      ListAssociatedGroups ListGroupResources ListTagsForResource StartCanary StartCanaryDryRun StopCanary TagResource
      UntagResource UpdateCanary
      """,
    onEverything: """
      CreateCanary CreateGroup DescribeCanaries DescribeCanariesLastRun DescribeRuntimeVersions ListGroups
      """),
  "xray": ServiceActions(
    onResources: """
      CreateGroup CreateSamplingRule DeleteGroup DeleteSamplingRule GetGroup ListTagsForResource TagResource
      UntagResource UpdateGroup UpdateSamplingRule
      """,
    onEverything: """
      BatchGetTraces BatchGetTraceSummaryById CancelTraceRetrieval DeleteResourcePolicy GetDistinctTraceGraphS
      GetEncryptionConfig GetGroups GetIndexingRules GetInsight GetInsightEvents GetInsightImpactGraph
      GetInsightSummaries GetRetrievedTracesGraph GetSamplingRules GetSamplingStatisticSummaries GetSamplingTargets
      GetServiceGraph GetTimeSeriesServiceStatistics GetTraceGraph GetTraceSegmentDestination GetTraceSummaries Link
      ListResourcePolicies ListRetrievedTraces PutEncryptionConfig PutResourcePolicy PutSpans PutSpansForIndexing
      PutTelemetryRecords PutTraceSegments StartTraceRetrieval UpdateIndexingRule UpdateTraceSegmentDestination
      """),
]
