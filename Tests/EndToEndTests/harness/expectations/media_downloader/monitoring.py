"""What is seen, what rings, and what it may cost."""

from __future__ import annotations

from readback.reader import parsed

from ..requirement import requirement
from ..watched import alarms_that_tell_nobody, bill_alarms, error_rate_alarms, functions_without_alarms, trace_groups
from .options import FUNCTIONS, PHASE


@requirement("R2", "aws-facts 6.4", "trap T25")
def x_ray_above_five_dollars_rings_in_us_east_1(account):
    if account.region != "us-west-2":
        yield f"the stack is in {account.region}"
    yield from bill_alarms(account, [5])


@requirement("M4", "trap T4")
def elevated_error_rates_ring_from_phase_four_on(account):
    alarms = list(error_rate_alarms(account))
    if bool(alarms) != (PHASE[account.environment] >= 4):
        yield f"phase {PHASE[account.environment]} has alarms on the error rate {[a['AlarmName'] for a in alarms]}"


@requirement("R1", "Q3")
def a_slower_p99_rings_from_phase_four_on(account):
    for name in FUNCTIONS:
        alarms = account.alarms_on("AWS/Lambda", "Duration", FunctionName=account.functions[name]["FunctionName"])
        if any(a.get("ExtendedStatistic") == "p99" for a in alarms) != (PHASE[account.environment] >= 4):
            yield f"'{name}' in phase {PHASE[account.environment]} has alarms {[a['AlarmName'] for a in alarms]}"


@requirement("UC3", "trap T37")
def cold_starts_and_the_slowest_hundredth_can_be_seen(account):
    cloudwatch = account.client("cloudwatch")
    body = parsed(cloudwatch.get_dashboard(DashboardName=f"{account.prefix}performance")["DashboardBody"])
    lines = [m for w in body["widgets"] if w["type"] == "metric" for m in w["properties"]["metrics"]]
    slowest = {line[3] for line in lines if line[:2] == ["AWS/Lambda", "Duration"] and line[-1]["stat"] == "p99"}
    missing = {f["FunctionName"] for f in account.functions.values()} - slowest
    if missing:
        yield f"the dashboard draws no p99 of {sorted(missing)}"
    logs = account.client("logs")
    drawn = {(line[0], line[1]) for line in lines}
    for name, function in account.functions.items():
        filters = logs.describe_metric_filters(logGroupName=function["LoggingConfig"]["LogGroup"])["metricFilters"]
        starts = [t for f in filters if "initDurationMs" in f["filterPattern"] for t in f["metricTransformations"]]
        if not any((t["metricNamespace"], t["metricName"]) in drawn for t in starts):
            yield f"the dashboard draws no cold starts of '{name}'"
    cold = [n for n, g in trace_groups(account).items() if g["FilterExpression"] == "annotation.ColdStart = true"]
    if bool(cold) == (account.environment == "phase1"):  # a passive trace has nothing that could be annotated
        yield f"groups of cold starts: {cold}"
    if not {n for _, n in drawn} >= ({"ApproximateTraceCount"} if cold else set()):
        yield "the dashboard draws no traces with cold starts"


@requirement("Q3", "R5")
def failures_ring(account):
    yield from functions_without_alarms(account)
    yield from alarms_that_tell_nobody(account)


@requirement("M4")
def people_find_the_map_and_the_commands(account):
    link = account.outputs.get("service_map_url", "")
    if "us-west-2.console.aws.amazon.com" not in link:
        yield f"output 'service_map_url' is '{link}'"
    coordinator = account.functions["FileCoordinator"]["FunctionName"]
    commands = account.outputs.get("test_commands", {})
    for name in ("trigger_download", "find_traces"):
        if coordinator not in commands.get(name, ""):
            yield f"the command '{name}' is not about {coordinator}: {commands.get(name)}"
    if f'service(id(name: "{coordinator}"))' not in commands.get("find_traces", ""):
        yield f"the command 'find_traces' has no filter for {coordinator}"
