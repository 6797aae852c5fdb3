"""Reads single values out of JSON trees whose shape nobody vouches for."""

import math
from typing import Any

_MOST_OFTEN = 1000


def mapping(value: Any) -> dict[str, Any]:
    """The value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """The value when it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; anything else in it is left out."""
    return [item for item in sequence(value) if isinstance(item, dict)]


def text(value: Any) -> str | None:
    """A non-empty string, or a number written out; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(value) if math.isfinite(value) else None
    return value.strip() or None if isinstance(value, str) else None


def number(value: Any) -> float | None:
    """A finite number, also out of a string; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def count(value: Any) -> int | None:
    """How often something happened, also out of a string; None for what can't be counted."""
    found = number(value)
    return round(found) if found is not None and 0 <= found <= _MOST_OFTEN else None


def first(tree: dict[str, Any], *keys: str) -> Any:
    """The value of the first key that is there and not None."""
    for key in keys:
        if tree.get(key) is not None:
            return tree[key]
    return None
