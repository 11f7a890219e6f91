"""What every one of the documents asks of functions, for the modules that import it."""

from __future__ import annotations

from .requirement import requirement

RISING = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")


@requirement("S0-1", "S0-2", "A1", "S0-16")
def every_function_is_traced_and_may_write_its_traces(account):
    for name, function in account.functions.items():
        if function["TracingConfig"]["Mode"] != "Active":
            yield f"'{name}' has tracing mode {function['TracingConfig']['Mode']}"
        role = function["Role"].rpartition("/")[2]
        attached = account.client("iam").list_attached_role_policies(RoleName=role)["AttachedPolicies"]
        if "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess" not in [p["PolicyArn"] for p in attached]:
            yield f"the role of '{name}' has no AWSXRayDaemonWriteAccess"


@requirement("T9")
def every_runtime_is_supported(account):
    for name, function in account.functions.items():
        if function["Runtime"] != "python3.13":
            yield f"'{name}' runs on {function['Runtime']}"


@requirement("A7", "S0-1")
def every_function_has_a_log_group_that_expires(account):
    logs = account.client("logs")
    for name, function in account.functions.items():
        wanted = f"/aws/lambda/{function['FunctionName']}"
        found = [g for g in logs.describe_log_groups(logGroupNamePrefix=wanted)["logGroups"]]
        exact = [g for g in found if g["logGroupName"] == wanted]
        if not exact or not exact[0].get("retentionInDays"):
            yield f"no log group '{wanted}' that expires: {found}"
        if function["LoggingConfig"]["LogGroup"] != wanted:
            yield f"'{name}' logs to {function['LoggingConfig']['LogGroup']}"


@requirement("MON", "S0-21")
def every_function_has_alarms_that_somebody_hears(account):
    for name, function in account.functions.items():
        of = {"FunctionName": function["FunctionName"]}
        errors = account.alarms_on("AWS/Lambda", "Errors", **of)
        slow = account.alarms_on("AWS/Lambda", "Duration", **of)
        if not any(a.get("Statistic") == "Sum" and a["TreatMissingData"] == "notBreaching" for a in errors):
            yield f"'{name}' has no alarm on its errors"
        if not any(a.get("ExtendedStatistic") == "p95" for a in slow):
            yield f"'{name}' has no alarm on its p95 duration"
        for a in slow:
            if not 0 < a["Threshold"] < function["Timeout"] * 1000:
                yield f"alarm '{a['AlarmName']}' never fires: {a['Threshold']} ms of {function['Timeout']} s"
        for a in errors + slow:
            if a["ComparisonOperator"] not in RISING or not a.get("AlarmActions") or not a["ActionsEnabled"]:
                yield f"alarm '{a['AlarmName']}' is no warning"
            yield from (
                f"nobody listens to {t}" for t in a.get("AlarmActions", []) if not account.subscriptions(t)
            )


@requirement("A6")
def nothing_is_allowed_everywhere(account):
    # X-Ray and the delivery of logs know no resources
    free = ("xray:", "logs:")
    for name, function in account.functions.items():
        role = function["Role"].rpartition("/")[2]
        iam = account.client("iam")
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            for statement in iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]["Statement"]:
                actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
                if any("*" in a for a in actions):
                    yield f"'{name}' may {actions}"
                if "*" in statement["Resource"] and not all(a.startswith(free) for a in actions):
                    yield f"'{name}' may {actions} on everything"


@requirement("S0-7", "A3", "DLQ")
def every_target_of_a_rule_may_be_called_and_loses_nothing(account):
    events = account.client("events")
    for bus in account.buses:
        for rule in account.rules(bus):
            for target in events.list_targets_by_rule(Rule=rule["Name"], EventBusName=bus)["Targets"]:
                if rule["Arn"] not in account.callers(target["Arn"]):
                    yield f"rule '{rule['Name']}' may not call {target['Arn']}"
                queue = target.get("DeadLetterConfig", {}).get("Arn")
                if not queue or not target.get("RetryPolicy", {}).get("MaximumRetryAttempts"):
                    yield f"rule '{rule['Name']}' drops what it cannot deliver to {target['Arn']}"
                elif rule["Arn"] not in account.queue_policy(queue):
                    yield f"{queue} takes nothing from rule '{rule['Name']}'"
