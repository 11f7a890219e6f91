"""The WSGI application: the gates, then our own services or moto, and a record of every call."""

from __future__ import annotations

import json
import sys
import threading
import traceback
import uuid
from collections import defaultdict
from urllib.parse import parse_qs

from moto.moto_api._internal.models import moto_api_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from .call import Call
from .documented_rules import EXTRA_CHECKS
from .errors import AwsError, error_body
from .model import check
from .moto_gaps import complete_moto
from .services import OWN


class StandIn:
    def __init__(self):
        complete_moto()
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.lock = threading.Lock()
        # moto reads, thinks and writes without a lock of its own, and terraform asks ten things at a time
        self.one_at_a_time: dict[str, threading.RLock] = defaultdict(threading.RLock)
        self.calls: list[dict] = []
        self.refused: list[dict] = []
        self.denied: set[tuple[str, str]] = set()

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "/")
        if path.startswith("/_stand_in/"):
            return self.introspect(environ, start_response, path[len("/_stand_in/") :])
        call = Call(environ)
        if call.service is None:  # unsigned: moto decides
            return self.moto(environ, start_response)
        entry = {
            "service": call.service,
            "region": call.region,
            "operation": call.operation,
            "method": call.method,
            "path": call.path,
        }
        with self.lock:
            self.calls.append(entry)
        try:
            self.gate(call, entry)
            own = OWN.get(call.service)
            if own is not None and hasattr(own, call.operation or ""):
                with own.lock:
                    answer = json.dumps(getattr(own, call.operation)(call.region, call.params or {}))
                entry["status"] = 200
                return reply(start_response, 200, "application/json", answer)
            status, headers, body = self.ask_moto(call)
        except AwsError as e:
            return self.refuse(call, entry, e, start_response)
        except Exception as e:  # a fault of ours: say so at once, a 500 would be retried
            traceback.print_exc(file=sys.stderr)
            return self.refuse(call, entry, AwsError("StandInFault", f"{type(e).__name__}: {e}"), start_response)
        entry["status"] = int(status.split()[0])
        start_response(status, headers)
        return [body]

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
            with self.one_at_a_time[call.service]:
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

    def refuse(self, call, entry, error, start_response):
        entry["status"] = error.status
        with self.lock:
            self.refused.append({**entry, "code": error.code, "message": error.message})
        kind, text = error_body(call, error)
        return reply(start_response, error.status, kind, text, [("x-amzn-errortype", error.code)])

    def introspect(self, environ, start_response, what):
        """The paths for tests; the package's own text lists them."""
        query = {k: v[0] for k, v in parse_qs(environ.get("QUERY_STRING", "")).items()}
        out: object = {"ok": True}
        match environ["REQUEST_METHOD"], what:
            case "GET", "calls" | "refused":
                with self.lock:
                    out = [row for row in getattr(self, what) if all(row.get(k) == v for k, v in query.items())]
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
        with self.lock:
            self.calls.clear()
            self.refused.clear()
            self.denied.clear()


def reply(start_response, status, kind, text, headers=()):
    body = text.encode()
    start_response(
        f"{status} {'OK' if status < 400 else 'Error'}",
        [("Content-Type", kind), ("Content-Length", str(len(body))), ("x-amzn-RequestId", str(uuid.uuid4())), *headers],
    )
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
