"""What the media downloader has to be: its analysis' four options and phases, held against the AWS API.

Written from the analysis, and from what AWS does where the analysis counts on what it cannot do.
"""

from __future__ import annotations

from ..account import Account
from ..requirement import unmet_requirements
from . import monitoring, pipeline, tracing
from .options import FUNCTIONS


def unmet(environment, cloud, outputs):
    account = Account("media-downloader", environment, cloud, outputs)
    if set(account.functions) != set(FUNCTIONS):
        return [f"functions: expected {sorted(FUNCTIONS)}, found {sorted(account.functions)}"]
    return unmet_requirements(account, tracing, pipeline, monitoring)
