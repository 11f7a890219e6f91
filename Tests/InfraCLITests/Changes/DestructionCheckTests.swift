import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What Terraform manages is neither destroyed nor made anew without a word.
@Suite struct DestructionCheckTests {
  @Test func renamedResourceStopsSynthWithTheLineToAdd() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("night-alerts")) }
      let before = try contents(of: folder)
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("bells")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'aws_sns_topic.night_alerts' was removed, and 'aws_sns_topic.bells' differs only"))
      #expect(refused.log.contains(#"fix    add `.renamed(from: "night-alerts")` to 'bells'"#))
      #expect(refused.log.contains("DestructionCheckTests.swift:"))
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
      #expect(refused.log.contains("'aws_sqs_queue.first' was removed, and 'aws_sqs_queue.fourth' differs only"))
      #expect(refused.log.contains("'aws_sqs_queue.second' was removed, and 'aws_sqs_queue.third' differs only"))
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

  /// Of each type: what it is, and what it holds that AWS does not give back.
  @Test(arguments: [
    "aws_backup_vault": "recovery points", "aws_codecommit_repository": "commits", "aws_cognito_user_pool": "users",
    "aws_db_instance": "databases", "aws_docdb_cluster": "databases", "aws_docdbelastic_cluster": "databases",
    "aws_ebs_volume": "data", "aws_ecr_repository": "images", "aws_ecrpublic_repository": "images",
    "aws_efs_file_system": "files", "aws_elasticache_replication_group": "keys", "aws_elasticsearch_domain": "indexes",
    "aws_fsx_lustre_file_system": "files", "aws_fsx_ontap_file_system": "files", "aws_fsx_ontap_volume": "files",
    "aws_fsx_openzfs_file_system": "files", "aws_fsx_openzfs_volume": "files", "aws_fsx_windows_file_system": "files",
    "aws_glacier_vault": "archives", "aws_iot_certificate": "private key", "aws_keyspaces_table": "rows",
    "aws_kinesis_stream": "records", "aws_kms_external_key": "encrypted data", "aws_kms_key": "encrypted data",
    "aws_memorydb_cluster": "keys", "aws_mq_broker": "messages", "aws_msk_cluster": "messages",
    "aws_neptune_cluster": "graphs", "aws_opensearch_domain": "indexes", "aws_qldb_ledger": "documents",
    "aws_rds_cluster": "databases", "aws_redshift_cluster": "databases",
    "aws_redshiftserverless_namespace": "databases", "aws_route53_zone": "records",
    "aws_secretsmanager_secret": "versions", "aws_ssm_parameter": "value",
    "aws_timestreaminfluxdb_db_instance": "buckets",
    "aws_timestreamwrite_database": "tables", "aws_timestreamwrite_table": "records",
  ])
  func removalOfDataWithoutAModelStopsSynth(_ type: String, _ content: String) throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(RawResource(type, "production", ["tags": ["a": "b"]]))
      }
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'\(type).production' was removed"), "\(refused.log)")
      #expect(refused.log.contains("with its \(content)"), "\(refused.log)")
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
      #expect(refused.log.contains("'\(type).data' was removed") && refused.log.contains("with its \(content)"))
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

  @Test("An instance is destroyed only where the stack says so", arguments: InstanceChange.allCases)
  func instancesAreKept(_ change: InstanceChange) throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { change.before(&$0) }
      let after = run(["synth", "--out", folder]) { change.after(&$0) }
      if let lost = change.lost {
        #expect(after.code == .findings)
        #expect(after.log.contains("no instance '\(lost)' any more"), "\(after.log)")
      } else {
        #expect(after.code == .success, "\(after.log)")
      }
    }
  }

  /// A change of the instances of a queue.
  enum InstanceChange: String, CaseIterable, Sendable {
    case one, fewer, fewerMoved, fewerByNumber, countFromOne, more, again

    private static func add(_ keys: [String], to stack: inout StackBuilder) {
      stack.add(forEach: .set(keys)) { _ in RawResource("aws_sqs_queue", "jobs") }
    }

    func before(_ stack: inout StackBuilder) {
      switch self {
      case .one, .countFromOne: stack.add(RawResource("aws_sqs_queue", "jobs"))
      case .fewerByNumber: stack.add(count: 2) { _ in RawResource("aws_sqs_queue", "jobs") }
      case .again, .fewer, .fewerMoved: Self.add(["a ${x}", "b"], to: &stack)
      case .more: Self.add(["a"], to: &stack)
      }
    }

    func after(_ stack: inout StackBuilder) {
      switch self {
      case .one, .fewer: Self.add(["b"], to: &stack)
      case .fewerByNumber, .countFromOne: stack.add(count: 1) { _ in RawResource("aws_sqs_queue", "jobs") }
      case .more: Self.add(["a", "b"], to: &stack)
      case .again: Self.add(["b", "a ${x}"], to: &stack)
      case .fewerMoved:
        let jobs = stack.add(forEach: .set(["b", "c"])) { _ in RawResource("aws_sqs_queue", "jobs") }
        stack.add(StateChange.moved(from: jobs["a ${x}"].address, to: jobs["c"].address))
      }
    }

    /// What Terraform would destroy.
    var lost: String? {
      switch self {
      case .one: "aws_sqs_queue.jobs"
      case .fewer: #"aws_sqs_queue.jobs["a $${x}"]"#
      case .fewerByNumber: "aws_sqs_queue.jobs[1]"
      case .fewerMoved, .countFromOne, .more, .again: nil
      }
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
      #expect(refused.log.contains("is renamed from 'changing-prod-jobs' to 'work'"))
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
      #expect(refused.log.contains("'aws_sns_topic.alerts' was removed"))
      #expect(!refused.log.contains("'aws_sns_topic.idle'"))
    }
  }

  @Test func renamedTwiceIsNamedAsAtFirst() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Topic("night-alerts")) }
      _ = run(["synth", "--out", folder]) { $0.add(Topic("bells").renamed(from: "night-alerts")) }
      // Who forgets the first name gives AWS another one.
      let forgotten = run(["synth", "--out", folder]) { $0.add(Topic("chimes").renamed(from: "bells")) }
      #expect(forgotten.code == .findings)
      #expect(forgotten.log.contains("is renamed from 'changing-prod-night-alerts' to 'changing-prod-bells'"))
      // Who forgets the second is told of both.
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("chimes").renamed(from: "night-alerts")) }
      #expect(refused.code == .findings)
      let line = #".renamed(from: "bells").renamed(from: "night-alerts")"#
      #expect(refused.log.contains("add `\(line)` to 'chimes'"), "\(refused.log)")
      let moved = run(["synth", "--out", folder]) {
        $0.add(Topic("chimes").renamed(from: "bells").renamed(from: "night-alerts"))
      }
      #expect(moved.code == .success, "\(moved.log)")
      let text = String(decoding: try #require(try contents(of: folder)["changing/prod/main.tf.json"]), as: UTF8.self)
      for (old, new) in [("night_alerts", "bells"), ("bells", "chimes")] {
        #expect(text.contains(#""from": "aws_sns_topic.\#(old)""#) && text.contains(#""to": "aws_sns_topic.\#(new)""#))
      }
      #expect(text.contains(#""name": "changing-prod-night-alerts""#))
    }
  }

  @Test func renameFromANameThatNeverWasIsRefused() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("jobs", retention: .seconds(60)))
      }
      let refused = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("bells").renamed(from: "alrets"))
        stack.add(Queue("work", retention: .seconds(60)).renamed(from: "job"))
      }
      #expect(refused.code == .findings)
      let cause =
        "'aws_sns_topic.alerts' was removed, and 'aws_sns_topic.bells' is renamed from 'aws_sns_topic.alrets'"
      #expect(refused.log.contains(cause), "\(refused.log)")
      #expect(refused.log.contains(#"write `.renamed(from: "alerts")`"#))
      #expect(refused.log.contains(#"write `.renamed(from: "jobs")`"#))
    }
  }

  /// An environment that has never heard of the old name gets the new one.
  @Test func renameIsAppliedWhereThereWasNothing() throws {
    try withFolder { folder in
      let first = run(["synth", "--out", folder]) { $0.add(Topic("bells").renamed(from: "alerts")) }
      #expect(first.code == .success, "\(first.log)")
      let again = run(["synth", "--out", folder]) { stack in
        stack.add(Topic("bells").renamed(from: "alerts"))
        stack.add(Topic("chimes").renamed(from: "whistles"))
      }
      #expect(again.code == .success, "\(again.log)")
    }
  }

  /// An older out/ that was checked out knows another past, and is as good as the present one.
  @Test func olderOutIsTheTruthOnceItIsCheckedOut() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }
      let older = try contents(of: folder)
      let moved = run(["synth", "--out", folder]) {
        $0.add(RawResource("aws_dynamodb_table", "items", [:]).renamed(from: "data"))
      }
      #expect(moved.code == .success, "\(moved.log)")
      let newer = try contents(of: folder)
      try write(older, to: folder)
      let forgotten = run(["synth", "--out", folder]) { $0.add(RawResource("aws_dynamodb_table", "items", [:])) }
      #expect(forgotten.log.contains(#"add `.renamed(from: "data")` to 'items'"#), "\(forgotten.log)")
      let again = run(["synth", "--out", folder]) {
        $0.add(RawResource("aws_dynamodb_table", "items", [:]).renamed(from: "data"))
      }
      #expect(again.code == .success, "\(again.log)")
      #expect(try contents(of: folder) == newer)
    }
  }

  @Test func renameInOneEnvironmentIsItsOwnAffair() throws {
    try withFolder { folder in
      func run(_ declare: @escaping @Sendable (inout StackBuilder) -> Void) -> Outcome {
        Staged.$declared.withValue(declare) {
          Program(stacks: [Staged.self], rules: [], today: "2026-11-21", workingDirectory: "/")
            .run(["synth", "--out", folder])
        }
      }
      _ = run { $0.add(Queue("jobs", retention: .seconds(60))) }
      let before = try contents(of: folder).filter { $0.key.hasPrefix("staged/prod/") }
      let outcome = run { stack in
        if stack.isProduction {
          stack.add(Queue("jobs", retention: .seconds(60)))
        } else {
          stack.add(Queue("work", retention: .seconds(60)).renamed(from: "jobs"))
        }
      }
      #expect(outcome.code == .success, "\(outcome.log)")
      let after = try contents(of: folder)
      #expect(after.filter { $0.key.hasPrefix("staged/prod/") } == before)
      let dev = String(decoding: try #require(after["staged/dev/main.tf.json"]), as: UTF8.self)
      #expect(dev.contains(#""from": "aws_sqs_queue.jobs""#) && dev.contains(#""name": "staged-dev-jobs""#))
    }
  }

  @Test func renamedWithAnotherTypeIsTwoThings() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(Queue("jobs", retention: .seconds(60))) }
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("work").renamed(from: "jobs")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'aws_sqs_queue.jobs' was removed, and Terraform would destroy the queue"))
    }
  }

  /// Of a merge that has left its marks in both files, and of a folder that somebody removed, git still knows.
  @Test(arguments: [true, false]) func gitRemembersWhatOutDoesNot(_ isMerge: Bool) throws {
    try withFolder { folder in
      let out = "\(folder)/out"
      _ = run(["synth", "--out", out]) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }
      try git(["init", "-q"], in: folder)
      try git(["add", "."], in: folder)
      try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
      let files = ["infra-gen.json", "main.tf.json"].map { "\(out)/changing/prod/\($0)" }
      var arguments = ["synth", "--out", out]
      if isMerge {
        for file in files {
          try Data("<<<<<<< ours\n{}\n=======\n[]\n>>>>>>> theirs\n".utf8).write(to: URL(filePath: file))
        }
        #expect(run(arguments) { $0.add(Topic("alerts")) }.code == .badInput)
        for file in files { arguments += ["--overwrite", file] }
      } else {
        try FileManager.default.removeItem(atPath: out)
      }
      let refused = run(arguments) { $0.add(Topic("alerts")) }
      #expect(refused.code == .findings)
      #expect(refused.log.contains("'aws_dynamodb_table.data' was removed"), "\(refused.log)")
      #expect(run(arguments) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }.code == .success)
    }
  }

  /// What the ledger does not say any more, because of somebody's hand, the configuration does.
  @Test func ledgerThatIsShortenedByHandForgetsNothing() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }
      let path = "\(folder)/changing/prod/infra-gen.json"
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let shortened = lines.filter { !$0.contains("aws_dynamodb_table.data") }.joined(separator: "\n")
      #expect(shortened.count < lines.joined(separator: "\n").count)
      try Data(shortened.utf8).write(to: URL(filePath: path))
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.log.contains("'aws_dynamodb_table.data' was removed"), "\(refused.log)")
    }
  }

  /// The ledger remembers what a configuration that somebody has removed does not say any more.
  @Test func removingTheConfigurationDoesNotForgetTheTable() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { $0.add(RawResource("aws_dynamodb_table", "data", [:])) }
      try FileManager.default.removeItem(atPath: "\(folder)/changing/prod/main.tf.json")
      let refused = run(["synth", "--out", folder]) { $0.add(Topic("alerts")) }
      #expect(refused.log.contains("'aws_dynamodb_table.data' was removed"))
    }
  }
}

private struct Line: Component {
  func declare(in stack: inout StackBuilder) {
    stack.add(Queue("line", named: "jobs", retention: .seconds(60)))
  }
}
