"""SNS, SQS, EventBridge, EventBridge Scheduler, Step Functions."""

from __future__ import annotations

from .reader import first, parsed


def topic(v, reader):
    found = reader.client("sns", v["arn"]).get_topic_attributes(TopicArn=v["arn"])["Attributes"]
    yield "tracing_config", v["tracing_config"] or "PassThrough", found.get("TracingConfig") or "PassThrough"
    yield "kms_master_key_id", v["kms_master_key_id"] or "", found.get("KmsMasterKeyId", "")


def topic_policy(v, reader):
    found = reader.client("sns", v["arn"]).get_topic_attributes(TopicArn=v["arn"])["Attributes"]
    yield "policy", parsed(v["policy"]), parsed(found["Policy"])


def topic_subscription(v, reader):
    pages = (
        reader.client("sns", v["topic_arn"])
        .get_paginator("list_subscriptions_by_topic")
        .paginate(TopicArn=v["topic_arn"])
    )
    found = [(s["Protocol"], s["Endpoint"]) for page in pages for s in page["Subscriptions"]]
    yield "subscribed", True, (v["protocol"], v["endpoint"]) in found


def queue(v, reader):
    found = reader.client("sqs", v["arn"]).get_queue_attributes(QueueUrl=v["url"], AttributeNames=["All"])["Attributes"]
    for ours, theirs in {
        "visibility_timeout_seconds": "VisibilityTimeout",
        "delay_seconds": "DelaySeconds",
        "message_retention_seconds": "MessageRetentionPeriod",
    }.items():
        yield ours, v[ours], int(found[theirs])
    yield "redrive_policy", parsed(v["redrive_policy"]), parsed(found.get("RedrivePolicy"))
    if v["policy"]:  # otherwise it is that of an aws_sqs_queue_policy
        yield "policy", parsed(v["policy"]), parsed(found.get("Policy"))


def queue_policy(v, reader):
    sqs = reader.client("sqs")
    found = sqs.get_queue_attributes(QueueUrl=v["queue_url"], AttributeNames=["Policy"])["Attributes"]
    yield "policy", parsed(v["policy"]), parsed(found["Policy"])


def event_rule(v, reader):
    found = reader.client("events", v["arn"]).describe_rule(
        Name=v["name"], EventBusName=v["event_bus_name"] or "default"
    )
    yield "event_pattern", parsed(v["event_pattern"]), parsed(found.get("EventPattern"))
    yield "schedule_expression", v["schedule_expression"] or "", found.get("ScheduleExpression") or ""
    yield "state", v["state"], found["State"]


def event_target(v, reader):
    targets = reader.client("events", v["arn"]).list_targets_by_rule(
        Rule=v["rule"], EventBusName=v["event_bus_name"] or "default"
    )["Targets"]
    found = {t["Id"]: t for t in targets}[v["target_id"]]
    yield "arn", v["arn"], found["Arn"]
    queue = first(v["dead_letter_config"]).get("arn", "")
    yield "dead_letter_config", queue, found.get("DeadLetterConfig", {}).get("Arn", "")
    retries = first(v["retry_policy"])
    yield (
        "retry_policy",
        (retries.get("maximum_retry_attempts"), retries.get("maximum_event_age_in_seconds")),
        tuple(found.get("RetryPolicy", {}).get(k) for k in ("MaximumRetryAttempts", "MaximumEventAgeInSeconds")),
    )


def event_bus(v, reader):
    yield "arn", v["arn"], reader.client("events", v["arn"]).describe_event_bus(Name=v["name"])["Arn"]


def event_archive(v, reader):
    found = reader.client("events", v["arn"]).describe_archive(ArchiveName=v["name"])
    yield "event_source_arn", v["event_source_arn"], found["EventSourceArn"]
    yield "retention_days", v["retention_days"] or 0, found.get("RetentionDays") or 0


def schedule(v, reader):
    found = reader.client("scheduler", v["arn"]).get_schedule(Name=v["name"], GroupName=v["group_name"])
    target = first(v["target"])
    yield "schedule_expression", v["schedule_expression"], found["ScheduleExpression"]
    yield "state", v["state"], found["State"]
    yield "target", (target["arn"], target["role_arn"]), (found["Target"]["Arn"], found["Target"]["RoleArn"])
    yield "flexible_time_window", first(v["flexible_time_window"])["mode"], found["FlexibleTimeWindow"]["Mode"]


def state_machine(v, reader):
    found = reader.client("stepfunctions", v["arn"]).describe_state_machine(stateMachineArn=v["arn"])
    yield "tracing", first(v["tracing_configuration"]).get("enabled", False), found["tracingConfiguration"]["enabled"]
    yield "definition", parsed(v["definition"]), parsed(found["definition"])
    yield "type", v["type"], found["type"]


CHECKS = {
    "aws_sns_topic": topic,
    "aws_sns_topic_policy": topic_policy,
    "aws_sns_topic_subscription": topic_subscription,
    "aws_sqs_queue": queue,
    "aws_sqs_queue_policy": queue_policy,
    "aws_cloudwatch_event_bus": event_bus,
    "aws_cloudwatch_event_archive": event_archive,
    "aws_cloudwatch_event_rule": event_rule,
    "aws_cloudwatch_event_target": event_target,
    "aws_scheduler_schedule": schedule,
    "aws_sfn_state_machine": state_machine,
}
