#!/usr/bin/env python3
"""Takes one generated directory through its life, with the real terraform and a stand-in for AWS:

    python3 end_to_end.py out/<stack>/<environment>

init, validate, plan, apply, read-back, what is expected of the stack by name, a second plan without changes, the
canary run for real, destroy. Works in a copy. Exit code 0: all of it held; 1: a step failed, named on stderr with the
reason; 77: this machine lacks something, named on stderr. Without a directory: only that last check.
"""
from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from terraform import StepFailed, Terraform, find_mirror, missing_prerequisites

PACKAGES = ("boto3", "moto", "flask")


def main(arguments):
    missing = [*missing_prerequisites(),
               *(f"no Python package {p}" for p in PACKAGES if importlib.util.find_spec(p) is None)]
    if missing:
        print("; ".join(missing), file=sys.stderr)
        return 77
    if not arguments:
        return 0
    directory = Path(arguments[0]).resolve()
    before = contents(directory)
    try:
        live(directory)
        if contents(directory) != before:
            raise StepFailed("copy", "the test has changed files of the directory itself")
    except StepFailed as failure:
        name = "/".join(directory.parts[-3:])
        print(f"{name}: {failure.step} failed\n{failure}", file=sys.stderr)
        return 1
    return 0


def live(directory):
    """The whole life of one directory; raises StepFailed where it does not hold."""
    # here, because these need packages whose absence is a matter of exit code 77
    from artifacts import put_artifacts
    from canary_run import run_canaries
    from expectations import unmet_expectations
    from readback import differences
    from stand_in_process import stand_in

    with tempfile.TemporaryDirectory(prefix="end-to-end-") as temporary, stand_in() as cloud:
        work = Path(temporary) / "terraform"
        shutil.copytree(directory, work, ignore=shutil.ignore_patterns(".terraform*", "*.tfstate*"))
        override(work)
        terraform = Terraform(work, cloud.environment())
        try:
            with timed("init"):
                terraform.init(find_mirror())
            with timed("validate"):
                terraform.validate()
            with timed("plan"):
                plan = terraform.plan()
            put_artifacts(plan, cloud)
            with timed("apply"):
                terraform.apply()
            with timed("read-back"):
                state = terraform.state()
                expect_none("read-back", differences(state, cloud))
                expect_none("expectations", unmet_expectations(*directory.parts[-2:], cloud))
            with timed("second plan"):
                terraform.expect_no_changes()
            with timed("canary"):
                expect_none("canary", run_canaries(state, work, cloud))
            with timed("destroy"):
                terraform.destroy()
        except StepFailed as failure:
            refusals = [f"refused: {r['service']} {r['operation']} {r['code']}: {r['message']}" for r in cloud.refused()]
            raise StepFailed(failure.step, "\n".join([str(failure), *refusals]))


def expect_none(step, complaints):
    complaints = list(complaints)
    if complaints:
        raise StepFailed(step, "\n".join(complaints))


@contextmanager
def timed(step):
    began = time.monotonic()
    yield
    print(f"{step:12} {time.monotonic() - began:6.1f} s", flush=True)


def override(work):
    """What the test needs to be otherwise in the copy: state stays in it, and nothing is kept from being destroyed."""
    overriding: dict = {}
    for file in work.glob("*.tf.json"):
        document = json.loads(file.read_text())
        if any("backend" in block or "cloud" in block for block in blocks(document.get("terraform", {}))):
            overriding["terraform"] = {"backend": {"local": {}}}
        for kind, named in document.get("resource", {}).items():
            for name, body in named.items():
                if any("lifecycle" in b and any(x.get("prevent_destroy") for x in blocks(b["lifecycle"]))
                       for b in blocks(body)):
                    overriding.setdefault("resource", {}).setdefault(kind, {})[name] = {
                        "lifecycle": {"prevent_destroy": False}}
    if overriding:
        (work / "stand_in_override.tf.json").write_text(json.dumps(overriding))


def blocks(value):
    return value if isinstance(value, list) else [value]


def contents(directory):
    return {str(p.relative_to(directory)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in directory.rglob("*") if p.is_file()}


def stop_with_stdin():
    """Ends this process, in order, when the one that started it is gone."""
    def watch():
        while os.read(0, 4096):
            pass
        os.kill(os.getpid(), signal.SIGTERM)
    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    # so that `with` blocks end, and with them the stand-in and terraform
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if "--stop-with-stdin" in sys.argv:
        sys.argv.remove("--stop-with-stdin")
        stop_with_stdin()
    sys.exit(main(sys.argv[1:]))
