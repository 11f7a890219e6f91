"""How an expectation says which requirements it stands for, and how it is held against an account."""

from __future__ import annotations

from botocore.exceptions import ClientError


def requirement(*names):
    """Marks a function that takes an account and yields a sentence for whatever is otherwise than required."""

    def mark(expectation):
        expectation.requirements = ", ".join(names)
        return expectation

    return mark


def unmet_requirements(account, *modules):
    expectations = [e for m in modules for e in vars(m).values() if hasattr(e, "requirements")]
    return [f"{e.requirements}: {wrong}" for e in expectations for wrong in wrongs(e, account)]


def wrongs(expectation, account):
    try:
        yield from expectation(account)
    except (ClientError, LookupError) as error:  # what it asks for is not there at all
        yield f"{expectation.__name__.replace('_', ' ')}: {error!r}"
