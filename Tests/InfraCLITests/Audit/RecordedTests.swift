import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// More configurations in HCL, each finding of which has been looked at and is true.
@Suite struct RecordedTests {
  /// A function, an API, a topic and alarms, each by a module as the registry has them: `count` for everything, policy
  /// documents with `dynamic`, `compact`, `flatten` and `format`, alarms by `for_each`.
  @Test func modulesOfTheRegistryHaveNoFalseFinding() throws {
    let report = try audit("front/plan.json")
    #expect(
      findings(report) == [
        // Its statement lets CloudWatch in without a word of whose alarms.
        "error cross-service-confused-deputy module.alerts.aws_sns_topic_policy.this[0]",
        // There is no dashboard at all.
        #"note alarm-on-dashboard module.alarms.aws_cloudwatch_metric_alarm.this["bill"]"#,
        // The stage leaves `xray_tracing_enabled` out, and the function behind it is traced.
        "warning request-path-traced module.api.aws_api_gateway_stage.this",
        // The bill that is watched is that of everything, which X-Ray's gets lost in.
        "warning xray-billing-alarm module.lambda.aws_lambda_function.this[0]",
      ])
    #expect(report["plans"]?.array?.first?["unread"]?.array?.count == 0)
  }

  /// `provider "aws" {}`: only the environment knows, so whether a bill can be read there nobody can tell.
  @Test func whatDependsOnTheRegionIsUnknownWithoutOne() throws {
    let report = try audit("front/plan.json")
    let withoutRegion = report["plans"]?.array?.first?["withoutRegion"]?.array ?? []
    #expect(withoutRegion.count == report["plans"]?.array?.first?["resources"]?.integer)
    #expect(state(of: "billing-alarm-region", in: report) == "unknown")
    #expect(state(of: "alarm-topic-in-region", in: report) == "unknown")
    // Its alarms are in the same place as the function, wherever that is.
    #expect(state(of: "lambda-error-alarm", in: report) == "pass")
  }

  /// Every value of a state is known, the resource's own ARN included, and none of it says who wrote it.
  @Test func stateIsExaminedAsAPlanIs() throws {
    let report = try audit("media/state.json")
    #expect(report["plans"]?.array?.first?["kind"]?.string == "state")
    #expect(
      findings(report) == [
        "error topic-has-subscriber aws_sns_topic.alerts",
        "note alarm-on-dashboard aws_cloudwatch_metric_alarm.waiting",
        // It has provisioned capacity, and neither protection nor backups.
        "warning data-recoverable aws_dynamodb_table.items",
        "warning deletion-protection aws_dynamodb_table.items",
        "warning resource-alarmed aws_dynamodb_table.items",
      ])
    // Regions come from ARNs.
    #expect(state(of: "alarm-topic-in-region", in: report) == "pass")
  }

  /// Damaged as it may be: what refers to itself in a circle comes to nothing.
  @Test func referencesInACircleComeToNothing() throws {
    let queue = #"{"name": "a", "arn": "arn:aws:sqs:eu-west-1:1:a", "url": "arn:aws:sqs:eu-west-1:1:b"}"#
    let other = #"{"name": "b", "arn": "arn:aws:sqs:eu-west-1:1:b", "url": "arn:aws:sqs:eu-west-1:1:a"}"#
    let text = plan(resources: [("aws_sqs_queue", "a", queue), ("aws_sqs_queue", "b", other)])
    let outcome = try InfraCLITests.audit(text)
    #expect([ExitCode.success, .findings].contains(outcome.code))
    var stack = StackBuilder()
    let (first, second) = (Address(type: "aws_x", name: "a"), Address(type: "aws_x", name: "b"))
    for (name, target) in [("a", second), ("b", first)] {
      let value = Text(Reference(address: target, attribute: "y", stack: stack.identity))
      stack.add(RawResource("aws_x", name, ["y": .text(value)]))
    }
    let circle = Text(Reference(address: first, attribute: "y", stack: stack.identity))
    #expect(DeclaredStack(stack).resolved(circle) == nil)
  }

  private func findings(_ report: JSON) -> [String] {
    (report["findings"]?.array ?? []).map { finding in
      ["severity", "rule", "address"].map { finding[$0]?.string ?? "" }.joined(separator: " ")
    }.sorted()
  }

  private func state(of rule: String, in report: JSON) -> String? {
    report["results"]?.array?.first { $0["rule"]?.string == rule }?["state"]?.string
  }

  private func audit(_ path: String) throws -> JSON {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans/\(path)")
    let outcome = program(rules: Policy.standardRules).run(["audit", "--format", "json", file.path])
    return try JSON(reading: Array(outcome.output.utf8))
  }
}
