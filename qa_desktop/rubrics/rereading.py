"""Reads again only the part of a file that an edit changed, which takes a tenth of the time.

What comes out is exactly what reading the whole file gives; where that is not certain from the
part alone, nothing comes out and the whole file has to be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_desktop.rubrics.layout import Layout, LayoutReader, Part, Spot
from qa_desktop.rubrics.loader import MAX_BYTES
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
)
from qa_desktop.rubrics.yaml_tree import tree_from_yaml

# YAML ends lines at these too; they are not counted here.
_OTHER_LINE_ENDS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _Change:
    """The part that is read again stood from `start` to `end`; what follows moved by so many
    characters and lines."""

    path: Path
    start: int
    end: int
    moved: int
    lines: int


def reread(
    node: Node, layout: Layout, text: str, path: Path, start: int, end: int
) -> tuple[Node, Layout] | None:
    """Tree and layout of `text`, which differs from the layout's between `start` and `end` (of the
    old text), all within the value at `path`. The old text must have been without problems."""
    if len(text) > MAX_BYTES or _OTHER_LINE_ENDS.search(text):
        return None
    for length in range(len(path), 0, -1):
        change = _change(layout, text, path[:length], start, end)
        if change is not None:
            found = _reread(node, layout, text, change)
            if found is not None:
                return found
    return None


def _change(layout: Layout, text: str, path: Path, start: int, end: int) -> _Change | None:
    parent, part = layout.find(path[:-1]), layout.part(path)
    if parent is None or part is None or not parent.is_block or start < part.header_end:
        return None
    stop = _end_of_lines(layout, path)
    if end > stop or layout.text[part.start] == "?":
        return None
    moved = len(text) - len(layout.text)
    if stop < len(layout.text) and text[stop + moved - 1] != "\n":
        # The last line runs on into what follows.
        return None
    gone, come = layout.text[start:end], text[start : end + moved]
    lines = come.count("\n") - gone.count("\n")
    return _Change(path, part.start, stop, moved, lines)


def _end_of_lines(layout: Layout, path: Path) -> int:
    """Where the line of whatever comes next begins."""
    for length in range(len(path), 0, -1):
        parent, part = layout.find(path[: length - 1]), layout.part(path[:length])
        if parent is None or part is None:
            raise RuntimeError("the layout has lost a part of itself")
        index = next(i for i, other in enumerate(parent.parts) if other is part)
        if index + 1 < len(parent.parts):
            return layout.line_start(parent.parts[index + 1].start)
    return len(layout.text)


def _reread(node: Node, layout: Layout, text: str, change: _Change) -> tuple[Node, Layout] | None:
    column = layout.column(change.start)
    piece = " " * column + text[change.start : change.end + change.moved]
    reader = LayoutReader(piece)
    tree, problems = tree_from_yaml(piece, "", reader.take)
    read = reader.layout()
    if tree is None or problems or read is None or len(read.root.parts) != 1:
        return None
    old_part = layout.part(change.path)
    (new_part,) = read.root.parts
    if old_part is None or new_part.key != old_part.key or not read.root.is_block:
        return None
    if read.root.start != column or _depth(tree) + len(change.path) - 1 > MAX_DEPTH:
        return None
    line = layout.text.count("\n", 0, change.start)
    new_value = _moved_node(_only_child(tree), line)
    whole = _Grafting(change).node(node, change.path, new_value)
    root = _GraftingSpots(change).spot(
        layout.root, change.path, _moved_part(new_part, change.start - column)
    )
    if sum(1 for _ in _spots(root)) > MAX_NODES // 2:
        return None
    return whole, Layout(text, root)


def _only_child(tree: Node) -> Node:
    match tree:
        case Table(entries=entries):
            return next(iter(entries.values()))
        case Listing(elements=elements):
            return elements[0]
    raise RuntimeError("a scalar has no children")


def _depth(node: Node) -> int:
    match node:
        case Table(entries=entries):
            return 1 + max((_depth(child) for child in entries.values()), default=0)
        case Listing(elements=elements):
            return 1 + max((_depth(child) for child in elements), default=0)
    return 0


def _spots(spot: Spot) -> Iterator[Spot]:
    yield spot
    for part in spot.parts:
        yield from _spots(part.spot)


@dataclass(frozen=True, slots=True)
class _Grafting:
    change: _Change

    def node(self, old: Node, path: Path, value: Node) -> Node:
        """`old` with `value` at `path`; what stands behind that is on other lines now."""
        if not path:
            return value
        step, rest = path[0], path[1:]
        lines = self.change.lines
        match old:
            case Table(entries=entries, key_places=places, place=place):
                later = False
                new_entries, new_places = {}, {}
                for key, child in entries.items():
                    new_places[key] = _moved_place(places[key], lines) if later else places[key]
                    if key == step:
                        new_entries[key] = self.node(child, rest, value)
                        later = True
                    else:
                        new_entries[key] = _moved_node(child, lines) if later else child
                return Table(new_entries, new_places, place)
            case Listing(elements=elements, place=place) if isinstance(step, int):
                before, after = elements[:step], elements[step + 1 :]
                grafted = self.node(elements[step], rest, value)
                moved = [_moved_node(child, lines) for child in after]
                return Listing([*before, grafted, *moved], place)
        raise RuntimeError("the tree is not that of the layout")


def _moved_node(node: Node, lines: int) -> Node:
    if not lines:
        return node
    place = _moved_place(node.place, lines)
    match node:
        case Scalar(value=value):
            return Scalar(value, place)
        case Listing(elements=elements):
            return Listing([_moved_node(child, lines) for child in elements], place)
        case Table(entries=entries, key_places=places):
            return Table(
                {key: _moved_node(child, lines) for key, child in entries.items()},
                {key: _moved_place(at, lines) for key, at in places.items()},
                place,
            )
    return Unreadable(place)


def _moved_place(place: Place, lines: int) -> Place:
    return place if place.line is None else Place(place.line + lines, place.column)


@dataclass(frozen=True, slots=True)
class _GraftingSpots:
    change: _Change

    def spot(self, old: Spot, path: Path, new: Part) -> Spot:
        """As `_Grafting.node`, for the places of the characters."""
        step, rest = path[0], path[1:]
        index = next(
            i for i, part in enumerate(old.parts) if (i if part.key is None else part.key) == step
        )
        part = old.parts[index]
        if rest:
            inner = self.spot(part.spot, rest, new)
            new_part = Part(part.key, part.start, part.key_end, part.header_end, inner)
        else:
            new_part = new
        moved = [_moved_part(later, self.change.moved) for later in old.parts[index + 1 :]]
        parts = [*old.parts[:index], new_part, *moved]
        return Spot(old.start, parts[-1].spot.end, old.style, parts)


def _moved_part(part: Part, by: int) -> Part:
    if not by:
        return part
    return Part(
        part.key,
        part.start + by,
        part.key_end + by,
        part.header_end + by,
        _moved_spot(part.spot, by),
    )


def _moved_spot(spot: Spot, by: int) -> Spot:
    parts = [_moved_part(part, by) for part in spot.parts]
    return Spot(spot.start + by, spot.end + by, spot.style, parts)
