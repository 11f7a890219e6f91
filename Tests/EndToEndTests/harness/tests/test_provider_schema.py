"""What infra-gen knows of the provider, against the schema of the provider that tests run."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from terraform import PROVIDER, Terraform, find_mirror, missing_prerequisites

pytestmark = pytest.mark.terraform

SENSITIVE = (Path(__file__).parents[4] / "Sources/InfraCLI/Changes/SensitiveArguments.swift").read_text()


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    missing = list(missing_prerequisites())
    if missing and os.environ.get("CI") != "true":
        pytest.skip("; ".join(missing))
    assert not missing, missing
    directory = tmp_path_factory.mktemp("schema")
    providers = {"required_providers": {"aws": {"source": PROVIDER}}}
    (directory / "main.tf.json").write_text(json.dumps({"terraform": providers}))
    terraform = Terraform(directory, dict(os.environ))
    terraform.init(find_mirror())
    (provider,) = json.loads(terraform.run("providers", "schema", "-json"))["provider_schemas"].values()
    return provider


def test_schemas_in_the_program_are_those_of_the_provider():
    missing = list(missing_prerequisites())
    if missing and os.environ.get("CI") != "true":
        pytest.skip("; ".join(missing))
    script = Path(__file__).parents[4] / "Scripts/provider-schema"
    environment = os.environ | {"TF_PLUGIN_DIR": str(find_mirror())}
    check = subprocess.run([sys.executable, script, "--check"], env=environment, capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stderr


def test_sensitive_arguments_are_those_of_the_provider(schema):
    """`diff` hides the values of the arguments that the provider marks as sensitive."""

    def sensitive(block):
        attributes = block.get("attributes", {}).values()
        if any(one.get("sensitive") and (one.get("optional") or one.get("required")) for one in attributes):
            return True
        return any(sensitive(nested["block"]) for nested in block.get("block_types", {}).values())

    known = dict(re.findall(r'"(aws_\w+)": \[(.*?)\]', SENSITIVE, re.DOTALL))
    missing = []
    for type_name, resource in schema["resource_schemas"].items():
        block = resource["block"]
        names = [
            name for name, one in block.get("attributes", {}).items()
            if one.get("sensitive") and (one.get("optional") or one.get("required"))
        ] + [name for name, nested in block.get("block_types", {}).items() if sensitive(nested["block"])]
        missing += [f"{type_name}.{name}" for name in names if f'"{name}"' not in known.get(type_name, "")]
    assert len(known) > 80
    assert missing == []
