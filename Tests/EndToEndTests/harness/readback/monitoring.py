"""CloudWatch: alarms, dashboards, logs."""

from __future__ import annotations

import json

from .reader import parsed

ACTIONS = {
    "alarm_actions": "AlarmActions",
    "ok_actions": "OKActions",
    "insufficient_data_actions": "InsufficientDataActions",
}


def metric_alarm(v, reader):
    alarm = reader.client("cloudwatch", v["arn"]).describe_alarms(AlarmNames=[v["alarm_name"]])["MetricAlarms"][0]
    for ours, theirs in {
        "namespace": "Namespace",
        "metric_name": "MetricName",
        "statistic": "Statistic",
        "extended_statistic": "ExtendedStatistic",
        "comparison_operator": "ComparisonOperator",
        "treat_missing_data": "TreatMissingData",
        "alarm_description": "AlarmDescription",
        "unit": "Unit",
        "evaluate_low_sample_count_percentiles": "EvaluateLowSampleCountPercentile",
    }.items():
        yield ours, v[ours] or "", alarm.get(theirs) or ""
    for ours, theirs in {
        "threshold": "Threshold",
        "period": "Period",
        "evaluation_periods": "EvaluationPeriods",
        "datapoints_to_alarm": "DatapointsToAlarm",
    }.items():
        yield ours, v[ours] or 0, alarm.get(theirs) or 0
    yield "dimensions", v["dimensions"] or {}, dimensions(alarm)
    yield (
        "metric_query",
        sorted(map(declared_query, v["metric_query"])),
        sorted(map(found_query, alarm.get("Metrics", []))),
    )
    yield "actions_enabled", v["actions_enabled"], alarm["ActionsEnabled"]
    for ours, theirs in ACTIONS.items():
        yield ours, sorted(v[ours] or []), sorted(alarm.get(theirs, []))


def dimensions(metric):
    return {d["Name"]: d["Value"] for d in metric.get("Dimensions", [])}


def declared_query(q):
    m = q["metric"][0] if q["metric"] else None
    return (
        q["id"],
        q["expression"] or "",
        (
            json.dumps(
                [m["namespace"], m["metric_name"], m["stat"], m["period"], m["dimensions"] or {}], sort_keys=True
            )
            if m
            else ""
        ),
    )


def found_query(q):
    stat = q.get("MetricStat")
    return (
        q["Id"],
        q.get("Expression") or "",
        (
            json.dumps(
                [
                    stat["Metric"]["Namespace"],
                    stat["Metric"]["MetricName"],
                    stat["Stat"],
                    stat["Period"],
                    dimensions(stat["Metric"]),
                ],
                sort_keys=True,
            )
            if stat
            else ""
        ),
    )


def composite_alarm(v, reader):
    alarm = reader.client("cloudwatch", v["arn"]).describe_alarms(
        AlarmNames=[v["alarm_name"]], AlarmTypes=["CompositeAlarm"]
    )["CompositeAlarms"][0]
    yield "alarm_rule", v["alarm_rule"], alarm["AlarmRule"]
    for ours, theirs in ACTIONS.items():
        yield ours, sorted(v[ours] or []), sorted(alarm.get(theirs, []))


def dashboard(v, reader):
    found = reader.client("cloudwatch").get_dashboard(DashboardName=v["dashboard_name"])
    yield "dashboard_body", parsed(v["dashboard_body"]), parsed(found["DashboardBody"])


def log_group(v, reader):
    groups = reader.client("logs", v["arn"]).describe_log_groups(logGroupNamePrefix=v["name"])["logGroups"]
    found = {g["logGroupName"]: g for g in groups}[v["name"]]
    yield "retention_in_days", v["retention_in_days"], found.get("retentionInDays", 0)


def log_metric_filter(v, reader):
    filters = reader.client("logs").describe_metric_filters(logGroupName=v["log_group_name"])["metricFilters"]
    found = {f["filterName"]: f for f in filters}[v["name"]]
    yield "pattern", v["pattern"], found["filterPattern"]
    yield (
        "metric",
        [(t["namespace"], t["name"]) for t in v["metric_transformation"]],
        [(t["metricNamespace"], t["metricName"]) for t in found["metricTransformations"]],
    )


def query_definition(v, reader):
    queries = reader.client("logs").describe_query_definitions(queryDefinitionNamePrefix=v["name"])["queryDefinitions"]
    found = {q["queryDefinitionId"]: q for q in queries}[v["query_definition_id"]]
    yield "query_string", v["query_string"], found["queryString"]
    yield "log_group_names", v["log_group_names"] or [], found["logGroupNames"]


def dashboards_show_every_alarm(resources, reader):
    """Where dashboards have alarm widgets, these show all the alarms of the account, and no others (FR-044)."""
    names = [r["values"]["dashboard_name"] for r in resources if r["type"] == "aws_cloudwatch_dashboard"]
    bodies = [parsed(reader.client("cloudwatch").get_dashboard(DashboardName=n)["DashboardBody"]) for n in names]
    shown = {a for b in bodies for w in b["widgets"] if w["type"] == "alarm" for a in w["properties"]["alarms"]}
    if not shown:
        return
    exist = alarm_arns(reader.cloud)
    yield from (f"no dashboard shows the alarm {arn}" for arn in sorted(exist - shown))
    yield from (f"a dashboard shows an alarm that does not exist: {arn}" for arn in sorted(shown - exist))


def alarm_arns(cloud):
    """Every alarm of the account, in every region."""
    arns = set()
    for region in cloud.regions():
        pages = (
            cloud.client("cloudwatch", region)
            .get_paginator("describe_alarms")
            .paginate(AlarmTypes=["MetricAlarm", "CompositeAlarm"])
        )
        for page in pages:
            arns |= {a["AlarmArn"] for a in [*page["MetricAlarms"], *page["CompositeAlarms"]]}
    return arns


CHECKS = {
    "aws_cloudwatch_metric_alarm": metric_alarm,
    "aws_cloudwatch_composite_alarm": composite_alarm,
    "aws_cloudwatch_dashboard": dashboard,
    "aws_cloudwatch_log_group": log_group,
    "aws_cloudwatch_log_metric_filter": log_metric_filter,
    "aws_cloudwatch_query_definition": query_definition,
}
