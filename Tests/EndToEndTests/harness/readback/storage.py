"""DynamoDB tables and S3 buckets."""

from __future__ import annotations


def table(v, reader):
    dynamodb = reader.client("dynamodb", v["arn"])
    found = dynamodb.describe_table(TableName=v["name"])["Table"]
    keys = {k["KeyType"]: k["AttributeName"] for k in found["KeySchema"]}
    yield "hash_key", v["hash_key"], keys["HASH"]
    yield "range_key", v["range_key"] or "", keys.get("RANGE", "")
    yield "billing_mode", v["billing_mode"], found.get("BillingModeSummary", {}).get("BillingMode", "PROVISIONED")
    yield (
        "indexes",
        sorted(i["name"] for i in v["global_secondary_index"]),
        sorted(i["IndexName"] for i in found.get("GlobalSecondaryIndexes", [])),
    )
    yield "stream", v["stream_enabled"] or False, found.get("StreamSpecification", {}).get("StreamEnabled", False)
    backups = dynamodb.describe_continuous_backups(TableName=v["name"])["ContinuousBackupsDescription"]
    yield (
        "point_in_time_recovery",
        any(p["enabled"] for p in v["point_in_time_recovery"]),
        (backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"),
    )


def bucket(v, reader):
    buckets = reader.client("s3").list_buckets()["Buckets"]
    yield "bucket", True, v["bucket"] in [b["Name"] for b in buckets]


CHECKS = {"aws_dynamodb_table": table, "aws_s3_bucket": bucket}
