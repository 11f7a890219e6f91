"""Streams what the analysis has found as server-sent events, to the Next.js proxy of the dashboard.

`GET /stream` sends everything, `GET /configurations/<id>/stream?tickers=AAPL,MSFT` what a page
watches. A stream ends after 15 seconds, and the client comes back with `Last-Event-ID` and with
what the `session` event has told it.
"""

import json
import os
import re
import time
import uuid
from collections import OrderedDict
from datetime import UTC, datetime
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Key
from otlp_spans import CLIENT, Spans
from streaming_runtime import Response

items = boto3.resource("dynamodb").Table(os.environ["ITEMS_TABLE"])
cloudwatch = boto3.client("cloudwatch")

STREAM_SECONDS = 15
POLL_SECONDS = 2
NEWEST = 100
MAX_CONNECTIONS = 10
MAX_CACHED_EVENTS = 1_000
POLLS_PER_CACHE_REPORT = 3
RECONNECT_MILLISECONDS = 1_000


class ConnectionPool:
    """The streams that this environment has open. Lambda gives an environment one invocation at a time,
    so it fills up only when streams end without being released."""

    def __init__(self, limit: int):
        self.limit = limit
        self.open: set[str] = set()

    def acquire(self, connection: str) -> bool:
        if len(self.open) >= self.limit:
            return False
        self.open.add(connection)
        return True

    def release(self, connection: str):
        self.open.discard(connection)


class EventCache:
    """Events as they are sent, which all connections of this environment share."""

    def __init__(self, limit: int):
        self.limit = limit
        self.events: OrderedDict[str, bytes] = OrderedDict()
        self.hits = self.lookups = 0

    def event(self, event_id: str, item: dict) -> bytes:
        self.lookups += 1
        if event_id in self.events:
            self.hits += 1
            self.events.move_to_end(event_id)
        else:
            self.events[event_id] = sse("sentiment_update", shown(item), event_id)
            if len(self.events) > self.limit:
                self.events.popitem(last=False)
        return self.events[event_id]

    @property
    def hit_rate(self) -> float:
        return self.hits / self.lookups if self.lookups else 0.0


pool = ConnectionPool(MAX_CONNECTIONS)
cache = EventCache(MAX_CACHED_EVENTS)
cold_start = True


def handler(event, invocation) -> Response:
    global cold_start
    is_cold, cold_start = cold_start, False
    parameters = event.get("queryStringParameters") or {}
    connection = str(uuid.uuid4())
    session = parameters.get("session_id") or str(uuid.uuid4())
    spans = Spans(invocation.trace_header, **correlation(session, parameters))
    refusal = admit(event, connection, spans)
    if refusal:
        spans.export()
        return refusal
    stream = Stream(event, parameters, connection, session, spans, is_cold)
    headers = {
        "Content-Type": "text/event-stream",
        "Cache-Control": "no-cache, no-transform",
        "X-Session-Id": session,
    }
    return Response(200, headers, stream.events(min(invocation.deadline - 5, time.time() + STREAM_SECONDS)))


def correlation(session: str, parameters: dict) -> dict:
    """X-Ray has no links between traces: these find all of a session, and the one before (FR-048)."""
    sequence = parameters.get("connection_sequence", "1")
    annotations = {"session_id": session, "connection_sequence": int(sequence) if sequence.isdecimal() else 1}
    previous = parameters.get("previous_trace_id", "")
    if re.fullmatch(r"1-[0-9a-f]{8}-[0-9a-f]{24}", previous):
        annotations["previous_trace_id"] = previous
    return annotations


def admit(event: dict, connection: str, spans: Spans) -> Response | None:
    """The answer to a client that gets no stream."""
    with spans.span("authentication") as span:
        # IAM has checked the signature before Lambda was asked.
        caller = event["requestContext"].get("authorizer", {}).get("iam", {}).get("userArn")
        span.annotate(authenticated=caller is not None)
        if caller is None:
            return refuse(403, "sign the request")
    if not re.fullmatch(r"(/configurations/[\w-]+)?/stream", event["rawPath"]):
        return refuse(404, f"no stream at '{event['rawPath']}'")
    with spans.span("connection_acquire") as span:
        acquired = pool.acquire(connection)
        span.annotate(connection_id=connection, current_count=len(pool.open), max_connections=pool.limit)
    if not acquired:
        put_metrics(spans, {"ConnectionAcquireFailures": [1]})
        return refuse(503, "too many streams", {"Retry-After": "5"})
    return None


