"""The canary's handler, against fakes of the three AWS services it talks to and a clock that only
moves when it sleeps or when a call hangs. Every request is checked with botocore's own model of the
service, and with the limits that AWS enforces and the model does not know.

    python3 -m pytest Tests/CanaryTests
"""

import importlib.util
import json
import re
import sys
import urllib.request
from datetime import UTC
from pathlib import Path
from types import SimpleNamespace

import boto3
import botocore.session
import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.validate import ParamValidator

SOURCE = Path(__file__).parents[2] / "Sources/AWSModel/Components/Canary/canary.py"
sys.dont_write_bytecode = True  # nothing but the handler belongs beside it: it is packaged from there
_spec = importlib.util.spec_from_file_location("canary", SOURCE)
canary = importlib.util.module_from_spec(_spec)
sys.modules["canary"] = canary  # dataclasses look their module up
_spec.loader.exec_module(canary)

TOPIC = "arn:aws:sns:eu-west-1:123456789012:canary-out-of-band"
START = 1_800_000_030.25  # half past a minute: an earlier run may share it
TIMEOUT = 300
_models = botocore.session.get_session()


class FakeService:
    """Answers `operation(**request)` with the method of that name, after checking the request."""

    def __init__(self, service, clock):
        self.model, self.clock = _models.get_service_model(service), clock
        self.calls, self.failures, self.seconds_per_call = [], {}, 0

    def fail(self, operation, error=None):
        self.failures[operation] = error or ClientError(
            {"Error": {"Code": "AccessDenied", "Message": "no identity-based policy allows it"}}, operation
        )

    def named(self, operation):
        return [request for name, request in self.calls if name == operation]

    def answer(self, operation, request, reply):
        report = ParamValidator().validate(request, self.model.operation_model(operation).input_shape)
        assert not report.has_errors(), report.generate_report()
        self.calls.append((operation, request))
        self.clock.sleep(self.seconds_per_call)
        if operation in self.failures:
            raise self.failures[operation]
        return reply()


class FakeXRay(FakeService):
    def __init__(self, clock):
        super().__init__("xray", clock)
        self.delay = 12  # seconds from acceptance to readability
        self.loses = lambda n: False  # whether the nth segment vanishes
        self.drops = lambda n: False  # whether the nth segment is returned as unprocessed
        self.accepted = {}  # trace id -> when it becomes readable
        self.segments = []

    def put_trace_segments(self, **request):
        documents = [json.loads(d) for d in request["TraceSegmentDocuments"]]
        assert 1 <= len(documents) <= 50, "Too many segments"

        def reply():
            unprocessed = []
            for document in documents:
                n = len(self.segments)
                self.segments.append(document)
                if self.drops(n):
                    unprocessed.append({"Id": document["id"], "ErrorCode": "Throttled", "Message": "rate exceeded"})
                elif not self.loses(n):
                    self.accepted[document["trace_id"]] = self.clock() + self.delay
            return {"UnprocessedTraceSegments": unprocessed}

        return self.answer("PutTraceSegments", request, reply)

    def batch_get_traces(self, **request):
        assert 1 <= len(request["TraceIds"]) <= 5, "Too many trace ids"

        def reply():
            readable = [i for i in request["TraceIds"] if self.accepted.get(i, float("inf")) <= self.clock()]
            missing = [i for i in request["TraceIds"] if i not in readable]
            return {"Traces": [{"Id": i, "Segments": []} for i in readable], "UnprocessedTraceIds": missing}

        return self.answer("BatchGetTraces", request, reply)


class FakeCloudWatch(FakeService):
    def __init__(self, clock):
        super().__init__("cloudwatch", clock)
        self.delay = 70
        self.data = []  # (readable from, namespace, name, timestamp, value)

    def put_metric_data(self, **request):
        assert request["MetricData"]

        def reply():
            for datum in request["MetricData"]:
                at = datum["Timestamp"].timestamp() if "Timestamp" in datum else self.clock()
                readable = self.clock() + self.delay
                self.data.append((readable, request["Namespace"], datum["MetricName"], at, datum["Value"]))
            return {}

        return self.answer("PutMetricData", request, reply)

    def get_metric_statistics(self, **request):
        start, end = request["StartTime"], request["EndTime"]
        assert start.tzinfo is UTC and start < end and request["Period"] % 60 == 0

        def reply():
            # As CloudWatch does: times count by their minute, the start is inclusive, the end is not.
            series = {}
            for readable, namespace, name, at, value in self.data:
                minute = at // 60 * 60
                wanted = (namespace, name) == (request["Namespace"], request["MetricName"])
                within = start.timestamp() // 60 * 60 <= minute < end.timestamp()
                if wanted and within and readable <= self.clock():
                    series.setdefault(minute, []).append(value)
            return {"Datapoints": [{"Timestamp": minute, "Maximum": max(v)} for minute, v in series.items()]}

        return self.answer("GetMetricStatistics", request, reply)

    def emitted(self):
        return {name: value for _, _, name, _, value in self.data if name != "Probe"}


