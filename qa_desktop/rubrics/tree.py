"""A rubric file as a plain tree whose nodes remember where they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import rfc8785

from qa_desktop.base.problems import Problem, Where
from qa_desktop.rubrics.numbers import within_digits

_SURROGATE = re.compile("[\ud800-\udfff]")

MAX_DEPTH = 20
MAX_NODES = 30_000

# Ids have at most 80 letters; of what is longer the beginning tells which it is.
_LONGEST_KEY = 100
# What a sentence may quote from a file.
_LONGEST_VALUE = 400

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column counted from 1; None where the source was not a text."""

    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Scalar:
    value: str | Decimal | bool | None
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    elements: list["Node"]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Keys are always text: a number as a key is its shortest decimal text."""

    entries: dict[str, "Node"]
    key_places: dict[str, Place]
    place: Place


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands where a problem was already reported, so that nothing is said twice."""

    place: Place


Node = Scalar | Listing | Table | Unreadable


def path_text(path: Path) -> str:
    """("sections", 1, "weight") as "sections[1].weight"."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
            continue
        shown = part if len(part) <= _LONGEST_KEY else f"{part[:_LONGEST_KEY]}…"
        text += f".{shown}" if text else shown
    return text


def problem_at(file: str, code: str, path: Path, place: Place, **values: str | float) -> Problem:
    """A problem of this room at a place in a rubric file."""
    where = Where(
        file=file or None,
        line=place.line,
        column=place.column,
        path=path_text(path) if path else None,
    )
    return Problem(
        code=f"rubrics.{code}", where=where, values={k: _shown(v) for k, v in values.items()}
    )


def _shown(value: str | float) -> str | float:
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return f"{value[:_LONGEST_VALUE]}…"
    return value


def find_place(root: Node, path: Path) -> Place:
    """Where `path` stands, or the nearest of its parents that exists."""
    node = root
    for part in path:
        if isinstance(node, Table) and part in node.entries:
            node = node.entries[str(part)]
        elif isinstance(node, Listing) and isinstance(part, int) and part < len(node.elements):
            node = node.elements[part]
        else:
            break
    return node.place


def path_of_text(root: Node, text: str) -> Path:
    """What `path_text` wrote, as far as it leads to something; keys may hold points themselves."""
    path: list[str | int] = []
    node, rest = root, text
    while rest:
        if isinstance(node, Listing) and rest.startswith("["):
            number, _, rest = rest[1:].partition("]")
            step: str | int = int(number)
            if int(number) >= len(node.elements):
                break
            node = node.elements[int(number)]
        elif isinstance(node, Table):
            found = _longest_key(node, rest)
            if found is None:
                break
            step, node = found, node.entries[found]
            rest = rest[len(found) :]
        else:
            break
        path.append(step)
        rest = rest.removeprefix(".")
    return tuple(path)


def _longest_key(table: Table, rest: str) -> str | None:
    fitting = [
        key
        for key in table.entries
        if key and rest.startswith(key) and rest[len(key) : len(key) + 1] in ("", ".", "[")
    ]
    return max(fitting, key=len, default=None)


def canonical_json(node: Node) -> bytes:
    """RFC 8785: the same bytes for every spelling of the same content."""
    return rfc8785.dumps(_json_value(node))


def _json_value(node: Node) -> Any:
    match node:
        case Table(entries=entries):
            return {key: _json_value(child) for key, child in entries.items()}
        case Listing(elements=elements):
            return [_json_value(child) for child in elements]
        case Scalar(value=Decimal() as number):
            return int(number) if number == int(number) else float(number)
        case Scalar(value=value):
            return value
        case Unreadable():
            raise ValueError("a file with problems has no canonical form")


def tree_from_mapping(data: object, file: str) -> tuple[Node, list[Problem]]:
    """The tree of parsed JSON; numbers may be int, float or Decimal."""
    builder = _MappingReader(file)
    return builder.node(data, ()), builder.problems


class _MappingReader:
    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._nodes = 0

    def node(self, value: object, path: Path) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            if self._nodes == MAX_NODES + 1:
                self._report("too_many_values", (), limit=MAX_NODES)
            return Unreadable(Place())
        match value:
            case Mapping() | list() | tuple():
                if len(path) >= MAX_DEPTH:
                    return self._report("too_deep", path, limit=MAX_DEPTH)
                return self._collection(value, path)
            case None | bool():
                return Scalar(value, Place())
            case str():
                return self._text(value, path)
            case int() | float() | Decimal():
                return self._number(value, path)
        raise TypeError(f"{type(value).__name__} is not a JSON value")

    def _collection(self, value: Mapping[object, object] | Sequence[object], path: Path) -> Node:
        if not isinstance(value, Mapping):
            elements = [self.node(child, (*path, i)) for i, child in enumerate(value)]
            return Listing(elements, Place())
        entries = {str(key): self.node(child, (*path, str(key))) for key, child in value.items()}
        return Table(entries, dict.fromkeys(entries, Place()), Place())

    def _text(self, value: str, path: Path) -> Node:
        whole = joined_pairs(value)
        return self._report("bad_character", path) if whole is None else Scalar(whole, Place())

    def _number(self, value: float | Decimal, path: Path) -> Node:
        if isinstance(value, int) and value.bit_length() > 64:
            return self._report("number_too_long", path)
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            return self._report("not_finite", path)
        kept = within_digits(number)
        if kept is None:
            return self._report("number_too_long", path)
        return Scalar(kept, Place())

    def _report(self, code: str, path: Path, **values: int) -> Node:
        self.problems.append(problem_at(self._file, code, path, Place(), **values))
        return Unreadable(Place())


def joined_pairs(text: str) -> str | None:
    """`text` with its surrogate pairs joined, as JSON's escapes write characters past U+FFFF;
    None when half of a pair is left, which no UTF-8 text can hold."""
    if not _SURROGATE.search(text):
        return text
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return None
