"""Who hears of what, and who may say it."""

from __future__ import annotations

from ..requirement import requirement

PUBLISHERS = ("order", "payment", "inventory")


@requirement("A2", "A3", "T31")
def three_rules_on_one_bus_route_the_events(account):
    if len(account.buses) != 1:
        yield f"expected one bus, found {account.buses}"
    wanted = {
        ("Order Created", "payment"),
        ("Order Created", "inventory"),
        ("Payment Processed", "notification"),
        ("Inventory Updated", "notification"),
    }
    for bus in account.buses:
        rules = [r["Name"] for r in account.rules(bus)]
        if len(rules) != 3:
            yield f"expected three rules, found {rules}"
        found = {
            (kind, function.removesuffix(account.suffix))
            for source, kinds, function in account.targets(bus)
            for kind in kinds
            if source
        }
        if not wanted <= found:
            yield f"nobody is told: {sorted(wanted - found)}"


@requirement("A1", "A6")
def services_publish_on_their_bus_and_nowhere_else(account):
    bus = account.client("events").describe_event_bus(Name=account.buses[0])["Arn"]
    for service in PUBLISHERS:
        if not account.may(service + account.suffix, "events:PutEvents", bus):
            yield f"'{service}' may not publish on {bus}"
        if account.variables(service + account.suffix).get("EVENT_BUS_NAME") != account.buses[0]:
            yield f"'{service}' does not know its bus"
    for name in account.functions:
        if account.may(name, "events:PutEvents", "arn:aws:events:us-east-1:123456789012:event-bus/default"):
            yield f"'{name}' may publish on any bus"
    if account.may("notification" + account.suffix, "events:PutEvents", bus):
        yield "'notification' publishes nothing, and may"


@requirement("V4", "V5", "V9", "T32")
def functions_are_as_the_variables_defaults_say(account):
    for name, function in account.functions.items():
        # a REST API waits for 29 seconds
        limit = 29 if name.startswith("order") else 30
        if (function["Timeout"], function["MemorySize"]) != (limit, 128):
            yield f"'{name}' has {function['Timeout']} s and {function['MemorySize']} MB"
        groups = account.client("logs").describe_log_groups(logGroupNamePrefix=function["LoggingConfig"]["LogGroup"])
        if groups["logGroups"][0].get("retentionInDays") != 14:
            yield f"'{name}' keeps its logs for {groups['logGroups'][0].get('retentionInDays')} days"


@requirement("DLQ", "PROD1")
def what_a_function_fails_at_is_kept(account):
    for name, function in account.functions.items():
        if name.startswith("order"):
            continue  # its caller gets the error
        queue = function.get("DeadLetterConfig", {}).get("TargetArn")
        if not queue or not account.may(name, "sqs:SendMessage", queue):
            yield f"'{name}' loses what it fails at: {queue}"


@requirement("PROD5")
def concurrency_is_limited_in_production(account):
    for name, function in account.functions.items():
        got = account.client("lambda").get_function_concurrency(FunctionName=function["FunctionName"])
        if (got.get("ReservedConcurrentExecutions") is not None) != (account.environment == "prod"):
            yield f"'{name}' has a concurrency of {got.get('ReservedConcurrentExecutions')}"


@requirement("PROD6")
def events_can_be_put_on_the_bus_again(account):
    archives = account.client("events").list_archives()["Archives"]
    if not [a for a in archives if a["ArchiveName"].startswith(account.prefix) and a["RetentionDays"]]:
        yield f"no archive of the bus: {archives}"
