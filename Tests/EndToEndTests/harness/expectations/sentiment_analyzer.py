"""What the sentiment analyzer has to be: its specification's requirements, held against the AWS API.

Written from the specification alone. Each expectation names the requirements that it stands for, and yields a sentence
for whatever is otherwise.
"""
from __future__ import annotations

import re

from botocore.exceptions import ClientError

from .account import Account

APPLICATION = ("ingestion", "analysis", "notification", "metrics", "dashboard", "sse-streaming")
FUNCTIONS = (*APPLICATION, "canary")
EVERY_REQUEST = ("dev", "preprod")  # the environments in which everything is traced (FR-034, FR-016)
RISING = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")

EMITTED_WITHOUT_ALARM = (  # FR-042
    "StuckItems", "ConnectionAcquireFailures", "EventLatencyMs", "MetricsLambdaErrors", "HighLatencyAlert",
    "PollDurationMs", "AnalysisErrors")
SILENT_FAILURES = (  # FR-043
    "CircuitBreakerPersistenceFailure", "AuditEventPersistenceFailure", "DownstreamNotificationFailure",
    "TimeseriesFanoutPartialFailure", "SelfHealingItemFetchFailure", "ParallelFetcherErrors")

EXPECTATIONS = []


def expectation(*requirements):
    def register(function):
        EXPECTATIONS.append((", ".join(requirements), function))
        return function
    return register


def unmet(environment, cloud):
    account = Account("sentiment-analyzer", environment, cloud)
    # without its functions there is no telling what else is amiss
    return list(wrongs(exactly_these_functions, account)) or [f"{requirements}: {wrong}" for requirements, expected in EXPECTATIONS for wrong in wrongs(expected, account)]


def wrongs(expected, account):
    try:
        yield from expected(account)
    except (ClientError, LookupError) as error:  # what an expectation asks for is not there at all
        yield f"{expected.__name__.replace('_', ' ')}: {error!r}"


def exactly_these_functions(account):
    if set(account.functions) != set(FUNCTIONS):
        yield f"functions: expected {sorted(FUNCTIONS)}, found {sorted(account.functions)}"


# Tracing

@expectation("FR-003", "FR-013", "FR-021")
def the_application_is_traced_and_the_canary_is_not(account):
    for name, function in account.functions.items():
        wanted, mode = "PassThrough" if name == "canary" else "Active", function["TracingConfig"]["Mode"]
        if mode != wanted:
            yield f"'{name}' has tracing mode {mode}, not {wanted}"


@expectation("FR-017")
def every_traced_function_may_write_traces(account):
    for name in APPLICATION:
        for action in ("xray:PutTraceSegments", "xray:PutTelemetryRecords"):
            if not account.may(name, action):
                yield f"'{name}' may not {action}"


@expectation("FR-018")
def errors_of_instrumentation_are_not_suppressed(account):
    for name in APPLICATION:
        setting = account.variables(name).get("AWS_XRAY_CONTEXT_MISSING")
        if setting != "RUNTIME_ERROR":
            yield f"'{name}' has AWS_XRAY_CONTEXT_MISSING={setting}; Lambda's own LOG_ERROR hides a lost context"


@expectation("FR-034")
def sampling_is_by_environment(account):
    records = account.client("xray").get_sampling_rules()["SamplingRuleRecords"]
    rules = {r["SamplingRule"]["RuleName"]: r["SamplingRule"] for r in records}
    rules.pop("Default", None)
    if not rules:
        yield "there is no sampling rule"
    for name, rule in rules.items():
        rate, reservoir = rule["FixedRate"], rule["ReservoirSize"]
        if account.environment in EVERY_REQUEST and (rate, reservoir) != (1.0, 1):
            yield f"rule '{name}' samples {rate} with reservoir {reservoir}, not 1.0 with 1"
        if account.environment not in EVERY_REQUEST and not 0 < rate < 1:
            yield f"rule '{name}' samples {rate}; production has to balance cost with traces"


@expectation("FR-034", "SC-013")
def errored_traces_have_a_group_and_the_group_an_alarm(account):
    groups = account.client("xray").get_groups()["Groups"]
    errored = [g["GroupName"] for g in groups if g.get("FilterExpression") == "fault = true OR error = true"]
    if not errored:
        yield f"no group filters 'fault = true OR error = true': {groups}"
    for name in errored:
        if not account.alarms_on("AWS/X-Ray", "ApproximateTraceCount", GroupName=name):
            yield f"group '{name}' has no alarm on its ApproximateTraceCount"


@expectation("FR-013", "SC-008")
def the_hop_from_ingestion_to_analysis_is_traced(account):
    analysis = account.functions["analysis"]["FunctionArn"]
    topics = [s["TopicArn"] for t in account.client("sns").list_topics()["Topics"]
              for s in account.subscriptions(t["TopicArn"]) if (s["Protocol"], s["Endpoint"]) == ("lambda", analysis)]
    policies = [p["PolicyDocument"] for p in account.client("xray").list_resource_policies()["ResourcePolicies"]]
    if not topics:
        yield "no topic has 'analysis' as a subscriber"
    for topic in topics:
        if account.topic(topic).get("TracingConfig") != "Active":
            yield f"topic {topic} does not trace actively: no SNS node on the map"
        if not any(topic in p and "sns.amazonaws.com" in p and "xray:PutTraceSegments" in p for p in policies):
            yield f"no X-Ray resource policy lets SNS write the segments of {topic}"
        if not account.may("ingestion", "sns:Publish", topic):
            yield f"'ingestion' may not publish to {topic}"


