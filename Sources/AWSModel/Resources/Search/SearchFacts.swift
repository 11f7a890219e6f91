import TerraformModel

extension ResourceCatalog {
  /// Search domains. Those of OpenSearch and Elasticsearch share their names.
  static let search: [ResourceFacts] = [
    ResourceFacts(
      "aws_opensearch_domain",
      documentation: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html",
      name: NamingRule(
        argument: "domain_name", length: 3...28, characters: .lowercase(and: "-"), space: "search domain"),
      identifiedBy: ["arn", "domain_id"],
      data: StatefulData("indexes", in: "search domain", named: "domain_name"),
      iamPrefix: "es", dimension: NamedDimension("DomainName", attributes: ["domain_name"]),
      metrics: SearchMetrics.namespace, safeguards: [atRest], alarms: [health], secrets: [masterPassword], rates: nodes,
      part: RequestPart(.database)),
    ResourceFacts(
      "aws_elasticsearch_domain",
      documentation: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html",
      name: NamingRule(
        argument: "domain_name", length: 3...28, characters: .lowercase(and: "-"), space: "search domain"),
      identifiedBy: ["arn", "domain_id"],
      data: StatefulData("indexes", in: "search domain", named: "domain_name"),
      iamPrefix: "es", dimension: NamedDimension("DomainName", attributes: ["domain_name"]),
      metrics: SearchMetrics.namespace, safeguards: [atRest], alarms: [health], secrets: [masterPassword], rates: nodes,
      part: RequestPart(.database)),
  ]

  private static let nodes = [
    BaseRate(
      .searchNode, size: [BaseRate.SizeWord("cluster_config.instance_type")],
      times: [.number("cluster_config.instance_count", default: 1)]),
    BaseRate(
      .searchNode, size: [BaseRate.SizeWord("cluster_config.dedicated_master_type")],
      times: [.number("cluster_config.dedicated_master_count", default: nil)],
      when: [.word("cluster_config.dedicated_master_enabled", of: ["true"])]),
    BaseRate(
      .searchStorage, size: [BaseRate.SizeWord("ebs_options.volume_type", or: "gp2")],
      times: [
        .number("ebs_options.volume_size", default: nil), .number("cluster_config.instance_count", default: 1),
      ], when: [.word("ebs_options.ebs_enabled", of: ["true"])]),
  ]
  private static let atRest = Safeguard(
    .encryption, "encrypt_at_rest.enabled", .isTrue, "stores its indexes and its snapshots unencrypted")
  private static let health = NeededAlarm(
    "its status or its free storage", in: "AWS/ES",
    high: "ClusterStatus.red ClusterStatus.yellow ClusterIndexWritesBlocked JVMMemoryPressure CPUUtilization",
    low: "FreeStorageSpace Nodes ClusterStatus.green",
    because: "a domain without free storage blocks writes, and a red one has lost a part of its indexes")
  private static let masterPassword = SecretArgument(
    "advanced_security_options.master_user_options.master_user_password")
}
