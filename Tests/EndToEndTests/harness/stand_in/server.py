"""The WSGI application: the gates, then our own services or moto, and a record of every call."""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
import uuid
from urllib.parse import parse_qs

from moto.moto_api._internal.models import moto_api_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from . import invocations, outside
from .call import Call
from .documented_rules import EXTRA_CHECKS
from .duplicates import refuse_duplicate
from .errors import AwsError, error_body
from .idempotency import Answers, token
from .model import check
from .moto_gaps import complete_moto, messaging
from .repetition import repeated
from .services import OWN

# Go's HTTP client reads 4096 bytes at once. What is longer is not in its hands when it closes the connection (see
# __main__), so a longer answer waits until the request has surely left the client's hands.
ONE_READ = 3072
LONGER = 0.05


class StandIn:
    def __init__(self):
        complete_moto()
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.lock = threading.Lock()
        # moto reads, thinks and writes without a lock of its own, and terraform asks ten things at a time
        self.one_at_a_time: dict[str, threading.RLock] = {}
        self.answers = Answers()
        self.began = time.monotonic()
        self.calls: list[dict] = []
        self.refused: list[dict] = []
        self.denied: set[tuple[str, str]] = set()

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "/")
        if path.startswith("/_stand_in/"):
            return self.introspect(environ, start_response, path[len("/_stand_in/") :])
        invocations.request.trace = environ.get("HTTP_X_AMZN_TRACE_ID")
        environ["RAW_URI"] = environ.get("REQUEST_URI", path)
        call = Call(environ)
        if call.service is None:  # unsigned: moto decides
            return self.moto(environ, start_response)
        entry = self.record(call)
        try:
            self.gate(call, entry)
            status, headers, body = self.answer(call, entry)
        except AwsError as e:
            status, headers, body = self.refuse(call, entry, e)
        except Exception as e:  # a fault of ours: say so at once, a 500 would be retried
            traceback.print_exc(file=sys.stderr)
            fault = AwsError("StandInFault", f"{type(e).__name__}: {e}")
            status, headers, body = self.refuse(call, entry, fault)
        entry["status"] = int(status.split()[0])
        entry["took"] = round(time.monotonic() - self.began - entry["at"], 3)
        if len(body) > ONE_READ:
            time.sleep(LONGER)
        start_response(status, headers)
        return [body]

    def record(self, call):
        entry = {
            "service": call.service,
            "region": call.region,
            "operation": call.operation,
            "method": call.method,
            "path": call.path,
            "request": call.digest,
            "connection": call.connection,
            "invocation": call.invocation,
            "attempt": call.attempt,
        }
        with self.lock:
            entry["at"] = round(time.monotonic() - self.began, 3)
            self.calls.append(entry)
        return entry

    def answer(self, call, entry):
        """What the service answers; what it answered before where the request repeats a token."""
        value = token(call.op_model, call.params) if call.params is not None else None
        with self.lock_of(call.service):
            if value is not None:
                first = self.answers.first(call, value)
                if first is not None:
                    entry["replayed"] = True
                    return first
            if call.params is not None:
                refuse_duplicate(call.service, call.operation, call.params, call.region)
            given = self.ask(call)
            if value is not None and int(given[0].split()[0]) < 400:
                self.answers.keep(call, value, given)
            return given

    def lock_of(self, service):
        with self.lock:
            return self.one_at_a_time.setdefault(service, threading.RLock())

    def ask(self, call):
        own = OWN.get(call.service)
        if own is not None and hasattr(own, call.operation or ""):
            with own.lock:
                text = json.dumps(getattr(own, call.operation)(call.region, call.params or {}))
            return response(200, "application/json", text)
        return self.ask_moto(call)

    def gate(self, call, entry):
        """Lets a call through, or raises what AWS would answer."""
        if (call.service, call.operation) in self.denied:
            raise AwsError("AccessDeniedException", f"not authorized to perform: {call.service}:{call.operation}", 403)
        try:
            call.params = call.parse()
        except AwsError:
            raise
        except Exception as e:  # a parser of moto's that does not fit: say so, and let it pass
            entry["unparsed"] = f"{type(e).__name__}: {e}"[:200]
        if call.params is None:
            return
        entry["params"] = _plain(call.params)
        shape = call.op_model.input_shape
        broken = check(shape, call.params) if shape is not None else []
        if broken:
            query = call.protocol == "query" or call.service == "cloudwatch"
            raise AwsError(
                "ValidationError" if query else "ValidationException",
                f"{len(broken)} validation error{'s' * (len(broken) > 1)} detected: " + "; ".join(broken[:10]),
            )
        extra = EXTRA_CHECKS.get((call.service, call.operation))
        if extra:
            extra(call.params, call.region)

    def ask_moto(self, call):
        """What moto answers. Its gaps must fail at once and by name: a 500 would be retried for minutes."""

        def gap(text):
            return AwsError("UnknownOperationException", f"stand-in: {call.service} {call.operation}: {text}")

        answer: dict = {}

        def recorded(status, headers, exc_info=None):
            answer.update(status=status, headers=headers)
            return lambda data: None

        try:
            body = b"".join(self.moto(call.environ, recorded))
        except AwsError:  # from what moto_gaps adds
            raise
        except NotImplementedError as e:
            raise gap(str(e))
        except Exception as e:
            traceback.print_exc(file=sys.stderr)
            raise gap(f"{type(e).__name__}: {e}")
        kind = dict((k.lower(), v) for k, v in answer["headers"]).get("content-type", "")
        if (
            answer["status"].startswith("404")
            and kind.startswith("text/html")
            and b"<!doctype html>" in body[:40].lower()
        ):
            raise gap("moto has no such route")
        return answer["status"], answer["headers"], body

    def refuse(self, call, entry, error):
        entry.update(status=error.status, code=error.code)
        with self.lock:
            self.refused.append({**entry, "message": error.message})
        kind, text = error_body(call, error)
        return response(error.status, kind, text, [("x-amzn-errortype", error.code)])

    def introspect(self, environ, start_response, what):
        """The paths for tests; the package's own text lists them."""
        query = {k: v[0] for k, v in parse_qs(environ.get("QUERY_STRING", "")).items()}
        out: object = {"ok": True}
        match environ["REQUEST_METHOD"], what:
            case "GET", "calls" | "refused":
                with self.lock:
                    out = [row for row in getattr(self, what) if all(row.get(k) == v for k, v in query.items())]
            case "GET", "repeated":
                with self.lock:
                    out = list(repeated(self.calls))
            case "GET", "invocations":
                out = invocations.take()
            case "POST", "outside":
                outside.only(query.get("names", "").split())
            case "POST", "mails":
                messaging.confirm_mails(query["confirmed"] == "yes")
            case "POST", "deny":
                self.denied.add((query["service"], query["operation"]))
            case "DELETE", "deny":
                self.denied.clear()
            case "POST", "reset":
                self.reset()
            case _:
                return reply(start_response, 404, "application/json", "{}")
        return reply(start_response, 200, "application/json", json.dumps(out))

    def reset(self):
        moto_api_backend.reset()
        for own in OWN.values():
            own.reset()
        invocations.take()
        outside.everything()
        messaging.confirm_mails(True)
        with self.lock:
            self.calls.clear()
            self.refused.clear()
            self.denied.clear()
            self.answers.clear()


def response(status, kind, text, headers=()):
    body = text.encode()
    return (
        f"{status} {'OK' if status < 400 else 'Error'}",
        [("Content-Type", kind), ("Content-Length", str(len(body))), ("x-amzn-RequestId", str(uuid.uuid4())), *headers],
        body,
    )


def reply(start_response, *of):
    status, headers, body = response(*of)
    start_response(status, headers)
    return [body]


def _plain(value, depth=0):
    """Parameters as JSON, without code packages and other bulk."""
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(k): _plain(v, depth + 1) for k, v in value.items()} if depth < 12 else "..."
    if isinstance(value, (list, tuple)):
        return [_plain(v, depth + 1) for v in value[:200]]
    if isinstance(value, (bytes, bytearray)):
        return f"<{len(value)} bytes>"
    if isinstance(value, str):
        return value if len(value) <= 20000 else value[:200] + f"... <{len(value)} characters>"
    return value if isinstance(value, (int, float, bool, type(None))) else str(value)
