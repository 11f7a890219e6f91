import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What Terraform manages is neither destroyed nor made anew without a word.
@Suite struct SuccessionTests {
  @Test func renamedResourceStopsSynthWithTheLineToAdd() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("night-alerts")) }
      let before = try contents(of: folder)
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("bells")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'aws_sns_topic.night_alerts' is gone, and 'aws_sns_topic.bells' is like it"))
      #expect(refused.log.contains(#"fix    add `.renamed(from: "night-alerts")` to 'bells'"#))
      #expect(refused.log.contains("SuccessionTests.swift:"))
      #expect(try contents(of: folder) == before)
      let moved = run(["synth", "--out", folder]) { $0.add(Topic("bells").renamed(from: "night-alerts")) }
      #expect(moved.code == .success, "\(moved.log)")
      let file = try #require(try contents(of: folder)["changing/prod/main.tf.json"])
      let text = String(decoding: file, as: UTF8.self)
      #expect(text.contains(#""from": "aws_sns_topic.night_alerts""#))
      #expect(text.contains(#""name": "changing-prod-night-alerts""#))
    }
  }

  @Test func severalThingsRenamedAtOnceAreEachToldFromTheOthers() throws {
    @Sendable func queue(_ name: String, delay: Value) -> RawResource {
      RawResource("aws_sqs_queue", name, ["delay_seconds": delay])
    }
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        stack.add(queue("first", delay: 1))
        stack.add(queue("second", delay: 2))
      }
      let refused = run(["synth", "--out", folder]) { stack in
        stack.add(queue("third", delay: 2))
        stack.add(queue("fourth", delay: 1))
        stack.add(queue("fifth", delay: 1))
      }
      #expect(refused.log.contains("'aws_sqs_queue.first' is gone, and 'aws_sqs_queue.fourth' is like it"))
      #expect(refused.log.contains("'aws_sqs_queue.second' is gone, and 'aws_sqs_queue.third' is like it"))
    }
  }

  @Test func resourceInAComponentIsMovedByAStatement() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Queue("jobs", named: "jobs", retention: .seconds(60))) }
      let refused = run(["synth", "--out", folder]) { $0.add(Line()) }
      #expect(
        refused.log.contains(
          #"StateChange.moved(from: Address(type: "aws_sqs_queue", name: "jobs"), to: Address(type: "aws_sqs_queue", name: "line"))"#
        ))
      let moved = run(["synth", "--out", folder]) { stack in
        stack.add(Line())
        stack.add(
          StateChange.moved(
            from: Address(type: "aws_sqs_queue", name: "jobs"), to: Address(type: "aws_sqs_queue", name: "line")))
      }
      #expect(moved.code == .success, "\(moved.log)")
    }
  }

  @Test(arguments: [
    ("aws_dynamodb_table", "items"), ("aws_s3_bucket", "objects"), ("aws_cloudwatch_log_group", "events"),
    ("aws_sqs_queue", "messages"),
  ])
  func dataIsDestroyedOnlyWithAWord(_ type: String, _ content: String) throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(RawResource(type, "data", ["tags": ["a": "b"]]))
      }
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'\(type).data' is gone") && refused.log.contains("with its \(content)"))
      let line = #"stack.allowDestruction(of: Address(type: "\#(type)", name: "data"), because: "…")"#
      #expect(refused.log.contains(line))
      let left = run(["diff", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(StateChange.removed(Address(type: type, name: "data")))
      }
      #expect(left.code == .differences)
      let allowed = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.allowDestruction(of: Address(type: type, name: "data"), because: "it is empty")
      }
      #expect(allowed.code == .success, "\(allowed.log)")
    }
  }

  @Test func removedFromTerraformAloneNeedsNoWord() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(RawResource("aws_s3_bucket", "data", [:])) }
      let left = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(StateChange.removed(Address(type: "aws_s3_bucket", name: "data")))
      }
      #expect(left.code == .success, "\(left.log)")
    }
  }

  @Test func anotherPhysicalNameDestroysToo() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Queue("jobs", retention: .seconds(60))) }
      let refused = run(["synth", "--out", folder]) { $0.add(Queue("jobs", named: "work", retention: .seconds(60))) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("is called 'work' now and was 'changing-prod-jobs'"))
    }
  }

  @Test func topicHoldsSomethingOnceSomebodyIsSubscribed() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        let topic = stack.add(Topic("alerts"))
        stack.add(TopicSubscription("on-call", to: topic.arn, .email("on-call@example.com")))
        stack.add(Topic("idle"))
        stack.add(Queue("jobs", retention: .seconds(60)))
      }
      let refused = run(["synth", "--out", folder]) { $0.add(Queue("jobs", retention: .seconds(60))) }
      #expect(refused.log.contains("'aws_sns_topic.alerts' is gone"))
      #expect(!refused.log.contains("'aws_sns_topic.idle'"))
    }
  }

  /// The ledger remembers what a configuration that somebody has removed does not say any more.
  @Test func removingTheConfigurationDoesNotForgetTheTable() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }
      try FileManager.default.removeItem(atPath: "\(folder)/changing/prod/main.tf.json")
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.log.contains("'aws_dynamodb_table.data' is gone"))
    }
  }
}

private struct Line: Component {
  func declare(in stack: inout StackBuilder) {
    stack.add(Queue("line", named: "jobs", retention: .seconds(60)))
  }
}
