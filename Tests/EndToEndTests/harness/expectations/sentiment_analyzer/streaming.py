"""The function that streams: its URL, its collector, its name."""

from __future__ import annotations

from ..requirement import requirement
from .names import FUNCTIONS


@requirement("FR-015", "FR-026", "FR-033")
def the_stream_has_a_streaming_url_that_browsers_may_use(account):
    name = account.functions["sse-streaming"]["FunctionName"]
    url = account.client("lambda").get_function_url_config(FunctionName=name)
    if url["InvokeMode"] != "RESPONSE_STREAM":
        yield f"the URL of '{name}' is {url['InvokeMode']}: it does not stream"
    allowed = [h.lower() for h in url.get("Cors", {}).get("AllowHeaders", [])]
    yield from (
        f"the URL of '{name}' does not allow {h}" for h in ("x-amzn-trace-id", "last-event-id") if h not in allowed
    )


@requirement("FR-026", "FR-046")
def the_stream_exports_through_a_collector_of_its_own(account):
    function, variables = account.functions["sse-streaming"], account.variables("sse-streaming")
    layers = [layer["Arn"] for layer in function.get("Layers", [])]
    if not any(":layer:aws-otel-collector-" in arn for arn in layers):
        yield f"'sse-streaming' has no collector layer: {layers}"
    if variables.get("OTEL_EXPORTER_OTLP_ENDPOINT") != "http://localhost:4318":
        yield f"'sse-streaming' exports to {variables.get('OTEL_EXPORTER_OTLP_ENDPOINT')}, not to the collector"
    # Python's managed runtime does not stream: the package's own takes its place.
    if variables.get("AWS_LAMBDA_EXEC_WRAPPER") != "/var/task/bootstrap":
        yield f"'sse-streaming' cannot stream from {function['Runtime']}"


@requirement("FR-046")
def nothing_is_instrumented_behind_its_back(account):
    for name in FUNCTIONS:
        wrapper = account.variables(name).get("AWS_LAMBDA_EXEC_WRAPPER", "")
        if wrapper.startswith("/opt/otel-"):
            yield f"'{name}' has its handler wrapped by {wrapper}"


@requirement("FR-047")
def the_stream_is_one_node_of_the_map(account):
    variables, name = account.variables("sse-streaming"), account.functions["sse-streaming"]["FunctionName"]
    names = {variables.get("OTEL_SERVICE_NAME"), variables.get("POWERTOOLS_SERVICE_NAME"), name}
    if names != {name}:
        yield f"'sse-streaming' goes by several names: {names}"
