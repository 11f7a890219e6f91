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
      iamPrefix: "es"),
    ResourceFacts(
      "aws_elasticsearch_domain",
      documentation: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html",
      name: NamingRule(
        argument: "domain_name", length: 3...28, characters: .lowercase(and: "-"), space: "search domain"),
      identifiedBy: ["arn", "domain_id"],
      data: StatefulData("indexes", in: "search domain", named: "domain_name"),
      iamPrefix: "es"),
  ]
}
