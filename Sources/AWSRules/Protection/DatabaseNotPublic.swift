import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let databaseNotPublic: RuleID = "database-not-public"
}

struct DatabaseNotPublic: Rule {
  static let description = RuleDescription(
    id: .databaseNotPublic,
    title: "No database or broker in production has an address on the internet",
    rationale: """
      A public address needs one mistake in a security group to be open to every scanner, and databases are asked for \
      weak passwords all the time. Applications reach a database within its network.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
      "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html",
      "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-security-best-practices.html",
    ],
    subjects: [RawResource.self],
    good: [
      Example("A database in its network") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "publicly_accessible": false, "final_snapshot_identifier": "orders-last",
            ]))
      },
      Example("AWS gives no public address unless it is asked") { stack in
        stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "final_snapshot_identifier": "orders-last",
            ]))
      },
    ],
    bad: [
      Counterexample("A database with a public address") { stack in
        let orders = stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true,
              "publicly_accessible": true, "final_snapshot_identifier": "orders-last",
            ]))
        return [orders.address]
      },
      Counterexample("The instance of a cluster") { stack in
        let reader = stack.add(
          RawResource(
            "aws_rds_cluster_instance", "reader",
            [
              "identifier": "reader", "cluster_identifier": "orders", "engine": "aurora-postgresql",
              "instance_class": "db.t4g.medium", "publicly_accessible": true,
            ]))
        return [reader.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation { evaluate(.isolation, in: stack) }
}
