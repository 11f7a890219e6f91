"""What Lambda is to a handler, for the tests of the handlers of all systems.

The SDKs are the real ones. A UDP socket on loopback takes the place of the X-Ray daemon, so that a
test sees the very documents that X-Ray would get; moto answers for AWS. The X-Ray SDK decides when
it is imported whether it runs in Lambda: the environment is set first. It patches boto3 for good, so
these tests are a process of their own:

    python3 -m pytest Tests/FunctionTests
"""

import functools
import importlib
import io
import json
import os
import secrets
import socket
import sys
import time
from pathlib import Path
from types import SimpleNamespace

REPOSITORY = Path(__file__).parents[2]
REGION = "us-east-1"
ACCOUNT = "123456789012"

_daemon = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
_daemon.bind(("127.0.0.1", 0))
_daemon.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
_daemon.setblocking(False)

os.environ.update(
    LAMBDA_TASK_ROOT="/var/task",
    AWS_EXECUTION_ENV="AWS_Lambda_python3.13",
    AWS_XRAY_DAEMON_ADDRESS=f"127.0.0.1:{_daemon.getsockname()[1]}",
    AWS_REGION=REGION,
    AWS_DEFAULT_REGION=REGION,
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_SESSION_TOKEN="testing",
    AWS_LAMBDA_FUNCTION_NAME="function-under-test",
    # The SDK patches boto3 for good: what a test itself asks of AWS between invocations is not sampled.
    _X_AMZN_TRACE_ID="Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE="256",
)
for name in ("POWERTOOLS_TRACE_DISABLED", "POWERTOOLS_DEV", "AWS_SAM_LOCAL", "AWS_PROFILE"):
    os.environ.pop(name, None)
import botocore.client  # noqa: E402
import botocore.session  # noqa: E402
from botocore.awsrequest import AWSResponse  # noqa: E402

CALLS = {}
"""By system and function, what it has asked of AWS: service, operation, and table."""

_make_api_call = botocore.client.BaseClient._make_api_call


def _noted_call(client, operation, parameters):
    frame = sys._getframe()
    while frame := frame.f_back:
        path = Path(frame.f_code.co_filename).parts
        if "functions" in path[:-2] and path[-2] != "shared" and path[-4:-3] != ("site-packages",):
            asked = (client.meta.service_model.service_name, operation, parameters.get("TableName"))
            CALLS.setdefault((path[-4], path[-2]), set()).add(asked)
            break
    return _make_api_call(client, operation, parameters)


botocore.client.BaseClient._make_api_call = _noted_call

# moto has each test begin with a session of its own, and each session reads AWS's models anew.
botocore.session.create_loader = functools.cache(botocore.session.create_loader)
sys.dont_write_bytecode = True  # functions' folders hold what is packaged, and nothing else


class Lambda:
    """Loads a system's handler as its zip is laid out, and invokes it as Lambda does."""

    def __init__(self, system, monkeypatch):
        self.folder = REPOSITORY / "stacks" / system / "functions"
        self.monkeypatch = monkeypatch
        self.trace_id = None
        self.parent = None

    def load(self, name, module=None, **environment):
        """The module of a function, imported anew: with the clients and the state of a cold start."""
        for key, value in environment.items():
            self.monkeypatch.setenv(key, value)
        forget_functions()
        for folder in (self.folder / "shared", self.folder / name):
            self.monkeypatch.syspath_prepend(str(folder))
        importlib.invalidate_caches()
        if tracer := sys.modules.get("aws_lambda_powertools.tracing.tracer"):
            tracer.is_cold_start = True
        return importlib.import_module(module or name)

    def invoke(self, handler, event, sampled=1, name="function-under-test"):
        self.trace_id = f"1-{int(time.time()):08x}-{secrets.token_hex(12)}"
        self.parent = secrets.token_hex(8)
        header = f"Root={self.trace_id};Parent={self.parent};Sampled={sampled}"
        with self.monkeypatch.context() as invocation:
            invocation.setenv("_X_AMZN_TRACE_ID", header)
            return handler(event, context(name))


