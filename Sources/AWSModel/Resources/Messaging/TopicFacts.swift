extension ResourceCatalog {
  /// What belongs to topics and has no model. Its `arn` is the topic's.
  static let topics: [ResourceFacts] = [
    ResourceFacts(
      "aws_sns_topic_data_protection_policy",
      documentation: "https://docs.aws.amazon.com/sns/latest/api/API_PutDataProtectionPolicy.html", identifiedBy: [],
      iamPrefix: "sns")
  ]
}
