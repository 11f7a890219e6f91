/// What OpenSearch Service publishes to CloudWatch, under the name that it had before.
///
/// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-cloudwatchmetrics.html
enum SearchMetrics {
  static let namespace = MetricNamespace(
    "AWS/ES", by: [["DomainName", "ClientId"], ["DomainName", "ClientId", "NodeId"]], isComplete: false,
    [
      MetricGroup(
        .unexamined, .undeclared, by: .these([["DomainName", "ClientId"]]),
        of: "ClusterStatus.green ClusterStatus.red ClusterStatus.yellow ClusterIndexWritesBlocked Nodes"),
      MetricGroup(.percentage, .undeclared, of: "CPUUtilization JVMMemoryPressure"),
      MetricGroup(.unexamined, .undeclared, of: "FreeStorageSpace ClusterUsedSpace"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          2xx 3xx 4xx 5xx AutomatedSnapshotFailure BurstBalance CPUCreditBalance CoordinatingWriteRejected DataNodes \
          DeletedDocuments DiskQueueDepth ElasticsearchRequests HotStorageSpaceUtilization IndexingLatency IndexingRate \
          InvalidHostHeaderRequests IopsThrottle JVMGCOldCollectionCount JVMGCOldCollectionTime \
          JVMGCYoungCollectionCount JVMGCYoungCollectionTime KMSKeyError KMSKeyInaccessible KibanaHealthyNodes \
          MasterCPUCreditBalance MasterCPUUtilization MasterFreeStorageSpace MasterJVMMemoryPressure \
          MasterOldGenJVMMemoryPressure MasterReachableFromNode MasterSysMemoryUtilization OldGenJVMMemoryPressure \
          OpenSearchDashboardsHealthyNode OpenSearchDashboardsHealthyNodes OpenSearchRequests PrimaryWriteRejected \
          ReadIOPS ReadLatency ReadThroughput ReplicaWriteRejected SearchLatency SearchRate SearchableDocuments \
          SegmentCount Shards.active Shards.activePrimary Shards.delayedUnassigned Shards.initializing \
          Shards.relocating Shards.unassigned SysMemoryUtilization ThreadpoolBulkQueue ThreadpoolBulkRejected \
          ThreadpoolForce_mergeQueue ThreadpoolForce_mergeRejected ThreadpoolIndexQueue ThreadpoolIndexRejected \
          ThreadpoolSearchQueue ThreadpoolSearchRejected ThreadpoolWriteQueue ThreadpoolWriteRejected \
          ThreadpoolSearchThreads ThreadpoolWriteThreads ThreadpoolIndexThreads ThreadpoolBulkThreads ThroughputThrottle \
          WarmCPUUtilization WarmFreeStorageSpace WarmJVMMemoryPressure WarmStorageSpaceUtilization WriteIOPS \
          WriteLatency WriteThroughput
          """),
      // Of plug-ins, tiers, replication and dashboards.
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ADAnomalyDetectorsIndexStatus.red ADAnomalyDetectorsIndexStatusIndexExists \
          ADAnomalyResultsIndexStatus.red ADAnomalyResultsIndexStatusIndexExists ADExecuteFailureCount \
          ADExecuteRequestCount ADHCExecuteFailureCount ADHCExecuteRequestCount \
          ADModelsCheckpointIndexStatus.red ADModelsCheckpointIndexStatusIndexExists ADPluginUnhealthy \
          AlertingDegraded AlertingIndexExists AlertingIndexStatus.green AlertingIndexStatus.red \
          AlertingIndexStatus.yellow AlertingNodesNotOnSchedule AlertingNodesOnSchedule \
          AlertingScheduledJobEnabled AsynchronousSearchCancelled AsynchronousSearchCompletionRate \
          AsynchronousSearchFailureRate AsynchronousSearchInitializedRate AsynchronousSearchMaxRunningTime \
          AsynchronousSearchPersistFailedRate AsynchronousSearchPersistRate AsynchronousSearchRejected \
          AsynchronousSearchRunningCurrent AsynchronousSearchStoreHealth AsynchronousSearchStoreSize \
          AsynchronousSearchStoredResponseCount AsynchronousSearchSubmissionRate \
          AutoFollowLeaderCallFailure AutoFollowNumFailedStartReplication \
          AutoFollowNumSuccessStartReplication AutoTuneChangesHistoryHeapSize \
          AutoTuneChangesHistoryJVMYoungGenArgs AutoTuneFailed AutoTuneSucceeded AutoTuneValue \
          AvgPointInTimeAliveTime ColdStorageSpaceUtilization ColdToWarmMigrationFailureCount \
          ColdToWarmMigrationLatency ColdToWarmMigrationQueueSize ColdToWarmMigrationSuccessCount \
          CrossClusterInboundReplicationRequests CrossClusterInboundRequests \
          CrossClusterOutboundConnections CrossClusterOutboundReplicationRequests \
          CrossClusterOutboundRequests CurrentPointInTime DataNodesShards.active \
          DataNodesShards.initializing DataNodesShards.relocating DataNodesShards.unassigned \
          ESReportingFailedRequestSysErrCount ESReportingFailedRequestUserErrCount ESReportingRequestCount \
          ESReportingSuccessCount FollowerCheckPoint HasActivePointInTime HasUsedPointInTime \
          HotToWarmMigrationFailureCount HotToWarmMigrationForceMergeLatency \
          HotToWarmMigrationProcessingLatency HotToWarmMigrationQueueSize \
          HotToWarmMigrationSnapshotLatency HotToWarmMigrationSuccessCount \
          HotToWarmMigrationSuccessLatency KNNCacheCapacityReached KNNCircuitBreakerTriggered \
          KNNEvictionCount KNNGraphIndexErrors KNNGraphIndexRequests KNNGraphMemoryUsage \
          KNNGraphQueryErrors KNNGraphQueryRequests KNNHitCount KNNLoadExceptionCount KNNLoadSuccessCount \
          KNNMissCount KNNQueryRequests KNNScriptCompilationErrors KNNScriptCompilations \
          KNNScriptQueryErrors KNNScriptQueryRequests KNNTotalLoadTime KibanaConcurrentConnections \
          KibanaHeapTotal KibanaHeapUsed KibanaHeapUtilization KibanaOS1MinuteLoad \
          KibanaReportingFailedRequestSysErrCount KibanaReportingFailedRequestUserErrCount \
          KibanaReportingRequestCount KibanaReportingSuccessCount KibanaRequestTotal \
          KibanaResponseTimesMaxInMillis LTRFeatureMemoryUsageInBytes LTRFeaturesetMemoryUsageInBytes \
          LTRMemoryUsage LTRModelMemoryUsageInBytes LTRRequestErrorCount LTRRequestTotalCount \
          LTRStatus.red LeaderCheckPoint MaxProvisionedThroughput \
          OpenSearchDashboardsConcurrentConnections OpenSearchDashboardsHeapTotal \
          OpenSearchDashboardsHeapUsed OpenSearchDashboardsHeapUtilization \
          OpenSearchDashboardsOS1MinuteLoad OpenSearchDashboardsRequestTotal \
          OpenSearchDashboardsResponseTimesMaxInMillis \
          OpensearchDashboardsReportingFailedRequestSysErrCount \
          OpensearchDashboardsReportingFailedRequestUserErrCount OpensearchDashboardsReportingRequestCount \
          OpensearchDashboardsReportingSuccessCount PPLFailedRequestCountByCusErr \
          PPLFailedRequestCountBySysErr PPLRequestCount ReadIOPSMicroBursting ReadThroughputMicroBursting \
          RemoteStorageUsedSpace RemoteStorageWriteRejected ReplicationNumBootstrappingIndices \
          ReplicationNumFailedIndices ReplicationNumPausedIndices ReplicationNumSyncingIndices \
          ReplicationRate SQLDefaultCursorRequestCount SQLFailedRequestCountByCusErr \
          SQLFailedRequestCountBySysErr SQLRequestCount SQLUnhealthy SearchShardTaskCancelled \
          SearchTaskCancelled ThreadpoolForce_mergeThreads Threadpoolsql-workerQueue \
          Threadpoolsql-workerRejected Threadpoolsql-workerThreads TotalPointInTime \
          WarmJVMGCOldCollectionCount WarmJVMGCYoungCollectionCount WarmJVMGCYoungCollectionTime \
          WarmOldGenJVMMemoryPressure WarmSearchLatency WarmSearchRate WarmSearchableDocuments \
          WarmSysMemoryUtilization WarmThreadpoolSearchQueue WarmThreadpoolSearchRejected \
          WarmThreadpoolSearchThreads WarmToColdMigrationFailureCount WarmToColdMigrationLatency \
          WarmToColdMigrationQueueSize WarmToColdMigrationSuccessCount WarmToHotMigrationQueueSize \
          WriteIOPSMicroBursting WriteThroughputMicroBursting
          """),
    ])
}
