/// What ElastiCache and MemoryDB publish to CloudWatch, for each node of a cluster.
///
/// - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.html
/// - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html
/// - https://docs.aws.amazon.com/memorydb/latest/devguide/metrics.memorydb.html
enum CacheMetrics {
  static let elastiCache = MetricNamespace(
    "AWS/ElastiCache",
    by: [["CacheClusterId"], ["CacheClusterId", "CacheNodeId"], ["clusterId"], []], isComplete: false,
    [
      MetricGroup(
        .percentage, .undeclared, by: .these([["CacheClusterId"], ["CacheClusterId", "CacheNodeId"], []]),
        of: "CPUUtilization EngineCPUUtilization"),
      // Also of a replication group, for its scaling.
      MetricGroup(.percentage, .undeclared, by: .unsure, of: "DatabaseMemoryUsagePercentage"),
      MetricGroup(.count, .undeclared, of: "Evictions"),
      MetricGroup(.level, .undeclared, of: "FreeableMemory SwapUsage BytesUsedForCache"),
      MetricGroup(.age(.seconds), .undeclared, of: "ReplicationLag"),
      MetricGroup(.unexamined, .undeclared, of: "CurrConnections CurrItems NewConnections CacheHitRate"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveDefragHits AllocatorFragmentationBytes AllocatorFragmentationRatio AuthenticationFailures \
          BlockedConnections BytesReadFromDisk BytesReadIntoMemcached BytesUsedForCacheItems BytesUsedForHash \
          BytesUsedForMemoryDB BytesWrittenOutFromMemcached BytesWrittenToDisk CPUCreditBalance CPUCreditUsage \
          CacheHits CacheMisses CasBadval CasHits CasMisses ChannelAuthorizationFailures ClusterBasedCmds \
          ClusterBasedCmdsLatency CmdConfigGet CmdConfigSet CmdFlush CmdGet CmdSet CmdTouch \
          CommandAuthorizationFailures CurrConfig CurrItemsWithVolatileFields CurrVolatileItems DB0AverageTTL \
          DatabaseAuthorizationFailures DatabaseCapacityUsageCountedForEvictPercentage \
          DatabaseCapacityUsagePercentage DatabaseMemoryUsageCountedForEvictPercentage DecrHits DecrMisses DeleteHits \
          DeleteMisses DurabilityBufferExceededErrorCount DurabilityLag ElastiCacheProcessingUnits ErrorCount \
          EvalBasedCmds EvalBasedCmdsECPUs EvalBasedCmdsLatency EvictedUnfetched ExpiredUnfetched GeoSpatialBasedCmds \
          GeoSpatialBasedCmdsECPUs GeoSpatialBasedCmdsLatency GetHits GetMisses GetTypeCmds GetTypeCmdsECPUs \
          GetTypeCmdsLatency GlobalDatastoreReplicationLag HashBasedCmds HashBasedCmdsECPUs HashBasedCmdsLatency \
          HyperLogLogBasedCmds HyperLogLogBasedCmdsECPUs HyperLogLogBasedCmdsLatency IamAuthenticationExpirations \
          IamAuthenticationThrottling IncrHits IncrMisses IsMaster IsPrimary JsonBasedCmds JsonBasedCmdsECPUs \
          JsonBasedCmdsLatency JsonBasedGetCmds JsonBasedGetCmdsECPUs JsonBasedGetCmdsLatency JsonBasedSetCmds \
          JsonBasedSetCmdsECPUs JsonBasedSetCmdsLatency KeyAuthorizationFailures KeyBasedCmds KeyBasedCmdsECPUs \
          KeyBasedCmdsLatency KeysTracked KeyspaceHits KeyspaceMisses ListBasedCmds ListBasedCmdsECPUs \
          ListBasedCmdsLatency MajorPageFaults MasterLinkHealthStatus MaxReplicationThroughput \
          MemoryFragmentationRatio NetworkBandwidthInAllowanceExceeded NetworkBandwidthOutAllowanceExceeded \
          NetworkBaselineMaxUsageInPercentage NetworkBaselineMaxUsageOutPercentage NetworkBaselineUsageInPercentage \
          NetworkBaselineUsageOutPercentage NetworkBytesIn NetworkBytesOut NetworkConntrackAllowanceExceeded \
          NetworkLinkLocalAllowanceExceeded NetworkMaxBytesIn NetworkMaxBytesOut NetworkMaxPacketsIn \
          NetworkMaxPacketsOut NetworkPacketsIn NetworkPacketsOut NetworkPacketsPerSecondAllowanceExceeded NewItems \
          NonKeyTypeCmds NonKeyTypeCmdsECPUs NonKeyTypeCmdsLatency NumItemsReadFromDisk NumItemsWrittenToDisk \
          PrimaryLinkHealthStatus ProcessedCommands PubSubBasedCmds PubSubBasedCmdsECPUs PubSubBasedCmdsLatency \
          PubSubChannels PubSubShardChannels Reclaimed ReclaimedFields RejectedConnections ReplicationBytes \
          ReplicationDelayedWriteCommands SaveInProgress SearchBasedCmds SearchBasedCmdsLatency SearchBasedGetCmds \
          SearchBasedGetCmdsLatency SearchBasedSetCmds SearchBasedSetCmdsLatency SearchNumberOfIndexedKeys \
          SearchNumberOfIndexes SearchTotalIndexSize SearchTotalIndexedDocuments SearchUsedMemoryBytes SetBasedCmds \
          SetBasedCmdsECPUs SetBasedCmdsLatency SetTypeCmds SetTypeCmdsECPUs SetTypeCmdsLatency SlabsMoved \
          SortedSetBasedCmds SortedSetBasedCmdsECPUs SortedSetBasedCmdsLatency StreamBasedCmds StreamBasedCmdsECPUs \
          StreamBasedCmdsLatency StringBasedCmds StringBasedCmdsECPUs StringBasedCmdsLatency \
          SuccessfulReadRequestLatency SuccessfulWriteRequestLatency ThrottledCmds TotalCmdsCount TouchHits TouchMisses \
          TrafficManagementActive UnusedMemory UsedMemoryDataset
          """),
    ],
    slips: [
      "MemoryUtilization": "DatabaseMemoryUsagePercentage", "MemoryUsage": "DatabaseMemoryUsagePercentage",
      "Connections": "CurrConnections", "FreeMemory": "FreeableMemory", "EvictedKeys": "Evictions",
      "CacheEvictions": "Evictions",
    ])

  static let memoryDB = MetricNamespace(
    "AWS/MemoryDB", by: [["ClusterName"], ["ClusterName", "NodeName"]], isComplete: false,
    [
      MetricGroup(
        .percentage, .undeclared, of: "CPUUtilization EngineCPUUtilization DatabaseMemoryUsagePercentage"),
      MetricGroup(.count, .undeclared, of: "Evictions"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveDefragHits AuthenticationFailures BytesReadFromDisk BytesUsedForMemoryDB BytesWrittenToDisk \
          CommandAuthorizationFailures CurrConnections CurrItems DB0AverageTTL DatabaseCapacityUsagePercentage \
          ErrorCount EvalBasedCmds FreeableMemory GeoSpatialBasedCmds GetTypeCmds HashBasedCmds HyperLogLogBasedCmds \
          IsPrimary JsonBasedCmds KeyAuthorizationFailures KeyBasedCmds KeysTracked KeyspaceHits KeyspaceMisses \
          ListBasedCmds MaxReplicationThroughput MemoryFragmentationRatio MultiRegionClusterReplicationLag \
          NetworkBandwidthInAllowanceExceeded NetworkBandwidthOutAllowanceExceeded NetworkBytesIn NetworkBytesOut \
          NetworkConntrackAllowanceExceeded NetworkMaxBytesIn NetworkMaxBytesOut NetworkMaxPacketsIn \
          NetworkMaxPacketsOut NetworkPacketsIn NetworkPacketsOut NetworkPacketsPerSecondAllowanceExceeded \
          NewConnections NumItemsReadFromDisk NumItemsWrittenToDisk PrimaryLinkHealthStatus PubSubBasedCmds Reclaimed \
          ReplicationBytes ReplicationDelayedWriteCommands ReplicationLag SearchBasedCmds SearchBasedGetCmds \
          SearchBasedSetCmds SearchNumberOfIndexedKeys SearchNumberOfIndexes SearchTotalIndexSize SetBasedCmds \
          SetTypeCmds SortedSetBasedCmds StreamBasedCmds StringBasedCmds SuccessfulReadRequestLatency \
          SuccessfulWriteRequestLatency SwapUsage
          """),
    ])
}
