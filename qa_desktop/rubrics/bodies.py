"""Which lines belong to each element of a list and each entry of a table, comments included."""

import re
from dataclasses import dataclass

from qa_desktop.rubrics.layout import Layout, Spot
from qa_desktop.rubrics.tree import Path

_COMMENT_LINE = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Body:
    """An element or entry with the comment lines right above it and all that is deeper below; it
    ends before a line break."""

    start: int
    end: int


def bodies_of(layout: Layout, path: Path) -> list[Body]:
    """Of the block collection at `path`, in order; what stands between them belongs to none."""
    spot, owner = layout.find(path), layout.part(path)
    if spot is None:
        raise KeyError(path)
    column = layout.column(spot.parts[0].start)
    bodies: list[Body] = []
    for index, part in enumerate(spot.parts):
        floor = bodies[-1].end if bodies else (owner.header_end if owner else 0)
        # What stands above the first key of a file is said of the file.
        is_header = not path and not index
        start = part.start if is_header else _lead(layout, part.start, floor)
        bodies.append(Body(start, _end(layout, spot, index, column)))
    return bodies


def _lead(layout: Layout, start: int, floor: int) -> int:
    """Where the comment lines right above begin."""
    line = layout.line_start(start)
    if layout.text[line:start].strip(" \ufeff"):
        return start
    while line > floor:
        above = layout.line_start(line - 1)
        written = layout.text[above:line]
        if above < floor or not _COMMENT_LINE.match(written):
            break
        line = above
        start = line + len(written) - len(written.lstrip(" \t"))
    return start


def _end(layout: Layout, spot: Spot, index: int, column: int) -> int:
    end = layout.line_end(spot.parts[index].spot.end)
    limit = len(layout.text)
    if index + 1 < len(spot.parts):
        limit = layout.line_start(spot.parts[index + 1].start)
    at = end
    while at < limit:
        following = layout.text.find("\n", at) + 1
        if not following or following >= limit:
            break
        line_end = layout.line_end(following)
        line = layout.text[following:line_end]
        if _COMMENT_LINE.match(line) and len(line) - len(line.lstrip()) > column:
            end = line_end
        elif line.strip():
            break
        at = line_end
    return end
