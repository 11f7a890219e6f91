extension RuleID {
  public static let logRetention: RuleID = "log-retention"
}

struct LogRetentionRule: Rule {
  static let description = RuleDescription(
    id: .logRetention,
    title: "Logs are kept for a time, not for ever",
    rationale: """
      CloudWatch keeps logs until somebody says otherwise, and bills for each month of each. What has to be kept for \
      years has a number of days as well.
      """,
    sources: ["AC9", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html"],
    severity: .warning,
    terraformFix: "set `retention_in_days` to 30, or to what the law requires",
    good: [
      Example("A month, and ten years") { stack in
        stack.add(LogGroup("ingest", retention: .oneMonth))
        stack.add(LogGroup("audit", retention: .tenYears))
      }
    ],
    bad: [
      Counterexample("For ever") { stack in
        [stack.add(LogGroup("ingest", retention: .fixed(.forever))).address]
      },
      Counterexample("Nobody says, so for ever") { stack in
        [stack.add(RawResource("aws_cloudwatch_log_group", "ingest", ["name": "/shop/ingest"])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed("aws_cloudwatch_log_group").compactMap { declaration in
      guard declaration.block["log_group_class"]?.knownText != "DELIVERY" else { return nil }
      if let retention = declaration.block["retention_in_days"], retention.number(in: stack) != 0 { return nil }
      let name = declaration.resource.name
      return finding(
        on: declaration, "log group '\(name)' keeps what it gets for ever",
        fix: "set `retention: .oneMonth`, or what your law asks for, on '\(name)'")
    }
  }
}
