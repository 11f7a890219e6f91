"""The observability canary: tests that the monitoring of the system still works.

Each run sends test traces to X-Ray and a test metric to CloudWatch, waits for them to become
readable, and reports what came back: as metrics for alarms to watch (FR-019, FR-049) and, when
a plane is down, directly to an SNS topic, without a CloudWatch alarm (FR-050).

A plane is down when two attempts in a row bring nothing back; the second is made in the same run.
Remembering the previous run instead would need a store, one more service that an outage can affect;
this way a run costs more only when something is already wrong. A plane that loses some of its
traces is not down: that is for an alarm on the loss ratio, with the stack's threshold (FR-036).

Environment:
  CANARY_NAME            names the test traces and the messages
  METRICS_NAMESPACE      used by this canary only: its metrics have no dimensions that distinguish two
  OUT_OF_BAND_TOPIC_ARN  the SNS topic to publish to
  TRACES_PER_RUN         test traces per attempt, at least 1
  TRACE_WAIT_SECONDS     how long an attempt waits for them (X-Ray takes 5 to 30 s)
  METRIC_WAIT_SECONDS    how long an attempt waits for the metric (CloudWatch takes 60 to 120 s)

The function's timeout must cover two attempts and the reserve; under a shorter one every run fails.
"""

import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

ATTEMPTS = 2
POLL_SECONDS = 10
SEGMENTS_PER_PUT, TRACES_PER_GET = 50, 5  # limits of X-Ray that botocore does not check

# A hanging call ends after about 2 * (2 + 4) s. The reserve holds a pause and three such calls:
# the one under way at the deadline, the health metrics and the alert.
CALL_LIMITS = Config(connect_timeout=2, read_timeout=4, retries={"total_max_attempts": 2})
RESERVE_SECONDS = 50


@dataclass
class Probe:
    """Test data sent to a plane to check whether it can be read back."""

    client: Any
    name: str
    wait: float
    deadline: float
    clock: Callable[[], float]
    sent: int = 0
    back: int = 0
    wait_ends: float = 0
    errors: list[str] = field(default_factory=list)

    @property
    def works(self) -> bool:
        return self.back > 0

    @property
    def pending(self) -> bool:
        return self.back < self.sent and self.clock() < min(self.wait_ends, self.deadline)

    def call(self, operation: Callable[..., dict], **request: Any) -> dict:
        """The response, or an empty one: neither an error nor a delay may prevent the run's report."""
        try:
            return operation(**request) if self.clock() < self.deadline else {}
        except (BotoCoreError, ClientError) as error:
            self.note(str(error))
            return {}

    def note(self, error: str) -> None:
        if error not in self.errors:
            self.errors.append(error)


@dataclass
class TraceProbe(Probe):
    """Test traces, of segments called `name`, read back from X-Ray by their ids (FR-019)."""

    plane = "tracing"
    advice = (
        "Conclude nothing from a missing trace. Check AWS Health for X-Ray; throttling of PutTraceSegments; "
        "that the canary's role allows xray:PutTraceSegments and xray:BatchGetTraces; and that Transaction "
        "Search is not enabled, which hides traces from BatchGetTraces."
    )
    count: int = 1
    awaited: set[str] = field(default_factory=set)

    def send(self) -> None:
        self.sent += self.count
        for segments in batches([self.new_segment() for _ in range(self.count)], SEGMENTS_PER_PUT):
            documents = [json.dumps(segment) for segment in segments]
            answer = self.call(self.client.put_trace_segments, TraceSegmentDocuments=documents)
            # A throttled segment is dropped permanently, although the call succeeds (FR-036).
            dropped = {segment.get("Id"): segment for segment in answer.get("UnprocessedTraceSegments", [])}
            for segment in dropped.values():
                self.note(f"X-Ray dropped segments: {segment.get('ErrorCode')} {segment.get('Message')}")
            self.awaited |= {segment["trace_id"] for segment in segments if segment["id"] not in dropped}

    def look(self) -> None:
        for trace_ids in batches(sorted(self.awaited), TRACES_PER_GET):
            answer = self.call(self.client.batch_get_traces, TraceIds=trace_ids)
            arrived = self.awaited & {trace["Id"] for trace in answer.get("Traces", [])}
            self.awaited -= arrived
            self.back += len(arrived)

    def new_segment(self) -> dict[str, Any]:
        now = self.clock()
        return {
            "name": self.name,
            "id": secrets.token_hex(8),
            "trace_id": f"1-{int(now):08x}-{secrets.token_hex(12)}",
            "start_time": now,
            "end_time": now,
        }


