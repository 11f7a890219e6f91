"""The canary of a stack, run for real: its own package, its own environment, AWS at the stand-in.

Healthy while all is well; with X-Ray denied, heard through its own topic and no alarm (FR-019, FR-049, FR-050).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

# What Lambda does around a handler. Waits are cut short: nothing here takes the minutes that AWS may take.
LAMBDA = """
import sys, time
from types import SimpleNamespace

directory, module, function, milliseconds = sys.argv[1:]
wait = time.sleep
time.sleep = lambda seconds: wait(min(seconds, 0.2))
sys.path.insert(0, directory)
context = SimpleNamespace(
    get_remaining_time_in_millis=lambda: int(milliseconds), aws_request_id="00000000-0000-0000-0000-000000000000",
    function_name="canary", log_group_name="/aws/lambda/canary", log_stream_name="stream", memory_limit_in_mb="128",
    invoked_function_arn="arn")
getattr(__import__(module), function)({}, context)
"""
QUICK = {"TRACE_WAIT_SECONDS": "1", "METRIC_WAIT_SECONDS": "1"}


def run_canaries(state, directory, cloud):
    """What is wrong with the canaries of a stack; yields nothing where there are none."""
    for resource in state.get("values", {}).get("root_module", {}).get("resources", []):
        if resource["type"] == "aws_lambda_function" and resource["values"]["function_name"].endswith("-canary"):
            yield from wrongs_of(resource["values"], directory, cloud)


def wrongs_of(declared, directory, cloud):
    region = declared["arn"].split(":")[3]
    function = cloud.client("lambda", region).get_function_configuration(FunctionName=declared["function_name"])
    environment = function["Environment"]["Variables"]
    name, namespace = function["FunctionName"], environment["METRICS_NAMESPACE"]
    if not declared["filename"]:
        yield f"{name}: its package is not beside the configuration"
        return
    with tempfile.TemporaryDirectory(prefix="canary-") as unpacked:
        zipfile.ZipFile(Path(directory) / declared["filename"]).extractall(unpacked)

        def run():
            module, handler = function["Handler"].rsplit(".", 1)
            return subprocess.run(
                [sys.executable, "-c", LAMBDA, unpacked, module, handler, str(function["Timeout"] * 1000)],
                env=cloud.environment() | {"AWS_REGION": region, "AWS_DEFAULT_REGION": region} | environment | QUICK,
                cwd=unpacked,
                capture_output=True,
                text=True,
                timeout=120,
            )

        good = run()
        if good.returncode or cloud.calls(service="sns", operation="Publish"):
            yield f"{name}: not healthy while all is well: {good.stdout} {good.stderr}"
        if lowest_health(cloud, region, namespace) != 1:
            yield f"{name}: 'Healthy' in '{namespace}' is not 1 while all is well: {good.stdout}"
        yield from alarms_on_nothing(cloud, region, namespace, name)

        cloud.deny("xray", "PutTraceSegments")
        bad = run()
        cloud.allow_everything()
        heard = [c["params"].get("TopicArn") for c in cloud.calls(service="sns", operation="Publish")]
        if environment["OUT_OF_BAND_TOPIC_ARN"] not in heard:
            yield f"{name}: says nothing to its topic while X-Ray is denied, heard {heard}: {bad.stdout} {bad.stderr}"
        if lowest_health(cloud, region, namespace) != 0:
            yield f"{name}: 'Healthy' in '{namespace}' is not 0 while X-Ray is denied: {bad.stdout}"


def lowest_health(cloud, region, namespace):
    now = datetime.now(timezone.utc)
    points = cloud.client("cloudwatch", region).get_metric_statistics(
        Namespace=namespace,
        MetricName="Healthy",
        StartTime=now - timedelta(minutes=10),
        EndTime=now + timedelta(minutes=10),
        Period=60,
        Statistics=["Minimum"],
    )["Datapoints"]
    return min((p["Minimum"] for p in points), default=None)


def alarms_on_nothing(cloud, region, namespace, name):
    """An alarm on a metric that the canary does not send can only ever tell of missing data."""
    client = cloud.client("cloudwatch", region)
    sent = {identity(m) for m in client.list_metrics(Namespace=namespace)["Metrics"]}
    for alarm in client.describe_alarms()["MetricAlarms"]:
        if alarm.get("Namespace") == namespace and identity(alarm) not in sent:
            yield f"{name}: alarm '{alarm['AlarmName']}' watches a metric that the canary does not send"


def identity(metric):
    return metric["MetricName"], json.dumps(sorted((d["Name"], d["Value"]) for d in metric.get("Dimensions", [])))
