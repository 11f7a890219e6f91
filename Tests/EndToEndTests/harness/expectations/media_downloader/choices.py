"""What its variables change: tracing on demand, the roll-back, and the way to Apple once there is a certificate."""

from __future__ import annotations

from .options import SWITCHED


def unmet(environment, planned_with):
    push = {"enable_push_notifications": True, "apns_private_key": "key", "apns_certificate": "certificate"}
    variable, modes, api = SWITCHED.get(environment, (None, None, None))
    planned = planned_with(**push, **({variable: True} if variable else {}))

    # RB: "Set Lambda tracing mode to PassThrough via Terraform"; O4: "var.enable_xray_tracing ? Active : PassThrough"
    for name, mode in (modes or {}).items():
        values = planned[f"aws_lambda_function.{name}"]
        found = values["tracing_config"][0]["mode"]
        if found != mode:
            yield f"with {variable} '{name}' has tracing mode {found}, not {mode}"
        told = values["environment"][0]["variables"].get("ENABLE_XRAY")
        if told != ("true" if mode == "Active" else "false"):
            yield f"with {variable} '{name}' is told ENABLE_XRAY={told}"
    stages = [v["xray_tracing_enabled"] for a, v in planned.items() if a.startswith("aws_api_gateway_stage.")]
    if variable and stages != [api]:
        yield f"with {variable} the API's tracing is {stages}"

    # UC4: SNS -> APNS, with a word of what was not delivered
    applications = [v for a, v in planned.items() if a.startswith("aws_sns_platform_application.")]
    platform = "APNS" if environment == "prod" else "APNS_SANDBOX"
    if [a["platform"] for a in applications] != [platform]:
        yield f"with a certificate there are applications {[a['platform'] for a in applications]}"
    for application in applications:
        # known after apply, where it is a role of this stack
        if application.get("failure_feedback_role_arn") == "":
            yield f"nobody learns what {application['name']} did not deliver"
