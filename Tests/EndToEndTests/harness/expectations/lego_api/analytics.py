"""The dashboard, and the links to it."""

from __future__ import annotations

from readback.reader import parsed

from ..requirement import requirement
from ..watched import trace_groups


@requirement("AC10", "DB", "trap T4")
def the_dashboard_draws_traces_and_error_traces(account):
    cloudwatch = account.client("cloudwatch")
    name = "lego-api-xray-analytics" if account.environment == "production" else f"{account.prefix}xray-analytics"
    body = parsed(cloudwatch.get_dashboard(DashboardName=name)["DashboardBody"])
    widgets = {w["properties"].get("title"): w for w in body["widgets"]}
    for title in ("X-Ray Trace Count", "X-Ray Error Traces"):
        widget = widgets[title]
        if (widget["width"], widget["height"], widget["properties"].get("period")) != (12, 6, 300):
            yield f"'{title}' is not 12 by 6 over five minutes"
        for namespace, metric, dimension, group, options in widget["properties"]["metrics"]:
            if (namespace, metric, dimension) != ("AWS/X-Ray", "ApproximateTraceCount", "GroupName"):
                yield f"'{title}' draws {namespace} {metric}, which does not exist"
            if group not in trace_groups(account) or options["stat"] != "Sum":
                yield f"'{title}' does not sum a group that there is: {group}, {options}"


@requirement("RS1")
def dashboards_and_outputs_link_to_traces(account):
    for name in ("service_map_url", "traces_url", "xray_dashboard_url"):
        link = account.outputs.get(name, "")
        if not link.startswith(f"https://{account.region}.console.aws.amazon.com/"):
            yield f"output '{name}' is no link to the console: '{link}'"
    if not account.outputs.get("api_url", "").endswith(f"/{account.environment}"):
        yield f"output 'api_url' is '{account.outputs.get('api_url')}'"
