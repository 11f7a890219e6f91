"""That somebody is told, whatever is sampled."""

from __future__ import annotations

from ..requirement import requirement
from .names import RISING

EMITTED_WITHOUT_ALARM = (  # FR-042
    "StuckItems",
    "ConnectionAcquireFailures",
    "EventLatencyMs",
    "MetricsLambdaErrors",
    "HighLatencyAlert",
    "PollDurationMs",
    "AnalysisErrors",
)
SILENT_FAILURES = (  # FR-043
    "CircuitBreakerPersistenceFailure",
    "AuditEventPersistenceFailure",
    "DownstreamNotificationFailure",
    "TimeseriesFanoutPartialFailure",
    "SelfHealingItemFetchFailure",
    "ParallelFetcherErrors",
)


@requirement("FR-040", "SC-017")
def every_function_has_an_alarm_on_its_errors(account):
    for name, function in account.functions.items():
        alarms = account.alarms_on("AWS/Lambda", "Errors", FunctionName=function["FunctionName"])
        if not alarms:
            yield f"'{name}' has no alarm on its errors"
        for a in alarms:
            if (a.get("Statistic"), a["TreatMissingData"]) != ("Sum", "notBreaching") or a[
                "ComparisonOperator"
            ] not in RISING:
                yield f"alarm '{a['AlarmName']}' does not count errors"


@requirement("FR-041", "SC-017")
def every_function_has_an_alarm_on_its_p95_duration(account):
    for name, function in account.functions.items():
        alarms = [
            a
            for a in account.alarms_on("AWS/Lambda", "Duration", FunctionName=function["FunctionName"])
            if a.get("ExtendedStatistic") == "p95" and a["ComparisonOperator"] in RISING
        ]
        if not alarms:
            yield f"'{name}' has no alarm on its p95 duration"
        for a in alarms:
            if not 0 < a["Threshold"] < function["Timeout"] * 1000:
                limit = f"{a['Threshold']} ms of a timeout of {function['Timeout']} s"
                yield f"alarm '{a['AlarmName']}' never fires at {limit}"


@requirement("FR-042", "FR-043", "SC-018", "SC-019")
def every_custom_metric_has_an_alarm(account):
    watched = {a["MetricName"]: a for a in account.alarms if not a.get("Namespace", "AWS/").startswith("AWS/")}
    for metric in (*EMITTED_WITHOUT_ALARM, *SILENT_FAILURES):
        if metric not in watched:
            yield f"no alarm on {metric}"
        elif watched[metric]["TreatMissingData"] == "breaching":
            yield f"the alarm on {metric} takes silence for failure"
    latency = watched.get("EventLatencyMs", {})
    if (latency.get("ExtendedStatistic"), latency.get("Threshold")) != ("p95", 3000):
        yield "the alarm on EventLatencyMs is not p95 above 3000 ms"


@requirement("FR-045")
def silence_means_failure_only_where_it_does(account):
    for alarm in account.alarms:
        if alarm.get("MetricName") == "NewItemsIngested" and alarm["TreatMissingData"] != "breaching":
            yield f"alarm '{alarm['AlarmName']}' takes an ingestion that has stopped for health"


@requirement("FR-038", "SC-016")
def the_bill_for_tracing_has_three_alarms(account):
    alarms = account.alarms_on("AWS/Billing", "EstimatedCharges", ServiceName="AWSXRay", Currency="USD")
    if sorted(a["Threshold"] for a in alarms) != [10, 25, 50]:
        yield f"expected alarms at 10, 25 and 50 USD, found {sorted(a['Threshold'] for a in alarms)}"
    for a in alarms:
        region = a["AlarmArn"].split(":")[3]
        if region != "us-east-1":
            yield f"alarm '{a['AlarmName']}' is in {region}, where there are no billing metrics"
        if a.get("Statistic") != "Maximum" or a["ComparisonOperator"] not in RISING:
            yield f"alarm '{a['AlarmName']}' does not watch the maximum"


@requirement("FR-044", "SC-022")
def a_dashboard_shows_the_alarms_in_every_state(account):
    # that it shows all of them is part of the read-back of every stack
    if not account.alarm_widgets:
        yield "no dashboard shows alarms"
    if any("states" in w for w in account.alarm_widgets):
        yield "an alarm widget hides the alarms of some states"


@requirement("US10")
def every_alarm_tells_somebody(account):
    topics = {action for a in account.alarms for action in a.get("AlarmActions", []) if ":sns:" in action}
    yield from (
        f"alarm '{a['AlarmName']}' tells nobody"
        for a in account.alarms
        if not a.get("AlarmActions") or not a["ActionsEnabled"]
    )
    yield from (f"nobody listens to {t}, which alarms tell" for t in sorted(topics) if not account.subscriptions(t))
