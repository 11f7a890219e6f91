import InfraModel

/// The arguments that name another resource of the configuration rather than to have its ARN, by type.
///
/// Where a plan knows the name it does not say whose it is, and a state never does.
let nameArguments: [String: [String: (type: String, attribute: String)]] = declaredNameArguments.merging([
  "aws_cloudwatch_log_metric_filter": ["log_group_name": ("aws_cloudwatch_log_group", "name")],
  "aws_s3_bucket_lifecycle_configuration": ["bucket": bucket],
  "aws_s3_bucket_notification": ["bucket": bucket],
  "aws_s3_bucket_policy": ["bucket": bucket],
  "aws_s3_bucket_public_access_block": ["bucket": bucket],
  "aws_s3_bucket_server_side_encryption_configuration": ["bucket": bucket],
  "aws_s3_bucket_versioning": ["bucket": bucket],
]) { declared, _ in declared }

private let declaredNameArguments = ResourceCatalog.aws.facts.mapValues { facts in
  facts.namesOf.mapValues { (type: $0, attribute: nameAttribute(of: $0)) }
}

/// The arguments that hold a name in whatever type they are.
let argumentsOfNames: Set = ["bucket", "event_bus_name", "function_name", "log_group_name", "rule"]

/// The attribute by which a type goes where it goes by its name.
func nameAttribute(of type: String) -> String {
  switch type {
  case "aws_s3_bucket": "bucket"
  default: ResourceCatalog.aws.facts[type]?.nameAttribute ?? "name"
  }
}

private let bucket = ("aws_s3_bucket", "bucket")
