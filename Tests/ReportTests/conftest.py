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


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """The address of the page, made by the program itself from where its sources are."""
    missing = [
        what
        for what, there in (("no Chromium; CHROMIUM=… names one", executable()), (f"no {PROGRAM}", PROGRAM.exists()))
        if not there
    ]
    if missing and os.environ.get("CI") != "true":
        pytest.skip("not on this machine: " + "; ".join(missing))
    assert not missing, missing
    page = tmp_path_factory.mktemp("report") / "report.html"
    subprocess.run([PROGRAM, "report", "--write", page], cwd=REPOSITORY, check=True, capture_output=True)
    return page.as_uri()


@pytest.fixture(scope="session")
def browser(report, tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()
