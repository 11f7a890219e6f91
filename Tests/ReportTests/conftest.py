"""A report of the repository's own stacks, and a browser that shows it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser, executable  # noqa: E402

REPOSITORY = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("INFRA_GEN", REPOSITORY / ".build/debug/infra-gen"))


def require(there, what):
    """Skips on somebody's machine, and fails in CI, where something is missing."""
    if not there and os.environ.get("CI") != "true":
        pytest.skip(f"not on this machine: {what}")
    assert there, what


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """The file of the page, made by the program itself from where its sources are."""
    require(PROGRAM.exists(), f"no {PROGRAM}")
    page = tmp_path_factory.mktemp("report") / "report.html"
    subprocess.run([PROGRAM, "report", "--write", page], cwd=REPOSITORY, check=True, capture_output=True)
    return page


@pytest.fixture(scope="session")
def report(written):
    """The address of the page."""
    require(executable(), "no Chromium; CHROMIUM=… names one")
    return written.as_uri()


@pytest.fixture(scope="session")
def browser(report, tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()
