#!/usr/bin/env python3
"""Applies one configuration to a stand-in for AWS, then plans another, and holds the plan to moves and nothing else:

    python3 rename.py BEFORE AFTER OLD=NEW...

Exit code 0: every OLD is moved to its NEW, and nothing is created, destroyed or replaced; 1: the reason is on stderr.
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

    with tempfile.TemporaryDirectory(prefix="rename-") as work, stand_in() as cloud:
        terraform = Terraform(work, cloud.environment())
        shutil.copytree(before, work, dirs_exist_ok=True)
        terraform.init(find_mirror())
        terraform.plan()
        terraform.apply()
        shutil.copytree(after, work, dirs_exist_ok=True)
        changes = terraform.plan()["resource_changes"]
        found = {f"{c['previous_address']}={c['address']}" for c in changes if "previous_address" in c}
        harm = [f"{c['address']}: {c['change']['actions']}" for c in changes if c["change"]["actions"] != ["no-op"]]
        if harm or found != set(moves):
            print(f"moved: {sorted(found)}; changed: {harm}", file=sys.stderr)
            return 1
        terraform.apply()
        terraform.expect_no_changes()
    return 0


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
