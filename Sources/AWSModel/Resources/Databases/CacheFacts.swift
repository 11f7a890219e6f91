import TerraformModel

extension ResourceCatalog {
  /// Caches and databases in memory.
  static let caches: [ResourceFacts] = [
    // It is in memory, and its replicas are there because the loss of the data is felt: sessions, counters, queues.
    ResourceFacts(
      "aws_elasticache_replication_group",
      documentation:
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
      name: NamingRule(
        argument: "replication_group_id", length: 1...40, characters: .alphanumerics(and: "-"), ignoresCase: true),
      data: StatefulData("keys", in: "cache with replicas", named: "replication_group_id"),
      iamPrefix: "elasticache",
      // Metrics are of its nodes, whose names AWS makes: `replication_group_id` and a number.
      dimension: NamedDimension(
        "CacheClusterId", attributes: ["member_clusters", "replication_group_id", "id"], isMadeByAWS: true),
      metrics: CacheMetrics.elastiCache,
      safeguards: [
        Safeguard(
          .encryption, "at_rest_encryption_enabled", .isTrue, unless: ["global_replication_group_id"],
          exempt: ("engine", ["valkey"]), "stores its swapped data and its snapshots unencrypted")
      ], alarms: [cacheMemory],
      secrets: [SecretArgument("auth_token")],
      rates: [
        BaseRate(
          .cacheNode, size: nodes, times: [.number("num_cache_clusters", default: 1)],
          when: [.absent("num_node_groups")]),
        BaseRate(
          .cacheNode, size: nodes,
          times: [.number("num_node_groups", default: 1), .number("replicas_per_node_group", default: 0, plus: 1)],
          when: [.present("num_node_groups")]),
      ], part: RequestPart(.cache)),
    // A node loses its data when it fails, so what uses it has to create the data again.
    ResourceFacts(
      "aws_elasticache_cluster",
      documentation: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html",
      name: NamingRule(argument: "cluster_id", length: 1...50, characters: .alphanumerics(and: "-"), ignoresCase: true),
      iamPrefix: "elasticache", dimension: NamedDimension("CacheClusterId", attributes: ["cluster_id", "id"]),
      metrics: CacheMetrics.elastiCache, alarms: [cacheMemory], memberOf: "replication_group_id",
      rates: [BaseRate(.cacheNode, size: nodes, times: [.number("num_cache_nodes", default: 1)])],
      part: RequestPart(.cache)),
    ResourceFacts(
      "aws_elasticache_user",
      documentation: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html",
      iamPrefix: "elasticache",
      secrets: [
        SecretArgument("passwords"), SecretArgument("authentication_mode.passwords"),
      ]),
    ResourceFacts(
      "aws_memorydb_user",
      documentation: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateUser.html",
      iamPrefix: "memorydb", secrets: [SecretArgument("authentication_mode.passwords")]),
    ResourceFacts(
      "aws_memorydb_cluster",
      documentation: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html",
      name: NamingRule(length: 1...40, characters: .alphanumerics(and: "-"), ignoresCase: true),
      data: StatefulData("keys", in: "in-memory database cluster"),
      iamPrefix: "memorydb", dimension: NamedDimension("ClusterName", attributes: ["name", "id"]),
      metrics: CacheMetrics.memoryDB,
      safeguards: [Safeguard(.recovery, "snapshot_retention_limit", .atLeast(1), "has no daily snapshots")],
      alarms: [
        NeededAlarm(
          "its memory", in: "AWS/MemoryDB", high: "DatabaseMemoryUsagePercentage Evictions BytesUsedForMemoryDB",
          low: "FreeableMemory", because: "a database without free memory rejects writes or removes keys")
      ], part: RequestPart(.cache)),
  ]

  private static let nodes = [BaseRate.SizeWord("engine", or: "redis"), BaseRate.SizeWord("node_type")]

  private static let cacheMemory = NeededAlarm(
    "its evictions or its memory", in: "AWS/ElastiCache",
    high: "Evictions DatabaseMemoryUsagePercentage DatabaseCapacityUsagePercentage BytesUsedForCache SwapUsage "
      + "DatabaseMemoryUsageCountedForEvictPercentage",
    low: "FreeableMemory CacheHitRate", because: "a cache without free memory removes keys that are still in use")
}
