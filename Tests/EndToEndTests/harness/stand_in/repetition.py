"""Requests that arrived more than once, taken from the record of calls."""

from __future__ import annotations

READS = (
    "BatchGet",
    "Check",
    "Describe",
    "Filter",
    "Get",
    "Head",
    "List",
    "Lookup",
    "Query",
    "Scan",
    "Search",
    "Select",
    "Validate",
)

# Equal requests that belong to a life: what sends them, and why AWS does not mind. An SDK's retry is never one of them.
EXPECTED = {
    ("cloudwatch", "PutMetricData"): "each adds a datapoint: a canary that measures the same value twice sends it twice",
    ("s3", "PutBucketVersioning"): "terraform destroys versioning by suspending it, which it may be already",
}


def repeated(calls):
    """Each repetition, with the earlier call and the reason why it counts as one.

    An SDK numbers its attempts, so what it sends again is known. A request that changes something and is the same as an
    earlier successful one, byte for byte, is a repetition whoever sent it.
    """
    invocations: dict[str, dict] = {}
    requests: dict[tuple, dict] = {}
    for call in calls:
        earlier = invocations.get(call["invocation"])
        if call["attempt"] > 1:
            yield {"why": f"attempt {call['attempt']} of one invocation", "call": call, "earlier": earlier}
        elif changes(call["operation"]):
            request = call["service"], call["region"], call["operation"], call["request"]
            if request in requests:
                yield {
                    "why": "the same request again",
                    "call": call,
                    "earlier": requests[request],
                    "expected": EXPECTED.get((call["service"], call["operation"])),
                }
            if call.get("status", 500) < 400:
                requests.setdefault(request, call)
        invocations.setdefault(call["invocation"], call)


def changes(operation):
    return bool(operation) and not operation.startswith(READS)
