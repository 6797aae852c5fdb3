"""Single edits on a YAML text by its layout: all that is not edited stays as it was written."""

from dataclasses import dataclass
from itertools import pairwise

from qa_desktop.rubrics.bodies import Body, bodies_of
from qa_desktop.rubrics.key_order import place_of, role_of, usual_order
from qa_desktop.rubrics.layout import Layout, Part, Spot
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path
from qa_desktop.rubrics.yaml_writing import (
    Writer,
    Written,
    block_scalar,
    flow_text,
    key_text_of,
    scalar_text,
)

_TABLES = (":", "{")


class CannotSplice(Exception):  # noqa: N818 - never leaves this room
    """The text is written in a way that this edit can't be fitted into."""


@dataclass(frozen=True, slots=True)
class Splice:
    start: int
    end: int
    text: str

    def on(self, text: str) -> str:
        return text[: self.start] + self.text + text[self.end :]


class Splicer:
    def __init__(self, layout: Layout, writer: Writer) -> None:
        self._layout = layout
        self._text = layout.text
        self._writer = writer
        self._newline = layout.newline

    # What there is

    def _spot(self, path: Path) -> Spot:
        spot = self._layout.find(path)
        if spot is None:
            raise CannotSplice
        return spot

    def _part(self, path: Path) -> Part:
        part = self._layout.part(path)
        if part is None:
            raise CannotSplice
        return part

    def _column(self, spot: Spot) -> int:
        return self._layout.column(spot.parts[0].start)

    def _owner_column(self, path: Path) -> int:
        """Of the key or dash that the value at `path` belongs to."""
        part = self._layout.part(path)
        return 0 if part is None else self._layout.column(part.start)

    def _bodies(self, path: Path) -> list[Body]:
        return bodies_of(self._layout, path)

    # A value

    def replace(self, path: Path, value: Plain) -> Splice:
        """The value at `path`, which exists, by another."""
        spot = self._spot(path)
        scalar = not isinstance(value, dict | list)
        if self._in_flow(path):
            return Splice(spot.start, spot.end, self._gap(path, spot) + self._flow(spot, value))
        if scalar and not spot.is_block and spot.style not in ("|", ">"):
            kept = self._kept_text(path, spot, value)
            if kept is not None:
                return Splice(spot.start, spot.end, self._gap(path, spot) + kept)
        return self._rewritten(path, spot, value)

    def _flow(self, spot: Spot, value: Plain) -> str:
        if isinstance(value, str) and spot.style in ("'", '"'):
            return scalar_text(value, flow=True, quote=spot.style)
        return flow_text(value)

    def _kept_text(self, path: Path, spot: Spot, value: Plain) -> str | None:
        """The value on the old one's line, in its quotes; None where it needs lines."""
        if isinstance(value, str):
            if spot.style in ("'", '"'):
                long = "\n" in value
                return None if long else scalar_text(value, flow=False, quote=spot.style)
            column = self._owner_column(path)
            written = self._writer.text(value, column, role_of(path))
            return None if written.tail else written.head[1:]
        if isinstance(value, dict | list):
            return None
        return scalar_text(value, flow=False)

    def _gap(self, path: Path, spot: Spot) -> str:
        """What must stand before a value where there was none."""
        part = self._layout.part(path)
        if part is None or spot.start != spot.end:
            return ""
        has_colon = part.key is None or self._text[part.header_end - 1 : part.header_end] == ":"
        return " " if has_colon else ": "

    def _in_flow(self, path: Path) -> bool:
        return any(self._spot(path[:length]).is_flow for length in range(len(path)))

    def _rewritten(self, path: Path, spot: Spot, value: Plain) -> Splice:
        part = self._part(path)
        column = self._layout.column(part.start)
        if part.key is None:
            written = self._element(value, column, path)
        elif spot.style in ("|", ">") and isinstance(value, str):
            written = self._same_scalar(path, spot, value)
        else:
            written = self._writer.value(value, column, role_of(path))
        end, comment = self._old_end(path, spot, part)
        if isinstance(value, str) and written.tail and self._whole_end(path) > end:
            # A comment that stands deeper would become the end of the text.
            written = Written(" " + scalar_text(value, flow=False))
        return Splice(part.header_end, end, written.head + comment + written.tail)

    def _whole_end(self, path: Path) -> int:
        """Where the element or entry at `path` ends, comments below it that are deeper included."""
        parent = self._spot(path[:-1])
        return self._bodies(path[:-1])[parent.parts.index(self._part(path))].end

    def _element(self, value: Plain, column: int, path: Path) -> Written:
        flow = None if self._layout.find(path) is None else not self._spot(path).is_block
        if not isinstance(value, dict | list):
            flow = None
        text = self._writer.element(value, column, role_of(path), flow=flow)[1:]
        head, found, tail = text.partition(self._newline)
        return Written(head, found + tail)

    def _same_scalar(self, path: Path, spot: Spot, value: str) -> Written:
        """In the style that the text had."""
        column = self._owner_column(path)
        lines = self._text[spot.start : spot.end].splitlines()[1:]
        full = [line for line in lines if line.strip()]
        indent = min((len(line) - len(line.lstrip(" ")) for line in full), default=column + 2)
        old = [line.strip() for line in lines]
        for style in dict.fromkeys((spot.style, "|")) if "\n" in value else (spot.style,):
            written = block_scalar(value, style, indent, self._newline, old)
            if written is not None:
                return written
        return Written(" " + scalar_text(value, flow=False))

    def _old_end(self, path: Path, spot: Spot, part: Part) -> tuple[int, str]:
        """Where the old value ends, and the comment that stood behind its key."""
        layout = self._layout
        if spot.is_block:
            line_end = layout.line_end(part.header_end)
            if line_end > spot.start or part.key is None:
                return self._whole_end(path), ""
            return self._whole_end(path), self._text[part.header_end : line_end].rstrip()
        if spot.style in ("|", ">"):
            line_end = layout.line_end(spot.start)
            header = self._text[spot.start : line_end]
            _, mark, comment = header.partition(" #")
            return spot.end, f" {mark}{comment}".rstrip() if mark else ""
        line_end = layout.line_end(spot.end)
        return line_end, self._text[spot.end : line_end].rstrip()

    # Entries of tables

    def add_entry(self, path: Path, key: str, value: Plain) -> Splice:
        """A new key of the table at `path`."""
        spot = self._spot(path)
        if spot.style not in _TABLES:
            raise CannotSplice
        keys = [str(part.key) for part in spot.parts]
        index = place_of(key, keys, usual_order(path))
        if spot.style == "{":
            if not spot.parts and not self._in_flow(path) and isinstance(value, dict | list):
                return self._rewritten(path, spot, {key: value})
            return self._flow_insert(
                spot, index, f"{key_text_of(key, flow=True)}: {flow_text(value)}"
            )
        column = self._column(spot)
        entry = self._writer.entry(key, value, column, role_of((*path, key)))
        bodies = self._bodies(path)
        pad = " " * column
        if not index:
            start = spot.parts[0].start
            return Splice(start, start, entry + self._newline + pad)
        blank = self._newline * self._blank_before(path, bodies, entry)
        at = bodies[index - 1].end
        return Splice(at, at, self._newline + blank + pad + entry)

    def _blank_before(self, path: Path, bodies: list[Body], entry: str) -> int:
        """A block at the file's top level stands apart where its neighbours do."""
        if path or self._newline not in entry:
            return 0
        gaps = pairwise(bodies)
        return int(any(self._blank_lines(a.end, b.start) for a, b in gaps))

    def _blank_lines(self, start: int, end: int) -> int:
        lines = self._text[start:end].split("\n")[1:-1]
        return sum(not line.strip() for line in lines)

    def rename_key(self, path: Path, key: str) -> Splice:
        part = self._part(path)
        flow = self._in_flow(path)
        if part.key is None or self._text[part.start] == "?":
            raise CannotSplice
        return Splice(part.start, part.key_end, key_text_of(key, flow=flow))

    # Elements of lists

    def insert(self, path: Path, index: int, value: Plain) -> Splice:
        """A new element of the list at `path`."""
        spot = self._spot(path)
        if not spot.parts:
            if spot.style != "[":
                raise CannotSplice
            if self._in_flow(path):
                return Splice(spot.start, spot.end, flow_text([value]))
            return self._rewritten(path, spot, [value])
        if spot.style == "[":
            return self._flow_insert(spot, index, flow_text(value))
        column = self._column(spot)
        flow = None
        if isinstance(value, dict | list):
            beside = spot.parts[min(index, len(spot.parts) - 1)].spot
            flow = beside.is_flow if beside.is_flow or beside.is_block else None
        element = self._writer.element(value, column, role_of(path), flow=flow)
        return self.insert_text(path, index, element)

    def insert_text(self, path: Path, index: int, element: str) -> Splice:
        """The same with the element as it shall stand there."""
        spot = self._spot(path)
        bodies = self._bodies(path)
        pad = " " * self._column(spot)
        before = min(max(index - 1, 0), len(bodies) - 2)
        if len(bodies) > 1:
            blanks = self._blank_lines(bodies[before].end, bodies[before + 1].start)
        else:
            blanks = self._writer.blanks.get(role_of(path), 0)
        between = self._newline * (blanks + 1) + pad
        if index < len(bodies):
            return Splice(bodies[index].start, bodies[index].start, element + between)
        return Splice(bodies[-1].end, bodies[-1].end, between + element)

    def _flow_insert(self, spot: Spot, index: int, text: str) -> Splice:
        if not spot.parts:
            return Splice(spot.start + 1, spot.end - 1, text)
        if index < len(spot.parts):
            at = spot.parts[index].start
            return Splice(at, at, text + self._separator(spot))
        at = spot.parts[-1].spot.end
        return Splice(at, at, self._separator(spot) + text)

    def _separator(self, spot: Spot) -> str:
        """As the elements are set apart so far; a comment is not repeated."""
        if len(spot.parts) > 1:
            between = self._text[spot.parts[0].spot.end : spot.parts[1].start]
            if between.strip() == ",":
                return between
        return ", "

    # Taking away

    def remove(self, path: Path) -> Splice:
        """The element or entry at `path`."""
        parent, part = self._spot(path[:-1]), self._part(path)
        index = parent.parts.index(part)
        if parent.is_flow:
            return self._flow_remove(parent, index)
        if len(parent.parts) == 1:
            empty: Plain = {} if parent.style == ":" else []
            if not path[:-1]:
                return Splice(parent.start, self._bodies(())[-1].end, flow_text(empty))
            owner = self._part(path[:-1])
            end, comment = self._old_end(path[:-1], parent, owner)
            return Splice(owner.header_end, end, f" {flow_text(empty)}{comment}")
        bodies = self._bodies(path[:-1])
        if index:
            between = self._text[bodies[index - 1].end : bodies[index].start]
            kept = between[: between.rfind("\n")] if "#" in between else ""
            if kept:
                kept = kept.rstrip()
            return Splice(bodies[index - 1].end, bodies[index].end, kept)
        between = self._text[bodies[0].end : bodies[1].start]
        kept = between.lstrip() if "#" in between else ""
        return Splice(bodies[0].start, bodies[1].start, kept)

    def _flow_remove(self, parent: Spot, index: int) -> Splice:
        parts = parent.parts
        if len(parts) == 1:
            return Splice(parent.start + 1, parent.end - 1, "")
        if index + 1 < len(parts):
            return Splice(parts[index].start, parts[index + 1].start, "")
        between = self._text[parts[index - 1].spot.end : parts[index].start]
        kept = between.replace(",", "", 1) if "#" in between else ""
        return Splice(parts[index - 1].spot.end, parts[index].spot.end, kept)

    # Moving

    def reorder(self, path: Path, index: int, to: int) -> Splice:
        """Within one list: what stands between the elements stays where it is."""
        spot = self._spot(path)
        if spot.is_flow:
            bodies = [Body(part.start, part.spot.end) for part in spot.parts]
        else:
            bodies = self._bodies(path)
        order = list(range(len(bodies)))
        order.insert(to, order.pop(index))
        text = ""
        for place, source in enumerate(order):
            text += self._text[bodies[source].start : bodies[source].end]
            if place + 1 < len(bodies):
                text += self._text[bodies[place].end : bodies[place + 1].start]
        return Splice(bodies[0].start, bodies[-1].end, text)

    def carried(self, path: Path, column: int) -> str | None:
        """The element at `path` as it is written, with its comments, for a list at `column`; None
        where it is written among brackets."""
        parent = self._spot(path[:-1])
        if parent.is_flow:
            return None
        body = self._bodies(path[:-1])[parent.parts.index(self._part(path))]
        shift = column - self._column(parent)
        first, *lines = self._text[body.start : body.end].split("\n")
        return "\n".join([first, *(_shifted(line, shift) for line in lines)])

    def column_of(self, path: Path) -> int | None:
        """Where the dashes of the block list at `path` stand; None where it has none."""
        spot = self._spot(path)
        return self._column(spot) if spot.style == "-" else None


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    if shift >= 0:
        return " " * shift + line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(-shift, spaces) :]
