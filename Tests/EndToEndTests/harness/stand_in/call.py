"""One signed request: which service, which operation, which parameters."""

from __future__ import annotations

import hashlib
import io
import json
import re
import threading
from urllib.parse import parse_qs, unquote

from .errors import AwsError
from .model import service_model
from .services import OWN

# credential scope -> botocore service name, where the two differ
SCOPES = {
    "monitoring": "cloudwatch",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
    "email": "ses",
}
_routes: dict[str, list] = {}
_routes_lock = threading.Lock()


def rest_routes(service: str):
    """[(method, regex, operation)], most literal first, from the model's URIs."""
    with _routes_lock:
        if service in _routes:
            return _routes[service]
    found = []
    model = service_model(service)
    for name in model.operation_names:
        http = model.operation_model(name).http
        path, _, query = http.get("requestUri", "/").partition("?")
        rx, literal = "", 0
        for part in re.split(r"(\{[^}]+\})", path):
            if part.startswith("{"):
                label = part[1:-1]
                greedy = label.endswith("+")
                group = re.sub(r"\W", "_", label.rstrip("+"))
                # a percent-encoded slash inside a label has been decoded by WSGI
                rx += f"(?P<{group}>{'.+' if greedy or path.endswith(part) else '[^/]+'})"
            else:
                rx += re.escape(part)
                literal += len(part)
        want = {k: v[0] for k, v in parse_qs(query, keep_blank_values=True).items()}
        found.append((http["method"], re.compile("^" + rx.rstrip("/") + "/?$"), want, literal, name))
    found.sort(key=lambda r: (-r[3], -len(r[2])))
    with _routes_lock:
        _routes[service] = found
    return found


class Call:
    """One signed request."""

    def __init__(self, environ):
        self.environ = environ
        self.service = self.region = self.operation = None
        self.params: dict | None = None
        self.labels: dict = {}
        self.body = b""
        self.method = environ["REQUEST_METHOD"]
        self.path = environ.get("PATH_INFO") or "/"
        self.protocol = "json"
        self.connection = environ.get("REMOTE_PORT")
        # An SDK gives each call an id, and numbers how often it sends it.
        self.invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        attempt = re.search(r"attempt=(\d+)", environ.get("HTTP_AMZ_SDK_REQUEST", ""))
        self.attempt = int(attempt[1]) if attempt else 1
        found = re.search(
            r"Credential=[^/,\s]+/\d{8}/([^/]+)/([^/]+)/aws4_request", environ.get("HTTP_AUTHORIZATION", "")
        )
        if not found:
            return
        self.region, scope = found.group(1), found.group(2).lower()
        self.service = SCOPES.get(scope, scope)
        if scope == "apigateway" and self.path.startswith("/v2/"):
            self.service = "apigatewayv2"
        if scope == "s3" and self.path.startswith("/v20180820/"):
            self.service = "s3control"
        # the server has put chunks together and counted them
        self.body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(self.body)
        self.model = service_model(self.service)
        if self.model is not None:
            self._find_operation()

    def _find_operation(self):
        ctype = self.environ.get("CONTENT_TYPE", "")
        self.protocol = self.model.metadata.get("protocol", "json")
        target = self.environ.get("HTTP_X_AMZ_TARGET", "")
        rpc = re.match(r"^/service/[^/]+/operation/(\w+)$", self.path)
        if rpc and "cbor" in ctype:
            self.protocol, self.operation = "smithy-rpc-v2-cbor", rpc.group(1)
        elif target:
            self.protocol, self.operation = "json", target.rpartition(".")[2]
        elif ctype.startswith("application/x-www-form-urlencoded") and b"Action=" in self.body:
            self.protocol = "ec2" if self.protocol == "ec2" else "query"
            self.operation = parse_qs(self.body.decode("utf-8", "replace")).get("Action", [None])[0]
        elif self.protocol.startswith("rest-"):
            have = parse_qs(self.environ.get("QUERY_STRING", ""), keep_blank_values=True)
            for method, rx, want, _, name in rest_routes(self.service):
                m = rx.match(self.path)
                if (
                    method == self.method
                    and m
                    and all(k in have and (not v or have[k][0] == v) for k, v in want.items())
                ):
                    self.operation, self.labels = name, m.groupdict()
                    break
        if self.operation not in self.model.operation_names:
            self.operation = None

    @property
    def digest(self):
        """The same for two requests that ask for the same."""
        said = [self.method, self.path, self.environ.get("QUERY_STRING", ""), self.environ.get("HTTP_X_AMZ_TARGET", "")]
        return hashlib.sha256("\n".join(said).encode() + b"\n" + self.body).hexdigest()[:16]

    @property
    def op_model(self):
        return self.model.operation_model(self.operation)

    def parse(self):
        """Parameters, by the service's protocol.  None where that cannot be told."""
        if self.operation is None or self.service == "s3":
            return None  # S3 bodies are objects or XML; moto checks the XML itself
        if self.service in OWN:
            return self._parse_rest_json()
        if self.protocol == "smithy-rpc-v2-cbor":
            return None
        from moto.core.model import OperationModel
        from moto.core.parse import PROTOCOL_PARSERS
        from moto.core.utils import get_service_model
        from werkzeug.wrappers import Request

        env = dict(self.environ)
        env["wsgi.input"] = io.BytesIO(self.body)
        request = Request(env)
        op: OperationModel = get_service_model(self.service).operation_model(self.operation)
        parsed = PROTOCOL_PARSERS[self.protocol](op).parse(
            {
                "method": request.method,
                "values": request.values,
                "headers": request.headers,
                "body": self.body,
                "url_path": request.path,
                "url_params": self.labels,
            }
        )
        self.environ["wsgi.input"] = io.BytesIO(self.body)
        return parsed

    def _parse_rest_json(self):
        try:
            params = json.loads(self.body or b"{}")
        except ValueError:
            raise AwsError("SerializationException", "Unexpected character in the request body")
        if not isinstance(params, dict):
            raise AwsError("SerializationException", "Start of structure or map expected")
        shape = self.op_model.input_shape
        query = parse_qs(self.environ.get("QUERY_STRING", ""), keep_blank_values=True)
        for name, member in (shape.members if shape else {}).items():
            where, wire = member.serialization.get("location"), member.serialization.get("name", name)
            if where == "uri":
                params[name] = unquote(self.labels[re.sub(r"\W", "_", wire)])
            elif where == "querystring" and wire in query:
                params[name] = query[wire] if member.type_name == "list" else query[wire][0]
        return params
