"""Time grows with the input and no faster.

CPU time of a process depends little on what else the machine does, but on its caches. So what is compared is one input
with another ten times its size: linear work takes about ten times as long, and quadratic work a hundred times.

    Tests/GrowthTests/test_growth.py PROGRAM MEGABYTES      every grammar at that size, as docs/reliability.md has it
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import inputs

# Where it is more, growth is not linear; where it takes less than half a second, it does not matter yet.
MOST = 30
SMALL = 10_000


def seconds(program, folder, arguments):
    """CPU seconds of a run that ends in a result or a reported error, and its peak memory in MiB."""
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert 0 <= process.returncode <= 78, f"exit code {process.returncode}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def audit(program, document, piece, size):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plan.json").write_text(document(inputs.text(piece, size)))
        return seconds(program, folder, ["audit", "plan.json"])


def source(program, piece, size):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plan.json").write_text(inputs.plan([("aws_sqs_queue", {"name": "q"})]))
        Path(folder, "source").mkdir()
        Path(folder, "source", "main.tf").write_text(inputs.text(piece, size))
        return seconds(program, folder, ["audit", "--source", "source", "plan.json"])


RUNS = [(name, lambda program, size, d=document, p=piece: audit(program, d, p, size))
        for name, document, piece in inputs.GRAMMARS]
RUNS += [(name, lambda program, size, p=piece: source(program, p, size)) for name, piece in inputs.SOURCES]


@pytest.mark.parametrize("run", [pytest.param(run, id=name) for name, run in RUNS])
def test_grows_with_the_input(run):
    program = os.path.abspath(os.environ["INFRA_GEN"])
    small = min(run(program, SMALL)[0] for _ in range(2))
    large, _ = run(program, 10 * SMALL)
    assert large < max(0.5, MOST * small), f"{small:.3f} s, and {large:.3f} s for ten times the input"


if __name__ == "__main__":
    program, size = os.path.abspath(sys.argv[1]), float(sys.argv[2])
    print(f"| grammar | {size:g} MB, CPU s | MiB |\n|---|---|---|")
    for name, run in RUNS:
        try:
            cpu, peak = run(program, int(size * 1_000_000))
            print(f"| {name} | {cpu:.1f} | {peak:.0f} |", flush=True)
        except AssertionError as error:
            print(f"| {name} | {error} | |", flush=True)
