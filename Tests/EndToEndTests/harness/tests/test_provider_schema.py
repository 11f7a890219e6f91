"""Every argument that infra-gen writes, against the schema of the provider that tests run."""

import json
import os
import re
from pathlib import Path

import pytest

from terraform import PROVIDER, Terraform, find_mirror, missing_prerequisites

pytestmark = pytest.mark.terraform

FACTS = json.loads((Path(__file__).parents[3] / "InfraCLITests/Provider/arguments.json").read_text())
SENSITIVE = (Path(__file__).parents[4] / "Sources/InfraCLI/Changes/SensitiveArguments.swift").read_text()


class Schema:
    def __init__(self, version, document):
        self.major = int(version.split(".")[0])
        (self.provider,) = document["provider_schemas"].values()

    def faults(self, path):
        """What speaks against an argument, which may be in a block, or against a type; nothing where it may be set."""
        type_name, *names = path.removeprefix("data.").split(".")
        types = self.provider["data_source_schemas" if path.startswith("data.") else "resource_schemas"]
        if type_name not in types:
            return ["unknown"]
        block, faults = types[type_name]["block"], []
        for name in names:
            argument = block.get("attributes", {}).get(name)
            nested = block.get("block_types", {}).get(name)
            if nested is not None:
                argument = block = nested["block"]
            elif argument is None:
                return ["unknown"]
            else:
                block = argument.get("nested_type", {})
                if not (argument.get("optional") or argument.get("required")):
                    faults.append("not settable")
            if argument.get("deprecated"):
                faults.append("deprecated")
        return faults


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
    versions = json.loads(terraform.run("version", "-json"))["provider_selections"]
    (version,) = versions.values()
    return Schema(version, json.loads(terraform.run("providers", "schema", "-json")))


def test_everything_that_is_written_may_be_set_and_is_not_deprecated(schema):
    later = set(FACTS["deprecatedIn6"]) if schema.major == 6 else set()
    assert len(FACTS["arguments"]) > 300
    assert {path: found for path in FACTS["arguments"] if path not in later and (found := schema.faults(path))} == {}


def test_what_only_one_version_knows_the_other_does_not(schema):
    ours, other = (FACTS[f"onlyIn{major}"] for major in (schema.major, 11 - schema.major))
    assert [path for path in ours if "unknown" in schema.faults(path)] == []
    assert [path for path in other if "unknown" not in schema.faults(path)] == []


def test_sensitive_arguments_are_those_of_the_provider(schema):
    """`diff` hides the values of the arguments that the provider marks as sensitive."""

    def sensitive(block):
        attributes = block.get("attributes", {}).values()
        if any(one.get("sensitive") and (one.get("optional") or one.get("required")) for one in attributes):
            return True
        return any(sensitive(nested["block"]) for nested in block.get("block_types", {}).values())

    known = dict(re.findall(r'"(aws_\w+)": \[(.*?)\]', SENSITIVE, re.DOTALL))
    missing = []
    for type_name, resource in schema.provider["resource_schemas"].items():
        block = resource["block"]
        names = [
            name for name, one in block.get("attributes", {}).items()
            if one.get("sensitive") and (one.get("optional") or one.get("required"))
        ] + [name for name, nested in block.get("block_types", {}).items() if sensitive(nested["block"])]
        missing += [f"{type_name}.{name}" for name in names if f'"{name}"' not in known.get(type_name, "")]
    assert len(known) > 80
    assert missing == []
