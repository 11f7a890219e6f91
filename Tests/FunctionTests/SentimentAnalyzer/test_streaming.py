"""The stream: what a client reads, what the collector gets, and the runtime that sends it.

The last tests start the package's own `bootstrap` as Lambda does, between a runtime API, a collector
and an AWS of ours, all on loopback.
"""

import base64
import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest
from function_harness import REPOSITORY
from google.protobuf import json_format
from moto.server import ThreadedMotoServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from sentiment_system import environment, make_tables

FUNCTION = "sentiment-analyzer-dev-sse-streaming"
FOLDER = REPOSITORY / "stacks/SentimentAnalyzer/functions/sse_streaming"
ROOT, PARENT = "1-6917f0a1-0123456789abcdef01234567", "53995c3f42cd8ad8"
SAMPLED = f"Root={ROOT};Parent={PARENT};Sampled=1"


class Collector(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.received.append((self.path, self.headers["Content-Type"], body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def collector():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    server.received, server.status = [], 200
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    server.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield server
    server.shutdown()
    server.server_close()


def value_of(attribute):
    ((kind, value),) = attribute["value"].items()
    return int(value) if kind == "intValue" else value


def spans_of(collector):
    """By name, after what the protocol's own definition says of the message."""
    spans = []
    for path, content_type, body in collector.received:
        assert (path, content_type) == ("/v1/traces", "application/json")
        json_format.ParseDict(body, ExportTraceServiceRequest())  # refuses an unknown field and a wrong type
        (resource,) = body["resourceSpans"]
        assert {a["key"]: value_of(a) for a in resource["resource"]["attributes"]} == {"service.name": FUNCTION}
        for span in resource["scopeSpans"][0]["spans"]:
            assert re.fullmatch("[0-9a-f]{32}", span["traceId"]) and re.fullmatch("[0-9a-f]{16}", span["spanId"])
            assert int(span["startTimeUnixNano"]) <= int(span["endTimeUnixNano"])
            spans.append({**span, "annotations": {a["key"]: value_of(a) for a in span["attributes"]}})
    return spans


def named(spans, name):
    return [span for span in spans if span["name"] == name]


def one(spans, name):
    (span,) = named(spans, name)
    return span


def analyzed(name, at, tickers=("AAPL",), sentiment="positive"):
    return {
        "source_id": name, "published_at": "2026-11-02T08:00:00.000+00:00", "status": "analyzed", "headline": name,
        "link": f"https://news.example.com/{name}", "tickers": list(tickers), "sentiment": sentiment,
        "score": Decimal("0.5"), "analyzed_at": at.isoformat(timespec="milliseconds"),
    }  # fmt: skip


def request(path="/stream", parameters=None, headers=None, signed=True):
    caller = {"authorizer": {"iam": {"userArn": "arn:aws:sts::123456789012:assumed-role/frontend/s"}}}
    return {
        "version": "2.0", "rawPath": path, "headers": headers or {}, "queryStringParameters": parameters,
        "requestContext": {"http": {"method": "GET", "path": path}} | (caller if signed else {}),
    }  # fmt: skip


def parsed(chunks):
    """The events of a stream."""
    events = []
    for block in b"".join(chunks).decode().strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        events.append({**fields, "data": json.loads(fields["data"])} if "data" in fields else fields)
    return events


class Streaming:
    def __init__(self, system, module, runtime):
        self.system, self.module, self.runtime = system, module, runtime

    def call(self, event, trace=SAMPLED, seconds=30):
        invocation = self.runtime.Invocation("id-1", trace, time.time() + seconds)
        return self.module.handler(event, invocation)

    def read(self, event, **options):
        response = self.call(event, **options)
        return response, parsed(list(response.body))


@pytest.fixture
def streaming(system, collector, monkeypatch):
    module = system.function.load(
        "sse_streaming",
        **environment(OTEL_SERVICE_NAME=FUNCTION, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url),
    )
    import streaming_runtime

    monkeypatch.setattr(module, "STREAM_SECONDS", 0.25)
    monkeypatch.setattr(module, "POLL_SECONDS", 0.1)
    return Streaming(system, module, streaming_runtime)


def test_a_client_gets_what_is_new_and_comes_back_for_more(streaming):
    earlier = datetime.now(UTC) - timedelta(minutes=1)
    for number, name in enumerate(("first", "second", "third")):
        streaming.system.items.put_item(Item=analyzed(name, earlier + timedelta(seconds=number)))
    last = f"{analyzed('first', earlier)['analyzed_at']}#first"
    response, events = streaming.read(request(headers={"last-event-id": last}))
    assert response.status == 200 and response.headers["Content-Type"] == "text/event-stream"
    retry, session, *updates = events
    assert retry == {"retry": "1000"}
    assert session["event"] == "session"
    assert session["data"] == {
        "session_id": response.headers["X-Session-Id"],
        "trace_id": ROOT,
        "connection_sequence": 1,
    }
    assert [update["data"]["headline"] for update in updates] == ["second", "third"]
    assert {update["event"] for update in updates} == {"sentiment_update"}
    assert updates[1]["data"]["score"] == 0.5

    _, again = streaming.read(request(headers={"last-event-id": updates[0]["id"]}))
    assert [update["data"]["headline"] for update in again[2:]] == ["third"]


def test_a_client_without_a_last_event_gets_what_is_analyzed_from_now_on(streaming):
    streaming.system.items.put_item(Item=analyzed("old", datetime.now(UTC) - timedelta(minutes=1)))
    response = streaming.call(request())
    streaming.system.items.put_item(Item=analyzed("new", datetime.now(UTC) + timedelta(milliseconds=5)))
    assert [event["data"]["headline"] for event in parsed(list(response.body))[2:]] == ["new"]


def test_a_page_gets_what_it_watches(streaming):
    earlier = datetime.now(UTC) - timedelta(minutes=1)
    streaming.system.items.put_item(Item=analyzed("apple", earlier))
    streaming.system.items.put_item(Item=analyzed("gloom", earlier, sentiment="negative"))
    streaming.system.items.put_item(Item=analyzed("other", earlier, tickers=["MSFT"]))
    parameters = {"tickers": "AAPL", "sentiment": "positive"}
    _, events = streaming.read(request("/configurations/c-1/stream", parameters, {"last-event-id": "2026"}))
    assert [event["data"]["headline"] for event in events[2:]] == ["apple"]


def test_spans_are_the_invocation_s_and_say_what_operators_look_for(streaming, collector):
    earlier = datetime.now(UTC) - timedelta(seconds=2)
    streaming.system.items.put_item(Item=analyzed("apple", earlier))
    response, _ = streaming.read(request(headers={"last-event-id": "2026"}))
    session = response.headers["X-Session-Id"]
    spans = spans_of(collector)
    assert {span["traceId"] for span in spans} == {ROOT.removeprefix("1-").replace("-", "")}
    assert {span["annotations"]["session_id"] for span in spans} == {session}  # FR-048

    for name in ("authentication", "connection_acquire", "global_stream", "connection_release"):
        assert one(spans, name)["parentSpanId"] == PARENT
    stream = one(spans, "global_stream")
    acquire = one(spans, "connection_acquire")["annotations"]  # FR-008
    assert acquire["current_count"] == 1 and acquire["max_connections"] == streaming.module.MAX_CONNECTIONS
    assert re.fullmatch("[0-9a-f-]{36}", acquire["connection_id"])
    released = one(spans, "connection_release")["annotations"]
    assert released["current_count"] == 0 and released["connection_id"] == acquire["connection_id"]

    polls = named(spans, "dynamodb_poll")
    assert len(polls) >= 2 and {poll["parentSpanId"] for poll in polls} == {stream["spanId"]}
    first = polls[0]["annotations"]  # FR-009
    assert (first["item_count"], first["changed_count"], first["sentiment_type"]) == (1, 1, "all")
    assert first["poll_duration_ms"] >= 0
    assert polls[1]["annotations"]["changed_count"] == 0

    dispatch = one(spans, "sse_event_dispatch")  # FR-006
    assert dispatch["parentSpanId"] == stream["spanId"]
    facts = dispatch["annotations"]
    assert 2_000 <= facts["latency_ms"] < 10_000
    assert (facts["event_type"], facts["is_clock_skew"], facts["is_cold_start"]) == ("sentiment_update", False, True)
    assert facts["connection_count"] == 1
    assert one(spans, "cloudwatch_put_metric_data")["parentSpanId"] == PARENT  # FR-027


def test_the_cache_reports_now_and_then(streaming, collector, monkeypatch):
    monkeypatch.setattr(streaming.module, "STREAM_SECONDS", 0.5)
    streaming.system.items.put_item(Item=analyzed("apple", datetime.now(UTC) - timedelta(seconds=2)))
    for _ in range(2):
        streaming.read(request(headers={"last-event-id": "2026"}))
    reports = [s["annotations"] for s in named(spans_of(collector), "dynamodb_poll") if "trigger" in s["annotations"]]
    assert len(reports) >= 2
    assert {name: reports[0][name] for name in ("cache_entry_count", "cache_max_entries", "trigger")} == {
        "cache_entry_count": 1, "cache_max_entries": 1_000, "trigger": "periodic",
    }  # fmt: skip
    assert reports[0]["cache_hit_rate"] == 0.0 and reports[0]["is_cold_start"] is True
    assert reports[-1]["cache_hit_rate"] == 0.5 and reports[-1]["is_cold_start"] is False  # the second had it


def test_a_session_goes_on_over_connections(streaming, collector):
    parameters = {"session_id": "s-1", "previous_trace_id": ROOT[:-1] + "f", "connection_sequence": "3"}
    response, events = streaming.read(request(parameters=parameters))
    assert events[1]["data"] == {"session_id": "s-1", "trace_id": ROOT, "connection_sequence": 3}
    for span in spans_of(collector):
        annotations = span["annotations"]
        assert annotations["session_id"] == "s-1" and annotations["connection_sequence"] == 3
        assert annotations["previous_trace_id"] == ROOT[:-1] + "f"


@pytest.mark.parametrize("parameters", [{"previous_trace_id": "x" * 9_000}, {"connection_sequence": "-1"}])
def test_what_clients_make_up_does_not_get_into_traces(streaming, collector, parameters):
    streaming.read(request(parameters=parameters))
    for span in spans_of(collector):
        assert "previous_trace_id" not in span["annotations"] and span["annotations"]["connection_sequence"] == 1


def test_latencies_are_metrics(streaming):
    streaming.system.items.put_item(Item=analyzed("apple", datetime.now(UTC) - timedelta(seconds=2)))
    streaming.read(request(headers={"last-event-id": "2026"}))
    metrics = streaming.system.metrics()
    assert metrics["EventLatencyMs"] >= 2_000 and metrics["PollDurationMs"] > 0
    assert set(metrics) == {"EventLatencyMs", "PollDurationMs"}


def test_clocks_that_differ_are_said_and_not_counted_below_zero(streaming, collector):
    streaming.system.items.put_item(Item=analyzed("apple", datetime.now(UTC) + timedelta(minutes=1)))
    streaming.read(request())
    facts = one(spans_of(collector), "sse_event_dispatch")["annotations"]
    assert facts["is_clock_skew"] is True and facts["latency_ms"] == 0
    assert streaming.system.metrics()["EventLatencyMs"] == 0


def test_a_client_too_many_is_turned_away_and_counted(streaming, collector, monkeypatch):
    monkeypatch.setattr(streaming.module.pool, "limit", 1)
    first = streaming.call(request())
    refused = streaming.call(request())
    body = json.loads(b"".join(refused.body))
    assert refused.status == 503 and refused.headers["Retry-After"] == "5" and body["message"]
    assert streaming.system.metrics() == {"ConnectionAcquireFailures": 1}
    spans = spans_of(collector)
    assert one(spans, "connection_acquire")["annotations"]["current_count"] == 1
    assert one(spans, "cloudwatch_put_metric_data")
    list(first.body)
    assert streaming.call(request()).status == 200


@pytest.mark.parametrize(("event", "status"), [(request(signed=False), 403), (request("/admin"), 404)])
def test_who_may_not_gets_no_stream(streaming, collector, event, status):
    assert streaming.call(event).status == status
    assert named(spans_of(collector), "connection_acquire") == []
    assert streaming.module.pool.open == set()


def test_a_connection_is_released_when_the_table_fails(streaming, collector):
    streaming.system.items.delete()
    response = streaming.call(request())
    with pytest.raises(Exception, match="ResourceNotFoundException"):
        list(response.body)
    assert streaming.module.pool.open == set()
    spans = spans_of(collector)
    for name in ("dynamodb_poll", "global_stream"):
        span = one(spans, name)
        assert span["status"]["code"] == 2
        facts = {a["key"]: value_of(a) for a in span["events"][0]["attributes"]}
        assert span["events"][0]["name"] == "exception" and facts["exception.type"] == "ResourceNotFoundException"


def test_a_client_that_goes_away_gives_its_place_back(streaming, collector):
    body = streaming.call(request()).body
    next(body)
    body.close()
    assert streaming.module.pool.open == set()
    assert one(spans_of(collector), "connection_release")


@pytest.mark.parametrize("trace", [f"Root={ROOT};Parent={PARENT};Sampled=0", f"Root={ROOT}", ""])
def test_what_is_not_sampled_sends_no_spans(streaming, collector, trace):
    streaming.read(request(), trace=trace)
    assert collector.received == []


def test_a_collector_that_is_away_fails_the_stream(streaming, collector):
    collector.status = 503
    with pytest.raises(Exception, match="503"):
        list(streaming.call(request()).body)  # FR-018


def test_x_ray_has_no_annotation_of_nothing(streaming, collector):
    import otlp_spans

    with pytest.raises(TypeError, match="NoneType"):
        otlp_spans.attribute(None)


def test_the_stream_ends_before_lambda_ends_it(streaming, monkeypatch):
    monkeypatch.setattr(streaming.module, "STREAM_SECONDS", 60)
    began = time.time()
    streaming.read(request(), seconds=5.2)
    assert time.time() - began < 2


class RuntimeAPI(BaseHTTPRequestHandler):
    """Lambda's: hands out invocations, and takes what comes back, byte by byte."""

    def do_GET(self):
        assert self.path == "/2018-06-01/runtime/invocation/next"
        while not self.server.waiting:
            time.sleep(0.01)
            if self.server.closing:
                return
        request_id, event, trace = self.server.waiting.pop(0)
        body = json.dumps(event).encode()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", request_id)
        self.send_header("Lambda-Runtime-Trace-Id", trace)
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + self.server.seconds) * 1_000)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        chunks, trailers = [], {}
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                chunks.append((time.time(), self.rfile.read(size)))
                assert self.rfile.readline() == b"\r\n"
            while (line := self.rfile.readline().strip()) != b"":
                name, value = line.decode().split(": ", 1)
                trailers[name] = value
        else:
            chunks.append((time.time(), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.answers.append((self.path, self.headers, chunks, trailers))

    def log_message(self, *_):
        pass


@pytest.fixture
def running(collector, monkeypatch):
    """The package as Lambda starts it: its wrapper, with the command of the Python runtime."""
    runtime = ThreadingHTTPServer(("127.0.0.1", 0), RuntimeAPI)
    runtime.waiting, runtime.answers, runtime.closing, runtime.seconds = [], [], False, 8
    threading.Thread(target=runtime.serve_forever, args=(0.02,), daemon=True).start()
    aws = ThreadedMotoServer("127.0.0.1", 0)
    aws.start()
    endpoint = f"http://127.0.0.1:{aws.get_host_and_port()[1]}"
    urllib.request.urlopen(urllib.request.Request(f"{endpoint}/moto-api/reset", method="POST")).read()
    make_tables(boto3.client("dynamodb", endpoint_url=endpoint))
    variables = environment(OTEL_SERVICE_NAME=FUNCTION, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url) | {
        "_HANDLER": "sse_streaming.handler", "LAMBDA_TASK_ROOT": str(FOLDER), "AWS_ENDPOINT_URL": endpoint,
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{runtime.server_address[1]}", "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    processes = []

    def start(**more):
        command = [str(FOLDER / "bootstrap"), sys.executable, "/var/runtime/bootstrap.py"]
        process = subprocess.Popen(command, env=os.environ | variables | more)
        processes.append(process)
        return process

    def answer_to(request_id, event, trace=SAMPLED):
        runtime.waiting.append((request_id, event, trace))
        return wait_for_answer()

    def wait_for_answer():
        deadline = time.time() + 30
        while not runtime.answers and time.time() < deadline:
            time.sleep(0.02)
        return runtime.answers.pop(0)

    start.answer_to, start.wait, start.endpoint, start.runtime = answer_to, wait_for_answer, endpoint, runtime
    yield start
    runtime.closing = True
    for process in processes:
        process.kill()
        process.wait()
    aws.stop()
    runtime.shutdown()
    runtime.server_close()


def test_the_bootstrap_streams_while_it_goes(running, collector):
    running()
    table = boto3.resource("dynamodb", endpoint_url=running.endpoint).Table("sentiment-analyzer-dev-items")
    table.put_item(Item=analyzed("apple", datetime.now(UTC) - timedelta(seconds=2)))
    path, headers, chunks, trailers = running.answer_to("id-7", request(headers={"last-event-id": "2026"}))
    assert path == "/2018-06-01/runtime/invocation/id-7/response"
    assert headers["Lambda-Runtime-Function-Response-Mode"] == "streaming"
    assert headers["Content-Type"] == "application/vnd.awslambda.http-integration-response"
    head, body = chunks[0][1].split(b"\0" * 8)
    assert json.loads(head)["statusCode"] == 200 and body == b""
    assert [event.get("event") for event in parsed([part for _, part in chunks[1:]])] == [
        None, "session", "sentiment_update",
    ]  # fmt: skip
    assert trailers == {}
    spans = spans_of(collector)
    assert one(spans, "global_stream")["parentSpanId"] == PARENT
    assert one(spans, "sse_event_dispatch")["parentSpanId"] == one(spans, "global_stream")["spanId"]
    # And the next, in the same environment.
    running.runtime.seconds = 5
    assert running.answer_to("id-8", request(signed=False))[2][0][1].startswith(b'{"statusCode": 403')
    assert {span["annotations"]["connection_sequence"] for span in spans_of(collector)} == {1}


def test_an_error_in_the_midst_of_a_stream_comes_behind_it(running, collector):
    running()
    boto3.client("dynamodb", endpoint_url=running.endpoint).delete_table(TableName="sentiment-analyzer-dev-items")
    _, _, chunks, trailers = running.answer_to("id-9", request())
    assert len(chunks) == 3  # the head and two events came before
    assert trailers["Lambda-Runtime-Function-Error-Type"] == "Unhandled"
    told = json.loads(base64.b64decode(trailers["Lambda-Runtime-Function-Error-Body"]))
    assert told["errorType"] == "ResourceNotFoundException" and told["stackTrace"]


def test_an_event_that_the_handler_cannot_take_is_told_as_an_error(running):
    running()
    path, headers, chunks, _ = running.answer_to("id-10", {"rawPath": "/stream"})
    assert path == "/2018-06-01/runtime/invocation/id-10/error"
    assert headers["Lambda-Runtime-Function-Error-Type"] == "Unhandled"
    assert json.loads(chunks[0][1])["errorType"] == "KeyError"


def test_a_handler_that_cannot_be_loaded_ends_the_runtime(running):
    process = running(_HANDLER="no_such.handler")
    path, _, chunks, _ = running.wait()
    assert path == "/2018-06-01/runtime/init/error"
    assert json.loads(chunks[0][1])["errorType"] == "ModuleNotFoundError"
    assert process.wait(10) == 1


def test_the_collector_s_configuration_takes_what_the_function_sends():
    yaml = pytest.importorskip("yaml")
    configuration = yaml.safe_load((FOLDER / "collector.yaml").read_text())
    assert configuration["receivers"]["otlp"]["protocols"]["http"]["endpoint"] == "localhost:4318"
    # Without it annotations are metadata, and no trace is found by its session (FR-048).
    assert configuration["exporters"]["awsxray"]["index_all_attributes"] is True
    assert configuration["service"]["pipelines"]["traces"] == {"receivers": ["otlp"], "exporters": ["awsxray"]}

