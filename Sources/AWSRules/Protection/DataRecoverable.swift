import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let dataRecoverable: RuleID = "data-recoverable"
}

struct DataRecoverable: Rule {
  static let description = RuleDescription(
    id: .dataRecoverable,
    title: "The data of every resource in production can be restored",
    rationale: """
      A migration that goes wrong overwrites rows that no replica has, because replicas have the same rows. Only automated \
      backups and point-in-time recovery bring them back, and a last snapshot what was deleted with its database.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
    ],
    severity: .warning,
    subjects: [RawResource.self, Table.self],
    good: [
      Example("A database with a week of backups and a last snapshot") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "backup_retention_period": 7, "final_snapshot_identifier": "orders-last",
            ]))
      },
      Example("A replica, whose source has the backups") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "reports",
            ["identifier": "reports", "instance_class": "db.t4g.medium", "replicate_source_db": "orders"]))
      },
    ],
    bad: [
      Counterexample("A database without automated backups") { stack in
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
      Counterexample("A cluster that is deleted without a last snapshot") { stack in
        let orders = stack.add(
          RawResource(
            "aws_rds_cluster", "orders",
            [
              "cluster_identifier": "orders", "engine": "aurora-postgresql", "master_username": "shop",
              "manage_master_user_password": true, "skip_final_snapshot": true,
            ]))
        return [orders.address]
      },
      Counterexample("A table without point-in-time recovery") { stack in
        let items = stack.add(
          RawResource(
            "aws_dynamodb_table", "items",
            [
              "name": "items", "billing_mode": "PAY_PER_REQUEST", "hash_key": "id",
              "attribute": .blocks([["name": "id", "type": "S"]]),
            ]))
        return [items.address]
      },
      Counterexample("A secret that is deleted at once") { stack in
        let key = stack.add(
          RawResource("aws_secretsmanager_secret", "key", ["name": "shop/key", "recovery_window_in_days": 0]))
        return [key.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation { evaluate(.recovery, in: stack) }
}
