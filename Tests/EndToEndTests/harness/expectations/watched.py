"""What every system wants of its functions, whatever they are for."""

from __future__ import annotations

RISING = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")
TRACE_ACTIONS = ("xray:PutTraceSegments", "xray:PutTelemetryRecords")


def functions_without_alarms(account):
    """Every function has an alarm on its errors and one on its slowest twentieth that can fire."""
    for name, function in account.functions.items():
        physical, limit = function["FunctionName"], function["Timeout"] * 1000
        errors = account.alarms_on("AWS/Lambda", "Errors", FunctionName=physical)
        if not any(a.get("Statistic") == "Sum" and a["ComparisonOperator"] in RISING for a in errors):
            yield f"'{name}' has no alarm on its errors"
        slow = account.alarms_on("AWS/Lambda", "Duration", FunctionName=physical)
        if not any(a.get("ExtendedStatistic") == "p95" and 0 < a["Threshold"] < limit for a in slow):
            yield f"'{name}' has no alarm on its p95 duration that can fire"


def alarms_that_tell_nobody(account):
    for alarm in account.alarms:
        topics = [a for a in alarm.get("AlarmActions", []) if ":sns:" in a]
        if not alarm["ActionsEnabled"] or not any(account.subscriptions(t) for t in topics):
            yield f"alarm '{alarm['AlarmName']}' tells nobody"


def logs_that_never_expire(account):
    logs = account.client("logs")
    for name, function in account.functions.items():
        group = function["LoggingConfig"]["LogGroup"]
        groups = {g["logGroupName"]: g for g in logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]}
        if not groups.get(group, {}).get("retentionInDays"):
            yield f"the logs of '{name}' have no group of their own that expires"


def bill_alarms(account, thresholds):
    """X-Ray's bill has alarms at these dollars, where AWS publishes bills."""
    alarms = account.alarms_on("AWS/Billing", "EstimatedCharges", ServiceName="AWSXRay", Currency="USD")
    if sorted(a["Threshold"] for a in alarms) != thresholds:
        yield f"expected alarms on X-Ray's bill at {thresholds} USD, found {sorted(a['Threshold'] for a in alarms)}"
    for a in alarms:
        told = [t.split(":")[3] for t in a["AlarmActions"]]
        if {a["AlarmArn"].split(":")[3], *told} != {"us-east-1"}:
            yield f"alarm '{a['AlarmName']}' or its topic is not in us-east-1"
        if (a.get("Statistic"), a["TreatMissingData"]) != ("Maximum", "missing"):
            yield f"alarm '{a['AlarmName']}' does not watch the month's maximum"


def rest_stages(account):
    """(API's name, stage) of every REST stage."""
    gateway = account.client("apigateway")
    return [
        (api["name"], stage)
        for api in gateway.get_rest_apis()["items"]
        for stage in gateway.get_stages(restApiId=api["id"])["item"]
    ]


def rest_methods(account):
    """(path, HTTP method, method) of every method that is no preflight."""
    gateway = account.client("apigateway")
    for api in gateway.get_rest_apis()["items"]:
        for resource in gateway.get_resources(restApiId=api["id"], limit=500, embed=["methods"])["items"]:
            for verb in resource.get("resourceMethods") or {}:
                if verb != "OPTIONS":
                    found = gateway.get_method(restApiId=api["id"], resourceId=resource["id"], httpMethod=verb)
                    yield resource["path"], verb, found


def own_sampling_rules(account):
    records = account.client("xray").get_sampling_rules()["SamplingRuleRecords"]
    rules = [r["SamplingRule"] for r in records]
    return [r for r in rules if r["RuleName"] != "Default"]


def trace_groups(account):
    groups = account.client("xray").get_groups()["Groups"]
    return {g["GroupName"]: g for g in groups if g["GroupName"] != "Default"}


def error_rate_alarms(account):
    """Alarms on the share that one trace group's count has in another's."""
    for alarm in account.alarms:
        read = [q["MetricStat"]["Metric"] for q in alarm.get("Metrics", []) if "MetricStat" in q]
        names = [(m["Namespace"], m["MetricName"]) for m in read]
        if len(read) == 2 and set(names) == {("AWS/X-Ray", "ApproximateTraceCount")}:
            yield alarm
