"""How the checks reach the API: in the region where a resource is."""

from __future__ import annotations

import json
from collections import Counter

from botocore.exceptions import ClientError


class Reader:
    missing = (ClientError, LookupError)

    def __init__(self, cloud, resources, regions):
        self.cloud, self.regions = cloud, regions
        self.home = self.region = self._main_region(resources)

    def turn_to(self, resource):
        """From now on `client` is about this resource, and about the stack itself without one."""
        self.region = self.regions.get(resource["address"], self.home) if resource else self.home

    def client(self, service, arn=""):
        """A client in the region of the ARN, or in that of the resource where the ARN names none."""
        region = arn.split(":")[3] if arn.count(":") >= 5 else ""
        return self.cloud.client(service, region or self.region)

    @staticmethod
    def _main_region(resources):
        arns = [str(r["values"].get("arn") or "").split(":") for r in resources]
        regions = Counter(a[3] for a in arns if len(a) > 5 and a[3])
        return regions.most_common(1)[0][0] if regions else "us-east-1"


def aliased_regions(plan):
    """The regions of the resources that a provider alias sends elsewhere, by address."""
    configuration = plan.get("configuration", {})
    regions = {
        key: provider.get("expressions", {}).get("region", {}).get("constant_value")
        for key, provider in configuration.get("provider_config", {}).items()
        if provider.get("alias")
    }
    resources = configuration.get("root_module", {}).get("resources", [])
    return {r["address"]: regions[r["provider_config_key"]] for r in resources if regions.get(r["provider_config_key"])}


def tags(pairs):
    return {t["Key"]: t["Value"] for t in pairs}


def parsed(text):
    """JSON as a value: its blanks and the order of its keys say nothing."""
    return json.loads(text) if text else None


def first(block):
    """The one element of a Terraform block, or nothing."""
    return block[0] if block else {}
