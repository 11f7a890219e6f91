"""What is said on a terminal while people wait, and that a pipe hears nothing of it.

`report` of our own stacks takes a debug build seconds, so a line has to appear.
"""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("INFRA_GEN", REPOSITORY / ".build/debug/infra-gen"))
TAKE_BACK = b"\r\x1b[2K"

pytestmark = pytest.mark.skipif(
    not PROGRAM.exists() and os.environ.get("CI") != "true", reason=f"no {PROGRAM}: build it, or name one with INFRA_GEN"
)

# The log of `report`: what it did not examine.
NOT_EXAMINED = rb"not examined, without a model: [^\r\n]+\r?\n"


def run(term, *arguments, columns=80):
    """Runs with standard error on a terminal; returns the result, and what the terminal was sent."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, True)
    subprocess.run(["stty", "cols", str(columns)], stdin=theirs, check=True)
    environment = {name: value for name, value in os.environ.items() if name != "TERM"}
    process = subprocess.Popen(
        [PROGRAM, *arguments], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=theirs,
        env=environment | ({"TERM": term} if term else {}),
    )
    os.close(theirs)
    result = process.stdout.read()
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 1 << 16)
        except OSError:  # what Linux says of a terminal that nobody has open any more
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    assert process.wait() == 0
    return result, shown


def test_a_terminal_is_told_what_is_done_in_one_line_that_goes(tmp_path):
    result, shown = run("xterm", "report")
    assert b"</html>" in result and b"\x1b" not in result
    lines = shown.split(TAKE_BACK)
    assert lines[0] == b"" and re.fullmatch(NOT_EXAMINED, lines[-1]), "nothing before the line, and nothing left of it"
    steps = lines[1:-1]
    assert steps
    for step in steps:
        assert re.fullmatch(rb"(declaring|drawing) [a-z-]+/\w+|checking [a-z-]+/\w+: rule \d+ of \d+", step), step
    assert b"\n" not in shown.removesuffix(lines[-1])


def test_a_line_is_never_broken_by_a_narrow_terminal():
    _, shown = run("xterm", "report", columns=20)
    steps = shown.split(TAKE_BACK)[1:-1]
    assert steps and all(len(step) < 20 for step in steps)
    assert max(map(len, steps)) == 19


@pytest.mark.parametrize("term", ["dumb", None])
def test_a_terminal_that_cannot_go_back_hears_nothing(term):
    assert re.fullmatch(NOT_EXAMINED, run(term, "report")[1])


def test_a_pipe_hears_nothing():
    ended = subprocess.run(
        [PROGRAM, "report"], cwd=REPOSITORY, capture_output=True, check=True, env=os.environ | {"TERM": "xterm"}
    )
    assert re.fullmatch(NOT_EXAMINED, ended.stderr)
