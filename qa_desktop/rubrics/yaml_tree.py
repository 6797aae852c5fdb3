"""Reads strict YAML 1.2 into a tree: no aliases, no tags, no duplicate keys, bounded in every way.

Only the parser of ruamel.yaml is used, event by event: its constructors would follow aliases,
recurse with the nesting and forget the decimal text of numbers.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from qa_desktop.base.problems import Problem
from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text
from qa_desktop.rubrics.tree import (
    MAX_DEPTH,
    MAX_NODES,
    Listing,
    Node,
    Path,
    Place,
    Scalar,
    Table,
    Unreadable,
    joined_pairs,
    problem_at,
)

_STANDARD_TAG = "tag:yaml.org,2002:"
_ALLOWED_TAGS = {
    ScalarEvent: f"{_STANDARD_TAG}str",
    SequenceStartEvent: f"{_STANDARD_TAG}seq",
    MappingStartEvent: f"{_STANDARD_TAG}map",
}
_DIRECTIVE = re.compile(r"^%YAML[ \t]+(\S{1,20})", re.MULTILINE)
_NULLS = ("", "~", "null", "Null", "NULL")
_TRUE = ("true", "True", "TRUE")
_FALSE = ("false", "False", "FALSE")
_NOT_FINITE = {sign + word for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")} | {
    ".nan",
    ".NaN",
    ".NAN",
}


def tree_from_yaml(
    text: str, file: str, watch: Callable[[Event], None] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The tree, or None where the text could not be read to its end, and every problem found.

    `watch` is shown each of the parser's events.
    """
    builder = _Builder(file)
    try:
        for event in _events(text):
            if watch is not None:
                watch(event)
            builder.take(event)
            if builder.gave_up:
                return None, builder.problems
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place()
        said = error.problem or error.context or ""
        if "\t" in said or "\\t" in said:
            builder.report("tab", place)
        else:
            builder.report("syntax", place, said=said)
        return None, builder.problems
    except ReaderError as error:
        builder.report("bad_character", _place_of(text, error.position))
        return None, builder.problems
    except AssertionError:
        # ruamel asserts that a %YAML directive says 1.1 or 1.2.
        version = _DIRECTIVE.search(text)
        builder.report(
            "yaml_version",
            _place_of(text, version.start() if version else 0),
            version=version[1] if version else "?",
        )
        return None, builder.problems
    except (YAMLError, ValueError, OverflowError) as error:
        # Escapes past the last character and broken directives leave the parser as these.
        builder.report("syntax", builder.last_place, said=str(error).splitlines()[0])
        return None, builder.problems
    return builder.root, builder.problems


def _events(text: str) -> Iterator[Event]:
    events: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)
    return events


