"""X-Ray and CloudWatch RUM."""

from __future__ import annotations

from .reader import first, parsed, tags


def sampling_rule(v, reader):
    xray = reader.client("xray", v["arn"])
    rules = {r["SamplingRule"]["RuleName"]: r["SamplingRule"] for r in xray.get_sampling_rules()["SamplingRuleRecords"]}
    rule = rules[v["rule_name"]]
    for ours, theirs in {
        "priority": "Priority",
        "fixed_rate": "FixedRate",
        "reservoir_size": "ReservoirSize",
        "host": "Host",
        "http_method": "HTTPMethod",
        "url_path": "URLPath",
        "service_name": "ServiceName",
        "service_type": "ServiceType",
        "resource_arn": "ResourceARN",
        "version": "Version",
    }.items():
        yield ours, v[ours], rule[theirs]
    yield "attributes", v["attributes"] or {}, rule["Attributes"]
    yield "tags", v["tags_all"] or {}, tags(xray.list_tags_for_resource(ResourceARN=v["arn"])["Tags"])


def group(v, reader):
    xray = reader.client("xray", v["arn"])
    found = xray.get_group(GroupName=v["group_name"])["Group"]
    yield "filter_expression", v["filter_expression"], found["FilterExpression"]
    insights = first(v["insights_configuration"])
    if insights:
        yield "insights_enabled", insights["insights_enabled"], found["InsightsConfiguration"]["InsightsEnabled"]
        yield "notifications", insights["notifications_enabled"], found["InsightsConfiguration"]["NotificationsEnabled"]
    yield "tags", v["tags_all"] or {}, tags(xray.list_tags_for_resource(ResourceARN=v["arn"])["Tags"])


def resource_policy(v, reader):
    found = {p["PolicyName"]: p for p in reader.client("xray").list_resource_policies()["ResourcePolicies"]}
    yield "policy_document", parsed(v["policy_document"]), parsed(found[v["policy_name"]]["PolicyDocument"])


def encryption_config(v, reader):
    yield "type", v["type"], reader.client("xray").get_encryption_config()["EncryptionConfig"]["Type"]


def app_monitor(v, reader):
    monitor = reader.client("rum", v["arn"]).get_app_monitor(Name=v["name"])["AppMonitor"]
    declared, found = first(v["app_monitor_configuration"]), monitor["AppMonitorConfiguration"]
    yield "domain", v["domain"] or v["domain_list"], monitor.get("Domain") or monitor.get("DomainList")
    yield "enable_xray", declared["enable_xray"], found["EnableXRay"]
    yield "session_sample_rate", declared["session_sample_rate"], found["SessionSampleRate"]
    yield "telemetries", sorted(declared["telemetries"] or []), sorted(found["Telemetries"])
    yield "tags", v["tags_all"] or {}, monitor["Tags"]


CHECKS = {
    "aws_xray_sampling_rule": sampling_rule,
    "aws_xray_group": group,
    "aws_xray_resource_policy": resource_policy,
    "aws_xray_encryption_config": encryption_config,
    "aws_rum_app_monitor": app_monitor,
}
