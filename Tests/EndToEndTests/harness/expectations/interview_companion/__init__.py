"""What the interview companion has to be: its document's plan, held against the AWS API.

Written from the document alone.
"""

from __future__ import annotations

from .. import functions
from ..account import Account
from ..requirement import unmet_requirements
from . import outputs, processing, sign_in, tracing

SIGN_IN = {"auth-exchange", "user-profile"}
PHASE_4 = {"start-processing", "start-transcribe", "bedrock-summarize"}


def unmet(environment, cloud, shown):
    account = Account("interview-companion", environment, cloud, shown)
    wanted = SIGN_IN | PHASE_4 if environment == "dev" else SIGN_IN
    if set(account.functions) != wanted:
        return [f"functions: expected {sorted(wanted)}, found {sorted(account.functions)}"]
    modules = [functions, sign_in, tracing, outputs]
    return unmet_requirements(account, *modules, *([processing] if environment == "dev" else []))
