extension ResourceCatalog {
  /// Policies of users and groups, attachments, and buses' policies, which have no model.
  static let identityPolicies: [ResourceFacts] = [
    ResourceFacts(
      "aws_iam_user_policy",
      documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html", identifiedBy: [],
      policies: [PolicyDocumentLocation("policy", .identity, upTo: 2_048, of: "user")]),
    ResourceFacts(
      "aws_iam_group_policy",
      documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html", identifiedBy: [],
      policies: [PolicyDocumentLocation("policy", .identity, upTo: 5_120, of: "group")]),
    ResourceFacts(
      "aws_iam_policy_attachment",
      documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html", identifiedBy: [],
      removal: .permission),
    ResourceFacts(
      "aws_cloudwatch_event_bus_policy",
      documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html",
      identifiedBy: [], iamPrefix: "events",
      policies: [PolicyDocumentLocation("policy", .resource, upTo: 10_240, of: "event_bus_name")]),
  ]
}
