"""The ingestion, and its seven paths that used to fail in silence (FR-002, FR-043, US2)."""

import json
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from botocore.exceptions import ClientError
from function_harness import trace_header_of

NOW = datetime.now(UTC)


def rss(*titles, published=NOW):
    entries = "".join(
        f"<item><title>{title}</title><link>https://news.example.com/{number}</link>"
        f"<pubDate>{format_datetime(published)}</pubDate></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss><channel>{entries}</channel></rss>".encode()


@pytest.fixture
def feeds():
    """An HTTP server; `feeds.answers` says by path what it answers, or with which status."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.requests.append(self)
            answer = self.server.answers[self.path]
            self.send_response(answer if isinstance(answer, int) else 200)
            self.end_headers()
            if isinstance(answer, bytes):
                self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    server.answers, server.requests = {}, []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    server.url = lambda path: f"http://127.0.0.1:{server.server_address[1]}{path}"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def ingestion(system, topic, feeds, monkeypatch):
    arn, system.announced = topic("new-items")
    feeds.answers = {"/a": rss("Apple (NASDAQ: AAPL) beats estimates", "Weather"), "/b": rss()}
    system.load(
        "ingestion", NEW_ITEMS_TOPIC=arn, FEEDS=f"{feeds.url('/a')} {feeds.url('/b')}", TICKERS="AAPL MSFT"
    )
    return system


def refuse(code="ProvisionedThroughputExceededException"):
    def call(*_, **__):
        raise ClientError({"Error": {"Code": code, "Message": "slow down"}}, "Operation")

    return call


def failed(subsegment):
    """FR-005: marked, with the type and the message of the exception as metadata."""
    assert subsegment["error"] is True and subsegment["fault"] is True
    assert set(subsegment["metadata"]["default"]["exception"]) == {"type", "message"}
    return True


def test_what_is_new_is_stored_spread_and_announced(ingestion, traces, feeds):
    assert ingestion.invoke({}) == {"new": 2, "healed": 0}
    stored = {item["headline"]: item for item in ingestion.items.scan()["Items"]}
    apple = stored["Apple (NASDAQ: AAPL) beats estimates"]
    assert apple["tickers"] == ["AAPL"] and stored["Weather"]["tickers"] == []
    assert apple["status"] == "pending" and apple["link"] == "https://news.example.com/0"
    assert {point["ticker_resolution"] for point in ingestion.timeseries.scan()["Items"]} == {"AAPL#1h", "AAPL#1d"}
    assert ingestion.audit.scan()["Count"] == 2
    announced = {message["source_id"] for message in ingestion.announced()}
    assert announced == {item["source_id"] for item in stored.values()}
    assert ingestion.metrics() == {"NewItemsIngested": 2}
    assert {
        "## handler", "circuit_breaker_load", "circuit_breaker_save", "audit_trail_persist",
        "timeseries_fanout_batch_write", "downstream_notification_publish",
    } <= traces.names()  # fmt: skip
    assert not any(d.get("fault") or d.get("error") for d in traces.all())


def test_nothing_new_is_a_number_too(ingestion):
    ingestion.invoke({})
    assert ingestion.invoke({}) == {"new": 0, "healed": 0}
    assert ingestion.items.scan()["Count"] == 2
    assert ingestion.metrics() == {"NewItemsIngested": 2}  # 2 and 0


def test_the_trace_goes_on_behind_the_topic(ingestion, traces, requests):
    requests.watch(ingestion.module.sns)
    ingestion.invoke({})
    published = {call["id"] for call in traces.calls("Publish")}
    headers = [trace_header_of(headers) for headers in requests.headers("Publish")]
    assert {header["Parent"] for header in headers} == published and len(published) == 2
    assert {header["Root"] for header in headers} == {ingestion.function.trace_id}


def test_sources_are_fetched_in_the_trace_of_the_run(ingestion, traces, feeds):
    ingestion.invoke({})
    fetches = traces.named("feed_fetch")
    assert {fetch["annotations"]["source"] for fetch in fetches} == {feeds.url("/a"), feeds.url("/b")}
    assert all(traces.path(fetch) == ["feed_fetch", "## handler"] for fetch in fetches)
    assert len(feeds.requests) == 2


@pytest.mark.parametrize("answer", [500, b"no feed at all", b"<rss><item><title>no date</title></item></rss>"])
def test_a_source_that_fails_costs_no_other(ingestion, feeds, traces, answer):
    feeds.answers["/b"] = answer
    assert ingestion.invoke({})["new"] == 2
    subsegment = traces.one("parallel_fetcher_errors")
    assert failed(subsegment) and subsegment["annotations"]["error_count"] == 1
    assert ingestion.metrics() == {"NewItemsIngested": 2, "ParallelFetcherErrors": 1}


def test_a_source_that_fails_three_times_is_left_alone(ingestion, feeds):
    feeds.answers["/b"] = 500
    for _ in range(4):
        ingestion.invoke({})
    assert [request.path for request in feeds.requests].count("/b") == 3
    assert ingestion.metrics()["ParallelFetcherErrors"] == 3
    breaker = ingestion.circuit_breakers.get_item(Key={"source": feeds.url("/b")})["Item"]
    assert breaker["open_until"] > datetime.now(UTC).isoformat()


@pytest.mark.parametrize(
    ("operation", "name", "metric", "times"),
    [
        (("circuit_breakers", "get_item"), "circuit_breaker_load", "CircuitBreakerPersistenceFailure", 2),
        (("circuit_breakers", "put_item"), "circuit_breaker_save", "CircuitBreakerPersistenceFailure", 2),
        (("audit", "put_item"), "audit_trail_persist", "AuditEventPersistenceFailure", 2),
        (("sns", "publish"), "downstream_notification_publish", "DownstreamNotificationFailure", 2),
        (("dynamodb", "batch_write_item"), "timeseries_fanout_batch_write", "TimeseriesFanoutPartialFailure", 1),
    ],
)
def test_a_step_that_fails_is_seen_counted_and_survived(
    ingestion, traces, monkeypatch, operation, name, metric, times
):
    owner, method = operation
    monkeypatch.setattr(getattr(ingestion.module, owner), method, refuse())
    assert ingestion.invoke({})["new"] == 2
    subsegments = traces.named(name)
    assert len(subsegments) == times and all(failed(subsegment) for subsegment in subsegments)
    assert "ProvisionedThroughputExceededException" in subsegments[0]["metadata"]["default"]["exception"]["message"]
    assert ingestion.metrics() == {"NewItemsIngested": 2, metric: times}


def test_points_that_dynamodb_leaves_out_are_counted(ingestion, traces, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    attempts = []

    def leaves_one_out(RequestItems):
        attempts.append(RequestItems)
        (table, requests), *_ = RequestItems.items()
        return {"UnprocessedItems": {table: requests[:1]}}

    monkeypatch.setattr(ingestion.module.dynamodb, "batch_write_item", leaves_one_out)
    ingestion.invoke({})
    subsegment = traces.one("timeseries_fanout_batch_write")
    assert failed(subsegment)
    assert subsegment["annotations"] == {"unprocessed_count": 1, "resolutions": "1h"}
    assert len(attempts) == 3
    assert ingestion.metrics()["TimeseriesFanoutPartialFailure"] == 1


def stuck(ingestion):
    ingestion.items.put_item(
        Item={
            "source_id": "old", "published_at": "2026-11-01T00:00:00.000+00:00", "status": "pending", "tickers": [],
            "headline": "Old", "ingested_at": (NOW - timedelta(minutes=6)).isoformat(timespec="milliseconds"),
        }
    )  # fmt: skip


def test_what_got_stuck_is_announced_again(ingestion):
    stuck(ingestion)
    assert ingestion.invoke({}) == {"new": 2, "healed": 1}
    assert {"source_id": "old", "published_at": "2026-11-01T00:00:00.000+00:00"} in ingestion.announced()


def test_an_item_that_cannot_be_healed_is_named(ingestion, traces, monkeypatch):
    stuck(ingestion)
    monkeypatch.setattr(ingestion.module.items, "get_item", refuse())
    assert ingestion.invoke({})["healed"] == 0
    subsegment = traces.one("self_healing_item_fetch")
    assert failed(subsegment) and subsegment["annotations"] == {"source_id": "old"}
    assert ingestion.metrics()["SelfHealingItemFetchFailure"] == 1


def test_a_slow_run_is_told(ingestion, monkeypatch):
    monkeypatch.setattr(ingestion.module, "SLOW_AFTER_SECONDS", 0)
    ingestion.invoke({})
    assert ingestion.metrics()["HighLatencyAlert"] == 1


def test_an_item_that_cannot_be_stored_fails_the_invocation(ingestion, traces, monkeypatch):
    monkeypatch.setattr(ingestion.module.items, "put_item", refuse("InternalServerError"))
    with pytest.raises(ClientError):
        ingestion.invoke({})
    assert traces.one("## handler")["fault"] is True


def test_trouble_with_tracing_fails_the_invocation(ingestion, monkeypatch):
    class TracingBroken(Exception):
        pass

    def broken(*_, **__):
        raise TracingBroken

    monkeypatch.setattr(ingestion.module.tracer.provider, "begin_subsegment", broken)
    with pytest.raises(TracingBroken):
        ingestion.invoke({})


def test_logs_name_the_trace(ingestion, feeds):
    feeds.answers["/b"] = 500
    log = ingestion.log()
    ingestion.invoke({})
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert {line["level"] for line in lines} == {"INFO", "ERROR"}
    for line in lines:
        assert line["xray_trace_id"] == line["correlation_id"] == ingestion.function.trace_id
        assert line["requestId"] == "3f1c9ad4-0000-4000-8000-6d2f0b8b5b7e"


def test_threads_need_no_async_context(ingestion):
    from aws_xray_sdk.core import xray_recorder
    from aws_xray_sdk.core.lambda_launcher import LambdaContext

    assert type(xray_recorder.context) is LambdaContext  # FR-037


def test_boto3_is_patched_once(ingestion, traces):
    ingestion.invoke({})
    for call in [d for d in traces.all() if d.get("namespace") == "aws"]:
        assert traces.path(call).count(call["name"]) == 1  # FR-030

