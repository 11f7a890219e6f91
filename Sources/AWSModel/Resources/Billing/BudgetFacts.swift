import TerraformModel

extension ResourceCatalog {
  /// Budgets of AWS Billing.
  static let budgets: [ResourceFacts] = [
    ResourceFacts(
      "aws_budgets_budget",
      documentation:
        "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html",
      iamPrefix: "budgets",
      limits: [
        ArgumentLimit(
          "name",
          .shape("1 to 100 characters other than : and \\") { name in
            (1...100).contains(name.count) && !name.contains(":") && !name.contains("\\")
          }),
        ArgumentLimit("time_unit", .word(["DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY"])),
        ArgumentLimit("limit_amount", .shape("a number") { Double($0) != nil }),
        ArgumentLimit("notification", .count(0...10)),
        ArgumentLimit("notification.comparison_operator", .word(["GREATER_THAN", "LESS_THAN", "EQUAL_TO"])),
        ArgumentLimit("notification.threshold_type", .word(["PERCENTAGE", "ABSOLUTE_VALUE"])),
        ArgumentLimit("notification.notification_type", .word(["ACTUAL", "FORECASTED"])),
      ],
      constraints: [
        ArgumentConstraint(
          "has a notification without a subscriber",
          fix: "set `subscriber_email_addresses` or `subscriber_sns_topic_arns` in each `notification`"
        ) { budget in
          budget.blocks("notification").allSatisfy {
            $0.has("subscriber_email_addresses") || $0.has("subscriber_sns_topic_arns")
          }
        }
      ])
  ]
}