def context(name="function-under-test"):
    return SimpleNamespace(
        aws_request_id="3f1c9ad4-0000-4000-8000-6d2f0b8b5b7e",
        function_name=name,
        function_version="$LATEST",
        memory_limit_in_mb=256,
        invoked_function_arn=f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
        log_group_name=f"/aws/lambda/{name}",
        get_remaining_time_in_millis=lambda: 30_000,
    )


def forget_functions():
    """Two functions may have modules of one name, and a module has clients of an earlier test."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and f"{os.sep}functions{os.sep}" in file and str(REPOSITORY / "stacks") in file:
            del sys.modules[name]


class Traces:
    """What the daemon got since the test began, as a flat list of subsegments."""

    def __init__(self):
        self.documents = []

    def all(self):
        # The SDK sends before it goes on, and loopback delivers at once: nothing has to be waited for.
        while True:
            try:
                packet = _daemon.recv(1 << 16)
            except BlockingIOError:
                return self.documents
            header, document = packet.decode().split("\n", 1)
            assert json.loads(header) == {"format": "json", "version": 1}
            self._add(json.loads(document), None)

    def _add(self, document, parent):
        if parent:
            document = {"trace_id": parent["trace_id"], "parent_id": parent["id"], **document}
        self.documents.append(document)
        for child in document.pop("subsegments", []):
            self._add(child, document)

    def named(self, name):
        return [document for document in self.all() if document["name"] == name]

    def one(self, name):
        found = self.named(name)
        assert len(found) == 1, f"{len(found)} subsegments '{name}' among {[d['name'] for d in self.documents]}"
        return found[0]

    def names(self):
        return {document["name"] for document in self.all()}

    def annotations(self, name):
        """Without those that Powertools adds by itself."""
        own = self.one(name).get("annotations", {})
        return {key: value for key, value in own.items() if key not in ("ColdStart", "Service")}

    def exception(self, name):
        """The type of what a subsegment failed with; an exception that passed through several is sent once."""
        cause = self.one(name)["cause"]
        sent = [e for d in self.all() if isinstance(d.get("cause"), dict) for e in d["cause"]["exceptions"]]
        return next(e["type"] for e in sent if e["id"] == cause) if isinstance(cause, str) else cause["exceptions"][0]["type"]

    def calls(self, operation):
        """Calls of AWS, which the SDK records by itself."""
        return [d for d in self.all() if d.get("namespace") == "aws" and d.get("aws", {}).get("operation") == operation]

    def path(self, document):
        """The names from the document up to the function's segment."""
        by_id = {d["id"]: d for d in self.all()}
        names = []
        while document:
            names.append(document["name"])
            document = by_id.get(document.get("parent_id"))
        return names


def trace_header_of(request_headers):
    header = request_headers.get("X-Amzn-Trace-Id")
    if isinstance(header, bytes):
        header = header.decode()
    return dict(part.split("=", 1) for part in (header or "").split(";") if part)


class _Raw(io.BytesIO):
    def stream(self, **_):
        yield self.read()


class Requests:
    """The HTTP requests of boto3's clients, as they would go out."""

    def __init__(self):
        self.sent = []
        self.answers = {}

    def watch(self, client, **answers):
        """`answers`: by operation, a status and a body where AWS's stand-in is not to answer."""
        self.answers |= answers

        def note(request, event_name, **_):
            operation = event_name.split(".")[-1]
            self.sent.append((operation, request))
            if operation in self.answers:
                status, body = self.answers[operation]
                return AWSResponse(request.url, status, {}, _Raw(json.dumps(body).encode()))
            return None

        client.meta.events.register_first("before-send.*.*", note)

    def headers(self, operation):
        return [request.headers for name, request in self.sent if name == operation]
