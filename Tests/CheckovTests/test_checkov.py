"""checkov reads all of out/, and finds nothing there that we agree with."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CHECKOV = REPOSITORY / ".build/checkov/bin/checkov"
TRACED_FUNCTION = "CKV_AWS_50"


@pytest.fixture(scope="module")
def report():
    if not CHECKOV.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHECKOV} is not there; Scripts/test installs it")
        pytest.skip("no checkov; Scripts/test installs it")
    run = subprocess.run(
        [CHECKOV, "--directory", "out", "--framework", "terraform_json", "terraform", "--output", "json", "--quiet"]
        + ["--compact", "--skip-download"],
        cwd=REPOSITORY,
        env=os.environ | {"LOG_LEVEL": "CRITICAL"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        reports = json.loads(run.stdout)
    except json.JSONDecodeError:
        pytest.fail(f"checkov wrote no report: {run.stderr[-2000:]}")
    reports = reports if isinstance(reports, list) else [reports]
    return next(r for r in reports if r.get("check_type") == "terraform_json")


@pytest.mark.checkov
def test_checkov_reads_every_directory(report):
    """One that it cannot read it leaves out without a word, and so finds nothing in it."""
    read = {found["file_path"].removeprefix("/") for found in report["results"]["failed_checks"]}
    written = {str(f.relative_to(REPOSITORY / "out")) for f in (REPOSITORY / "out").glob("*/*/main.tf.json")}
    assert written and read == written
    assert report["summary"]["parsing_errors"] == 0
    assert report["summary"]["passed"] > report["summary"]["failed"]


@pytest.mark.checkov
def test_whatever_checkov_finds_is_known_and_has_a_reason(report):
    accepted = json.loads((HERE / "accepted.json").read_text())
    found = Counter(found["check_id"] for found in report["results"]["failed_checks"])
    names = {f["check_id"]: f"{f['check_name']}: {f['file_path']} {f['resource']}" for f in report["results"]["failed_checks"]}
    assert [names[id] for id in sorted(found) if id not in accepted] == []
    assert [id for id in sorted(accepted) if id not in found] == [], "accepted, and no longer found"
    assert all(reason.endswith(".") for reason in accepted.values())


@pytest.mark.checkov
def test_checkov_sees_that_functions_are_traced(report):
    """What this repository is about is nothing that checkov misses."""
    assert not [f for f in report["results"]["failed_checks"] if f["check_id"] == TRACED_FUNCTION]
