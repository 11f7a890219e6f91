import Foundation
import InfraModel
import TFEmit
import Testing

@testable import InfraCLI

@Suite struct DiffTests {
  @Test func nothingChangesWhereNothingDoes() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let outcome = run(["diff", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(outcome.code == .success)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func whatIsLostComesFirst() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        let alerts = stack.add(Topic("alerts"))
        let orders = stack.add(Queue("orders", retention: .seconds(60)))
        stack.add(TopicSubscription("on-call", to: alerts.arn, .email("on-call@example.com")))
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "errors",
            ["alarm_actions": .list([.text(alerts.arn.text)]), "threshold": 1]))
        stack.add(RawResource("aws_cloudwatch_metric_alarm", "slow", [:]))
        stack.add(RawResource("aws_lambda_function", "api", ["tracing_config": .blocks([["mode": "Active"]])]))
        stack.add(RawResource("aws_iam_role_policy", "api", ["policy": policy(["sqs:SendMessage", "sns:Publish"])]))
        _ = orders
      }
      let outcome = run(["diff", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("orders", retention: .seconds(120)))
        stack.add(RawResource("aws_cloudwatch_metric_alarm", "errors", ["alarm_actions": [], "threshold": 2]))
        stack.add(RawResource("aws_lambda_function", "api", ["tracing_config": .blocks([["mode": "PassThrough"]])]))
        stack.add(RawResource("aws_iam_role_policy", "api", ["policy": policy(["sqs:SendMessage"])]))
        stack.add(Topic("bells"))
      }
      #expect(outcome.code == .differences)
      let expected = """
        changing/prod: 5 lost, 1 added, 2 removed, 4 changed
          ! alarm lost: aws_cloudwatch_metric_alarm.slow is removed
          ! action lost: aws_sns_topic_subscription.on_call is removed: its topic has one subscriber fewer
          ! action lost: aws_cloudwatch_metric_alarm.errors no longer has the action ${aws_sns_topic.alerts.arn} (alarm_actions)
          ! permission lost: aws_iam_role_policy.api no longer allows sns:Publish (policy)
          ! tracing lost: aws_lambda_function.api is no longer traced (tracing_config.mode)
          + aws_sns_topic.bells
          - aws_cloudwatch_metric_alarm.slow
          - aws_sns_topic_subscription.on_call
          ~ aws_cloudwatch_metric_alarm.errors
              alarm_actions: ["${aws_sns_topic.alerts.arn}"] → []
              threshold: 1 → 2
          ~ aws_iam_role_policy.api
              policy.Statement[0].Action: ["sqs:SendMessage", "sns:Publish"] → ["sqs:SendMessage"]
          ~ aws_lambda_function.api
              tracing_config.mode: "Active" → "PassThrough"
          ~ aws_sqs_queue.orders
              message_retention_seconds: 60 → 120

        """
      #expect(outcome.output == expected)
    }
  }

  /// `versions.tf` is a file of its own for checkov's sake, and no less a part of what Terraform is told.
  @Test func versionsAreSaidFromWhichToWhich() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let outcome = run(["diff", "--out", folder]) { stack in
        stack.versions = ToolVersions(terraform: .v110, provider: .v6)
        stack.add(Topic("alerts"))
      }
      #expect(outcome.code == .differences)
      let expected = """
        changing/prod: 1 changed
          ~ terraform
              required_providers.aws.version: "~> 5.100" → "~> 6.25"
              required_version: ">= 1.6" → ">= 1.10"

        """
      #expect(outcome.output == expected)
    }
  }

  @Test func ofALongTextTheDifferenceIsSaid() throws {
    let words = "Half of what people say about the orders of the day is wrong, and the other half is late"
    func said(_ old: String, _ new: String) throws -> String {
      var output = ""
      try withFolder { folder in
        _ = run(["synth", "--out", folder]) {
          $0.add(RawResource("aws_sns_topic", "a", ["display_name": .literal(old)]))
        }
        output =
          run(["diff", "--out", folder]) {
            $0.add(RawResource("aws_sns_topic", "a", ["display_name": .literal(new)]))
          }.output
      }
      return output.split(separator: "display_name: ").last.map(String.init) ?? ""
    }
    let (wrong, right) = ("… of the day is wrong, and the other half…", "… of the day is right, and the other half…")
    #expect(try said(words, words.replacing("wrong", with: "right")) == "\"\(wrong)\" → \"\(right)\"\n")
    #expect(try said("\(words).", "\(words)!") == #""… other half is late." → "… other half is late!""# + "\n")
    // Nothing is cut off that is different.
    let long = String(repeating: "x", count: 300)
    let end = "…\(long.prefix(20))"
    #expect(try said("\(long)1", "\(long)2") == "\"\(end)1\" → \"\(end)2\"\n")
    #expect(try said("\(long)1 and", "\(long)2 and") == "\"\(end)1 and\" → \"\(end)2 and\"\n")
    #expect(try said("short", "shorter") == #""short" → "shorter""# + "\n")
  }

  @Test func dataIsSaidBeforeAllElseThatIsLost() throws {
    try withFolder { folder in
      let table = Address(type: "aws_dynamodb_table", name: "orders")
      _ = run(["synth", "--out", folder]) { stack in
        stack.add(RawResource("aws_cloudwatch_metric_alarm", "slow", [:]))
        stack.add(RawResource("aws_dynamodb_table", "orders", [:]))
        stack.add(RawResource("aws_s3_bucket", "pictures", [:]))
        stack.add(Queue("jobs", retention: .seconds(60)))
      }
      let outcome = run(["diff", "--out", folder]) { stack in
        stack.allowDestruction(of: table, because: "moved to the ledger")
        stack.add(StateChange.removed(Address(type: "aws_s3_bucket", name: "pictures")))
        stack.add(Queue("jobs", named: "work", retention: .seconds(60)))
      }
      let expected = """
        changing/prod: 3 lost, 2 removed, 1 forgotten, 2 changed
          ! data lost: aws_dynamodb_table.orders is removed, with the table and its items
          ! data lost: aws_sqs_queue.jobs gets a new name, so Terraform creates a new queue without the messages (name)
          ! alarm lost: aws_cloudwatch_metric_alarm.slow is removed
          - aws_cloudwatch_metric_alarm.slow
          - aws_dynamodb_table.orders
          < aws_s3_bucket.pictures is forgotten: Terraform no longer manages it, and destroys nothing
          ~ aws_sqs_queue.jobs
              name: "changing-prod-jobs" → "work"
          ~ terraform
              required_version: ">= 1.6" → ">= 1.10"

        """
      #expect(outcome.output == expected)
    }
  }

  @Test func ofALongListWhatIsGoneAndNewIsSaid() throws {
    let policies = (1...9).map { "arn:aws:iam::123456789012:policy/number-\($0)" }
    @Sendable func role(_ policies: [String]) -> RawResource {
      RawResource("aws_iam_role", "api", ["managed_policy_arns": .list(policies.map(Value.literal))])
    }
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(role(policies)) }
      let outcome = run(["diff", "--out", folder]) {
        $0.add(role(Array(policies.dropFirst()) + ["arn:aws:iam::aws:policy/x"]))
      }
      let (gone, new) = (policies[0], "arn:aws:iam::aws:policy/x")
      #expect(outcome.output.contains(#"managed_policy_arns: − "\#(gone)"  + "\#(new)""# + "\n"), "\(outcome.output)")
    }
  }

  @Test func scriptsGetWhatPeopleGet() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      let outcome = run(["diff", "--out", folder, "--format", "json"]) {
        $0.add(Topic("bells").renamed(from: "alerts"), with: ["display_name": "${x}"])
      }
      #expect(outcome.code == .differences)
      let stack = try #require(try JSON(reading: Array(outcome.output.utf8))["stacks"]?.array?.first)
      #expect(stack["environment"]?.string == "prod")
      let moved = JSON.object(["from": .string("aws_sns_topic.alerts"), "to": .string("aws_sns_topic.bells")])
      #expect(stack["moved"] == .array([moved]))
      let change = try #require(stack["changed"]?.array?.first)
      #expect(change["address"]?.string == "aws_sns_topic.bells")
      let argument = JSON.object(["path": .string("display_name"), "to": .string("$${x}")])
      #expect(change["arguments"] == .array([argument]))
      #expect(stack["removed"] == .array([]))
    }
  }

  @Test func revisionOfGitIsReadAsItWas() throws {
    try withFolder { folder in
      try git(["init", "-q"], in: folder)
      _ = run(["synth", "--out", "\(folder)/out"]) { $0.add(Topic("alerts")) }
      try git(["add", "."], in: folder)
      try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
      _ = run(["synth", "--out", "\(folder)/out"]) {
        $0.add(Topic("alerts"))
        $0.add(Topic("bells"))
      }
      let arguments = ["diff", "--out", "\(folder)/out"]
      let now = run(arguments) {
        $0.add(Topic("alerts"))
        $0.add(Topic("bells"))
      }
      #expect(now.code == .success)
      let then = run(arguments + ["--against", "HEAD"]) {
        $0.add(Topic("alerts"))
        $0.add(Topic("bells"))
      }
      #expect(then.output == "changing/prod: 1 added\n  + aws_sns_topic.bells\n")
      for revision in ["nonsense", "--output=x"] {
        let outcome = run(arguments + ["--against=\(revision)"]) { $0.add(Topic("alerts")) }
        #expect(outcome.code == .badInput)
        #expect(outcome.log.contains("'\(revision)'"))
      }
    }
  }
}

private func policy(_ actions: [String]) -> Value {
  let statement: Value = [
    "Effect": "Allow", "Action": .list(actions.map { .text(Text($0)) }), "Resource": "*",
  ]
  return .json(["Version": "2012-10-17", "Statement": .list([statement])])
}

/// Runs git in a folder, which has to work.
func git(_ arguments: [String], in folder: String) throws {
  let git = Process()
  git.executableURL = URL(filePath: "/usr/bin/env")
  git.arguments = ["git", "-C", folder] + arguments
  try git.run()
  git.waitUntilExit()
  #expect(git.terminationStatus == 0)
}