def _place_of(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@dataclass(slots=True)
class _Frame:
    """A collection that is still open; `key` is set while a table waits for its value."""

    node: Listing | Table
    key: str | None = None
    duplicate: bool = False


@dataclass(slots=True)
class _Builder:
    file: str
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    gave_up: bool = False
    last_place: Place = field(default_factory=lambda: Place(1, 1))
    _frames: list[_Frame] = field(default_factory=list)
    _nodes: int = 0
    _documents: int = 0

    def take(self, event: Event) -> None:
        self.last_place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case DocumentStartEvent():
                self._start_document(event)
            case AliasEvent():
                self.report("alias", self.last_place, name=str(event.anchor))
                self.gave_up = self._awaits_key()
                self._add(Unreadable(self.last_place))
            case ScalarEvent() | SequenceStartEvent() | MappingStartEvent():
                self._start_node(event)
            case SequenceEndEvent() | MappingEndEvent():
                self._add(self._frames.pop().node)
            case _:
                pass

    def report(self, code: str, place: Place, **values: str | float) -> None:
        self.problems.append(problem_at(self.file, code, self._path(), place, **values))

    def _path(self) -> Path:
        parts: list[str | int] = []
        for frame in self._frames:
            if isinstance(frame.node, Listing):
                parts.append(len(frame.node.elements))
            elif frame.key is not None:
                parts.append(frame.key)
        return tuple(parts)

    def _start_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._give_up("several_documents")
        elif event.version is not None and tuple(event.version) != (1, 2):
            version = ".".join(str(part) for part in event.version)
            self.report("yaml_version", self.last_place, version=version)

    def _start_node(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._give_up("too_many_values", limit=MAX_NODES)
            return
        if event.anchor is not None:
            self.report("anchor", self.last_place, name=str(event.anchor))
        tag = None if event.tag is None else str(event.tag)
        tagged = tag not in (None, "!", _ALLOWED_TAGS[type(event)])
        if tagged:
            self.report("tag", self.last_place, tag=str(tag).removeprefix(_STANDARD_TAG))
        if isinstance(event, ScalarEvent):
            self._scalar(event, quoted=not event.implicit[0], tagged=tagged)
        elif len(self._frames) >= MAX_DEPTH:
            self._give_up("too_deep", limit=MAX_DEPTH)
        elif self._awaits_key():
            self._give_up("key_not_text")
        elif isinstance(event, SequenceStartEvent):
            self._open(Listing([], self.last_place))
        else:
            self._open(Table({}, {}, self.last_place))

    def _give_up(self, code: str, **values: int) -> None:
        self.report(code, self.last_place, **values)
        self.gave_up = True

    def _awaits_key(self) -> bool:
        frame = self._frames[-1] if self._frames else None
        return frame is not None and isinstance(frame.node, Table) and frame.key is None

    def _scalar(self, event: ScalarEvent, *, quoted: bool, tagged: bool) -> None:
        place = self._place_of_value(event)
        text = joined_pairs(event.value)
        if text is None:
            self.report("bad_character", place)
            text = event.value.encode("utf-8", "replace").decode()
            node: Node = Unreadable(place)
        elif tagged:
            node = Unreadable(place)
        else:
            node = Scalar(text, place) if quoted else self._plain(text, place)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.node, Table) and frame.key is None:
            self._key(frame, frame.node, node, text)
        else:
            self._add(node)

    def _place_of_value(self, event: ScalarEvent) -> Place:
        """A value that is not there stands for the parser wherever the next one begins."""
        frame = self._frames[-1] if self._frames else None
        nothing = event.start_mark.index == event.end_mark.index
        if (
            nothing
            and frame is not None
            and isinstance(frame.node, Table)
            and frame.key is not None
        ):
            return frame.node.key_places[frame.key]
        return self.last_place

    def _plain(self, text: str, place: Place) -> Node:
        """The core schema of YAML 1.2: `yes`, `no`, `on`, `off` and dates are text."""
        if text in _NULLS:
            return Scalar(None, place)
        if text in _TRUE or text in _FALSE:
            return Scalar(text in _TRUE, place)
        if text in _NOT_FINITE:
            self.report("not_finite", place)
            return Unreadable(place)
        if not looks_like_number(text):
            return Scalar(text, place)
        number = exact(text)
        if number is None:
            self.report("number_too_long", place)
            return Unreadable(place)
        return Scalar(number, place)

    def _key(self, frame: _Frame, table: Table, node: Node, text: str) -> None:
        number = node.value if isinstance(node, Scalar) else None
        key = number_text(number) if isinstance(number, Decimal) else text
        frame.key = key
        frame.duplicate = key in table.entries
        if frame.duplicate:
            first = table.key_places[key].line or 0
            self.report("duplicate_key", node.place, key=key[:60], first_line=first)
        else:
            table.key_places[key] = node.place
            # Holds the key's turn in the order until its value comes.
            table.entries[key] = Unreadable(node.place)

    def _open(self, node: Listing | Table) -> None:
        self._frames.append(_Frame(node))

    def _add(self, node: Node) -> None:
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if isinstance(frame.node, Listing):
            frame.node.elements.append(node)
        elif frame.key is not None:
            if not frame.duplicate:
                frame.node.entries[frame.key] = node
            frame.key = None
