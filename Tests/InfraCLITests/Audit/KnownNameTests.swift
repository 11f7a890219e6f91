import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// A plan knows many names already, and a state knows all. Whose they are has to be found all the same, or the rules that
/// follow them have nothing to say.
@Suite struct KnownNameTests {
  private let resources = [
    ("aws_cloudwatch_event_rule", "orders", #"{"name": "orders", "schedule_expression": "rate(5 minutes)"}"#),
    (
      "aws_lambda_function", "ingest",
      #"{"function_name": "ingest", "role": "arn:aws:iam::1:role/x", "runtime": "nodejs20.x", "handler": "a.b", "filename": "a.zip", "arn": "arn:aws:lambda:eu-west-1:123456789012:function:ingest"}"#
    ),
    (
      "aws_cloudwatch_event_target", "ingest",
      #"{"rule": "orders", "target_id": "x", "arn": "arn:aws:lambda:eu-west-1:123456789012:function:ingest"}"#
    ),
  ]

  @Test func nameLeadsToTheOnlyResourceThatHasIt() throws {
    #expect(
      try findings("eventbridge-target-permission", plan(resources: resources)) == [
        "aws_cloudwatch_event_target.ingest"
      ])
    let permission =
      #"{"statement_id": "x", "action": "lambda:InvokeFunction", "function_name": "ingest", "principal": "events.amazonaws.com"}"#
    let permitted = resources + [("aws_lambda_permission", "x", permission)]
    #expect(try findings("eventbridge-target-permission", plan(resources: permitted)).isEmpty)
  }

  /// Two rules of one name, on different buses: which is meant nobody can tell by the name alone.
  @Test func nameOfTwoLeadsToNone() throws {
    let twice = resources + [("aws_cloudwatch_event_rule", "other", #"{"name": "orders", "event_pattern": "{}"}"#)]
    #expect(try findings("eventbridge-target-permission", plan(resources: twice)).isEmpty)
    // Unless the configuration says so.
    let references =
      #"{"rule": {"references": ["aws_cloudwatch_event_rule.orders.name", "aws_cloudwatch_event_rule.orders"]}, "target_id": {}, "arn": {}}"#
    let configuration =
      #"{"resources": [{"mode": "managed", "type": "aws_cloudwatch_event_target", "name": "ingest", "expressions": \#(references)}]}"#
    let text = plan(resources: twice).dropLast() + #", "configuration": {"root_module": \#(configuration)}}"#
    #expect(try findings("eventbridge-target-permission", String(text)) == ["aws_cloudwatch_event_target.ingest"])
  }

  /// A runtime that no stack of ours may have any more is no reason to know nothing of the function.
  @Test func functionOfAnyRuntimeIsRead() throws {
    #expect(try findings("lambda-error-alarm", plan(resources: resources)) == ["aws_lambda_function.ingest"])
  }

  @Test(arguments: [("aws_sqs_queue", "fifo_queue"), ("aws_sns_topic", "fifo_topic")])
  func nameOfWhatKeepsTheOrderEndsInFIFO(_ type: String, _ argument: String) throws {
    func named(_ name: String, _ isFIFO: Bool) throws -> [String] {
      try findings(
        "valid-name", plan(resources: [(type, "x", #"{"name": "\#(name)", "\#(argument)": \#(isFIFO)}"#)]))
    }
    #expect(try named("orders.fifo", true).isEmpty)
    #expect(try named("orders.fifo", false) == ["\(type).x"])
    #expect(try named("or.ders.fifo", true) == ["\(type).x"])
  }

  /// What an alarm watches is known only after apply, and the plan does not say of what it is made.
  @Test func alarmOnNobodyKnowsWhatLeavesTheRuleInDoubt() throws {
    let alarm =
      #"{"namespace": "AWS/Lambda", "metric_name": "Errors", "statistic": "Sum", "period": 60, "evaluation_periods": 1, "comparison_operator": "GreaterThanThreshold", "threshold": 0, "dimensions": {}}"#
    let text = plan(resources: resources + [("aws_cloudwatch_metric_alarm", "errors", alarm)])
    let unknown = text.replacingOccurrences(
      of: #""dimensions": {}}, "after_unknown": {}"#,
      with: #""dimensions": {}}, "after_unknown": {"dimensions": {"FunctionName": true}}"#)
    #expect(unknown != text)
    #expect(try findings("lambda-error-alarm", text) == ["aws_lambda_function.ingest"])
    #expect(try findings("lambda-error-alarm", unknown).isEmpty)
    let report = try JSON(
      reading: Array(audit(unknown, ["--format", "json", "--rules", "lambda-error-alarm"]).output.utf8))
    let result = report["results"]?.array?.first { $0["rule"]?.string == "lambda-error-alarm" }
    #expect(result?["state"]?.string == "unknown")
    let reason = result?["unknowns"]?.array?.first?["reason"]?.string
    #expect(reason?.contains("'aws_cloudwatch_metric_alarm.errors' may match") == true)
    // Coverage says the same.
    let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(unknown.utf8).write(to: file)
    let table = program().run(["coverage", "--format", "json", file.path]).output
    let rows = try JSON(reading: Array(table.utf8))["resources"]?.array
    #expect(
      rows?.first { $0["address"]?.string == "aws_lambda_function.ingest" }?["watches"]?["error alarm"]?.string
        == "unknown")
  }

  /// Texts that hold each other twice would be as long as two to the power of their number.
  @Test func textsThatDoubleEndSomewhere() throws {
    var topics: [String] = []
    var blocks: [String] = []
    for number in 0..<60 {
      let name = #""${aws_sns_topic.t\#(number + 1).name}${aws_sns_topic.t\#(number + 1).name}""#
      topics.append(
        #"{"address": "aws_sns_topic.t\#(number)", "mode": "managed", "type": "aws_sns_topic", "name": "t\#(number)", "change": {"actions": ["create"], "after": {}, "after_unknown": {"name": true}}}"#
      )
      blocks.append(
        #"{"mode": "managed", "type": "aws_sns_topic", "name": "t\#(number)", "expressions": {"name": {"constant_value": \#(name)}}}"#
      )
    }
    let text =
      #"{"format_version": "1.2", "resource_changes": [\#(topics.joined(separator: ","))], "configuration": {"root_module": {"resources": [\#(blocks.joined(separator: ","))]}}}"#
    #expect([ExitCode.success, .findings].contains(try audit(text).code))
  }

  private func findings(_ rule: String, _ plan: String) throws -> [String] {
    let report = try JSON(reading: Array(audit(plan, ["--format", "json", "--rules", rule]).output.utf8))
    return (report["findings"]?.array ?? []).compactMap { $0["address"]?.string }
  }
}
