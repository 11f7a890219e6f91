import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let logRetention: RuleID = "log-retention"
}

struct LogRetentionRule: Rule {
  static let description = RuleDescription(
    id: .logRetention,
    title: "Every log group has a retention period",
    rationale: """
      CloudWatch Logs keeps logs indefinitely unless a retention is set, and bills for their storage each month. A \
      legal retention period is a number of days, too.
      """,
    sources: [
      "AC9",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    ],
    severity: .warning,
    terraformFix: "set `retention_in_days` to 30, or to what the law requires",
    reads: [
      .arguments("retention_in_days", of: LogGroup.self)
    ],
    good: [
      Example("A month, and ten years") { stack in
        stack.add(LogGroup("ingest", retention: .oneMonth))
        stack.add(LogGroup("audit", retention: .tenYears))
      }
    ],
    bad: [
      Counterexample("An indefinite retention") { stack in
        [stack.add(LogGroup("ingest", retention: .fixed(.forever))).address]
      },
      Counterexample("No retention is set") { stack in
        [stack.add(RawResource("aws_cloudwatch_log_group", "ingest", ["name": "/shop/ingest"])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed("aws_cloudwatch_log_group").compactMap { declaration in
      guard declaration.block["log_group_class"]?.knownText != "DELIVERY" else { return nil }
      if let retention = declaration.block["retention_in_days"], retention.number(in: stack) != 0 { return nil }
      let name = declaration.resource.name
      return finding(
        on: declaration, "log group '\(name)' keeps its logs indefinitely",
        fix: "set `retention: .oneMonth`, or the period that the law requires, on '\(name)'")
    }
  }
}
