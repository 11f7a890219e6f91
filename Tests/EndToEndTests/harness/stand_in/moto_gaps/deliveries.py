"""Functions that topics, buses and callers invoke: noted instead of run, for moto would start a container."""

from __future__ import annotations

from moto.awslambda.models import LambdaFunction
from moto.events.models import Rule

from .. import invocations


def complete():
    def invoke_lambda(self, event):
        invocations.note(self.function_arn, event)
        return "null", False, ""

    LambdaFunction._invoke_lambda = invoke_lambda

    # moto matches an event with a rule's pattern, and has no functions among the targets
    moto_send = Rule.send_to_targets

    def send_to_targets(self, original_event, transform_input=True):
        functions = [t for t in self.targets if ":lambda:" in t["Arn"]]
        if functions and self.event_pattern.matches_event(original_event):
            for target in functions:
                invocations.note(target["Arn"], dict(original_event))
        every = self.targets
        self.targets = [t for t in every if t not in functions]
        try:
            moto_send(self, original_event, transform_input)
        finally:
            self.targets = every

    Rule.send_to_targets = send_to_targets
