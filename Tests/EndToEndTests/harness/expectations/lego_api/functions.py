"""The four functions: their configuration, their network, their stores, their logs."""

from __future__ import annotations

from ..requirement import requirement
from ..watched import (
    TRACE_ACTIONS,
    alarms_that_tell_nobody,
    bill_alarms,
    functions_without_alarms,
    logs_that_never_expire,
)
from .names import STORES


@requirement("AC2", "T1", "DD2")
def every_function_traces_actively_and_may(account):
    for name, function in account.functions.items():
        if function["TracingConfig"]["Mode"] != "Active":
            yield f"'{name}' has tracing mode {function['TracingConfig']['Mode']}"
        yield from (f"'{name}' may not {action}" for action in TRACE_ACTIONS if not account.may(name, action))


@requirement("LC", "trap T9")
def functions_are_as_the_story_configures_them(account):
    for name, function in account.functions.items():
        if function["Runtime"] != "python3.13":  # the story's nodejs20.x has had no support since April 2026
            yield f"'{name}' runs on {function['Runtime']}"
        if (function["Timeout"], function["MemorySize"]) != (60, 1024):
            yield f"'{name}' has {function['Timeout']} s and {function['MemorySize']} MB, not 60 s and 1024 MB"
        variables = account.variables(name)
        if variables.get("STAGE") != account.environment:
            yield f"'{name}' has STAGE={variables.get('STAGE')}"


@requirement("AC6", "trap T46")
def functions_know_their_stores_and_no_password(account):
    for name in account.functions:
        variables = account.variables(name)
        yield from (f"'{name}' has no {store}" for store in STORES if not variables.get(store))
        secret = variables.get("POSTGRES_PASSWORD_ARN", "")
        if not secret.startswith("arn:aws:secretsmanager:") or "POSTGRES_PASSWORD" in variables:
            yield f"'{name}' does not get the database's password by a secret's ARN alone"
        if not account.may(name, "secretsmanager:GetSecretValue", secret):
            yield f"'{name}' may not read '{secret}'"
        files = f"arn:aws:s3:::{variables.get('S3_BUCKET')}/mocs/user123/moc456/image.webp"
        for action in ("s3:GetObject", "s3:PutObject", "s3:DeleteObject"):
            if not account.may(name, action, files):
                yield f"'{name}' may not {action} {files}"


@requirement("AC6")
def traces_have_a_way_out_of_the_network(account):
    ec2 = account.client("ec2")
    wanted = f"com.amazonaws.{account.region}.xray"
    endpoints = [e for e in ec2.describe_vpc_endpoints()["VpcEndpoints"] if e["ServiceName"] == wanted]
    if not endpoints:
        yield f"nothing in the network leads to {wanted}"
        return
    let_in = set(peers(ec2, [g["GroupId"] for g in endpoints[0]["Groups"]], egress=False))
    for name, function in account.functions.items():
        network = function.get("VpcConfig", {})
        if not set(network.get("SubnetIds", [])) <= set(endpoints[0]["SubnetIds"]) or not network.get("SubnetIds"):
            yield f"'{name}' is in subnets {network.get('SubnetIds')}, the endpoint in {endpoints[0]['SubnetIds']}"
        groups = set(network.get("SecurityGroupIds", []))
        if not {(g, 443) for g in groups} & let_in:
            yield f"the endpoint lets in {let_in}, not '{name}'"
        let_out = {port for _, port in peers(ec2, groups, egress=True)}
        if not {443, 5432, 6379} <= let_out:
            yield f"'{name}' gets out of the network at ports {let_out} only"


def peers(ec2, groups, egress):
    rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": sorted(groups)}])
    for rule in rules["SecurityGroupRules"]:
        if rule["IsEgress"] == egress:
            yield rule.get("ReferencedGroupInfo", {}).get("GroupId"), rule["FromPort"]


@requirement("AC9")
def errors_in_the_logs_are_counted_and_lead_to_traces(account):
    yield from logs_that_never_expire(account)
    logs = account.client("logs")
    queried = {g for q in logs.describe_query_definitions()["queryDefinitions"] for g in q["logGroupNames"]}
    for name, function in account.functions.items():
        if function["LoggingConfig"]["LogFormat"] != "JSON":
            yield f"the logs of '{name}' are no JSON: their lines have no fields to find a request by"
        group = function["LoggingConfig"]["LogGroup"]
        if group not in queried:
            yield f"no saved query leads from the logs of '{name}' to traces"
        filters = logs.describe_metric_filters(logGroupName=group)["metricFilters"]
        counted = [t for f in filters if "ERROR" in f["filterPattern"] for t in f["metricTransformations"]]
        if not any(account.alarms_on(t["metricNamespace"], t["metricName"]) for t in counted):
            yield f"no alarm counts the errors that '{name}' logs"


@requirement("ES1", "RS2")
def failures_and_costs_ring(account):
    yield from functions_without_alarms(account)
    yield from alarms_that_tell_nobody(account)
    yield from bill_alarms(account, [5, 25])
