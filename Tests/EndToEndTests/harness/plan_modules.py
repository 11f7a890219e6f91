#!/usr/bin/env python3
"""Plans many small configurations at once, each as a module of one, with the real terraform and a stand-in for AWS:

    python3 plan_modules.py DIRECTORY PLAN REFUSED

DIRECTORY holds a folder with a main.tf.json for each; what terraform needs of providers is told by `providers.json`
beside them. PLAN becomes what `terraform show -json` says of those that terraform takes, REFUSED the others by name, each
with what terraform or the provider has against it. Works in a copy. Exit code 0, or 1 with the reason
on stderr.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from end_to_end import run_as_child
from stand_in_process import stand_in
from terraform import Terraform, TerraformFailed, find_mirror


def main(arguments):
    directory, plan, refused = map(Path, arguments)
    with tempfile.TemporaryDirectory(prefix="modules-") as temporary, stand_in() as cloud:
        work = Path(temporary) / "terraform"
        shutil.copytree(directory, work)
        modules = Modules(work, Terraform(work, cloud.environment()))
        try:
            plan.write_text(json.dumps(modules.plan()))
        except TerraformFailed as failure:
            print(failure, file=sys.stderr)
            return 1
        refused.write_text(json.dumps(modules.refused))
    return 0


class Modules:
    """The configurations, and which of them terraform has refused so far."""

    def __init__(self, work, terraform):
        self.work = work
        self.terraform = terraform
        self.providers = json.loads((work / "providers.json").read_text())
        self.names = sorted(path.parent.name for path in work.glob("*/main.tf.json"))
        self.refused = {}
        for name in self.names:
            # A function's package, which only has to be there.
            for file in re.findall(r"\$\{path\.module\}/([^\"}]+)", (work / name / "main.tf.json").read_text()):
                (work / name / file).touch()

    def plan(self):
        """The plan of all that can be planned together."""
        # What is no configuration at all hides what the provider has against the others.
        self.until_taken("init", f"-plugin-dir={find_mirror()}")
        self.until_taken("plan", "-refresh=false", "-out=modules.tfplan")
        return json.loads(self.terraform.run("show", "-json", "modules.tfplan"))

    def until_taken(self, *command):
        """Runs a command without those that it refuses."""
        while True:
            self.write_root()
            messages = map(json.loads, self.terraform.answer(*command, "-json", "-input=false").splitlines())
            if not self.refuse([message["diagnostic"] for message in messages if message.get("type") == "diagnostic"]):
                return

    def refuse(self, diagnostics):
        errors = [d for d in diagnostics if d["severity"] == "error"]
        for error in errors:
            file = error.get("range", {}).get("filename", "")
            match = re.match(r"module\.([\w-]+)", error.get("address", "")) or re.match(r"([\w-]+)/", file)
            if not match:
                raise TerraformFailed(json.dumps(error, indent=2))
            self.refused.setdefault(match[1], []).append(" ".join([error["summary"], error["detail"]]).strip())
        return bool(errors)

    def write_root(self):
        providers = self.providers["modules"]
        calls = {
            name: {"source": f"./{name}", "providers": providers[name]} for name in self.names if name not in self.refused
        }
        root = {"terraform": self.providers["terraform"], "provider": {"aws": self.providers["aws"]}, "module": calls}
        (self.work / "main.tf.json").write_text(json.dumps(root))


if __name__ == "__main__":
    run_as_child(main)