@dataclass
class MetricProbe(Probe):
    """A test metric in the namespace `name`, read back from CloudWatch (FR-049)."""

    plane = "metrics"
    advice = (
        "An alarm may be in OK only because data is missing: monitor the application by its logs. Check AWS Health "
        "for CloudWatch; and that the canary's role allows cloudwatch:GetMetricStatistics and, in the canary's "
        "namespace, cloudwatch:PutMetricData."
    )

    def __post_init__(self) -> None:
        # Sent as the metric's value: CloudWatch stores only the minute, but an earlier run's value is lower.
        self.run = int(self.clock())

    def send(self) -> None:
        self.sent += 1
        datum = {"MetricName": "Probe", "Value": self.run, "Timestamp": utc(self.clock())}
        self.call(self.client.put_metric_data, Namespace=self.name, MetricData=[datum])

    def look(self) -> None:
        answer = self.call(
            self.client.get_metric_statistics,
            Namespace=self.name,
            MetricName="Probe",
            StartTime=utc(self.run // 60 * 60),
            EndTime=utc(self.clock() + 60),
            Period=60,
            Statistics=["Maximum"],
        )
        if any(point["Maximum"] >= self.run for point in answer.get("Datapoints", [])):
            self.back = self.sent


@dataclass
class Canary:
    name: str
    namespace: str
    topic_arn: str
    traces_per_run: int
    trace_wait: float
    metric_wait: float
    xray: Any
    cloudwatch: Any
    sns: Any
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def run(self, context: Any) -> dict[str, Any]:
        traces, metrics = probes = self.new_probes(context.get_remaining_time_in_millis() / 1000)
        for _ in range(ATTEMPTS):
            self.attempt([probe for probe in probes if not probe.works])
        down = [probe for probe in probes if not probe.works]
        health = {
            "Healthy": int(not down),
            # Both FR-036's trace_data_loss and US6's trace_data_loss_ratio: alarm when it is high.
            "trace_data_loss_ratio": (traces.sent - traces.back) / traces.sent,
            "MetricPipelineHealthy": int(metrics.works),
        }
        summary = {
            "canary": self.name,
            "run": f"{utc(metrics.run):%Y-%m-%dT%H:%M:%SZ}",
            "requestId": context.aws_request_id,
            "health": health,
            "planes": {p.plane: {"sent": p.sent, "back": p.back, "errors": p.errors} for p in probes},
            "healthNotEmitted": self.emit(health),
            "down": [probe.plane for probe in down],
        }
        print(json.dumps(summary))
        if down:  # An error here is not caught: it shows as the function's Errors metric.
            self.sns.publish(TopicArn=self.topic_arn, **alert(self.name, down, summary["run"], context))
        return summary

    def new_probes(self, seconds_left: float) -> tuple[TraceProbe, MetricProbe]:
        usable = seconds_left - RESERVE_SECONDS
        if usable < ATTEMPTS * max(self.trace_wait, self.metric_wait):
            raise ValueError(f"the function's timeout leaves {usable:.0f} s, too short for {ATTEMPTS} attempts")
        limits = {"deadline": self.clock() + usable, "clock": self.clock}
        return (
            TraceProbe(self.xray, self.name, self.trace_wait, count=self.traces_per_run, **limits),
            MetricProbe(self.cloudwatch, self.namespace, self.metric_wait, **limits),
        )

    def attempt(self, probes: list[Probe]) -> None:
        for probe in probes:
            probe.send()
            probe.wait_ends = self.clock() + probe.wait
        while pending := [probe for probe in probes if probe.pending]:
            self.sleep(POLL_SECONDS)
            for probe in pending:
                probe.look()

    def emit(self, health: dict[str, float]) -> str | None:
        """Returns the error, if any; the alarms treat missing data as breaching (FR-020)."""
        data = [{"MetricName": name, "Value": value} for name, value in health.items()]
        try:
            self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=data)
        except (BotoCoreError, ClientError) as error:
            return str(error)
        return None


def alert(name: str, down: list[Probe], run: str, context: Any) -> dict[str, str]:
    """The message that SNS publishes, written for its recipients."""
    planes = " and ".join(probe.plane for probe in down)
    lines = [f"The canary '{name}' got nothing back from {planes} in {ATTEMPTS} attempts, the first at {run}."]
    for probe in down:
        lines += [
            "",
            f"{probe.plane}: expected {probe.sent} back, {probe.wait:g} s after each attempt at the latest; found 0",
            *(f"- {error}" for error in probe.errors or ["no call failed: what was accepted never arrived"]),
            f"To do: {probe.advice}",
        ]
    lines += ["", f"Request {context.aws_request_id} in log group {context.log_group_name}"]
    # SNS takes less than 100 characters without control characters; ASCII survives every mail gateway.
    subject = f"Canary: {planes} down ({name})".encode("ascii", "replace").decode()[:99]
    return {"Subject": subject, "Message": "\n".join(lines)}


def handler(event: Any, context: Any) -> dict[str, Any]:
    canary = Canary(
        name=os.environ["CANARY_NAME"],
        namespace=os.environ["METRICS_NAMESPACE"],
        topic_arn=os.environ["OUT_OF_BAND_TOPIC_ARN"],
        traces_per_run=int(os.environ["TRACES_PER_RUN"]),
        trace_wait=float(os.environ["TRACE_WAIT_SECONDS"]),
        metric_wait=float(os.environ["METRIC_WAIT_SECONDS"]),
        xray=boto3.client("xray", config=CALL_LIMITS),
        cloudwatch=boto3.client("cloudwatch", config=CALL_LIMITS),
        sns=boto3.client("sns", config=CALL_LIMITS),
    )
    return canary.run(context)


def batches(items: list, size: int) -> list[list]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def utc(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
