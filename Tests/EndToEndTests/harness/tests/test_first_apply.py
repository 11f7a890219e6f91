"""The guide "First apply", command by command as it stands there, against the stand-in.

What differs from an operator's day: the clone is there, `swift run infra-gen` is the program that was built, Terraform's
provider is on this machine, and the stand-in has no API Gateway that calls a function: the order itself is sent by
`traced_request`, in the life of out/order-tracing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from preparation import FOREIGN
from stand_in_process import HERE, stand_in
from terraform import find_mirror, missing_prerequisites, offline_settings

pytestmark = [
    pytest.mark.terraform,
    # It applies, reads and destroys once more, for two minutes; CI's time goes to the lives of out/.
    pytest.mark.skipif("ALL_LIVES" not in os.environ, reason="two minutes long: runs with ALL_LIVES=1"),
]

REPOSITORY = HERE.parents[2]
GUIDE = REPOSITORY / "docs/guide/first-apply.md"
# AWS publishes no bill here, and the guide says what that means.
BILLING = "billing metrics Receive CloudWatch billing alerts"
MAIL = "mail to confirm on-call@example.com (var.on_call_email)"
STEPS = re.findall(r"^\$ (.+)$", GUIDE.read_text(), flags=re.MULTILINE)


@pytest.fixture
def clone(tmp_path):
    missing = [*missing_prerequisites(), *(f"no {p}" for p in ("jq", "curl") if not shutil.which(p))]
    if not os.environ.get("INFRA_GEN"):
        missing.append("INFRA_GEN names no program; Scripts/test sets it")
    if missing and os.environ.get("CI") != "true":
        pytest.skip("; ".join(missing))
    shutil.copytree(REPOSITORY / "out", tmp_path / "out", ignore=shutil.ignore_patterns(".terraform*", "*.tf*state*"))
    return tmp_path


class Operator:
    """Somebody who types what the guide says, in one shell."""

    def __init__(self, clone, cloud):
        self.directory, self.cloud = clone, cloud
        own = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # with the AWS CLI of the tests
        self.environment = cloud.environment() | offline_settings() | {"PATH": own, "AWS_REGION": "us-east-1"}

    def types(self, command):
        if command.startswith("cd "):
            self.directory = self.directory / command.removeprefix("cd ")
            self.status, self.said = 0, ""
            return ""
        command = command.replace("swift run infra-gen", os.environ["INFRA_GEN"])
        if command == "terraform init":
            command += f" -plugin-dir={find_mirror()}"
        if command == "terraform destroy":
            command += " -auto-approve"
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.directory, env=self.environment, capture_output=True, text=True, timeout=600
        )
        self.status = done.returncode
        self.said = done.stdout + done.stderr
        return done.stdout

    def missing(self):
        """What the script of prerequisites has just called missing."""
        lines = [line for line in self.said.splitlines() if not line.startswith(("ok ", "by hand "))]
        assert all(line.startswith("MISSING  ") for line in lines), self.said
        return [line.removeprefix("MISSING  ").split(":")[0] for line in lines]


def test_every_step_of_the_guide_works(clone):
    with stand_in() as cloud:
        operator = Operator(clone, cloud)
        cloud.confirm_mails(False)
        seen = {}
        for step in STEPS:
            if step.startswith("git clone") or step == "cd infra-gen":
                continue
            if "create_order" in step:
                # The inner command is the guide's, the outer one is the API's.
                step = step.removeprefix('eval "$(').removesuffix(')"')
            seen[step] = operator.types(step)
            if step.startswith("sh prerequisites.sh"):
                # "before the apply there is none"
                assert operator.missing() == [BILLING], operator.said
                assert operator.status == 1
                continue
            assert operator.status == 0, f"{step}: {operator.said[-3000:]}"
            if "trace_summaries" in step:
                # "`test_commands` has more of them": those that ask AWS, but for the one that follows a log for ever.
                for name in ("service_graph", "event_rules", "put_event"):
                    operator.types(step.replace("trace_summaries", name))
                    assert operator.status == 0, f"{name}: {operator.said[-3000:]}"
            if step.startswith("cp "):
                example = operator.directory / step.split()[2]
                example.write_text(example.read_text().replace("on-call@example.com", "operator@example.org"))
                listed = operator.types(
                    "swift run infra-gen prerequisites --stack order-tracing --env dev --format json"
                )
                there = [p["name"] for p in json.loads(listed)["prerequisites"] if p["kind"] in FOREIGN]
                assert there
                cloud.only_outside(there)
            if step.startswith("terraform apply"):
                mails = [
                    s["Endpoint"]
                    for s in cloud.client("sns", "us-east-1").list_subscriptions()["Subscriptions"]
                    if s["Protocol"] == "email"
                ]
                # "SNS sends one mail for the alarms and one for the bill."
                assert mails == ["operator@example.org"] * 2
                # "From here on it says MISSING of a mail that is not confirmed".
                operator.types("sh ../../../prerequisites.sh")
                assert operator.missing() == [BILLING, MAIL], operator.said
                cloud.confirm_mails()
                operator.types("sh ../../../prerequisites.sh")
                assert operator.missing() == [BILLING], operator.said
        url = seen["terraform output -raw api_gateway_test_url"]
        order = next(said for step, said in seen.items() if "create_order" in step)
        assert url.startswith("https://") and url in order and order.startswith("curl ")
        assert seen["terraform output -raw xray_service_map_url"].startswith("https://us-east-1.console.aws.amazon.com/")
        assert not cloud.client("lambda", "us-east-1").list_functions()["Functions"]


def test_the_guide_names_every_command_of_the_order_system():
    main = json.loads((REPOSITORY / "out/order-tracing/dev/main.tf.json").read_text())
    commands = main["output"]["test_commands"]["value"]
    told = GUIDE.read_text()
    assert [name for name in commands if f"`{name}`" not in told and f".{name})" not in told] == []