class FakeSNS(FakeService):
    def __init__(self, clock):
        super().__init__("sns", clock)

    def publish(self, **request):
        return self.answer("Publish", request, lambda: {"MessageId": "1"})


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        assert seconds >= 0  # as time.sleep insists
        self.now += seconds


class World:
    """A canary among fakes, and its Lambda context."""

    def __init__(self):
        self.clock = Clock()
        self.xray, self.cloudwatch, self.sns = FakeXRay(self.clock), FakeCloudWatch(self.clock), FakeSNS(self.clock)
        self.timeout = TIMEOUT

    def context(self):
        began = self.clock()
        return SimpleNamespace(
            get_remaining_time_in_millis=lambda: int((began + self.timeout - self.clock()) * 1000),
            aws_request_id="c0ffee00-0000",
            log_group_name="/aws/lambda/canary",
        )

    def run(self, **settings):
        settings = {"name": "sentiment-canary", "traces_per_run": 5, "trace_wait": 60, "metric_wait": 120, **settings}
        return canary.Canary(
            **settings, namespace="Sentiment/Canary", topic_arn=TOPIC, xray=self.xray, cloudwatch=self.cloudwatch,
            sns=self.sns, clock=self.clock, sleep=self.clock.sleep,
        ).run(self.context())  # fmt: skip

    @property
    def elapsed(self):
        return self.clock() - START

    @property
    def alerts(self):
        return self.sns.named("Publish")


@pytest.fixture
def world():
    return World()


def test_both_planes_work(world):
    summary = world.run()
    assert world.cloudwatch.emitted() == {"Healthy": 1, "trace_data_loss_ratio": 0, "MetricPipelineHealthy": 1}
    assert world.alerts == []
    assert summary["planes"]["tracing"] == {"sent": 5, "back": 5, "errors": []}
    assert summary["planes"]["metrics"] == {"sent": 1, "back": 1, "errors": []}
    assert summary["down"] == [] and summary["healthNotEmitted"] is None
    assert json.loads(json.dumps(summary)) == summary


def test_a_healthy_run_ends_when_everything_is_back_and_not_when_the_wait_is_over(world):
    world.cloudwatch.delay = 35
    world.run()
    assert 35 <= world.elapsed <= 45


def test_segments_are_valid_and_every_trace_is_its_own(world):
    world.run()
    for segment in world.xray.segments:
        assert segment["name"] == "sentiment-canary"
        assert re.fullmatch(r"[0-9a-f]{16}", segment["id"])
        assert re.fullmatch(r"1-[0-9a-f]{8}-[0-9a-f]{24}", segment["trace_id"])
        assert int(segment["trace_id"][2:10], 16) == int(START)
        assert segment["start_time"] <= segment["end_time"] == START
    assert len({s["trace_id"] for s in world.xray.segments}) == 5


def test_the_summary_is_in_the_log(world, capsys):
    summary = world.run()
    assert json.loads(capsys.readouterr().out) == summary


def test_one_lost_trace_is_a_loss_ratio_and_not_an_outage(world):
    world.xray.loses = lambda n: n == 2
    summary = world.run()
    assert world.cloudwatch.emitted() == {"Healthy": 1, "trace_data_loss_ratio": 0.2, "MetricPipelineHealthy": 1}
    assert summary["planes"]["tracing"]["back"] == 4
    assert world.alerts == []


def test_an_unprocessed_segment_is_lost_at_once_and_not_asked_for(world):
    world.xray.drops = lambda n: n == 0
    summary = world.run()
    assert world.cloudwatch.emitted()["trace_data_loss_ratio"] == 0.2
    assert summary["planes"]["tracing"]["errors"] == ["X-Ray dropped segments: Throttled rate exceeded"]
    asked = {i for request in world.xray.named("BatchGetTraces") for i in request["TraceIds"]}
    assert world.xray.segments[0]["trace_id"] not in asked


def test_all_segments_unprocessed_is_an_outage(world):
    world.xray.drops = lambda n: True
    assert world.run()["down"] == ["tracing"]
    assert world.cloudwatch.emitted()["trace_data_loss_ratio"] == 1
    assert "Throttled rate exceeded" in world.alerts[0]["Message"]


