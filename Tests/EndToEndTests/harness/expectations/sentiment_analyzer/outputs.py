"""What the frontend is configured with."""

from __future__ import annotations

from ..requirement import requirement


@requirement("FR-016", "FR-032")
def the_page_finds_its_monitor_and_identity_pool(account):
    monitor = account.client("rum").get_app_monitor(Name=f"{account.prefix}web")["AppMonitor"]
    configuration = monitor["AppMonitorConfiguration"]
    shown = {
        "rum_app_monitor_id": monitor["Id"],
        "rum_identity_pool_id": configuration["IdentityPoolId"],
        "rum_guest_role_arn": configuration["GuestRoleArn"],
        "region": account.region,
    }
    for name, value in shown.items():
        if account.outputs[name] != value:
            yield f"{name} is {account.outputs[name]}, not {value}"


@requirement("FR-032", "FR-014")
def the_page_finds_its_api_and_the_server_its_stream(account):
    gateway = account.client("apigateway")
    [api] = [a for a in gateway.get_rest_apis()["items"] if a["name"].startswith(account.prefix)]
    [stage] = gateway.get_stages(restApiId=api["id"])["item"]
    url = account.outputs["api_url"]
    if api["id"] not in url or not url.rstrip("/").endswith(f"/{stage['stageName']}"):
        yield f"the API is said to be at {url}"
    stream = account.client("lambda").get_function_url_config(FunctionName=f"{account.prefix}sse-streaming")
    if account.outputs["event_stream_url"] != stream["FunctionUrl"]:
        yield f"the stream is said to be at {account.outputs['event_stream_url']}, not at {stream['FunctionUrl']}"
