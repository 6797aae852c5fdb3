"""What a file says as plain tables, lists, texts and numbers, and how that is changed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from qa_desktop.rubrics.tree import Listing, Node, Path, Scalar, Table

Plain = None | bool | Decimal | str | list["Plain"] | dict[str, "Plain"]


def plain_value(value: object) -> Plain:
    """`value` as the reader gives it back: every number a Decimal, every key text."""
    match value:
        case None | bool() | str():
            return value
        case int() | Decimal():
            return Decimal(value)
        case float():
            return Decimal(repr(value))
        case Fraction():
            return Decimal(value.numerator) / Decimal(value.denominator)
        case Mapping():
            return {str(key): plain_value(child) for key, child in value.items()}
        case Sequence():
            return [plain_value(child) for child in value]
    raise TypeError(f"{type(value).__name__} has no place in a rubric's file")


def plain_of(node: Node) -> Plain:
    """What a tree says; None for what could not be read."""
    match node:
        case Table(entries=entries):
            return {key: plain_of(child) for key, child in entries.items()}
        case Listing(elements=elements):
            return [plain_of(child) for child in elements]
        case Scalar(value=value):
            return value
    return None


def with_value(data: Plain, path: Path, value: Plain) -> Plain:
    """`data` with `value` at `path`; what is not on the way is shared."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and isinstance(step, str):
        return {**data, step: with_value(data.get(step), rest, value)}
    if isinstance(data, list) and isinstance(step, int):
        return [
            with_value(child, rest, value) if i == step else child for i, child in enumerate(data)
        ]
    raise KeyError(path)


def value_at(data: Plain, path: Path) -> Plain:
    """None where nothing is."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def same(one: Plain, other: Plain) -> bool:
    """Equal, and true is not 1."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(v, other[k]) for k, v in one.items())
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def common_beginning(one: list[Plain], other: list[Plain]) -> int:
    """How many elements are the same from the beginning on."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if not same(a, b):
            break
        count += 1
    return count
