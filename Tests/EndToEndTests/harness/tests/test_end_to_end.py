"""The harness itself: that a fault is found, at its step and by its name. That it lets good ones pass, out/ shows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from stand_in_process import HERE
from terraform import missing_prerequisites

pytestmark = pytest.mark.terraform

GOOD = json.loads((Path(__file__).parent / "fixtures/traced.tf.json").read_text())


def run(directory, document, *options, **environment):
    if document is not None:
        (directory / "main.tf.json").write_text(json.dumps(document))
    return subprocess.run(
        [sys.executable, HERE / "end_to_end.py", *options, directory],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def directory(tmp_path):
    missing = list(missing_prerequisites())
    if missing and os.environ.get("CI") != "true":
        pytest.skip("; ".join(missing))
    made = tmp_path / "out" / "fixture" / "dev"
    made.mkdir(parents=True)
    return made


def changed(kind, name, **attributes):
    document = json.loads(json.dumps(GOOD))
    document["resource"][kind][name] |= attributes
    return document


@pytest.mark.parametrize(
    "document, step, words",
    [
        pytest.param(changed("aws_xray_group", "errors", filter="fault"), "plan", "filter", id="no such argument"),
        pytest.param(
            changed("aws_xray_group", "errors", filter_expression="falt = true"),
            "apply",
            "unknown keyword 'falt'",
            id="a filter that is none",
        ),
        pytest.param(
            changed(
                "aws_cloudwatch_dashboard",
                "all",
                dashboard_body=json.dumps(
                    {
                        "widgets": [
                            {"type": "alarm", "properties": {"alarms": ["${aws_cloudwatch_metric_alarm.errors.arn}"]}}
                        ]
                    }
                ),
            ),
            "read-back",
            "no dashboard shows the alarm arn:aws:cloudwatch:us-east-1:123456789012:alarm:spend",
            id="an alarm that no dashboard shows",
        ),
        pytest.param(
            changed("aws_xray_group", "errors", filter_expression='fault = true ${timestamp() != "" ? "" : ""}'),
            "second plan",
            "will be updated in-place",
            id="a plan that is never empty",
        ),
    ],
)
def test_a_fault_is_found_and_named(directory, document, step, words):
    result = run(directory, document)
    assert result.returncode == 1
    assert f"out/fixture/dev: {step} failed" in result.stderr
    assert words in result.stderr
    assert [p.name for p in directory.iterdir()] == ["main.tf.json"]


def test_a_failure_tells_what_the_stand_in_saw(directory):
    result = run(directory, changed("aws_xray_group", "errors", filter_expression="falt = true"))
    assert "refused: xray CreateGroup: " in result.stderr
    assert "the last calls of xray, as the stand-in saw them:" in result.stderr
    assert re.search(r"connection \d+  CreateGroup attempt 1 of [0-9a-f]{8}: 400 InvalidRequestException", result.stderr)
    assert "repeated: " not in result.stderr


def test_nothing_is_applied_that_only_a_plan_was_asked_of(directory):
    document = changed("aws_xray_group", "errors", filter_expression="falt = true")
    result = run(directory, document, "--plan-only")
    assert result.returncode == 0, result.stderr
    assert "plan" in result.stdout and "apply" not in result.stdout


def test_what_is_missing_is_said(tmp_path):
    result = run(tmp_path, None, TF_PLUGIN_DIR=str(tmp_path))
    assert result.returncode == 77
    assert "no mirror of the provider hashicorp/aws" in result.stderr
