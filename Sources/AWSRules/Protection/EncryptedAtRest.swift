import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let encryptedAtRest: RuleID = "encrypted-at-rest"
}

struct EncryptedAtRest: Rule {
  static let description = RuleDescription(
    id: .encryptedAtRest,
    title: "Every database, file system and stream in production is encrypted at rest",
    rationale: """
      A snapshot that is shared by mistake, or a disk that is not erased, is readable without encryption. Most services \
      can only encrypt a resource when they create it, so that the change later is a migration.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
      "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
      "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
    ],
    severity: .warning,
    subjects: [RawResource.self],
    good: [
      Example("An encrypted database") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "storage_encrypted": true, "final_snapshot_identifier": "orders-last",
            ]))
      },
      Example("A database that is restored from an encrypted snapshot") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "instance_class": "db.t4g.medium", "snapshot_identifier": "orders-last",
              "skip_final_snapshot": true,
            ]))
      },
    ],
    bad: [
      Counterexample("A database that is not encrypted") { stack in
        let orders = stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "final_snapshot_identifier": "orders-last",
            ]))
        return [orders.address]
      },
      Counterexample("A file system and a search domain") { stack in
        let files = stack.add(RawResource("aws_efs_file_system", "files", ["creation_token": "files"]))
        let search = stack.add(
          RawResource(
            "aws_opensearch_domain", "search",
            ["domain_name": "search", "encrypt_at_rest": .blocks([["enabled": false]])]))
        return [files.address, search.address]
      },
      Counterexample("A stream without a key") { stack in
        let clicks = stack.add(
          RawResource("aws_kinesis_stream", "clicks", ["name": "clicks", "shard_count": 1, "encryption_type": "NONE"]))
        return [clicks.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation { evaluate(.encryption, in: stack) }
}
