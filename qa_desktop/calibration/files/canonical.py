"""JSON in the one way that RFC 8785 allows, written and read back strictly."""

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

import rfc8785

# Deeper than anything here is, and far from where Python's own stack ends.
_MOST_DEEP = 32
_MOST_VALUES = 400_000
# One without an end goes to the end of all; nothing is looked at twice.
_TEXTS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")


class NotCanonicalError(ValueError):
    """The bytes are not the canonical form of any JSON object."""


def canonical(value: Mapping[str, Any]) -> bytes:
    """Takes tables, lists, texts, whole numbers, booleans and None only."""
    written: bytes = rfc8785.dumps(dict(value))
    return written


def read_canonical(data: bytes) -> dict[str, Any]:
    """The object whose canonical form is exactly `data`: what was signed is what is read.

    A name that stands twice, another order, a blank, a number with a fraction: all refused. Whoever
    read `data` bounded its size. Raises NotCanonicalError, which quotes nothing of it.
    """
    try:
        text = data.decode("utf-8")
        _check_extent(text)
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
        same = isinstance(value, dict) and rfc8785.dumps(value) == data
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError(type(error).__name__) from None
    if not same:
        raise NotCanonicalError("written in another way")
    return dict(value)


def _refuse(_said: str) -> NoReturn:
    raise NotCanonicalError("not a whole number")


def _check_extent(text: str) -> None:
    """Before anything is made of it: a short text may hold millions of empty lists."""
    around = _TEXTS.sub("", text)
    if around.count(",") + around.count("[") + around.count("{") > _MOST_VALUES:
        raise NotCanonicalError("too many values")
    deep = 0
    for bracket in _BRACKETS.findall(around):
        deep += 1 if bracket in "[{" else -1
        if deep > _MOST_DEEP:
            raise NotCanonicalError("nested too deep")