@expectation("FR-016", "FR-032", "SC-001")
def browsers_start_traces(account):
    rum = account.client("rum")
    names = [m["Name"] for m in rum.list_app_monitors()["AppMonitorSummaries"]]
    if not names:
        yield "there is no RUM app monitor"
    for name in names:
        found = rum.get_app_monitor(Name=name)["AppMonitor"]["AppMonitorConfiguration"]
        rate = found["SessionSampleRate"]
        if account.environment in EVERY_REQUEST and rate != 1:
            yield f"app monitor '{name}' samples {rate} of the sessions of a test environment"
        if account.environment not in EVERY_REQUEST and not 0 < rate <= 0.1:
            yield f"app monitor '{name}' samples {rate} of the sessions of production"
        if not found["EnableXRay"] or "http" not in found["Telemetries"]:
            yield f"app monitor '{name}' sends no trace header: X-Ray {found['EnableXRay']}, {found['Telemetries']}"


@expectation("SC-001")
def the_rest_api_is_traced(account):
    gateway = account.client("apigateway")
    stages = [s for api in gateway.get_rest_apis()["items"] for s in gateway.get_stages(restApiId=api["id"])["item"]]
    if not stages:
        yield "no REST API has a stage"
    yield from (f"REST stage '{s['stageName']}' is not traced" for s in stages if not s.get("tracingEnabled"))


@expectation("FR-015")
def browsers_may_send_the_trace_header(account):
    gateway = account.client("apigateway")
    resources = [(api["id"], r) for api in gateway.get_rest_apis()["items"]
                 for r in gateway.get_resources(restApiId=api["id"], limit=500)["items"] if r.get("resourceMethods")]
    for api, resource in resources:
        if "OPTIONS" not in resource["resourceMethods"]:
            yield f"REST resource '{resource['path']}' answers no OPTIONS"
            continue
        integration = gateway.get_integration(restApiId=api, resourceId=resource["id"], httpMethod="OPTIONS")
        allowed = [parameters.get("method.response.header.Access-Control-Allow-Headers", "")
                   for response in integration.get("integrationResponses", {}).values()
                   for parameters in [response.get("responseParameters") or {}]]
        if not any("x-amzn-trace-id" in a.lower() for a in allowed):
            yield f"REST resource '{resource['path']}' does not allow X-Amzn-Trace-Id: {allowed}"
    if not resources:
        yield "no REST API has a resource with a method"


# The streaming function

@expectation("FR-015", "FR-026", "FR-033")
def the_stream_has_a_streaming_url_that_browsers_may_use(account):
    name = account.functions["sse-streaming"]["FunctionName"]
    url = account.client("lambda").get_function_url_config(FunctionName=name)
    if url["InvokeMode"] != "RESPONSE_STREAM":
        yield f"the URL of '{name}' is {url['InvokeMode']}: it does not stream"
    allowed = [h.lower() for h in url.get("Cors", {}).get("AllowHeaders", [])]
    yield from (f"the URL of '{name}' does not allow {h}" for h in ("x-amzn-trace-id", "last-event-id") if h not in allowed)


@expectation("FR-026", "FR-046")
def the_stream_exports_through_a_collector_of_its_own(account):
    function, variables = account.functions["sse-streaming"], account.variables("sse-streaming")
    layers = [layer["Arn"] for layer in function.get("Layers", [])]
    if not any(":layer:aws-otel-collector-" in arn for arn in layers):
        yield f"'sse-streaming' has no collector layer: {layers}"
    if variables.get("OTEL_EXPORTER_OTLP_ENDPOINT") != "http://localhost:4318":
        yield f"'sse-streaming' exports to {variables.get('OTEL_EXPORTER_OTLP_ENDPOINT')}, not to the collector"
    streams_itself = function["Runtime"].startswith(("nodejs", "provided"))
    if not streams_itself and variables.get("AWS_LAMBDA_EXEC_WRAPPER") != "/opt/bootstrap":
        yield f"'sse-streaming' cannot stream from {function['Runtime']}"


@expectation("FR-046")
def nothing_is_instrumented_behind_its_back(account):
    for name in FUNCTIONS:
        wrapper = account.variables(name).get("AWS_LAMBDA_EXEC_WRAPPER", "")
        if wrapper.startswith("/opt/otel-"):
            yield f"'{name}' has its handler wrapped by {wrapper}"


@expectation("FR-047")
def the_stream_is_one_node_of_the_map(account):
    variables, name = account.variables("sse-streaming"), account.functions["sse-streaming"]["FunctionName"]
    names = {variables.get("OTEL_SERVICE_NAME"), variables.get("POWERTOOLS_SERVICE_NAME"), name}
    if names != {name}:
        yield f"'sse-streaming' goes by several names: {names}"


