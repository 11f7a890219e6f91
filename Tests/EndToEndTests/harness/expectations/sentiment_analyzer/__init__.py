"""What the sentiment analyzer has to be: its specification's requirements, held against the AWS API.

Written from the specification alone.
"""

from __future__ import annotations

from ..account import Account
from ..requirement import unmet_requirements
from . import alarms, canary, outputs, streaming, tracing
from .names import FUNCTIONS


def unmet(environment, cloud, shown):
    account = Account("sentiment-analyzer", environment, cloud, shown)
    # Without its functions there is no telling what else is amiss.
    if set(account.functions) != set(FUNCTIONS):
        return [f"functions: expected {sorted(FUNCTIONS)}, found {sorted(account.functions)}"]
    return unmet_requirements(account, tracing, streaming, alarms, canary, outputs)
