"""A Lambda runtime for one handler that streams: the loop of Lambda's runtime API.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming
"""

import base64
import http.client
import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass

API = "/2018-06-01/runtime"
# Between the head of an HTTP response and its body.
SEPARATOR = b"\0" * 8


@dataclass
class Response:
    status: int
    headers: dict[str, str]
    body: Iterable[bytes]


@dataclass
class Invocation:
    """What Lambda says of an invocation besides its event."""

    request_id: str
    trace_header: str
    deadline: float
    """Seconds since 1970."""


def serve_next(connect: Callable[[], http.client.HTTPConnection], handler: Callable):
    """Waits for an invocation and answers it."""
    connection = connect()
    connection.request("GET", f"{API}/invocation/next")
    answer = connection.getresponse()
    event = json.loads(answer.read())
    invocation = Invocation(
        request_id=answer.headers["Lambda-Runtime-Aws-Request-Id"],
        trace_header=answer.headers.get("Lambda-Runtime-Trace-Id", ""),
        deadline=int(answer.headers["Lambda-Runtime-Deadline-Ms"]) / 1_000,
    )
    os.environ["_X_AMZN_TRACE_ID"] = invocation.trace_header  # boto3 sends it along
    try:
        response = handler(event, invocation)
    except Exception as error:
        report(connect(), f"{API}/invocation/{invocation.request_id}/error", error)
        return
    stream(connect(), invocation, response)


def stream(connection: http.client.HTTPConnection, invocation: Invocation, response: Response):
    """An error that comes after the first byte can only be told behind the last one: in a trailer."""
    connection.putrequest("POST", f"{API}/invocation/{invocation.request_id}/response")
    connection.putheader("Lambda-Runtime-Function-Response-Mode", "streaming")
    connection.putheader("Content-Type", "application/vnd.awslambda.http-integration-response")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.putheader("Trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body")
    connection.endheaders()
    head = {"statusCode": response.status, "headers": response.headers}
    send_chunk(connection, json.dumps(head).encode() + SEPARATOR)
    trailer = b""
    try:
        for part in response.body:
            send_chunk(connection, part)
    except Exception as error:
        traceback.print_exc()
        body = base64.b64encode(json.dumps(description(error)).encode())
        trailer = (
            b"Lambda-Runtime-Function-Error-Type: Unhandled\r\n"
            b"Lambda-Runtime-Function-Error-Body: " + body + b"\r\n"
        )
    connection.send(b"0\r\n" + trailer + b"\r\n")
    connection.getresponse().read()


def send_chunk(connection: http.client.HTTPConnection, part: bytes):
    if part:  # a chunk without bytes would end the response
        connection.send(b"%x\r\n%b\r\n" % (len(part), part))


def report(connection: http.client.HTTPConnection, path: str, error: Exception):
    traceback.print_exception(error)
    headers = {"Content-Type": "application/json", "Lambda-Runtime-Function-Error-Type": "Unhandled"}
    connection.request("POST", path, json.dumps(description(error)), headers)
    connection.getresponse().read()


def description(error: Exception) -> dict:
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "stackTrace": traceback.format_tb(error.__traceback__),
    }


def main():
    host = os.environ["AWS_LAMBDA_RUNTIME_API"]

    def connect():
        # One for each request, and without a timeout: Lambda freezes the process while it waits.
        return http.client.HTTPConnection(host)

    module, name = os.environ["_HANDLER"].rsplit(".", 1)
    try:
        handler = getattr(importlib.import_module(module), name)
    except Exception as error:
        report(connect(), f"{API}/init/error", error)
        sys.exit(1)
    while True:
        serve_next(connect, handler)


if __name__ == "__main__":
    # The handler's own import of this module must find this one, not load it again.
    sys.modules["streaming_runtime"] = sys.modules["__main__"]
    main()
