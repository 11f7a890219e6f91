"""What a stack has to be, by name, written from its specification and not from our model of it.

`<stack>` holds the expectations of `out/<stack>`, read from the AWS API and from what Terraform shows.
"""

from __future__ import annotations

import importlib
import importlib.util


def unmet_expectations(stack, environment, cloud, outputs):
    """A sentence for each expectation that the API does not meet; nothing for a stack without expectations."""
    module = f"{__name__}.{stack.replace('-', '_')}"
    if importlib.util.find_spec(module) is None:
        return []
    return importlib.import_module(module).unmet(environment, cloud, outputs)


def unmet_choices(stack, environment, planned_with):
    """A sentence for whatever a variable does not change as it should; `planned_with(name=value)` plans with it."""
    module = f"{__name__}.{stack.replace('-', '_')}.choices"
    if importlib.util.find_spec(module.rpartition(".")[0]) is None or importlib.util.find_spec(module) is None:
        return []
    return importlib.import_module(module).unmet(environment, planned_with)
