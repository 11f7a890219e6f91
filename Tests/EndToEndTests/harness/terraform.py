"""Terraform without a network: the providers from a mirror on this machine, AWS at the stand-in."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

PROVIDER = "hashicorp/aws"


class TerraformFailed(Exception):
    """What terraform itself said of a command that it did not carry out."""


class Terraform:
    """The real terraform in one working directory."""

    def __init__(self, directory, environment):
        self.directory = directory
        self.environment = environment | offline_settings()

    def run(self, *arguments):
        code, out, err = self._run(arguments)
        if code != 0:
            # a plan that is not empty is no error to terraform: the end of its stdout tells
            raise TerraformFailed(err.strip() if "Error" in err else "\n".join(out.strip().splitlines()[-60:]))
        return out

    def answer(self, *arguments):
        """What a command with `-json` says, errors included."""
        return self._run(arguments)[1]

    def _run(self, arguments):
        # In a session of its own, so that an interrupted test can stop the provider's processes along with terraform.
        process = subprocess.Popen(
            ["terraform", *arguments],
            cwd=self.directory,
            env=self.environment,
            text=True,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            out, err = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        return process.returncode, out, err

    def init(self, mirror):
        self.run("init", "-no-color", "-input=false", f"-plugin-dir={mirror}")
        # Every later command would read all of the provider to compare it with these, which takes a second.
        lock = Path(self.directory) / ".terraform.lock.hcl"
        if lock.exists():
            lock.write_text(re.sub(r"\n  hashes = \[.*?\]", "", lock.read_text(), flags=re.DOTALL))

    def plan(self):
        """Validates and plans, and returns the plan as data."""
        self.run("plan", "-no-color", "-input=false", "-out=stand-in.tfplan")
        return json.loads(self.run("show", "-json", "stand-in.tfplan"))

    def apply(self):
        self.run("apply", "-no-color", "-input=false", "-auto-approve", "stand-in.tfplan")

    def expect_no_changes(self):
        self.run("plan", "-no-color", "-input=false", "-detailed-exitcode")

    def planned_with(self, **variables):
        """The resources as they would be with these variables, (address, values) each, beside what is applied."""
        words = {k: v if isinstance(v, str) else json.dumps(v) for k, v in variables.items()}
        given = [f"-var={name}={word}" for name, word in words.items()]
        self.run("plan", "-no-color", "-input=false", "-refresh=false", *given, "-out=choice.tfplan")
        planned = json.loads(self.run("show", "-json", "choice.tfplan"))["planned_values"]["root_module"]
        # Of a resource or data source of which nothing is known yet, Terraform writes no values.
        return {r["address"]: r.get("values", {}) for r in planned.get("resources", [])}

    def state(self):
        return json.loads(self.run("show", "-json"))

    def destroy(self):
        self.run("destroy", "-no-color", "-input=false", "-auto-approve", "-refresh=false")
        left = self.run("state", "list").split()
        if left:
            raise TerraformFailed("left in the state: " + " ".join(left))


def missing_prerequisites():
    """What this machine lacks, each in a sentence; nothing when all is here."""
    if not shutil.which("terraform"):
        yield "no terraform on the PATH"
    if not find_mirror():
        yield f"no mirror of the provider {PROVIDER} (TF_PLUGIN_DIR can name one)"


def find_mirror():
    """The directory for `terraform init -plugin-dir`: TF_PLUGIN_DIR and nothing else where it is set; otherwise
    terraform's own places for mirrors, then a shallow look at where software is usually put."""
    if os.environ.get("TF_PLUGIN_DIR"):
        return next(_mirrors([Path(os.environ["TF_PLUGIN_DIR"])], depth=0), None)
    home = Path.home()
    data = [
        os.environ.get("XDG_DATA_HOME") or home / ".local/share",
        *(os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":"),
    ]
    implied = [
        home / ".terraform.d/plugins",
        home / ".terraform.d/plugin-cache",
        *(Path(d) / "terraform/plugins" for d in data),
    ]
    if os.environ.get("TF_PLUGIN_CACHE_DIR"):
        implied.insert(0, Path(os.environ["TF_PLUGIN_CACHE_DIR"]))
    general = map(
        Path, ["/opt", "/usr/local/share", "/usr/local/lib", "/usr/share", "/usr/lib", "/var/lib", "/srv", home]
    )
    return next(_mirrors(implied, depth=0), None) or next(_mirrors(general, depth=3), None)


def _mirrors(roots, depth):
    """Directories DIR with DIR/<host>/hashicorp/aws, unpacked or packed, at most `depth` below one of the roots."""
    for root in roots:
        for level in range(depth + 1):
            for found in sorted(root.glob("*/" * level + f"*/{PROVIDER}")):
                # .terraform/ is a working directory's own copy, not a mirror
                if ".terraform" not in found.parts and any(
                    found.glob(f"{pattern}terraform-provider-aws*") for pattern in ("", "*/*/")
                ):
                    yield found.parents[2]


def offline_settings():
    settings = {"CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0"}
    # The provider's schema is large: to collect no garbage below this size takes two fifths off
    # the CPU time of `show`, and a fifth off that of `plan`.
    settings |= {"GOGC": "off", "GOMEMLIMIT": "1GiB"}
    # one that names a file that is not there makes every command warn
    if not Path(os.environ.get("TF_CLI_CONFIG_FILE", os.devnull)).exists():
        settings["TF_CLI_CONFIG_FILE"] = ""
    return settings
