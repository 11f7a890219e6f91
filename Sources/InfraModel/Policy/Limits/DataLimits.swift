/// What Step Functions and Budgets take (aws-facts 1.13 and 1.18).
let dataLimits: [String: [ArgumentLimit]] = [
  "aws_sfn_state_machine": [
    ArgumentLimit("type", .word(["STANDARD", "EXPRESS"])),
    ArgumentLimit("definition", .document),
    ArgumentLimit("logging_configuration.level", .word(["ALL", "ERROR", "FATAL", "OFF"])),
    ArgumentLimit(
      "logging_configuration.log_destination", .shape("a log group's ARN and ':*' after it") { $0.hasSuffix(":*") }),
  ],
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
