"""Where orders come in."""

from __future__ import annotations

from ..requirement import requirement


def the_api(account):
    gateway = account.client("apigateway")
    [api] = [a for a in gateway.get_rest_apis()["items"] if a["name"].startswith(account.prefix)]
    [stage] = gateway.get_stages(restApiId=api["id"])["item"]
    return gateway, api, stage


@requirement("A4", "V8")
def orders_are_posted_to_a_traced_regional_api(account):
    gateway, api, stage = the_api(account)
    if api["endpointConfiguration"]["types"] != ["REGIONAL"]:
        yield f"the API is {api['endpointConfiguration']}"
    if stage["stageName"] != "prod" or not stage.get("tracingEnabled"):
        yield f"stage '{stage['stageName']}' is traced: {stage.get('tracingEnabled')}"
    paths = {r["path"]: set(r.get("resourceMethods", {})) for r in gateway.get_resources(restApiId=api["id"])["items"]}
    if {p: m for p, m in paths.items() if m} != {"/orders": {"POST", "OPTIONS"}}:
        yield f"the API answers {paths}"
    integration = gateway.get_integration(restApiId=api["id"], resourceId=orders(gateway, api), httpMethod="POST")
    function = account.functions["order" + account.suffix]
    if integration["type"] != "AWS_PROXY" or function["FunctionArn"] not in integration["uri"]:
        yield f"POST /orders calls {integration['uri']}"
    callers = account.callers(function["FunctionArn"])
    if not any(":execute-api:" in arn and arn.endswith("/POST/orders") for arn in callers):
        yield f"the API may not call {function['FunctionArn']}"


def orders(gateway, api):
    return next(r["id"] for r in gateway.get_resources(restApiId=api["id"])["items"] if r["path"] == "/orders")


@requirement("A5")
def browsers_may_post_orders_and_send_the_trace_header(account):
    gateway, api, _ = the_api(account)
    options = gateway.get_integration(restApiId=api["id"], resourceId=orders(gateway, api), httpMethod="OPTIONS")
    headers = options["integrationResponses"]["200"]["responseParameters"]
    allowed = headers["method.response.header.Access-Control-Allow-Headers"].lower()
    if "x-amzn-trace-id" not in allowed or "content-type" not in allowed:
        yield f"allowed headers: {allowed}"
    if "POST" not in headers["method.response.header.Access-Control-Allow-Methods"]:
        yield f"no POST for other origins: {headers}"


@requirement("DM", "THR", "LOGS")
def requests_are_counted_throttled_and_logged(account):
    gateway, _, stage = the_api(account)
    settings = stage["methodSettings"]["*/*"]
    if not settings["metricsEnabled"]:
        yield "detailed monitoring is off"
    if not 0 < settings["throttlingRateLimit"] < 10_000 or not settings["throttlingBurstLimit"] > 0:
        yield f"throttled at {settings['throttlingRateLimit']}"
    if "$context.xrayTraceId" not in stage.get("accessLogSettings", {}).get("format", ""):
        yield f"access logs name no trace: {stage.get('accessLogSettings')}"


@requirement("SEC", "PROD3")
def production_asks_who_calls(account):
    gateway, api, _ = the_api(account)
    method = gateway.get_method(restApiId=api["id"], resourceId=orders(gateway, api), httpMethod="POST")
    if account.environment == "prod" and method["authorizationType"] == "NONE":
        yield "anyone may order"
    if account.environment == "dev" and method["authorizationType"] != "NONE":
        yield "the document's curl is refused"


@requirement("PROD4")
def bodies_are_validated(account):
    gateway, api, _ = the_api(account)
    method = gateway.get_method(restApiId=api["id"], resourceId=orders(gateway, api), httpMethod="POST")
    models = gateway.get_models(restApiId=api["id"])["items"]
    schemas = [m["schema"] for m in models if m["name"] == method.get("requestModels", {}).get("application/json")]
    if not method.get("requestValidatorId") or not any('"productId"' in s for s in schemas):
        yield f"any body is let in: {schemas}"


@requirement("OPT", "T3")
def the_stages_requests_have_a_sampling_rule(account):
    _, api, stage = the_api(account)
    rules = [r for r in account.sampling_rules().values() if r["ServiceName"] == f"{api['name']}/{stage['stageName']}"]
    if not rules or rules[0]["ServiceType"] != "AWS::ApiGateway::Stage" or not 0 < rules[0]["FixedRate"] <= 1:
        yield f"no rule is for the stage: {account.sampling_rules()}"


@requirement("MON")
def failing_requests_ring(account):
    _, api, _ = the_api(account)
    names = {
        d["Value"]
        for a in account.alarms
        for q in a.get("Metrics", [])
        if q.get("MetricStat", {}).get("Metric", {}).get("MetricName") == "5XXError"
        for d in q["MetricStat"]["Metric"]["Dimensions"]
    }
    if api["name"] not in names:
        yield "no alarm on the API's 5xx"
