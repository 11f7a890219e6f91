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
      iamPrefix: "rds"),
    ResourceFacts(
      "aws_rds_cluster",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("databases", in: "database cluster", named: "cluster_identifier"),
      iamPrefix: "rds"),
    ResourceFacts(
      "aws_docdb_cluster",
      documentation: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("databases", in: "document database cluster", named: "cluster_identifier"),
      iamPrefix: "rds"),
    ResourceFacts(
      "aws_docdbelastic_cluster",
      documentation: "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_elastic_CreateCluster.html",
      name: NamingRule(length: 1...50, characters: .alphanumerics(and: "-")),
      data: StatefulData("databases", in: "elastic document database cluster"),
      iamPrefix: "docdb-elastic"),
    ResourceFacts(
      "aws_neptune_cluster",
      documentation: "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html",
      name: NamingRule(
        argument: "cluster_identifier", length: 1...63, characters: .alphanumerics(and: "-"), space: "DB cluster",
        ignoresCase: true),
      identifiedBy: ["arn", "cluster_resource_id"],
      data: StatefulData("graphs", in: "graph database cluster", named: "cluster_identifier")),
    ResourceFacts(
      "aws_redshift_cluster",
      documentation: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
      name: NamingRule(argument: "cluster_identifier", length: 1...63, characters: .lowercase(and: "-")),
      data: StatefulData("databases", in: "data warehouse", named: "cluster_identifier")),
    ResourceFacts(
      "aws_redshiftserverless_namespace",
      documentation: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html",
      name: NamingRule(argument: "namespace_name", length: 3...64, characters: .lowercase(and: "-")),
      data: StatefulData("databases", in: "data warehouse namespace", named: "namespace_name")),
    // It is in memory, and its replicas are there because the loss of the data is felt: sessions, counters, queues.
    ResourceFacts(
      "aws_elasticache_replication_group",
      documentation:
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
      name: NamingRule(
        argument: "replication_group_id", length: 1...40, characters: .alphanumerics(and: "-"), ignoresCase: true),
      data: StatefulData("keys", in: "cache with replicas", named: "replication_group_id"),
      iamPrefix: "elasticache"),
    // A node loses its data when it fails, so what uses it has to create the data again.
    ResourceFacts(
      "aws_elasticache_cluster",
      documentation: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html",
      name: NamingRule(argument: "cluster_id", length: 1...50, characters: .alphanumerics(and: "-"), ignoresCase: true),
      iamPrefix: "elasticache"),
    ResourceFacts(
      "aws_memorydb_cluster",
      documentation: "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html",
      name: NamingRule(length: 1...40, characters: .alphanumerics(and: "-"), ignoresCase: true),
      data: StatefulData("keys", in: "in-memory database cluster"),
      iamPrefix: "memorydb"),
    ResourceFacts(
      "aws_keyspaces_table",
      documentation: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CreateTable.html",
      name: NamingRule(argument: "table_name", length: 1...48, characters: .alphanumerics(and: "_")),
      nameContainer: "keyspace_name",
      data: StatefulData("rows", in: "keyspace table", named: "table_name"),
      iamPrefix: "cassandra"),
    ResourceFacts(
      "aws_qldb_ledger", documentation: "https://docs.aws.amazon.com/qldb/latest/developerguide/API_CreateLedger.html",
      name: NamingRule(length: 1...32, characters: .alphanumerics(and: "-_")),
      data: StatefulData("documents", in: "ledger"),
      iamPrefix: "qldb"),
    ResourceFacts(
      "aws_timestreamwrite_database",
      documentation: "https://docs.aws.amazon.com/timestream/latest/developerguide/API_CreateDatabase.html",
      name: NamingRule(argument: "database_name", length: 3...256, characters: .alphanumerics(and: "-_.")),
      data: StatefulData("tables", in: "time series database", named: "database_name"),
      iamPrefix: "timestream"),
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
      iamPrefix: "timestream-influxdb"),
  ]
}
