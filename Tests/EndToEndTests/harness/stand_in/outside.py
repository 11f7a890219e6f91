"""What somebody else has made: networks, and layers of other accounts.

A stack names them by ids that no stand-in can have handed out. Until a test says what there is, whatever is named is there.
"""

from __future__ import annotations

_there: set[str] | None = None


def only(names):
    """From now on nothing else is there."""
    global _there
    _there = set(names)


def everything():
    global _there
    _there = None


def is_listed(name):
    """Whether a test has said so. Of what nobody has listed, a question must not make anything: it may be deleted."""
    return _there is not None and name in _there


def is_there(name):
    return _there is None or name in _there
