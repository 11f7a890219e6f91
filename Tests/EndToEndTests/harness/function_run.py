"""A function run for real: its own package and environment, the real SDKs, AWS at the stand-in.

A UDP socket on loopback takes the place of the X-Ray daemon, so that what it receives is what X-Ray would.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# What Lambda does around a handler.
LAMBDA = """
import importlib, json, sys
from types import SimpleNamespace

directory, module, function, name = sys.argv[1:]
sys.path.insert(0, directory)
context = SimpleNamespace(
    get_remaining_time_in_millis=lambda: 30_000, aws_request_id="00000000-0000-0000-0000-000000000000",
    function_name=name, function_version="$LATEST", log_group_name=f"/aws/lambda/{name}", log_stream_name="stream",
    memory_limit_in_mb=128, invoked_function_arn="arn")
answer = getattr(importlib.import_module(module), function)(json.load(sys.stdin), context)
print("\\n" + json.dumps(answer))
"""


class FunctionFailed(Exception):
    """A handler that raised an exception, with what it wrote."""


class Daemon:
    """What the functions send to X-Ray, as a flat list of subsegments."""

    def __enter__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        self.socket.setblocking(False)
        self.address = f"127.0.0.1:{self.socket.getsockname()[1]}"
        return self

    def __exit__(self, *_):
        self.socket.close()

    def received(self):
        """Everything since it was asked last. The functions have ended by then, and loopback delivers at once."""
        documents = []
        while True:
            try:
                packet = self.socket.recv(1 << 16)
            except BlockingIOError:
                return documents
            header, document = packet.decode().split("\n", 1)
            if json.loads(header) != {"format": "json", "version": 1}:
                raise FunctionFailed(f"the daemon's protocol has no header {header}")
            flatten(json.loads(document), None, documents)


def flatten(document, parent, into):
    if parent:
        document = {"trace_id": parent["trace_id"], "parent_id": parent["id"], **document}
    into.append(document)
    for child in document.pop("subsegments", []):
        flatten(child, document, into)


class Functions:
    """The functions of an applied stack, by the names that AWS knows them by."""

    def __init__(self, state, directory, cloud, daemon):
        resources = state.get("values", {}).get("root_module", {}).get("resources", [])
        declared = [r["values"] for r in resources if r["type"] == "aws_lambda_function"]
        self.declared = {values["arn"]: values for values in declared}
        self.directory, self.cloud, self.daemon = Path(directory), cloud, daemon

    def arn(self, name, region):
        return next(a for a, v in self.declared.items() if v["function_name"] == name and f":{region}:" in a)

    def run(self, arn, event, trace, **variables):
        """The answer of a function to an event that came with a trace header."""
        declared = self.declared[arn]
        region, name = arn.split(":")[3], declared["function_name"]
        function = self.cloud.client("lambda", region).get_function_configuration(FunctionName=name)
        module, handler = function["Handler"].rsplit(".", 1)
        with tempfile.TemporaryDirectory(prefix="function-") as unpacked:
            zipfile.ZipFile(self.directory / declared["filename"]).extractall(unpacked)
            done = subprocess.run(
                [sys.executable, "-c", LAMBDA, unpacked, module, handler, name],
                env=self.cloud.environment()
                | function.get("Environment", {}).get("Variables", {})
                | {
                    "AWS_REGION": region,
                    "AWS_DEFAULT_REGION": region,
                    "AWS_EXECUTION_ENV": f"AWS_Lambda_{function['Runtime']}",
                    "AWS_LAMBDA_FUNCTION_NAME": name,
                    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function["MemorySize"]),
                    "AWS_XRAY_DAEMON_ADDRESS": self.daemon.address,
                    "LAMBDA_TASK_ROOT": unpacked,
                    "_X_AMZN_TRACE_ID": trace,
                }
                | variables,
                input=json.dumps(event),
                cwd=unpacked,
                capture_output=True,
                text=True,
                timeout=60,
            )
        if done.returncode:
            raise FunctionFailed(f"{name}: {done.stdout[-2000:]} {done.stderr[-2000:]}")
        return json.loads(done.stdout.splitlines()[-1])