def test_all_traces_lost_twice_alerts(world):
    world.xray.loses = lambda n: True
    summary = world.run()
    assert world.cloudwatch.emitted() == {"Healthy": 0, "trace_data_loss_ratio": 1, "MetricPipelineHealthy": 1}
    assert summary["planes"]["tracing"]["sent"] == 10
    (alert,) = world.alerts
    assert alert["TopicArn"] == TOPIC
    assert alert["Subject"] == "Canary: tracing down (sentiment-canary)"
    for part in ("expected 10 back", "found 0", "60 s", "AWS Health"):
        assert part in alert["Message"]
    for part in ("2027-01-15T08:00:30Z", "c0ffee00", "/aws/lambda/canary"):
        assert part in alert["Message"]


def test_a_metric_that_never_arrives_alerts(world):
    world.cloudwatch.delay = 10_000
    assert world.run()["down"] == ["metrics"]
    assert world.cloudwatch.emitted() == {"Healthy": 0, "trace_data_loss_ratio": 0, "MetricPipelineHealthy": 0}
    assert len(world.alerts) == 1 and "Canary: metrics down" in world.alerts[0]["Subject"]
    assert len(world.xray.named("PutTraceSegments")) == 1, "the plane that works is not tried again"


def test_traces_missed_once_do_not_alert(world):
    world.xray.loses = lambda n: n < 5
    summary = world.run()
    assert world.alerts == [] and summary["down"] == []
    assert world.cloudwatch.emitted() == {"Healthy": 1, "trace_data_loss_ratio": 0.5, "MetricPipelineHealthy": 1}


def test_a_metric_missed_once_does_not_alert(world):
    world.cloudwatch.delay = 150
    summary = world.run()
    assert world.alerts == [] and summary["health"]["Healthy"] == 1
    assert len(world.cloudwatch.named("PutMetricData")) == 3, "two probes and the health metrics"


def test_the_two_attempts_are_a_full_wait_apart_even_when_calls_fail_at_once(world):
    times = []
    denied = ClientError({"Error": {"Code": "AccessDenied", "Message": ""}}, "PutTraceSegments")

    def put(**_):
        times.append(world.clock())
        raise denied

    world.xray.put_trace_segments = put
    world.run()
    assert len(times) == 2 and times[1] - times[0] >= 60


def test_an_earlier_runs_metric_in_the_same_minute_is_not_taken_for_this_runs(world):
    earlier = START - 20
    world.cloudwatch.data.append((earlier, "Sentiment/Canary", "Probe", earlier, int(earlier)))
    world.cloudwatch.delay = 10_000
    assert world.run()["down"] == ["metrics"]


def test_put_metric_data_denied_alerts_without_cloudwatch(world):
    world.cloudwatch.fail("PutMetricData")
    summary = world.run()
    assert summary["down"] == ["metrics"]
    assert "AccessDenied" in summary["healthNotEmitted"]
    assert "(AccessDenied) when calling the PutMetricData operation" in world.alerts[0]["Message"]
    assert summary["planes"]["tracing"]["back"] == 5


def test_get_metric_statistics_denied_alerts(world):
    world.cloudwatch.fail("GetMetricStatistics")
    assert world.run()["down"] == ["metrics"]
    assert world.cloudwatch.emitted()["MetricPipelineHealthy"] == 0


@pytest.mark.parametrize("operation", ["PutTraceSegments", "BatchGetTraces"])
def test_x_ray_denied_alerts_and_leaves_the_metrics_plane_alone(world, operation):
    world.xray.fail(operation)
    assert world.run()["down"] == ["tracing"]
    assert world.cloudwatch.emitted() == {"Healthy": 0, "trace_data_loss_ratio": 1, "MetricPipelineHealthy": 1}
    assert world.alerts[0]["Message"].count(f"when calling the {operation} operation") == 1


def test_both_planes_down_is_one_message_about_both(world):
    world.xray.fail("PutTraceSegments")
    world.cloudwatch.fail("PutMetricData")
    assert world.run()["down"] == ["tracing", "metrics"]
    (alert,) = world.alerts
    assert alert["Subject"] == "Canary: tracing and metrics down (sentiment-canary)"
    assert "PutTraceSegments" in alert["Message"] and "PutMetricData" in alert["Message"]


def test_an_alert_that_cannot_be_published_fails_the_invocation_after_the_health_metrics(world):
    world.xray.loses = lambda n: True
    world.sns.fail("Publish")
    with pytest.raises(ClientError, match="Publish"):
        world.run()
    assert world.cloudwatch.emitted()["Healthy"] == 0


