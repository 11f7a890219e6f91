"""What the Lego API has to be: story 5.3's acceptance criteria, held against the AWS API.

Written from the story, and from what AWS does where the story asks for what it cannot do.
"""

from __future__ import annotations

from ..account import Account
from ..requirement import unmet_requirements
from . import analytics, functions, tracing
from .names import FUNCTIONS


def unmet(environment, cloud, outputs):
    account = Account("lego-api", environment, cloud, outputs)
    if set(account.functions) != set(FUNCTIONS):
        return [f"functions: expected {sorted(FUNCTIONS)}, found {sorted(account.functions)}"]
    return unmet_requirements(account, functions, tracing, analytics)
