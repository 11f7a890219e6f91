#!/usr/bin/env python3
"""Takes one generated directory through its life, with the real terraform and a stand-in for AWS:

    python3 end_to_end.py [--plan-only | --apply-only] [--save-plan FILE] [--prerequisites FILE] out/<stack>/<environment>

init, plan, apply, read-back, what is expected of the stack by name, a second plan without changes, plans with other
values of its variables, the canary run for real, a request through the functions, destroy, and a look whether any
request came twice. Before that it prepares what FILE lists, as `infra-gen prerequisites --format json` does, and nothing
else: without FILE whatever a stack names outside of itself is there. --plan-only: no
more than the first two; --apply-only: without what is between apply and destroy. Works in a copy. --save-plan leaves
what `terraform show -json` says of the plan in FILE.

Exit code 0: all of it held; 1: a step failed, named on stderr with the reason; 77: this machine lacks something, named
on stderr. Without a directory: only that last check.
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
import traceback
from contextlib import contextmanager
from pathlib import Path

from observed import observations, repetitions
from terraform import Terraform, TerraformFailed, find_mirror, missing_prerequisites

PACKAGES = ("boto3", "moto", "flask", "waitress")


def main(arguments):
    missing = [
        *missing_prerequisites(),
        *(f"no Python package {p}" for p in PACKAGES if importlib.util.find_spec(p) is None),
    ]
    if missing:
        print("; ".join(missing), file=sys.stderr)
        return 77
    if not arguments:
        return 0
    life = next((a for a in arguments if a in ("--plan-only", "--apply-only")), None)
    saved = arguments[arguments.index("--save-plan") + 1] if "--save-plan" in arguments else None
    listed = arguments[arguments.index("--prerequisites") + 1] if "--prerequisites" in arguments else None
    prerequisites = json.loads(Path(listed).read_text())["prerequisites"] if listed else None
    directory = Path(arguments[-1]).resolve()
    name = "/".join(directory.parts[-3:])
    try:
        live(directory, name, life, saved, prerequisites)
    except StepFailed as failure:
        print(f"{name}: {failure}", file=sys.stderr)
        return 1
    return 0


def live(directory, name, life=None, saved=None, prerequisites=None):
    """The life of one directory, or a part of it; raises StepFailed where it does not hold."""
    # here, because these need packages whose absence is a matter of exit code 77
    from preparation import prepare
    from protection import lift_protection
    from stand_in_process import stand_in

    before = contents(directory)
    with tempfile.TemporaryDirectory(prefix="end-to-end-") as temporary, stand_in() as cloud:

        def step(what):
            return timed_step(name, what, cloud)

        work = Path(temporary) / "terraform"
        shutil.copytree(directory, work, ignore=shutil.ignore_patterns(".terraform*", "*.tfstate*"))
        override(work)
        if prerequisites is not None:
            with step("prepare"):
                prepare(prerequisites, work, cloud)
        terraform = Terraform(work, cloud.environment())
        with step("init"):
            terraform.init(find_mirror())
        with step("plan"):
            plan = terraform.plan()
            if saved:
                Path(saved).write_text(json.dumps(plan))
        if life == "--plan-only":
            return
        with step("apply"):
            terraform.apply()
            state = terraform.state()
        if life != "--apply-only":
            between(step, directory, terraform, state, plan, cloud)
        with step("destroy"):
            lift_protection(state, cloud)
            terraform.destroy()
        with step("repeated"):
            expect_none(repetitions(cloud))
        with step("untouched"):
            expect_none(f"changed by this test: {f}" for f in before.items() ^ contents(directory).items())


def between(step, directory, terraform, state, plan, cloud):
    """What has to hold of an applied directory."""
    from canary_run import run_canaries
    from expectations import unmet_choices, unmet_expectations
    from readback import differences
    from traced_request import untraced

    with step("read-back"):
        expect_none(differences(state, cloud, plan))
    with step("expectations"):
        expect_none(unmet_expectations(*directory.parts[-2:], cloud, outputs(state)))
    with step("second plan"):
        terraform.expect_no_changes()
    with step("choices"):
        expect_none(unmet_choices(*directory.parts[-2:], terraform.planned_with))
    with step("canary"):
        expect_none(run_canaries(state, terraform.directory, cloud))
    with step("request"):
        expect_none(untraced(directory.parts[-2], state, terraform.directory, cloud))


def outputs(state):
    return {name: output["value"] for name, output in state["values"].get("outputs", {}).items()}


class StepFailed(Exception):
    """A step that did not hold: which, and all there is to say about it."""


class Unmet(Exception):
    """Complaints of a comparison, one a line."""


def expect_none(complaints):
    if complaints := list(complaints):
        raise Unmet("\n".join(complaints))


@contextmanager
def timed_step(name, what, cloud):
    """Times a step, and gives its name to whatever goes wrong in it."""
    began = time.monotonic()
    try:
        yield
    except (TerraformFailed, Unmet) as failure:
        raise StepFailed("\n".join([f"{what} failed", str(failure), *observations(str(failure), cloud)]))
    except Exception:
        raise StepFailed(f"{what} failed\n{traceback.format_exc()}")
    print(f"{name}: {what:12} {time.monotonic() - began:6.1f} s", flush=True)


def override(work):
    """What the test needs to be otherwise in the copy: state stays in it, and nothing is kept from being destroyed."""
    overriding: dict = {}
    for file in work.glob("*.tf.json"):
        document = json.loads(file.read_text())
        if any("backend" in block or "cloud" in block for block in blocks(document.get("terraform", {}))):
            overriding["terraform"] = {"backend": {"local": {}}}
        for kind, named in document.get("resource", {}).items():
            for name, body in named.items():
                if any(
                    "lifecycle" in b and any(x.get("prevent_destroy") for x in blocks(b["lifecycle"]))
                    for b in blocks(body)
                ):
                    overriding.setdefault("resource", {}).setdefault(kind, {})[name] = {
                        "lifecycle": {"prevent_destroy": False}
                    }
    if overriding:
        (work / "stand_in_override.tf.json").write_text(json.dumps(overriding))


def blocks(value):
    return value if isinstance(value, list) else [value]


def contents(directory):
    return {
        str(p.relative_to(directory)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in directory.rglob("*")
        if p.is_file()
    }


def stop_with_parent():
    """Ends this process, in order, when the one that started it is gone."""

    def watch(parent):
        while os.getppid() == parent:
            time.sleep(0.5)
        # the main thread itself: a signal that reaches another one does not interrupt what this one waits for
        signal.pthread_kill(threading.main_thread().ident, signal.SIGTERM)

    threading.Thread(target=watch, args=[os.getppid()], daemon=True).start()


def run_as_child(main):
    """Runs a script's main as a child of the Swift tests."""
    # The threads that Swift starts processes from block signals, and their children inherit that.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    # An exception, so that `with` blocks end, and with them the stand-in and terraform.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    stop_with_parent()
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run_as_child(main)