def test_a_healthy_run_needs_no_sns(world):
    world.sns.fail("Publish")
    assert world.run()["down"] == []


@pytest.mark.parametrize("traces", [5, 60])
def test_hanging_apis_cannot_keep_the_run_from_reporting_in_time(world, traces):
    timeout = ReadTimeoutError(endpoint_url="https://example")
    for service in (world.xray, world.cloudwatch):
        service.seconds_per_call = 13
        for operation in ("PutTraceSegments", "BatchGetTraces", "PutMetricData", "GetMetricStatistics"):
            service.fail(operation, timeout)
    world.sns.seconds_per_call = 12
    assert world.run(traces_per_run=traces)["down"] == ["tracing", "metrics"]
    assert len(world.alerts) == 1
    assert world.elapsed < TIMEOUT


def test_slow_answers_for_many_traces_do_not_outlast_the_function(world):
    world.xray.seconds_per_call = 4
    world.xray.loses = lambda n: True
    assert world.run(traces_per_run=120)["down"] == ["tracing"]
    assert world.elapsed < TIMEOUT


def test_a_timeout_too_short_for_two_attempts_fails_every_run(world):
    world.timeout = 240
    with pytest.raises(ValueError, match="timeout leaves 190 s"):
        world.run()
    assert world.xray.calls == world.cloudwatch.calls == []


def test_subjects_fit_sns_and_are_ascii_on_one_line(world):
    world.xray.loses = lambda n: True
    world.cloudwatch.delay = 10_000
    world.run(name="é" * 120)
    subject = world.alerts[0]["Subject"]
    assert len(subject) < 100 and subject.isascii() and subject.isprintable()
    assert subject.startswith("Canary: tracing and metrics down")


def test_many_traces_go_in_batches_that_x_ray_takes(world):
    world.run(traces_per_run=120)
    assert [len(r["TraceSegmentDocuments"]) for r in world.xray.named("PutTraceSegments")] == [50, 50, 20]
    assert world.cloudwatch.emitted()["trace_data_loss_ratio"] == 0


@pytest.fixture(scope="module")
def cloud():
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "EndToEndTests" / "harness"))
    from stand_in_process import stand_in as running

    with running() as cloud:
        yield cloud


@pytest.fixture
def stand_in(cloud, monkeypatch):
    url = cloud.url
    for name, value in {
        "AWS_ENDPOINT_URL": url,
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "CANARY_NAME": "stand-in-canary",
        "METRICS_NAMESPACE": "StandIn/Canary",
        "OUT_OF_BAND_TOPIC_ARN": TOPIC,
        "TRACES_PER_RUN": "7",
        "TRACE_WAIT_SECONDS": "6",
        "METRIC_WAIT_SECONDS": "6",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(canary, "POLL_SECONDS", 0.2)
    topic = boto3.client("sns").create_topic(Name=TOPIC.split(":")[-1])["TopicArn"]
    assert topic == TOPIC
    return url


def test_the_handler_runs_against_the_aws_stand_in(stand_in):
    summary = canary.handler({}, World().context())
    assert summary["planes"]["tracing"] == {"sent": 7, "back": 7, "errors": []}
    assert summary["planes"]["metrics"]["errors"] == []
    assert summary["health"] == {"Healthy": 1, "trace_data_loss_ratio": 0, "MetricPipelineHealthy": 1}
    assert summary["healthNotEmitted"] is None
    listed = boto3.client("cloudwatch").list_metrics(Namespace="StandIn/Canary")["Metrics"]
    assert {m["MetricName"] for m in listed} == {"Probe", "Healthy", "trace_data_loss_ratio", "MetricPipelineHealthy"}


def test_the_handler_reaches_sns_when_x_ray_and_cloudwatch_cannot_be_reached(stand_in, monkeypatch):
    for service in ("XRAY", "CLOUDWATCH"):
        monkeypatch.setenv(f"AWS_ENDPOINT_URL_{service}", "http://127.0.0.1:9")  # nobody listens there
    summary = canary.handler({}, World().context())
    assert summary["down"] == ["tracing", "metrics"]
    with urllib.request.urlopen(f"{stand_in}/_stand_in/calls?operation=Publish") as answer:
        (*_, call) = json.load(answer)
    assert call["status"] == 200
    assert call["params"]["Subject"] == "Canary: tracing and metrics down (stand-in-canary)"
    assert call["params"]["Message"].count("Could not connect to the endpoint URL") >= 2
