"""Read-back: what Terraform's state says of a resource against what the AWS API says of it.

A module per service family; each gives `CHECKS`, by resource type a function that takes the attributes in the state
and a `Reader`, and yields (name, in the state, in the API).
"""

from __future__ import annotations

from collections import Counter

from . import apis, buckets, functions, http_apis, messaging, monitoring, networks, storage, tracing
from .reader import Reader, aliased_regions

MODULES = (apis, buckets, functions, http_apis, messaging, monitoring, networks, storage, tracing)
CHECKS = {k: v for m in MODULES for k, v in m.CHECKS.items()}


def differences(state, cloud, plan=None):
    """A sentence for each attribute that differs, and for each resource type of which nothing was compared."""
    resources = list(managed_resources(state.get("values", {}).get("root_module", {})))
    if not resources:
        yield "the state holds no resource"
    reader = Reader(cloud, resources, aliased_regions(plan or {}))
    compared = Counter()
    for resource in resources:
        kind = resource["type"]
        compared.setdefault(kind, 0)
        if kind not in CHECKS:
            continue
        reader.turn_to(resource)
        try:
            for name, declared, found in CHECKS[kind](resource["values"], reader):
                compared[kind] += 1
                if declared != found:
                    yield f"{resource['address']}: {name}: state {declared!r}, API {found!r}"
        except reader.missing as error:
            yield f"{resource['address']}: not in the API: {error}"
    reader.turn_to(None)
    for kind in sorted(k for k, n in compared.items() if not n and k in CHECKS):
        yield f"{kind}: no attribute was compared"
    yield from monitoring.dashboards_show_every_alarm(resources, reader)
    unknown = sorted(k for k in compared if k not in CHECKS)
    print(f"  {sum(compared.values())} attributes compared; not read back: {', '.join(unknown) or 'nothing'}")


def managed_resources(module):
    yield from (r for r in module.get("resources", []) if r["mode"] == "managed")
    for child in module.get("child_modules", []):
        yield from managed_resources(child)
