"""What an operator prepares before the first apply, and no more: what `infra-gen prerequisites --format json` lists."""

from __future__ import annotations

import re
import shutil

EXAMPLE = "terraform.tfvars.example"
# What the stand-in invents where a stack names it, as far as it is listed.
FOREIGN = {"network", "subnet", "securityGroup", "prefixList", "layer"}


class NotListed(Exception):
    """The example of the variables' values and the list of prerequisites disagree."""


def prepare(prerequisites, work, cloud):
    """Prepares them; `work` is the directory that is applied."""
    named = {p["name"] for p in prerequisites if p["kind"] == "variable"}
    example = work / EXAMPLE
    given = set(re.findall(r"^(\w+) *=", example.read_text(), flags=re.MULTILINE)) if example.exists() else set()
    if named != given:
        raise NotListed(f"{EXAMPLE} sets {sorted(given)}, the list of prerequisites has {sorted(named)}")
    if named:
        shutil.copy(example, work / "terraform.tfvars")
    cloud.only_outside([p["name"] for p in prerequisites if p["kind"] in FOREIGN])
    for secret in (p for p in prerequisites if p["kind"] == "secret"):
        # By an ARN without the six characters that Secrets Manager appends, or with them.
        name = re.sub(r"-(?=\w*\d)\w{6}$", "", secret["name"].split(":secret:")[1])
        client = cloud.client("secretsmanager", secret["region"])
        client.create_secret(Name=name, SecretString="what the operator keeps there")
    for bucket in (p for p in prerequisites if p["kind"] == "bucket"):
        cloud.client("s3", "us-east-1").create_bucket(Bucket=bucket["name"])
