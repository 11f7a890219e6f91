"""A value against the botocore model of its service: the first gate that a request passes."""

from __future__ import annotations

import math
import re
import threading

import botocore.session

_session = botocore.session.get_session()
_models: dict[str, object] = {}
_model_lock = threading.RLock()


def service_model(service: str):
    with _model_lock:
        if service not in _models:
            try:
                _models[service] = _session.get_service_model(service)
            except Exception:
                _models[service] = None
        return _models[service]


_regexes: dict[str, object] = {}


def _regex(pattern: str):
    """The model's patterns are Java's or ECMAScript's; those Python cannot take are skipped."""
    if pattern not in _regexes:
        try:
            _regexes[pattern] = re.compile(pattern)
        except re.error:
            _regexes[pattern] = None
    return _regexes[pattern]


_TYPES = {
    "string": (str,),
    "character": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "long": (int,),
    "float": (int, float),
    "double": (int, float),
    "list": (list, tuple),
    "structure": (dict,),
    "map": (dict,),
}


def check(shape, value, path="", out=None):
    """Every way in which `value` breaks `shape`, in the words AWS uses."""
    out = [] if out is None else out

    def bad(text):
        shown = value if isinstance(value, (str, int, float, bool)) else "..."
        out.append(f"Value '{str(shown)[:120]}' at '{path}' failed to satisfy constraint: {text}")

    kinds = _TYPES.get(shape.type_name)
    if kinds and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)):
        bad(f"Member must be of type {shape.type_name}")
        return out
    meta = shape.metadata
    low, high = meta.get("min"), meta.get("max")
    if shape.type_name == "structure":
        for name in shape.required_members:
            if value.get(name) is None:
                out.append(
                    f"Value null at '{path + '.' if path else ''}{name}' failed to satisfy "
                    "constraint: Member must not be null"
                )
        for name, member in shape.members.items():
            if value.get(name) is not None:
                check(member, value[name], f"{path}.{name}" if path else name, out)
    elif shape.type_name == "list":
        if low is not None and len(value) < low:
            bad(f"Member must have length greater than or equal to {low}")
        if high is not None and len(value) > high:
            bad(f"Member must have length less than or equal to {high}")
        for i, item in enumerate(value):
            check(shape.member, item, f"{path}.{i + 1}.member", out)
    elif shape.type_name == "map":
        if high is not None and len(value) > high:
            bad(f"Member must have length less than or equal to {high}")
        for k, v in value.items():
            check(shape.key, k, f"{path}.key", out)
            if v is not None:
                check(shape.value, v, f"{path}.{k}", out)
    elif shape.type_name == "string":
        if low is not None and len(value) < low:
            bad(f"Member must have length greater than or equal to {low}")
        if high is not None and len(value) > high:
            bad(f"Member must have length less than or equal to {high}")
        if getattr(shape, "enum", None) and value not in shape.enum:
            bad(f"Member must satisfy enum value set: [{', '.join(shape.enum)}]")
        rx = _regex(meta["pattern"]) if meta.get("pattern") else None
        if (
            rx
            and not rx.fullmatch(value)
            and not (
                # anchored by its author, so written to be searched for
                meta["pattern"][0] == "^" and rx.search(value)
            )
        ):
            bad(f"Member must satisfy regular expression pattern: {meta['pattern']}")
    elif shape.type_name in ("integer", "long", "float", "double"):
        if isinstance(value, float) and not math.isfinite(value):
            bad("Member must be a finite number")
        if low is not None and value < low:
            bad(f"Member must have value greater than or equal to {low}")
        if high is not None and value > high:
            bad(f"Member must have value less than or equal to {high}")
    return out
