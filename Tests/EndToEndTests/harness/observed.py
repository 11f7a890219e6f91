"""What the stand-in saw, in lines for whoever reads a failed test."""

from __future__ import annotations

import re

LAST = 15


def observations(failure, cloud):
    """What was refused, the last calls of the services concerned, and the repetitions."""
    refused = cloud.refused()
    calls = cloud.calls()
    for row in refused:
        yield f"refused: {row['service']} {row['operation']}: {row['message']}"
    for service in concerned(failure, refused, calls):
        yield f"the last calls of {service}, as the stand-in saw them:"
        yield from (f"  {line(call)}" for call in [c for c in calls if c["service"] == service][-LAST:])
    yield from (words for words in repetitions(cloud) if words not in failure)


def concerned(failure, refused, calls):
    """The services of the operations that a failure names, as the SDK does, and of what was refused."""
    named = set(re.findall(r"operation error [^:]+: (\w+)", failure))
    services = [c["service"] for c in calls if c["operation"] in named] + [r["service"] for r in refused]
    return list(dict.fromkeys(services))


def repetitions(cloud):
    """The requests that came twice and should not have."""
    for found in cloud.repeated():
        if found.get("expected"):
            continue
        yield f"repeated: {found['why']}: {line(found['call'])}"
        if found["earlier"]:
            yield f"  after: {line(found['earlier'])}"


def line(call):
    answer = f"{call.get('status', 'no answer')} {call.get('code', '')}".strip()
    return (
        f"{call['at']:8.3f} s  connection {call['connection']}  {call['operation']} attempt {call['attempt']} of "
        f"{(call['invocation'] or 'no invocation')[:8]}: {answer}{', replayed' if call.get('replayed') else ''}"
        f" after {call.get('took', '?')} s"
    )
