"""How the checks reach the API: in the region where a resource is."""

from __future__ import annotations

import json
from collections import Counter

from botocore.exceptions import ClientError


class Reader:
    missing = (ClientError, LookupError)

    def __init__(self, cloud, resources):
        self.cloud = cloud
        self.region = self._main_region(resources)

    def client(self, service, arn=""):
        """A client in the region of the ARN, or in that of most of the stack where the ARN names none."""
        region = arn.split(":")[3] if arn.count(":") >= 5 else ""
        return self.cloud.client(service, region or self.region)

    @staticmethod
    def _main_region(resources):
        arns = [str(r["values"].get("arn") or "").split(":") for r in resources]
        regions = Counter(a[3] for a in arns if len(a) > 5 and a[3])
        return regions.most_common(1)[0][0] if regions else "us-east-1"


def tags(pairs):
    return {t["Key"]: t["Value"] for t in pairs}


def parsed(text):
    """JSON as a value: its blanks and the order of its keys say nothing."""
    return json.loads(text) if text else None


def first(block):
    """The one element of a Terraform block, or nothing."""
    return block[0] if block else {}
