"""The watcher of what the others are watched with."""

from __future__ import annotations

import re

from ..requirement import requirement
from .names import APPLICATION


@requirement("FR-019", "FR-036", "FR-049", "FR-050")
def the_canary_may_do_what_it_does(account):
    direct = account.variables("canary").get("OUT_OF_BAND_TOPIC_ARN", "")
    for action in (
        "xray:PutTraceSegments",
        "xray:BatchGetTraces",
        "cloudwatch:PutMetricData",
        "cloudwatch:GetMetricStatistics",
    ):
        if not account.may("canary", action):
            yield f"the canary may not {action}"
    if not account.may("canary", "sns:Publish", direct):
        yield f"the canary may not publish to '{direct}'"


@requirement("FR-051")
def the_canary_has_a_role_of_its_own(account):
    role = account.functions["canary"]["Role"]
    yield from (f"'{n}' has the canary's role" for n in APPLICATION if account.functions[n]["Role"] == role)


@requirement("FR-050")
def the_canary_is_heard_without_alarms(account):
    direct = account.variables("canary").get("OUT_OF_BAND_TOPIC_ARN", "")
    yield from (
        f"alarm '{a['AlarmName']}' uses the canary's own topic"
        for a in account.alarms
        for kind in ("AlarmActions", "OKActions", "InsufficientDataActions")
        if direct in a.get(kind, [])
    )
    if not any(s["Protocol"] in ("email", "sms") for s in account.subscriptions(direct)):
        yield f"nobody is told by mail or SMS of what the canary publishes to '{direct}'"


@requirement("FR-020", "FR-036", "FR-045", "SC-007", "SC-014", "SC-021")
def a_canary_that_fails_or_falls_silent_is_noticed(account):
    namespace = account.variables("canary").get("METRICS_NAMESPACE")
    alarms = [a for a in account.alarms if a.get("Namespace") == namespace]
    watched = {a["MetricName"] for a in alarms}
    for metric in ("Healthy", "trace_data_loss_ratio"):
        if metric not in watched:
            yield f"no alarm on {metric} in '{namespace}'"
    for a in alarms:
        if a["TreatMissingData"] != "breaching":
            yield f"alarm '{a['AlarmName']}' takes a canary that has stopped for health"
        if min(a["EvaluationPeriods"], a.get("DatapointsToAlarm") or a["EvaluationPeriods"]) != 2:
            yield f"alarm '{a['AlarmName']}' does not fire on the second bad interval, neither before nor after"
        if a["Period"] < (canary_interval(account) or 0):
            yield f"alarm '{a['AlarmName']}' has a period shorter than the canary's interval: healthy, it would fire"


@requirement("FR-019", "FR-049")
def the_canary_runs_and_has_the_time_to(account):
    if canary_interval(account) is None:
        yield f"nothing runs the canary at a fixed rate: {account.schedules}"
    if account.functions["canary"]["Timeout"] < 30 + 120:
        yield "the canary's timeout is shorter than X-Ray (30 s) and CloudWatch (120 s) may take"


def canary_interval(account):
    """Seconds between two runs of the canary."""
    arn = account.functions["canary"]["FunctionArn"]
    units = {"minute": 60, "hour": 3600, "day": 86400}
    for expression, target in account.schedules:
        rate = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", expression)
        if rate and target == arn:
            return int(rate[1]) * units[rate[2]]
    return None
