"""That a request can be followed from the browser to the last function."""

from __future__ import annotations

from ..requirement import requirement
from .names import APPLICATION, EVERY_REQUEST


@requirement("FR-003", "FR-013", "FR-021")
def the_application_is_traced_and_the_canary_is_not(account):
    for name, function in account.functions.items():
        wanted, mode = "PassThrough" if name == "canary" else "Active", function["TracingConfig"]["Mode"]
        if mode != wanted:
            yield f"'{name}' has tracing mode {mode}, not {wanted}"


@requirement("FR-017")
def every_traced_function_may_write_traces(account):
    for name in APPLICATION:
        for action in ("xray:PutTraceSegments", "xray:PutTelemetryRecords"):
            if not account.may(name, action):
                yield f"'{name}' may not {action}"


@requirement("FR-018")
def errors_of_instrumentation_are_not_suppressed(account):
    for name in APPLICATION:
        setting = account.variables(name).get("AWS_XRAY_CONTEXT_MISSING")
        if setting != "RUNTIME_ERROR":
            yield f"'{name}' has AWS_XRAY_CONTEXT_MISSING={setting}; Lambda's own LOG_ERROR hides a lost context"


@requirement("FR-034")
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
        if account.environment not in EVERY_REQUEST and not 0 < rate <= 1:
            yield f"rule '{name}' samples {rate}; production has to have traces"


@requirement("FR-034", "SC-013")
def errored_traces_have_a_group_and_the_group_an_alarm(account):
    groups = account.client("xray").get_groups()["Groups"]
    errored = [g["GroupName"] for g in groups if g.get("FilterExpression") == "fault = true OR error = true"]
    if not errored:
        yield f"no group filters 'fault = true OR error = true': {groups}"
    for name in errored:
        if not account.alarms_on("AWS/X-Ray", "ApproximateTraceCount", GroupName=name):
            yield f"group '{name}' has no alarm on its ApproximateTraceCount"


@requirement("FR-013", "SC-008")
def the_hop_from_ingestion_to_analysis_is_traced(account):
    analysis = account.functions["analysis"]["FunctionArn"]
    topics = [
        s["TopicArn"]
        for t in account.client("sns").list_topics()["Topics"]
        for s in account.subscriptions(t["TopicArn"])
        if (s["Protocol"], s["Endpoint"]) == ("lambda", analysis)
    ]
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


@requirement("FR-016", "FR-032", "SC-001")
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


@requirement("SC-001")
def the_rest_api_is_traced(account):
    gateway = account.client("apigateway")
    stages = [s for api in gateway.get_rest_apis()["items"] for s in gateway.get_stages(restApiId=api["id"])["item"]]
    if not stages:
        yield "no REST API has a stage"
    yield from (f"REST stage '{s['stageName']}' is not traced" for s in stages if not s.get("tracingEnabled"))


@requirement("FR-015")
def browsers_may_send_the_trace_header(account):
    gateway = account.client("apigateway")
    resources = [
        (api["id"], r)
        for api in gateway.get_rest_apis()["items"]
        for r in gateway.get_resources(restApiId=api["id"], limit=500)["items"]
        if r.get("resourceMethods")
    ]
    for api, resource in resources:
        if "OPTIONS" not in resource["resourceMethods"]:
            yield f"REST resource '{resource['path']}' answers no OPTIONS"
            continue
        integration = gateway.get_integration(restApiId=api, resourceId=resource["id"], httpMethod="OPTIONS")
        allowed = [
            parameters.get("method.response.header.Access-Control-Allow-Headers", "")
            for response in integration.get("integrationResponses", {}).values()
            for parameters in [response.get("responseParameters") or {}]
        ]
        if not any("x-amzn-trace-id" in a.lower() for a in allowed):
            yield f"REST resource '{resource['path']}' does not allow X-Amzn-Trace-Id: {allowed}"
    if not resources:
        yield "no REST API has a resource with a method"
