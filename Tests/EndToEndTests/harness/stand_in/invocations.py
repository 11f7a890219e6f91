"""What AWS would invoke. The stand-in runs no function: a test takes the invocations, and runs the functions itself."""

from __future__ import annotations

import threading

# Of the request that this thread answers.
request = threading.local()
_lock = threading.Lock()
_waiting: list[dict] = []


def note(arn, event):
    """A function would be invoked with this event, and with the trace header that came with the request."""
    with _lock:
        _waiting.append({"function": arn, "event": event, "trace": getattr(request, "trace", None)})


def take():
    with _lock:
        taken = _waiting[:]
        _waiting.clear()
    return taken
