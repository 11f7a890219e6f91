"""S3: who gets at a bucket, and what happens to what is in it."""

from __future__ import annotations

from .reader import first, parsed


def public_access(v, reader):
    found = reader.client("s3").get_public_access_block(Bucket=v["bucket"])["PublicAccessBlockConfiguration"]
    for ours, theirs in {
        "block_public_acls": "BlockPublicAcls",
        "block_public_policy": "BlockPublicPolicy",
        "ignore_public_acls": "IgnorePublicAcls",
        "restrict_public_buckets": "RestrictPublicBuckets",
    }.items():
        yield ours, v[ours], found[theirs]


def policy(v, reader):
    found = reader.client("s3").get_bucket_policy(Bucket=v["bucket"])
    yield "policy", parsed(v["policy"]), parsed(found["Policy"])


def encryption(v, reader):
    found = reader.client("s3").get_bucket_encryption(Bucket=v["bucket"])["ServerSideEncryptionConfiguration"]["Rules"]
    declared = first(first(v["rule"])["apply_server_side_encryption_by_default"])
    yield (
        "sse_algorithm",
        declared["sse_algorithm"],
        found[0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"],
    )


def versioning(v, reader):
    found = reader.client("s3").get_bucket_versioning(Bucket=v["bucket"])
    yield "status", first(v["versioning_configuration"])["status"], found.get("Status", "Disabled")


def lifecycle(v, reader):
    found = reader.client("s3").get_bucket_lifecycle_configuration(Bucket=v["bucket"])["Rules"]
    yield "rules", sorted((r["id"], r["status"]) for r in v["rule"]), sorted((r["ID"], r["Status"]) for r in found)


def notification(v, reader):
    found = reader.client("s3").get_bucket_notification_configuration(Bucket=v["bucket"])
    yield (
        "lambda_function",
        sorted((f["lambda_function_arn"], sorted(f["events"])) for f in v["lambda_function"]),
        sorted((f["LambdaFunctionArn"], sorted(f["Events"])) for f in found.get("LambdaFunctionConfigurations", [])),
    )


CHECKS = {
    "aws_s3_bucket_public_access_block": public_access,
    "aws_s3_bucket_policy": policy,
    "aws_s3_bucket_server_side_encryption_configuration": encryption,
    "aws_s3_bucket_versioning": versioning,
    "aws_s3_bucket_lifecycle_configuration": lifecycle,
    "aws_s3_bucket_notification": notification,
}
