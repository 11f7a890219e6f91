"""What order tracing has to be: its document's requirements, held against the AWS API, in each of its regions.

Written from the document alone.
"""

from __future__ import annotations

from .. import functions
from ..account import Account
from ..requirement import unmet_requirements
from . import api, events, outputs

SERVICES = {"order", "payment", "inventory", "notification"}
REGIONS = {"dev": ["us-east-1"], "prod": ["us-east-1", "us-west-2"]}  # the second one is PROD7: disaster recovery


def unmet(environment, cloud, shown):
    found = []
    for region in REGIONS[environment]:
        account = Account("order-tracing", environment, cloud, shown, f"distributed-tracing-{environment}-", region)
        # the second region's names end in something
        account.suffix = "" if region == "us-east-1" else "-dr"
        account.standby = bool(account.suffix)
        wanted = {f"{s}{account.suffix}" for s in SERVICES}
        if set(account.functions) != wanted:
            return [f"functions in {region}: expected {sorted(wanted)}, found {sorted(account.functions)}"]
        modules = (functions, events, api) if account.standby else (functions, events, api, outputs)
        found += [f"{region}: {wrong}" for wrong in unmet_requirements(account, *modules)]
    return found