# Alarms

@expectation("FR-040", "SC-017")
def every_function_has_an_alarm_on_its_errors(account):
    for name, function in account.functions.items():
        alarms = account.alarms_on("AWS/Lambda", "Errors", FunctionName=function["FunctionName"])
        if not alarms:
            yield f"'{name}' has no alarm on its errors"
        for a in alarms:
            if (a.get("Statistic"), a["TreatMissingData"]) != ("Sum", "notBreaching") or a["ComparisonOperator"] not in RISING:
                yield f"alarm '{a['AlarmName']}' does not count errors"


@expectation("FR-041", "SC-017")
def every_function_has_an_alarm_on_its_p95_duration(account):
    for name, function in account.functions.items():
        alarms = [a for a in account.alarms_on("AWS/Lambda", "Duration", FunctionName=function["FunctionName"])
                  if a.get("ExtendedStatistic") == "p95" and a["ComparisonOperator"] in RISING]
        if not alarms:
            yield f"'{name}' has no alarm on its p95 duration"
        for a in alarms:
            if not 0 < a["Threshold"] < function["Timeout"] * 1000:
                yield f"alarm '{a['AlarmName']}' at {a['Threshold']} ms never fires: the timeout is {function['Timeout']} s"


@expectation("FR-042", "FR-043", "SC-018", "SC-019")
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


@expectation("FR-045")
def silence_means_failure_only_where_it_does(account):
    for alarm in account.alarms:
        if alarm.get("MetricName") == "NewItemsIngested" and alarm["TreatMissingData"] != "breaching":
            yield f"alarm '{alarm['AlarmName']}' takes an ingestion that has stopped for health"


@expectation("FR-038", "SC-016")
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


@expectation("FR-044", "SC-022")
def a_dashboard_shows_the_alarms_in_every_state(account):
    # that it shows all of them is part of the read-back of every stack
    if not account.alarm_widgets:
        yield "no dashboard shows alarms"
    if any("states" in w for w in account.alarm_widgets):
        yield "an alarm widget hides the alarms of some states"


@expectation("US10")
def every_alarm_tells_somebody(account):
    topics = {action for a in account.alarms for action in a.get("AlarmActions", []) if ":sns:" in action}
    yield from (f"alarm '{a['AlarmName']}' tells nobody" for a in account.alarms
                if not a.get("AlarmActions") or not a["ActionsEnabled"])
    yield from (f"nobody listens to {t}, which alarms tell" for t in sorted(topics) if not account.subscriptions(t))


# The canary

@expectation("FR-019", "FR-036", "FR-049", "FR-050")
def the_canary_may_do_what_it_does(account):
    direct = account.variables("canary").get("OUT_OF_BAND_TOPIC_ARN", "")
    for action in ("xray:PutTraceSegments", "xray:BatchGetTraces", "cloudwatch:PutMetricData", "cloudwatch:GetMetricStatistics"):
        if not account.may("canary", action):
            yield f"the canary may not {action}"
    if not account.may("canary", "sns:Publish", direct):
        yield f"the canary may not publish to '{direct}'"


@expectation("FR-051")
def the_canary_has_a_role_of_its_own(account):
    role = account.functions["canary"]["Role"]
    yield from (f"'{n}' has the canary's role" for n in APPLICATION if account.functions[n]["Role"] == role)


@expectation("FR-050")
def the_canary_is_heard_without_alarms(account):
    direct = account.variables("canary").get("OUT_OF_BAND_TOPIC_ARN", "")
    yield from (f"alarm '{a['AlarmName']}' uses the canary's own topic" for a in account.alarms
                for kind in ("AlarmActions", "OKActions", "InsufficientDataActions") if direct in a.get(kind, []))
    if not any(s["Protocol"] in ("email", "sms") for s in account.subscriptions(direct)):
        yield f"nobody is told by mail or SMS of what the canary publishes to '{direct}'"


@expectation("FR-020", "FR-036", "FR-045", "SC-007", "SC-014", "SC-021")
def a_canary_that_fails_or_falls_silent_is_noticed(account):
    namespace = account.variables("canary").get("METRICS_NAMESPACE")
    alarms = [a for a in account.alarms if a.get("Namespace") == namespace]
    watched = {a["MetricName"] for a in alarms}
    for metric in ("Healthy", "TraceDataLossRatio"):
        if metric not in watched:
            yield f"no alarm on {metric} in '{namespace}'"
    for a in alarms:
        if a["TreatMissingData"] != "breaching":
            yield f"alarm '{a['AlarmName']}' takes a canary that has stopped for health"
        if min(a["EvaluationPeriods"], a.get("DatapointsToAlarm") or a["EvaluationPeriods"]) != 2:
            yield f"alarm '{a['AlarmName']}' does not fire on the second bad interval, neither before nor after"
        if a["Period"] < (canary_interval(account) or 0):
            yield f"alarm '{a['AlarmName']}' has a period shorter than the canary's interval: healthy, it would fire"


@expectation("FR-019", "FR-049")
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
