#!/usr/bin/env python3
"""Applies one configuration to a stand-in for AWS, and then another in its place:

    python3 successive.py BEFORE AFTER [OLD=NEW...]

With OLD=NEW, the second plan is held to these moves and nothing else. Exit code 0: both were applied, and nothing is left
to change; 1: the reason is on stderr.
"""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
from pathlib import Path

from end_to_end import stop_with_parent
from terraform import Terraform, TerraformFailed, find_mirror


def main(before, after, *moves):
    from stand_in_process import stand_in

    with tempfile.TemporaryDirectory(prefix="successive-") as work, stand_in() as cloud:
        terraform = Terraform(work, cloud.environment())
        shutil.copytree(before, work, dirs_exist_ok=True)
        terraform.init(find_mirror())
        terraform.plan()
        terraform.apply()
        shutil.copytree(after, work, dirs_exist_ok=True)
        changes = terraform.plan()["resource_changes"]
        if moves and (unexpected := unexpected_changes(changes, moves)):
            print(unexpected, file=sys.stderr)
            return 1
        terraform.apply()
        terraform.expect_no_changes()
    return 0


def unexpected_changes(changes, moves):
    """Why these changes are not the moves and nothing else; nothing where they are."""
    found = {f"{c['previous_address']}={c['address']}" for c in changes if "previous_address" in c}
    harm = [f"{c['address']}: {c['change']['actions']}" for c in changes if c["change"]["actions"] != ["no-op"]]
    return f"moved: {sorted(found)}; changed: {harm}" if harm or found != set(moves) else None


if __name__ == "__main__":
    # As in end_to_end.py: signals are delivered, and `with` blocks end before the process does.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    stop_with_parent()
    try:
        sys.exit(main(*(str(Path(a).resolve()) if "=" not in a else a for a in sys.argv[1:])))
    except TerraformFailed as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
