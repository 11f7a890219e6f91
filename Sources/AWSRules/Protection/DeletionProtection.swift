import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let deletionProtection: RuleID = "deletion-protection"
}

struct DeletionProtection: Rule {
  static let description = RuleDescription(
    id: .deletionProtection,
    title: "Every resource in production whose data cannot be made again is protected from deletion",
    rationale: """
      A wrong workspace, a renamed block or a click in the console deletes a database within minutes. AWS refuses to \
      delete what has deletion protection, until the protection is removed in a step of its own.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
      "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html",
    ],
    severity: .warning,
    subjects: [RawResource.self, Table.self, Bucket.self],
    good: [
      Example("A database, a table and a user pool with protection") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "deletion_protection": true, "final_snapshot_identifier": "orders-last",
            ]))
        stack.add(Table("items", partitionKey: .string("id"), deletionProtection: true))
        stack.add(RawResource("aws_cognito_user_pool", "users", ["name": "users", "deletion_protection": "ACTIVE"]))
      },
      Example("A bucket whose objects have to be removed first") { stack in
        stack.add(RawResource("aws_s3_bucket", "invoices", ["bucket": "acme-invoices"]))
      },
    ],
    bad: [
      Counterexample("A database that one call deletes") { stack in
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
      Counterexample("A table without protection") { stack in
        let items = stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
        return [items.address]
      },
      Counterexample("A user pool without protection") { stack in
        let users = stack.add(RawResource("aws_cognito_user_pool", "users", ["name": "users"]))
        return [users.address]
      },
      Counterexample("A bucket and a registry that are deleted with all that they hold") { stack in
        let invoices = stack.add(
          RawResource("aws_s3_bucket", "invoices", ["bucket": "acme-invoices", "force_destroy": true]))
        let images = stack.add(RawResource("aws_ecr_repository", "images", ["name": "images", "force_delete": true]))
        return [invoices.address, images.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation { evaluate(.deletion, in: stack) }
}
