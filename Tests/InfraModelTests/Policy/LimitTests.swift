import InfraModel
import Testing

/// Limits of AWS that no row of aws-facts 1.21 is about, each at the last value that fits and at the first that does not.
@Suite struct LimitTests {
  @Test(arguments: [
    Limit(
      "aws_lambda_function", .argumentConflicts, "subnets without a security group",
      fits: ["vpc_config": .blocks([["subnet_ids": ["subnet-1"], "security_group_ids": ["sg-1"]]])],
      breaks: ["vpc_config": .blocks([["subnet_ids": ["subnet-1"], "security_group_ids": []]])]),
    Limit(
      "aws_lambda_event_source_mapping", .argumentConflicts, "FIFO queue",
      fits: fifo(10, window: 0), breaks: fifo(11, window: 1)),
    Limit(
      "aws_lambda_function_url", .argumentLimits, "cors.allow_headers",
      fits: ["cors": .blocks([["allow_headers": [.text(Text(letters(1_024)))]]])],
      breaks: ["cors": .blocks([["allow_headers": [.text(Text(letters(1_025)))]]])]),
    Limit(
      "aws_cloudwatch_metric_alarm", .alarmEvaluationLimits, "CloudWatch accepts 10", fits: alarm(metrics: 10),
      breaks: alarm(metrics: 11)),
    Limit(
      "aws_cloudwatch_composite_alarm", .argumentConflicts, "an extension period",
      fits: ["actions_suppressor": .blocks([["alarm": "a", "wait_period": 60, "extension_period": 60]])],
      breaks: ["actions_suppressor": .blocks([["alarm": "a", "wait_period": 60]])]),
    Limit(
      "aws_cloudwatch_dashboard", .argumentConflicts, "24 columns",
      fits: ["dashboard_body": #"{"widgets": [{"x": 12, "width": 12}]}"#],
      breaks: ["dashboard_body": #"{"widgets": [{"x": 13, "width": 12}]}"#]),
    Limit(
      "aws_cloudwatch_dashboard", .argumentLimits, "dashboard_body.widgets.type",
      fits: ["dashboard_body": #"{"widgets": [{"type": "metric"}]}"#],
      breaks: ["dashboard_body": #"{"widgets": [{"type": "metrics"}]}"#]),
    Limit(
      "aws_cloudwatch_event_rule", .argumentConflicts, "4,096 characters",
      fits: ["event_pattern": .json(["source": [.text(Text(letters(4_081)))]])],
      breaks: ["event_pattern": .json(["source": [.text(Text(letters(4_082)))]])]),
  ])
  private func limitIsWhereAWSHasIt(_ limit: Limit) {
    #expect(messages(limit, limit.fits).filter { $0.contains(limit.words) } == [])
    #expect(messages(limit, limit.breaks).filter { $0.contains(limit.words) }.count == 1)
  }

  private func messages(_ limit: Limit, _ arguments: Block) -> [String] {
    var stack = StackBuilder()
    stack.add(RawResource(limit.type, "limited", arguments))
    let rules = Policy.standardRules.filter { $0.description.id == limit.rule }
    return rules.flatMap { $0.init().findings(in: DeclaredStack(stack)) }.map(\.message)
  }
}

private struct Limit: Sendable, CustomTestStringConvertible {
  let type: String
  let rule: RuleID
  /// What the finding says, and no other of the rule about the resource.
  let words: String
  let fits: Block
  let breaks: Block

  init(_ type: String, _ rule: RuleID, _ words: String, fits: Block, breaks: Block) {
    self.type = type
    self.rule = rule
    self.words = words
    self.fits = fits
    self.breaks = breaks
  }

  var testDescription: String { "\(type): \(words)" }
}

private func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

private func fifo(_ size: Int, window: Int) -> Block {
  [
    "event_source_arn": "arn:aws:sqs:us-east-1:123456789012:jobs.fifo", "batch_size": .integer(size),
    "maximum_batching_window_in_seconds": .integer(window),
  ]
}

private func alarm(metrics: Int) -> Block {
  let queries = (1...metrics).map { number -> Block in
    ["id": .text(Text("m\(number)")), "return_data": .bool(number == 1), "metric": .blocks([["period": 60]])]
  }
  return ["threshold": 0, "evaluation_periods": 1, "metric_query": .blocks(queries)]
}
