"""What Terraform shows when it has run (OUT)."""

from __future__ import annotations

from ..requirement import requirement
from .api import the_api


@requirement("OUT")
def the_api_is_shown(account):
    _, api, stage = the_api(account)
    base, test = account.outputs["api_gateway_endpoint"], account.outputs["api_gateway_test_url"]
    if api["id"] not in base or not base.rstrip("/").endswith(f"/{stage['stageName']}"):
        yield f"the endpoint is {base}"
    if test != f"{base.rstrip('/')}/orders":
        yield f"orders go to {test}"


@requirement("OUT")
def bus_and_functions_are_shown(account):
    bus = account.client("events").describe_event_bus(Name=account.buses[0])
    if (account.outputs["eventbridge_bus_name"], account.outputs["eventbridge_bus_arn"]) != (bus["Name"], bus["Arn"]):
        yield f"the bus shown is {account.outputs['eventbridge_bus_arn']}"
    names = {n: f["FunctionName"] for n, f in account.functions.items()}
    arns = {n: f["FunctionArn"] for n, f in account.functions.items()}
    if account.outputs["lambda_function_names"] != names or account.outputs["lambda_function_arns"] != arns:
        yield f"the functions shown are {account.outputs['lambda_function_arns']}"


@requirement("OUT")
def consoles_and_commands_are_shown(account):
    for name, page in (("xray_traces_url", "traces"), ("xray_service_map_url", "service-map")):
        url = account.outputs[name]
        if not url.startswith(f"https://{account.region}.console.aws.amazon.com/") or page not in url:
            yield f"{name} is {url}"
    commands = "\n".join(account.outputs["test_commands"].values())
    for part in (
        account.outputs["api_gateway_test_url"],
        "aws xray get-trace-summaries",
        "aws xray get-service-graph",
        "aws events put-events",
        "aws events list-rules",
        f"aws logs tail --region {account.region} /aws/lambda/",
        account.buses[0],
    ):
        if part not in commands:
            yield f"no test command has '{part}'"
    if "${" in commands:
        yield f"something in the commands was not evaluated: {commands}"
