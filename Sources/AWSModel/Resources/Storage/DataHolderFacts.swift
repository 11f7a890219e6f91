extension ResourceCatalog {
  /// Types of which nothing else is known than the data that they hold.
  static let dataHolders: [ResourceFacts] = [
    ResourceFacts(
      "aws_acmpca_certificate_authority",
      documentation: "https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreateCertificateAuthority.html",
      data: StatefulData("private key", in: "certificate authority", named: nil),
      rates: [BaseRate(.certificateAuthority, size: [BaseRate.SizeWord("usage_mode", or: "GENERAL_PURPOSE")])]),
    ResourceFacts(
      "aws_ami",
      documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html",
      data: StatefulData("image", in: "machine image")),
    ResourceFacts(
      "aws_cloudhsm_v2_cluster",
      documentation: "https://docs.aws.amazon.com/cloudhsm/latest/APIReference/API_CreateCluster.html",
      data: StatefulData("keys", in: "hardware security module cluster", named: nil)),
    ResourceFacts(
      "aws_cloudsearch_domain",
      documentation: "https://docs.aws.amazon.com/cloudsearch/latest/developerguide/API_CreateDomain.html",
      data: StatefulData("documents", in: "search domain")),
    ResourceFacts(
      "aws_cloudtrail_event_data_store",
      documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html",
      data: StatefulData("events", in: "event data store")),
    ResourceFacts(
      "aws_codeartifact_domain",
      documentation: "https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html",
      data: StatefulData("packages", in: "package domain", named: "domain")),
    ResourceFacts(
      "aws_codeartifact_repository",
      documentation: "https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateRepository.html",
      data: StatefulData("packages", in: "package repository", named: "repository")),
    ResourceFacts(
      "aws_cognito_identity_pool",
      documentation: "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html",
      data: StatefulData("identities", in: "identity pool", named: nil)),
    ResourceFacts(
      "aws_connect_instance",
      documentation: "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateInstance.html",
      data: StatefulData("contacts", in: "contact center", named: nil)),
    ResourceFacts(
      "aws_db_cluster_snapshot",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html",
      data: StatefulData("databases", in: "database cluster snapshot", named: "db_cluster_snapshot_identifier")),
    ResourceFacts(
      "aws_db_snapshot",
      documentation: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html",
      data: StatefulData("databases", in: "database snapshot", named: "db_snapshot_identifier")),
    ResourceFacts(
      "aws_ebs_snapshot",
      documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshot.html",
      data: StatefulData("data", in: "volume snapshot", named: nil)),
    ResourceFacts(
      "aws_eip",
      documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html",
      data: StatefulData("address, which others may have in their lists", in: "elastic IP address", named: nil),
      rates: [BaseRate(.publicAddress)]),
    ResourceFacts(
      "aws_glue_catalog_database",
      documentation: "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateDatabase.html",
      data: StatefulData("table definitions", in: "data catalog database")),
    ResourceFacts(
      "aws_grafana_workspace",
      documentation: "https://docs.aws.amazon.com/grafana/latest/APIReference/API_CreateWorkspace.html",
      data: StatefulData("dashboards", in: "Grafana workspace", named: nil)),
    ResourceFacts(
      "aws_kendra_index",
      documentation: "https://docs.aws.amazon.com/kendra/latest/APIReference/API_CreateIndex.html",
      data: StatefulData("documents", in: "search index")),
    ResourceFacts(
      "aws_keyspaces_keyspace",
      documentation: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CreateKeyspace.html",
      data: StatefulData("tables", in: "keyspace")),
    ResourceFacts(
      "aws_kinesis_video_stream",
      documentation: "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html",
      data: StatefulData("recordings", in: "video stream")),
    ResourceFacts(
      "aws_lightsail_disk",
      documentation: "https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDisk.html",
      data: StatefulData("data", in: "disk")),
    ResourceFacts(
      "aws_msk_serverless_cluster",
      documentation: "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html",
      data: StatefulData("messages", in: "Kafka cluster", named: "cluster_name")),
    ResourceFacts(
      "aws_neptunegraph_graph",
      documentation: "https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_CreateGraph.html",
      data: StatefulData("graph", in: "graph", named: "graph_name")),
    ResourceFacts(
      "aws_opensearchserverless_collection",
      documentation:
        "https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateCollection.html",
      data: StatefulData("indexes", in: "search collection")),
    ResourceFacts(
      "aws_prometheus_workspace",
      documentation: "https://docs.aws.amazon.com/prometheus/latest/APIReference/API_CreateWorkspace.html",
      data: StatefulData("time series", in: "Prometheus workspace", named: nil)),
    ResourceFacts(
      "aws_rekognition_collection",
      documentation: "https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CreateCollection.html",
      data: StatefulData("faces", in: "collection of faces", named: "collection_id")),
    ResourceFacts(
      "aws_route53domains_domain",
      documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_RegisterDomain.html",
      data: StatefulData("registration", in: "domain name", named: "domain_name")),
    ResourceFacts(
      "aws_s3_directory_bucket",
      documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
      data: StatefulData("objects", in: "directory bucket", named: "bucket")),
    ResourceFacts(
      "aws_s3tables_table",
      documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_CreateTable.html",
      data: StatefulData("rows", in: "table")),
    ResourceFacts(
      "aws_s3tables_table_bucket",
      documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_CreateTableBucket.html",
      data: StatefulData("tables", in: "table bucket")),
  ]
}
