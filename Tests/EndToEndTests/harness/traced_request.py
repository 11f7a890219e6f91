"""One request through a system, from its first function to its last, with the functions' own packages from out/.

The functions call AWS at the stand-in, whose buses and topics decide by their own rules and subscriptions which function
comes next. The stand-in runs no function: the harness takes its invocations, with the trace header that came with the
call, and runs them as Lambda does. It stands in for two more parts: for API Gateway, which would have made the first
event, and for Lambda's own segments, which no function sends.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, HTTPServer

from function_run import Daemon, Functions

MOST = 20  # invocations; more are a loop


def untraced(stack, state, directory, cloud):
    """What is wrong with the trace of a request; nothing for a stack without one here."""
    walk = {"order-tracing": order, "sentiment-analyzer": news}.get(stack)
    if walk is None:
        return
    with Daemon() as daemon:
        yield from walk(Functions(state, directory, cloud, daemon), cloud, daemon)


def new_trace():
    trace = f"1-{int(time.time()):08x}-{secrets.token_hex(12)}"
    return trace, f"Root={trace};Parent={secrets.token_hex(8)};Sampled=1"


def follow(functions, cloud, to=()):
    """Runs what is invoked, and what that invokes, and so on, but not the functions named in `to`. The names of all that
    were invoked, in order, each with its trace header."""
    invoked = []
    while waiting := cloud.invocations():
        for invocation in waiting:
            name, trace = invocation["function"].split(":")[6], invocation["trace"] or ""
            invoked.append((name, trace))
            if len(invoked) > MOST:
                raise RuntimeError(f"no end of it: {invoked}")
            if name not in to:
                functions.run(invocation["function"], invocation["event"], trace)
    return invoked


def order(functions, cloud, daemon):
    """POST /orders: order, then payment and inventory by their event, then notification by each of theirs."""
    function = next(v for v in functions.declared.values() if v["handler"].startswith("order_service."))
    prefix, region = function["function_name"].removesuffix("order"), function["arn"].split(":")[3]
    cloud.invocations()
    trace, header = new_trace()
    body = {"productId": "12345", "quantity": 2, "amount": 149.99, "customerId": "c-7"}
    event = {"httpMethod": "POST", "path": "/orders", "resource": "/orders", "body": json.dumps(body)}
    answer = functions.run(functions.arn(f"{prefix}order", region), event, header)
    if answer["statusCode"] != 201:
        yield f"an order is answered with {answer}"
        return
    placed = json.loads(answer["body"])["orderId"]
    ran = sorted(name.removeprefix(prefix) for name, _ in follow(functions, cloud))
    if ran != ["inventory", "notification", "notification", "payment"]:
        yield f"behind the bus {ran} ran"
    sent = daemon.received()
    yield from of_one_trace(sent, trace)
    # "Key Annotations for Filtering" of the document.
    about = {"order_id": placed, "customer_id": "c-7"}
    yield from annotated(sent, "order-service", about | {"service_name": "order-service", "payment_amount": 149.99})
    yield from annotated(
        sent,
        "payment-service",
        about | {"service_name": "payment-service", "payment_amount": 149.99, "payment_status": "approved"},
    )
    stock = {"service_name": "inventory-service", "warehouse": "north"}
    yield from annotated(sent, "inventory-service", about | stock)
    yield from annotated(sent, "notification-service", about | {"service_name": "notification-service"}, times=2)


def news(functions, cloud, daemon):
    """A scheduled run of the ingestion: what it finds goes over a topic to the analysis."""
    function = next(v for v in functions.declared.values() if v["handler"] == "ingestion.handler")
    prefix = function["function_name"].removesuffix("ingestion")
    cloud.invocations()
    trace, header = new_trace()
    with feed("Apple (NASDAQ: AAPL) surges to record profit") as url:
        answer = functions.run(function["arn"], {}, header, FEEDS=url)
    if answer != {"new": 1, "healed": 0}:
        yield f"the ingestion answers {answer}"
    # The last function mails by SendGrid, which no test calls: that it is invoked, in the same trace, is enough.
    invoked = follow(functions, cloud, to={f"{prefix}notification"})
    if [name.removeprefix(prefix) for name, _ in invoked] != ["analysis", "notification"]:
        yield f"behind the topics {invoked} were invoked"
    if others := [name for name, header in invoked if f"Root={trace};" not in header]:
        yield f"{others} were invoked in another trace"
    sent = daemon.received()
    yield from of_one_trace(sent, trace)
    yield from annotated(sent, "feed_fetch", {"source": url})
    yield from annotated(sent, "## analysis.analyze", {"sentiment": "positive"})
    yield from annotated(sent, "sentiment_score", {"score": 1.0})
    # FR-002: the steps that may fail each leave a subsegment, by these names.
    steps = {"circuit_breaker_load", "circuit_breaker_save", "audit_trail_persist"}
    steps |= {"timeseries_fanout_batch_write", "downstream_notification_publish"}
    if missing := steps - {d["name"] for d in sent}:
        yield f"no subsegment of {sorted(missing)}"


def of_one_trace(sent, trace):
    if not sent:
        yield "the functions sent nothing to X-Ray"
    if others := {d["trace_id"] for d in sent} - {trace}:
        yield f"beside trace {trace} there are {sorted(others)}"
    if failed := [d["name"] for d in sent if d.get("fault") or d.get("error")]:
        yield f"failed: {failed}"


def annotated(sent, name, wanted, times=1):
    found = [d.get("annotations", {}) for d in sent if d["name"] == name]
    if len(found) != times:
        yield f"{len(found)} subsegments '{name}' instead of {times}"
    for annotations in found:
        if not wanted.items() <= annotations.items():
            yield f"'{name}' has the annotations {annotations}, not {wanted}"


@contextmanager
def feed(title):
    """A source of news with one item, on loopback in place of the sources in the function's environment."""
    document = (
        f"<rss><channel><item><title>{title}</title><link>https://news.example.com/1</link>"
        f"<pubDate>{formatdate()}</pubDate></item></channel></rss>"
    ).encode()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(document)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/rss"
    finally:
        server.shutdown()
        server.server_close()
