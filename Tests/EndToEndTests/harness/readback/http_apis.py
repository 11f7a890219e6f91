"""The stages and integrations of HTTP APIs."""

from __future__ import annotations

from .reader import first


def http_stage(v, reader):
    found = reader.client("apigatewayv2").get_stage(ApiId=v["api_id"], StageName=v["name"])
    yield "auto_deploy", v["auto_deploy"], found["AutoDeploy"]
    declared, settings = first(v["default_route_settings"]), found.get("DefaultRouteSettings", {})
    for ours, theirs in {
        "throttling_burst_limit": "ThrottlingBurstLimit",
        "throttling_rate_limit": "ThrottlingRateLimit",
        "detailed_metrics_enabled": "DetailedMetricsEnabled",
    }.items():
        yield ours, declared.get(ours) or 0, settings.get(theirs) or 0
    log = first(v["access_log_settings"])
    yield "access log", log.get("format", ""), found.get("AccessLogSettings", {}).get("Format", "")


def http_integration(v, reader):
    found = reader.client("apigatewayv2").get_integration(ApiId=v["api_id"], IntegrationId=v["id"])
    yield "integration_uri", v["integration_uri"], found["IntegrationUri"]
    yield "payload_format_version", v["payload_format_version"], found["PayloadFormatVersion"]
    yield "timeout_milliseconds", v["timeout_milliseconds"], found["TimeoutInMillis"]


CHECKS = {"aws_apigatewayv2_stage": http_stage, "aws_apigatewayv2_integration": http_integration}
