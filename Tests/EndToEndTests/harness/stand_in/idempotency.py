"""Idempotency tokens: a request that repeats one gets the first answer again, and nothing happens a second time."""

from __future__ import annotations

from .errors import AwsError

TOKENS = {"clienttoken", "clientrequesttoken", "idempotencytoken"}


def token(operation, params):
    """The token of a request, under the name that its operation has for it; None where it has none.

    botocore marks most tokens; EC2's model leaves the mark out for some, so the usual names count too.
    """
    shape = operation.input_shape
    if shape is None:
        return None
    for name in shape.members:
        marked = name in operation.idempotent_members and name.lower().endswith("token")
        if (marked or name.lower() in TOKENS) and params.get(name):
            return str(params[name])
    return None


class Answers:
    """The successful answers to requests with a token."""

    def __init__(self):
        self.held: dict[tuple, tuple] = {}

    def first(self, call, value):
        """The answer that the first request with this token got; None where this is the first.

        Raises what the service answers to a token that comes with other parameters.
        """
        held = self.held.get(key(call, value))
        if held is None:
            return None
        params, answer = held
        if params != call.params:
            raise AwsError(
                mismatch(call.op_model),
                f"The client token {value} was used before with other parameters",
            )
        return answer

    def keep(self, call, value, answer):
        self.held[key(call, value)] = (call.params, answer)

    def clear(self):
        self.held.clear()


def key(call, value):
    return call.service, call.region, call.operation, value


def mismatch(operation):
    """The error that the operation's model has for it; EC2's model has no errors, and its documentation names this one."""
    errors = [shape.name for shape in operation.error_shapes]
    return next(
        (e for e in errors if e.startswith("Idempotent")),
        next((e for e in errors if e == "ConflictException"), "IdempotentParameterMismatch"),
    )
