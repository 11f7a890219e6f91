"""How the functions of the sentiment analyzer are traced, log, and count.

Powertools patches boto3, once, where `Tracer` is made (FR-030), and a subsegment that an exception
leaves is marked (FR-029). The trace id is the only correlation id (FR-010).
Trouble with tracing itself is never caught here (FR-018).
"""

import functools
import os
import traceback
from contextlib import contextmanager

from aws_lambda_powertools import Logger, Tracer
from aws_xray_sdk.core.models.trace_header import TraceHeader

tracer = Tracer()
logger = Logger()

import boto3  # noqa: E402 - after Tracer has patched it
from botocore.exceptions import BotoCoreError, ClientError  # noqa: E402

cloudwatch = boto3.client("cloudwatch")


def traced_handler(handler):
    """A Lambda handler in a subsegment of its own, with the trace id in every line of its log (FR-012)."""

    @tracer.capture_lambda_handler(capture_response=False)
    @functools.wraps(handler)
    def run(event, context):
        logger.append_keys(correlation_id=trace_id(), requestId=context.aws_request_id)
        return handler(event, context)

    return run


def trace_id() -> str | None:
    """Lambda's, also for an invocation that is not sampled."""
    return TraceHeader.from_header_str(os.environ.get("_X_AMZN_TRACE_ID")).root


def subsegment(name: str):
    return tracer.provider.in_subsegment(name)


def mark_failed(subsegment, error: Exception):
    """For an exception that is caught inside of a subsegment, which the SDK does not see (FR-005)."""
    subsegment.add_error_flag()
    subsegment.add_exception(error, traceback.extract_tb(error.__traceback__))
    subsegment.put_metadata("exception", {"type": type(error).__name__, "message": str(error)})


def count(name: str, value: float = 1, unit: str = "Count"):
    """Without dimensions, as the alarm has it: CloudWatch keeps each combination of them apart."""
    datum = {"MetricName": name, "Value": value, "Unit": unit}
    cloudwatch.put_metric_data(Namespace=os.environ["POWERTOOLS_METRICS_NAMESPACE"], MetricData=[datum])


@contextmanager
def survivable(name: str, metric: str, errors=(BotoCoreError, ClientError)):
    """A step whose failure must not stop the run, and must not be silent either: a subsegment marked
    as failed (FR-002), a metric that no sampling hides (FR-043), and a line of the log."""
    with subsegment(name) as step:
        try:
            yield step
        except errors as error:
            mark_failed(step, error)
            logger.exception("%s failed", name)
            count(metric)
