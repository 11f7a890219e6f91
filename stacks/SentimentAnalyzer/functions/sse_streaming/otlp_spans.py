"""Spans that outlive the handler: sent as OTLP to the collector beside the function.

Lambda closes the invocation's segment when the handler returns, while the stream goes on, and the
X-Ray SDK cannot open another (FR-026). These spans are the segment's children all the same: trace
and parent are those of Lambda's trace header.

https://opentelemetry.io/docs/specs/otlp/#otlphttp, in its JSON encoding
"""

import json
import os
import secrets
import time
import urllib.request
from contextlib import contextmanager

ERROR = 2  # STATUS_CODE_ERROR
INTERNAL, CLIENT = 1, 3  # SPAN_KIND_…
TIMEOUT_SECONDS = 2


class Span:
    def __init__(self, trace_id: str, parent_id: str, name: str, kind: int, annotations: dict):
        self.trace_id, self.parent_id, self.id = trace_id, parent_id, secrets.token_hex(8)
        self.name, self.kind, self.annotations = name, kind, dict(annotations)
        self.start, self.end, self.error = time.time_ns(), 0, None

    def annotate(self, **annotations):
        """The collector makes annotations of these, for which X-Ray has text, numbers and truth values."""
        self.annotations.update(annotations)

    def document(self) -> dict:
        document = {
            "traceId": self.trace_id,
            "spanId": self.id,
            "parentSpanId": self.parent_id,
            "name": self.name,
            "kind": self.kind,
            "startTimeUnixNano": str(self.start),
            "endTimeUnixNano": str(self.end),
            "attributes": attributes(self.annotations),
        }
        if self.error is not None:
            facts = {"exception.type": type(self.error).__name__, "exception.message": str(self.error)}
            event = {"name": "exception", "timeUnixNano": str(self.end), "attributes": attributes(facts)}
            document |= {"status": {"code": ERROR, "message": str(self.error)}, "events": [event]}
        return document


class Spans:
    """Those of one invocation, which all carry `annotations`. An invocation that Lambda does not sample has none."""

    def __init__(self, trace_header: str, **annotations):
        parts = dict(part.split("=", 1) for part in trace_header.split(";") if "=" in part)
        self.root = parts.get("Root", "")
        self.sampled = parts.get("Sampled") == "1"
        self.annotations = annotations
        self.trace_id = self.root.removeprefix("1-").replace("-", "")
        self.ancestors = [parts.get("Parent", "")]
        self.finished: list[Span] = []

    @contextmanager
    def span(self, name: str, kind: int = INTERNAL, **annotations):
        span = Span(self.trace_id, self.ancestors[-1], name, kind, self.annotations | annotations)
        self.ancestors.append(span.id)
        try:
            yield span
        except Exception as error:
            span.error = error
            raise
        finally:
            self.ancestors.pop()
            span.end = time.time_ns()
            self.finished.append(span)

    def export(self):
        """Trouble with the collector fails the invocation, for without it nobody would know (FR-018)."""
        finished, self.finished = self.finished, []
        if not self.sampled or not finished:
            return
        request = urllib.request.Request(
            f"{os.environ['OTEL_EXPORTER_OTLP_ENDPOINT']}/v1/traces",
            data=json.dumps(document(finished)).encode(),
            headers={"Content-Type": "application/json"},
            method="POST",
        )
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            answer.read()


def document(spans: list[Span]) -> dict:
    # The function's own name: X-Ray's map has one node for both phases (FR-047).
    service = {"service.name": os.environ["OTEL_SERVICE_NAME"]}
    scope = {"scope": {"name": "sse_streaming"}, "spans": [span.document() for span in spans]}
    return {"resourceSpans": [{"resource": {"attributes": attributes(service)}, "scopeSpans": [scope]}]}


def attributes(values: dict) -> list[dict]:
    return [{"key": key, "value": attribute(value)} for key, value in values.items()]


def attribute(value) -> dict:
    match value:
        case bool():  # before int, which it is too
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case str():
            return {"stringValue": value}
        case _:
            raise TypeError(f"X-Ray has no annotation of {type(value).__name__}")
