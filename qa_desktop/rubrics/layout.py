"""Where each value of a YAML text stands, character by character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text
from qa_desktop.rubrics.tree import Path

_END_OF_LINE = re.compile(r"\r?\n|\Z")
_COLON = re.compile(r"\s*:(?=[\s,\]}]|\Z)")


@dataclass(slots=True)
class Spot:
    """One value from `start` to `end`, which ends with its last character, no line break.

    `style`: "", "'", '"', "|", ">" of a scalar; "-" and ":" of a block list and table, "[" and
    "{" of flow ones; "*" of an alias.
    """

    start: int
    end: int
    style: str
    parts: list["Part"] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        return self.style in ("-", ":")

    @property
    def is_flow(self) -> bool:
        return self.style in ("[", "{")


@dataclass(slots=True)
class Part:
    """An element of a list or an entry of a table.

    `start` is its dash, its key, or in a flow list the value; `key_end` is where the key or the
    dash ends, `header_end` where the colon does. `key` is None in lists.
    """

    key: str | None
    start: int
    key_end: int
    header_end: int
    spot: Spot


def key_text(text: str, *, plain: bool) -> str:
    """A key as tables hold it: a number as its shortest decimal text."""
    if plain and looks_like_number(text):
        number = exact(text)
        if number is not None:
            return number_text(number)
    return text


@dataclass(slots=True)
class _Open:
    spot: Spot
    key: tuple[str, int, int] | None = None


class LayoutReader:
    """Takes the parser's events; `shift` is what stands before the text that was parsed."""

    def __init__(self, text: str, shift: int = 0) -> None:
        self._text = text
        self._shift = shift
        self._open: list[_Open] = []
        self._root: Spot | None = None

    def layout(self) -> "Layout | None":
        """None where the text was not read to its end."""
        return None if self._root is None else Layout(self._text, self._root)

    def take(self, event: Event) -> None:
        match event:
            case ScalarEvent() | AliasEvent():
                self._scalar(event)
            case SequenceStartEvent():
                self._open.append(_Open(self._spot(event, "[" if event.flow_style else "-")))
            case MappingStartEvent():
                self._open.append(_Open(self._spot(event, "{" if event.flow_style else ":")))
            case SequenceEndEvent() | MappingEndEvent():
                spot = self._open.pop().spot
                spot.end = spot.parts[-1].spot.end if spot.is_block else self._end(event)
                self._add(spot)

    def _end(self, event: Event) -> int:
        return int(event.end_mark.index) + self._shift

    def _spot(self, event: Event, style: str) -> Spot:
        return Spot(int(event.start_mark.index) + self._shift, self._end(event), style)

    def _scalar(self, event: ScalarEvent | AliasEvent) -> None:
        frame = self._open[-1] if self._open else None
        if isinstance(event, AliasEvent):
            self._add(self._spot(event, "*"))
            return
        spot = self._spot(event, event.style or "")
        if frame is not None and frame.spot.style in (":", "{") and frame.key is None:
            name = key_text(event.value, plain=event.implicit[0])
            frame.key = (name, spot.start, spot.end)
            return
        if spot.style in ("|", ">"):
            written = self._text[spot.start : spot.end]
            keeps_lines = "+" in written.split("\n", 1)[0]
            spot.end = spot.start + _end_of_text(written, keeps_lines=keeps_lines)
        self._add(spot)

    def _add(self, spot: Spot) -> None:
        if not self._open:
            self._root = spot
            return
        frame = self._open[-1]
        if frame.key is None:
            self._add_element(frame.spot, spot)
            return
        name, start, end = frame.key
        frame.key = None
        colon = _COLON.match(self._text, end)
        header_end = colon.end() if colon else end
        if spot.start == spot.end:
            # The parser puts a value that is not there anywhere.
            spot.start = spot.end = header_end
        frame.spot.parts.append(Part(name, start, end, header_end, spot))

    def _add_element(self, listing: Spot, spot: Spot) -> None:
        if listing.is_flow:
            listing.parts.append(Part(None, spot.start, spot.start, spot.start, spot))
            return
        dash = listing.start
        if listing.parts:
            column = dash - (self._text.rfind("\n", 0, dash) + 1)
            pattern = re.compile(rf"(?<=\n)[ ]{{{column}}}-(?=\s|\Z)")
            first = re.compile(r"(?<=\n)[ ]*-(?=\s|\Z)")
            after = listing.parts[-1].spot.end
            found = pattern.search(self._text, after) or first.search(self._text, after)
            dash = found.end() - 1 if found else spot.start
        if spot.start == spot.end:
            spot.start = spot.end = dash + 1
        listing.parts.append(Part(None, dash, dash + 1, dash + 1, spot))


def _end_of_text(written: str, *, keeps_lines: bool) -> int:
    """Where the last line ends; `keeps_lines`: empty ones are part of the text."""
    end = len(written)
    while True:
        start = written.rfind("\n", 0, end)
        if start < 0 or written[start:end].strip():
            return end
        end = start - 1 if written[start - 1 : start] == "\r" else start
        if keeps_lines:
            return end


@dataclass(frozen=True)
class Layout:
    text: str
    root: Spot

    def find(self, path: Path) -> Spot | None:
        part = self.part(path)
        return self.root if not path else (part.spot if part else None)

    def part(self, path: Path) -> Part | None:
        """The entry or element at `path`; None where there is none, and for the root."""
        spot, part = self.root, None
        for step in path:
            part = next(iter(_matching(spot, step)), None)
            if part is None:
                return None
            spot = part.spot
        return part

    def path_at(self, offset: int) -> Path:
        """The innermost place whose lines hold the character; () for the file as a whole."""
        path: list[str | int] = []
        spot = self.root
        while True:
            for index, part in enumerate(spot.parts):
                # What stands behind a value on its line is said of it.
                end = self.line_end(part.spot.end) if spot.is_block else part.spot.end
                if part.start <= offset <= end:
                    path.append(index if part.key is None else part.key)
                    spot = part.spot
                    break
            else:
                return tuple(path)

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Before the line break, or the end of the text."""
        found = _END_OF_LINE.search(self.text, offset)
        return found.start() if found else len(self.text)

    def column(self, offset: int) -> int:
        start = self.line_start(offset)
        return offset - start - (1 if self.text.startswith("\ufeff", start) else 0)

    @cached_property
    def newline(self) -> str:
        end = self.text.find("\n")
        return "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"

    def walk(self) -> Iterator[tuple[Path, Part]]:
        """Every entry and element with its path, each before its parts."""
        stack: list[tuple[Path, Spot]] = [((), self.root)]
        while stack:
            path, spot = stack.pop()
            children = []
            for index, part in enumerate(spot.parts):
                place = (*path, index if part.key is None else part.key)
                yield place, part
                children.append((place, part.spot))
            stack.extend(reversed(children))


def _matching(spot: Spot, step: str | int) -> list[Part]:
    if isinstance(step, int):
        is_list = spot.style in ("-", "[")
        return spot.parts[step : step + 1] if is_list and step >= 0 else []
    return [part for part in spot.parts if part.key == step]
