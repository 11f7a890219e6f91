extension ResourceCatalog {
  /// Who may write to log groups, and where their events go: types without a model.
  static let logDelivery: [ResourceFacts] = [
    ResourceFacts(
      "aws_cloudwatch_log_resource_policy",
      documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html",
      identifiedBy: [], iamPrefix: "logs",
      policies: [PolicyDocumentLocation("policy_document", .resource, upTo: 5_120)], removal: .permission),
    ResourceFacts(
      "aws_cloudwatch_log_subscription_filter",
      documentation:
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html",
      identifiedBy: [], iamPrefix: "logs",
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
      calls: FunctionCalling(
        ["destination_arn"], by: "logs.amazonaws.com", for: .unknown, unlessAs: "role_arn", triesAtOnce: true)),
  ]
}