class Stream:
    def __init__(self, event, parameters, connection, session, spans, is_cold):
        self.spans, self.connection, self.session, self.is_cold = spans, connection, session, is_cold
        self.parameters = parameters
        self.is_global = event["rawPath"] == "/stream"
        self.tickers = {ticker for ticker in parameters.get("tickers", "").split(",") if ticker}
        self.sentiment_type = parameters.get("sentiment", "all")
        # Events are numbered by the time of the analysis, so that a client goes on where it stopped.
        self.last = event.get("headers", {}).get("last-event-id") or f"{datetime.now(UTC).isoformat()}#"
        self.measured: dict[str, list[float]] = {"EventLatencyMs": [], "PollDurationMs": []}

    def events(self, until: float):
        """Spans are opened inside of the generator: a decorator would measure how long it takes to
        make one, and not how long it runs (FR-031)."""
        try:
            with self.spans.span("global_stream" if self.is_global else "config_stream") as stream:
                stream.annotate(connection_id=self.connection)
                yield f"retry: {RECONNECT_MILLISECONDS}\n\n".encode()
                yield sse("session", self.session_facts())
                polls = 0
                while time.time() < until:
                    polls += 1
                    for item, event_id in self.poll(polls):
                        yield from self.dispatch(item, event_id)
                    time.sleep(max(0, min(POLL_SECONDS, until - time.time())))
        finally:
            with self.spans.span("connection_release") as span:
                pool.release(self.connection)
                span.annotate(
                    connection_id=self.connection, current_count=len(pool.open), max_connections=pool.limit
                )
            put_metrics(self.spans, self.measured)
            self.spans.export()

    def session_facts(self) -> dict:
        sequence = self.spans.annotations["connection_sequence"]
        return {"session_id": self.session, "trace_id": self.spans.root, "connection_sequence": sequence}

    def poll(self, polls: int) -> list[tuple[dict, str]]:
        """What the table has that this client has not."""
        with self.spans.span("dynamodb_poll", CLIENT) as span:
            began = time.monotonic()
            found = items.query(
                IndexName="by-status",
                KeyConditionExpression=Key("status").eq("analyzed"),
                ScanIndexForward=False,
                Limit=NEWEST,
            )["Items"]
            duration = (time.monotonic() - began) * 1_000
            self.measured["PollDurationMs"].append(duration)
            numbered = {f"{item['analyzed_at']}#{item['source_id']}": item for item in found if self.wants(item)}
            changed = [(numbered[event_id], event_id) for event_id in sorted(numbered) if event_id > self.last]
            span.annotate(
                item_count=len(found),
                changed_count=len(changed),
                poll_duration_ms=round(duration),
                sentiment_type=self.sentiment_type,
            )
            if polls % POLLS_PER_CACHE_REPORT == 0:
                span.annotate(
                    cache_hit_rate=cache.hit_rate,
                    cache_entry_count=len(cache.events),
                    cache_max_entries=cache.limit,
                    trigger="periodic",
                    is_cold_start=self.is_cold,
                )
        return changed

    def wants(self, item: dict) -> bool:
        return (not self.tickers or bool(self.tickers & set(item["tickers"]))) and (
            self.sentiment_type in ("all", item["sentiment"])
        )

    def dispatch(self, item: dict, event_id: str):
        with self.spans.span("sse_event_dispatch") as span:
            latency = (time.time() - datetime.fromisoformat(item["analyzed_at"]).timestamp()) * 1_000
            yield cache.event(event_id, item)
            self.last = event_id
            span.annotate(
                event_type="sentiment_update",
                latency_ms=max(0, round(latency)),
                is_clock_skew=latency < 0,
                is_cold_start=self.is_cold,
                connection_count=len(pool.open),
            )
            self.measured["EventLatencyMs"].append(max(0.0, latency))


def put_metrics(spans: Spans, values: dict[str, list[float]]):
    """Without dimensions, as the alarms have them."""
    data = [
        {"MetricName": name, "Values": some, "Unit": "Milliseconds" if name.endswith("Ms") else "Count"}
        for name, some in values.items()
        if some
    ]
    if not data:
        return
    with spans.span("cloudwatch_put_metric_data", CLIENT) as span:
        span.annotate(metric_count=len(data))
        cloudwatch.put_metric_data(Namespace=os.environ["POWERTOOLS_METRICS_NAMESPACE"], MetricData=data)


def shown(item: dict) -> dict:
    names = ("source_id", "published_at", "headline", "link", "tickers", "sentiment", "score")
    return {name: float(item[name]) if isinstance(item[name], Decimal) else item[name] for name in names}


def sse(kind: str, data: dict, event_id: str | None = None) -> bytes:
    number = f"id: {event_id}\n" if event_id else ""
    return f"{number}event: {kind}\ndata: {json.dumps(data)}\n\n".encode()


def refuse(status: int, message: str, headers: dict | None = None) -> Response:
    body = json.dumps({"message": message}).encode()
    return Response(status, {"Content-Type": "application/json"} | (headers or {}), [body])
