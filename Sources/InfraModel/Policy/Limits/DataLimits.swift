/// What Budgets takes (aws-facts 1.13).
let dataLimits: [String: [ArgumentLimit]] = [
  "aws_budgets_budget": [
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
]
