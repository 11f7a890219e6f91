"""What is recorded, and in which groups."""

from __future__ import annotations

import json

from ..requirement import requirement
from ..watched import error_rate_alarms, own_sampling_rules, rest_methods, rest_stages, trace_groups
from .names import FEATURES, FUNCTIONS


@requirement("AC6", "trap T1")
def requests_come_in_through_a_traced_rest_api(account):
    stages = rest_stages(account)
    if not stages or not all(stage.get("tracingEnabled") for _, stage in stages):
        yield f"not every REST stage is traced: {[(api, s['stageName']) for api, s in stages]}"
    methods = list(rest_methods(account))
    for name in FUNCTIONS:
        arn = account.functions[name]["FunctionArn"]
        paths = [path for path, _, m in methods if arn in m["methodIntegration"].get("uri", "")]
        if not any(path.startswith(f"/api/{name}") for path in paths):
            yield f"no path below /api leads to '{name}': {paths}"
    yield from (f"anybody may {verb} {path}" for path, verb, m in methods if m["authorizationType"] == "NONE")


@requirement("AC8", "SR", "DD1", "traps T2, T3")
def a_tenth_is_sampled_in_production_by_a_rule_that_somebody_asks_for(account):
    rules = own_sampling_rules(account)
    names = [f"{api}/{stage['stageName']}" for api, stage in rest_stages(account)]
    if len(rules) != 1:
        yield f"expected one sampling rule, found {[r['RuleName'] for r in rules]}"
    for rule in rules:
        wanted = (0.1, 1) if account.environment == "production" else (1.0, 1)
        if (rule["FixedRate"], rule["ReservoirSize"]) != wanted:
            yield f"rule '{rule['RuleName']}' samples {rule['FixedRate']} with reservoir {rule['ReservoirSize']}"
        if (rule["ServiceType"], rule["Priority"]) != ("AWS::ApiGateway::Stage", 1000):
            yield f"rule '{rule['RuleName']}' is for {rule['ServiceType']} with priority {rule['Priority']}"
        if rule["ServiceName"] not in names:
            yield f"rule '{rule['RuleName']}' is for '{rule['ServiceName']}', and there are only {names}"
        if account.environment == "production" and rule["RuleName"] != "lego-api-production-sampling":
            yield f"the rule is called '{rule['RuleName']}'"


@requirement("FE2", "FE3")
def features_have_groups_with_insights(account):
    groups = trace_groups(account)
    for feature in FEATURES:
        name = account.functions[feature]["FunctionName"]
        found = [g for g in groups.values() if f'"{name}"' in g["FilterExpression"]]
        if not found:
            yield f"no group has the traces of '{name}'"
        for group in found:
            insights = group["InsightsConfiguration"]
            if not insights.get("InsightsEnabled") or not insights.get("NotificationsEnabled"):
                yield f"group '{group['GroupName']}' has no insights that tell anybody"


@requirement("FE3")
def insights_reach_people(account):
    events = account.client("events")
    for rule in events.list_rules()["Rules"]:
        if "aws.xray" in json.loads(rule.get("EventPattern") or "{}").get("source", []):
            targets = events.list_targets_by_rule(Rule=rule["Name"])["Targets"]
            for topic in (t["Arn"] for t in targets):
                allowed = "events.amazonaws.com" in account.topic(topic)["Policy"]
                if not allowed or not account.subscriptions(topic):
                    yield f"EventBridge may not tell {topic}, or nobody listens to it"
            return
    yield "no rule hears of X-Ray's insights"


@requirement("RS2", "trap T4")
def error_traces_have_alarms(account):
    groups = trace_groups(account)
    faults = [n for n, g in groups.items() if "fault" in g["FilterExpression"]]
    if not any(account.alarms_on("AWS/X-Ray", "ApproximateTraceCount", GroupName=n) for n in faults):
        yield "no alarm counts the traces with faults"
    if not list(error_rate_alarms(account)):
        yield "no alarm is on the share of traces with errors"
    for alarm in account.alarms:
        of_x_ray = alarm.get("Namespace") in ("AWS/X-Ray", "AWS/XRay")
        if of_x_ray and alarm["MetricName"] != "ApproximateTraceCount":
            yield f"alarm '{alarm['AlarmName']}' is on {alarm['MetricName']}, which X-Ray does not publish"
