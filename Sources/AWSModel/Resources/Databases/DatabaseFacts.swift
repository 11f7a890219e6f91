import TerraformModel

extension ResourceCatalog {
  /// Databases. Clusters of RDS, DocumentDB and Neptune share their names within a region.
  static let databases: [ResourceFacts] = [
    ResourceFacts(
      "aws_db_instance",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      name: NamingRule(argument: "identifier", length: 1...63, characters: .alphanumerics(and: "-"), ignoresCase: true),
      identifiedBy: ["arn", "resource_id"],
      data: StatefulData("databases", in: "database instance", named: "identifier"),
      iamPrefix: "rds",
      // Since version 5 of the provider, `id` is the resource ID, which CloudWatch does not know.
      dimension: NamedDimension("DBInstanceIdentifier", attributes: ["identifier"]), metrics: DatabaseMetrics.rds,
      safeguards: [
        Safeguard(
          .deletion, "deletion_protection", .isTrue, unless: ["replicate_source_db"], "can be deleted by one call"),
        Safeguard(
          .recovery, "backup_retention_period", .atLeast(1),
          unless: ["replicate_source_db", "snapshot_identifier", "restore_to_point_in_time"],
          "has no automated backups, so that it cannot be restored to a point in time"),
        Safeguard(
          .recovery, "skip_final_snapshot", .isFalse, isDefault: true, unless: ["replicate_source_db"],
          "is deleted without a last snapshot"),
        Safeguard(
          .encryption, "storage_encrypted", .isTrue,
          unless: ["replicate_source_db", "snapshot_identifier", "restore_to_point_in_time"],
          "stores its data and its backups unencrypted"),
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet"),
      ],
      alarms: [
        NeededAlarm(
          "its free storage", in: "AWS/RDS", low: "FreeStorageSpace",
          need: .unless("max_allocated_storage", or: "replicate_source_db"),
          because: "a database without free storage stops accepting writes"),
        NeededAlarm(
          "its load", in: "AWS/RDS",
          high:
            "CPUUtilization DatabaseConnections DBLoad DBLoadRelativeToNumVCPUs ReadLatency WriteLatency DiskQueueDepth",
          low: "FreeableMemory CPUCreditBalance BurstBalance",
          because: "a database that is overloaded, or has no connection left, shows in its own metrics first"),
        NeededAlarm(
          "its replication lag", in: "AWS/RDS", high: "ReplicaLag", need: .with("replicate_source_db"),
          because: "a replica that is behind answers with old data"),
      ],
      secrets: [SecretArgument("password", instead: "manage_master_user_password")],
      rates: [
        BaseRate(
          .database, size: [BaseRate.SizeWord("engine"), BaseRate.SizeWord("instance_class")],
          times: [.word("multi_az", ["true": 2, "false": 1], default: 1)]),
        BaseRate(
          .databaseStorage, size: [BaseRate.SizeWord("storage_type", or: "gp2")],
          times: [
            .number("allocated_storage", default: nil), .word("multi_az", ["true": 2, "false": 1], default: 1),
          ]),
      ], part: RequestPart(.database)),
    ResourceFacts(
      "aws_rds_cluster",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("databases", in: "database cluster", named: "cluster_identifier"),
      iamPrefix: "rds", dimension: NamedDimension("DBClusterIdentifier", attributes: ["cluster_identifier", "id"]),
      metrics: DatabaseMetrics.rds,
      safeguards: [
        Safeguard(.deletion, "deletion_protection", .isTrue, "can be deleted by one call"),
        Safeguard(
          .recovery, "backup_retention_period", .atLeast(1), isDefault: true,
          "has no automated backups, so that it cannot be restored to a point in time"),
        Safeguard(
          .recovery, "skip_final_snapshot", .isFalse, isDefault: true, "is deleted without a last snapshot"),
        Safeguard(
          .encryption, "storage_encrypted", .isTrue,
          unless: [
            "replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time",
            "global_cluster_identifier",
          ], exempt: ("engine_mode", ["serverless"]), "stores its data and its backups unencrypted"),
      ],
      alarms: [
        NeededAlarm(
          "its load", in: "AWS/RDS",
          high:
            "CPUUtilization DatabaseConnections DBLoad ACUUtilization ServerlessDatabaseCapacity ReadLatency WriteLatency "
            + "CommitLatency SelectLatency AuroraReplicaLag AuroraReplicaLagMaximum",
          low: "FreeableMemory FreeLocalStorage FreeStorageSpace",
          because: "a database that is overloaded, or has no connection left, shows in its own metrics first")
      ],
      secrets: [SecretArgument("master_password", instead: "manage_master_user_password")], part: RequestPart(.database)
    ),
    ResourceFacts(
      "aws_rds_cluster_instance",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
      iamPrefix: "rds", dimension: NamedDimension("DBInstanceIdentifier", attributes: ["identifier", "id"]),
      metrics: DatabaseMetrics.rds,
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ], memberOf: "cluster_identifier",
      rates: [
        BaseRate(
          .auroraInstance,
          size: [
            BaseRate.SizeWord("cluster_identifier>storage_type", or: ""), BaseRate.SizeWord("instance_class"),
          ], when: [.notWord("instance_class", of: ["db.serverless"])]),
        // The least that it scales down to.
        BaseRate(
          .auroraCapacity, size: [BaseRate.SizeWord("cluster_identifier>storage_type", or: "")],
          times: [.number("cluster_identifier>serverlessv2_scaling_configuration.min_capacity", default: nil)],
          when: [.word("instance_class", of: ["db.serverless"])]),
      ], part: RequestPart(nil, to: ["cluster_identifier"])),
    ResourceFacts(
      "aws_docdb_cluster",
      documentation: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("databases", in: "document database cluster", named: "cluster_identifier"),
      iamPrefix: "rds", dimension: NamedDimension("DBClusterIdentifier", attributes: ["cluster_identifier", "id"]),
      metrics: WarehouseMetrics.documentDB,
      safeguards: [
        Safeguard(.deletion, "deletion_protection", .isTrue, "can be deleted by one call"),
        Safeguard(
          .recovery, "backup_retention_period", .atLeast(1), isDefault: true,
          "has no automated backups, so that it cannot be restored to a point in time"),
        Safeguard(
          .recovery, "skip_final_snapshot", .isFalse, isDefault: true, "is deleted without a last snapshot"),
        Safeguard(
          .encryption, "storage_encrypted", .isTrue,
          unless: ["snapshot_identifier", "restore_to_point_in_time", "global_cluster_identifier"],
          "stores its data and its backups unencrypted"),
      ],
      alarms: [
        NeededAlarm(
          "its load", in: "AWS/DocDB",
          high: "CPUUtilization DatabaseConnections ReadLatency WriteLatency DBClusterReplicaLagMaximum",
          low: "FreeableMemory FreeLocalStorage",
          because: "a database that is overloaded, or has no connection left, shows in its own metrics first")
      ],
      secrets: [SecretArgument("master_password", instead: "manage_master_user_password")], part: RequestPart(.database)
    ),
    ResourceFacts(
      "aws_docdb_cluster_instance",
      documentation: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBInstance.html",
      iamPrefix: "rds", dimension: NamedDimension("DBInstanceIdentifier", attributes: ["identifier", "id"]),
      metrics: WarehouseMetrics.documentDB, memberOf: "cluster_identifier",
      rates: [
        BaseRate(
          .documentInstance,
          size: [BaseRate.SizeWord("cluster_identifier>storage_type", or: ""), BaseRate.SizeWord("instance_class")])
      ], part: RequestPart(nil, to: ["cluster_identifier"])),
    ResourceFacts(
      "aws_docdbelastic_cluster",
      documentation: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_elastic_CreateCluster.html",
      name: NamingRule(length: 1...50, characters: .alphanumerics(and: "-")),
      data: StatefulData("databases", in: "elastic document database cluster"),
      iamPrefix: "docdb-elastic", secrets: [SecretArgument("admin_user_password")], part: RequestPart(.database)),
    ResourceFacts(
      "aws_neptune_cluster",
      documentation: "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("graphs", in: "graph database cluster", named: "cluster_identifier"),
      safeguards: [
        Safeguard(.deletion, "deletion_protection", .isTrue, "can be deleted by one call"),
        Safeguard(
          .recovery, "backup_retention_period", .atLeast(1), isDefault: true,
          "has no automated backups, so that it cannot be restored to a point in time"),
        Safeguard(
          .recovery, "skip_final_snapshot", .isFalse, isDefault: true, "is deleted without a last snapshot"),
        Safeguard(
          .encryption, "storage_encrypted", .isTrue,
          unless: ["snapshot_identifier", "replication_source_identifier", "global_cluster_identifier"],
          "stores its data and its backups unencrypted"),
      ], part: RequestPart(.database)),
    ResourceFacts(
      "aws_neptune_cluster_instance",
      documentation: "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBInstance.html",
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ], memberOf: "cluster_identifier", part: RequestPart(nil, to: ["cluster_identifier"])),
    ResourceFacts(
      "aws_redshift_cluster",
      documentation: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
      name: NamingRule(argument: "cluster_identifier", length: 1...63, characters: .lowercase(and: "-")),
      data: StatefulData("databases", in: "data warehouse", named: "cluster_identifier"),
      dimension: NamedDimension("ClusterIdentifier", attributes: ["cluster_identifier", "id"]),
      metrics: WarehouseMetrics.redshift,
      safeguards: [
        Safeguard(
          .recovery, "automated_snapshot_retention_period", .atLeast(1), isDefault: true, "has no automated snapshots"),
        Safeguard(
          .recovery, "skip_final_snapshot", .isFalse, isDefault: true, "is deleted without a last snapshot"),
        // Left out, it is what the version of the provider takes.
        Safeguard(
          .encryption, "encrypted", .isTrue, isDefault: true, "stores its data and its snapshots unencrypted"),
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet"),
      ],
      alarms: [
        NeededAlarm(
          "its health or its disk space", in: "AWS/Redshift", high: "PercentageDiskSpaceUsed CPUUtilization",
          low: "HealthStatus", because: "a cluster without free disk space cancels queries and rejects loads")
      ],
      secrets: [SecretArgument("master_password", instead: "manage_master_password")],
      rates: [
        BaseRate(
          .warehouseNode, size: [BaseRate.SizeWord("node_type")], times: [.number("number_of_nodes", default: 1)])
      ], part: RequestPart(.database)),
    ResourceFacts(
      "aws_redshiftserverless_namespace",
      documentation: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html",
      name: NamingRule(argument: "namespace_name", length: 3...64, characters: .lowercase(and: "-")),
      data: StatefulData("databases", in: "data warehouse namespace", named: "namespace_name"),
      secrets: [SecretArgument("admin_user_password", instead: "manage_admin_password")], part: RequestPart(.database)),
    ResourceFacts(
      "aws_redshiftserverless_workgroup",
      documentation: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html",
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ], part: RequestPart(nil, to: ["namespace_name"])),
    ResourceFacts(
      "aws_keyspaces_table",
      documentation: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CreateTable.html",
      name: NamingRule(argument: "table_name", length: 1...48, characters: .alphanumerics(and: "_")),
      nameContainer: "keyspace_name",
      data: StatefulData("rows", in: "keyspace table", named: "table_name"),
      iamPrefix: "cassandra",
      safeguards: [
        Safeguard(
          .recovery, "point_in_time_recovery.status", .word("ENABLED"), "cannot be restored to a point in time")
      ], part: RequestPart(.database)),
    ResourceFacts(
      "aws_qldb_ledger", documentation: "https://docs.aws.amazon.com/qldb/latest/developerguide/API_CreateLedger.html",
      name: NamingRule(length: 1...32, characters: .alphanumerics(and: "-_")),
      data: StatefulData("documents", in: "ledger"),
      iamPrefix: "qldb",
      safeguards: [
        Safeguard(.deletion, "deletion_protection", .isTrue, isDefault: true, "can be deleted by one call")
      ]),
    ResourceFacts(
      "aws_timestreamwrite_database",
      documentation: "https://docs.aws.amazon.com/timestream/latest/developerguide/API_CreateDatabase.html",
      name: NamingRule(argument: "database_name", length: 3...256, characters: .alphanumerics(and: "-_.")),
      data: StatefulData("tables", in: "time series database", named: "database_name"),
      iamPrefix: "timestream", part: RequestPart(.database)),
    ResourceFacts(
      "aws_timestreamwrite_table",
      documentation: "https://docs.aws.amazon.com/timestream/latest/developerguide/API_CreateTable.html",
      name: NamingRule(argument: "table_name", length: 3...256, characters: .alphanumerics(and: "-_.")),
      nameContainer: "database_name",
      data: StatefulData("records", in: "time series table", named: "table_name"),
      iamPrefix: "timestream"),
    ResourceFacts(
      "aws_timestreaminfluxdb_db_instance",
      documentation: "https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html",
      name: NamingRule(length: 3...40, characters: .alphanumerics(and: "-")),
      data: StatefulData("buckets", in: "time series database instance"),
      iamPrefix: "timestream-influxdb",
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ], secrets: [SecretArgument("password")], part: RequestPart(.database)),
    ResourceFacts(
      "aws_dsql_cluster",
      documentation: "https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_CreateCluster.html",
      identifiedBy: ["arn", "identifier"],
      data: StatefulData("databases", in: "distributed database cluster", named: nil),
      iamPrefix: "dsql",
      safeguards: [
        Safeguard(.deletion, "deletion_protection_enabled", .isTrue, "can be deleted by one call")
      ], part: RequestPart(.database)),
    ResourceFacts(
      "aws_dax_cluster",
      documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html",
      iamPrefix: "dax",
      safeguards: [
        Safeguard(
          .encryption, "server_side_encryption.enabled", .isTrue, "stores what it caches unencrypted")
      ], part: RequestPart(.cache)),
    ResourceFacts(
      "aws_dms_replication_instance",
      documentation: "https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html",
      iamPrefix: "dms",
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ]),
  ]
}
