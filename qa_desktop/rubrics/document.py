"""A rubric's file as text that is edited value by value: comments, order and quoting stay."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.layout import Layout, LayoutReader
from qa_desktop.rubrics.loader import read_rubric, read_yaml
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import (
    Plain,
    common_beginning,
    plain_of,
    plain_value,
    same,
    value_at,
    with_value,
)
from qa_desktop.rubrics.rereading import reread
from qa_desktop.rubrics.splicing import CannotSplice, Splice, Splicer
from qa_desktop.rubrics.tree import (
    Listing,
    Node,
    Path,
    Scalar,
    Table,
    Unreadable,
    find_place,
    path_of_text,
)
from qa_desktop.rubrics.writing_style import writer_like
from qa_desktop.rubrics.yaml_writing import Writer

# The tree, what is wrong with it as YAML, and where everything stands.
Read = tuple[Node | None, tuple[Problem, ...], Layout | None]


@dataclass(frozen=True)
class Document:
    """A file's text with what it says. Editing gives another document; each edit leaves all bytes
    as they are but those of what is edited.

    Paths are of keys and of indexes from 0: ("sections", 0, "items", 2, "weight"). A path that
    leads nowhere raises KeyError; a text whose YAML can't be read, or that says a thing in a way
    that can't be edited, raises ProblemError rubrics.edit_as_text.
    """

    text: str
    name: str = field(default="", compare=False)
    _known: Read | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, text: str, name: str = "") -> "Document":
        """`name` is the file's, for problems."""
        return cls(text, name)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, in the order of the file."""
        return self._checked[1]

    @cached_property
    def rubric(self) -> Rubric | None:
        """What the file says; None while there are problems."""
        return self._checked[0]

    @cached_property
    def data(self) -> Plain:
        """What is written, right or wrong; None where the YAML can't be read.

        Numbers are Decimals and keys are text. Null stands for values that YAML has and a rubric
        can't (aliases, tags, endless numbers).
        """
        return None if self._tree is None else plain_of(self._tree)

    def get(self, path: Path) -> Plain:
        """What is written at `path`; None where nothing is."""
        return value_at(self.data, path)

    def put(self, path: Path, value: object) -> "Document":
        """Sets what stands at `path`; keys that are missing on the way are added where they
        usually stand. Of a table or list only what differs is written anew."""
        return self._put(path, plain_value(value))

    def remove(self, path: Path) -> "Document":
        """Takes away an entry or element with the comments that belong to it."""
        parent = self._collection(path[:-1])
        step = path[-1]
        if isinstance(parent, dict) and isinstance(step, str):
            parent.pop(step)
        elif isinstance(parent, list) and isinstance(step, int):
            parent.pop(_index(step, len(parent) - 1))
        else:
            raise KeyError(path)
        return self._edited(path[:-1], parent, lambda splicer: splicer.remove(path))

    def rename_key(self, path: Path, key: str) -> "Document":
        """Another key for the entry at `path`, in its place; ValueError when it is there."""
        table, old = self._collection(path[:-1]), path[-1]
        if not isinstance(table, dict) or old not in table:
            raise KeyError(path)
        if key == old:
            return self
        if key in table:
            raise ValueError(key)
        renamed = {key if name == old else name: child for name, child in table.items()}
        return self._edited(path[:-1], renamed, lambda splicer: splicer.rename_key(path, key))

    def insert(self, path: Path, index: int, value: object) -> "Document":
        """A new element at `index` of the list at `path`, which may be missing or null."""
        new = plain_value(value)
        if self.get(path) is None:
            return self._put(path, [new])
        elements = self._list(path)
        elements.insert(_index(index, len(elements)), new)
        return self._edited(path, elements, lambda splicer: splicer.insert(path, index, new))

    def move(self, path: Path, index: int, to_path: Path, to_index: int) -> "Document":
        """An element with its comments to another place; `to_index` counts once it is taken out."""
        elements = self._list(path)
        moved = elements.pop(_index(index, len(elements) - 1))
        if path != to_path:
            return self._moved_over(path, index, to_path, to_index, moved)
        elements.insert(_index(to_index, len(elements)), moved)
        if index == to_index:
            return self
        return self._edited(path, elements, lambda splicer: splicer.reorder(path, index, to_index))

    def with_text(self, text: str) -> "Document":
        """The document with another text, read quickly when little of it is other."""
        old = self.text
        start = _common_length(old, text)
        most = min(len(old), len(text)) - start
        ends = old[len(old) - most :][::-1], text[len(text) - most :][::-1]
        same_end = _common_length(*ends)
        splice = Splice(start, len(old) - same_end, text[start : len(text) - same_end])
        return self._spliced(self.path_at(start), splice)

    def span(self, path: Path) -> tuple[int, int] | None:
        """The characters from the key or dash to the value's end; None where nothing is written."""
        layout = self._layout
        if layout is None:
            return None
        part = layout.part(path)
        if part is None:
            return (layout.root.start, layout.root.end) if not path else None
        return part.start, part.spot.end

    def path_at(self, offset: int) -> Path:
        """The innermost place whose lines hold the character; () where that is none."""
        return () if self._layout is None else self._layout.path_at(offset)

    def placed(self, problem: Problem) -> Problem:
        """The problem with the line and column of its path, or of what is nearest above it."""
        tree = self._tree
        if tree is None:
            return problem
        place = find_place(tree, path_of_text(tree, problem.where.path or ""))
        where = replace(problem.where, file=self.name or None, line=place.line, column=place.column)
        return replace(problem, where=where)

    # How

    @cached_property
    def _read(self) -> Read:
        if self._known is not None:
            return self._known
        reader = LayoutReader(self.text, shift=1 if self.text.startswith("\ufeff") else 0)
        try:
            node, problems = read_yaml(self.text, self.name, reader.take)
        except ProblemError as error:
            return None, error.problems, None
        return node, tuple(problems), None if node is None else reader.layout()

    @property
    def _tree(self) -> Node | None:
        return self._read[0]

    @property
    def _layout(self) -> Layout | None:
        return self._read[2]

    @cached_property
    def _checked(self) -> tuple[Rubric | None, tuple[Problem, ...]]:
        node, problems, _ = self._read
        try:
            return read_rubric(node, list(problems), self.name), ()
        except ProblemError as error:
            return None, error.problems

    @cached_property
    def _writer(self) -> Writer:
        return Writer() if self._layout is None else writer_like(self._layout)

    def _collection(self, path: Path) -> Plain:
        """A copy of what is at `path`, to be changed."""
        if self._layout is None:
            raise ProblemError(self._edit_as_text)
        value = self.get(path)
        if isinstance(value, dict):
            return dict(value)
        return list(value) if isinstance(value, list) else None

    def _list(self, path: Path) -> list[Plain]:
        elements = self._collection(path)
        if not isinstance(elements, list):
            raise KeyError(path)
        return elements

    def _put(self, path: Path, value: Plain) -> "Document":
        if not path:
            return self._merged(path, self.get(path), value)
        parent = self._collection(path[:-1])
        step = path[-1]
        if isinstance(parent, dict) and isinstance(step, str) and step not in parent:
            parent[step] = value
            return self._edited(
                path[:-1], parent, lambda splicer: splicer.add_entry(path[:-1], step, value)
            )
        if self.get(path[:-1]) is None and isinstance(step, str) and len(path) > 1:
            return self._put(path[:-1], {step: value})
        if isinstance(parent, dict) and isinstance(step, str):
            return self._merged(path, parent[step], value)
        if isinstance(parent, list) and isinstance(step, int):
            return self._merged(path, parent[_index(step, len(parent) - 1)], value)
        raise KeyError(path)

    def _merged(self, path: Path, old: Plain, new: Plain) -> "Document":
        """Changes no more than what differs."""
        if same(old, new) and (old is not None or self._written_null(path)):
            return self
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            document = self
            for key in [key for key in old if key not in new]:
                document = document.remove((*path, key))
            for key, value in new.items():
                document = document.put((*path, key), value)
            return document
        if isinstance(old, list) and isinstance(new, list) and old and new:
            return self._merged_lists(path, old, new)
        return self._edited(path, new, lambda splicer: splicer.replace(path, new))

    def _merged_lists(self, path: Path, old: list[Plain], new: list[Plain]) -> "Document":
        first = common_beginning(old, new)
        last = common_beginning(old[first:][::-1], new[first:][::-1])
        document = self
        changed, wanted = len(old) - first - last, len(new) - first - last
        for index in range(first + changed - 1, first + wanted - 1, -1):
            document = document.remove((*path, index))
        for index in range(first, first + wanted):
            if index < first + changed:
                document = document.put((*path, index), new[index])
            else:
                document = document.insert(path, index, new[index])
        return document

    def _written_null(self, path: Path) -> bool:
        """Whether null is really written there, not something that can't be read."""
        node = self._tree
        for step in path:
            if isinstance(node, Table):
                node = node.entries.get(str(step))
            elif isinstance(node, Listing) and isinstance(step, int):
                node = node.elements[step]
        return isinstance(node, Scalar)

    def _moved_over(
        self, path: Path, index: int, to_path: Path, to_index: int, moved: Plain
    ) -> "Document":
        target = self._list(to_path)
        _index(to_index, len(target))
        splicer = self._splicer()
        column = splicer.column_of(to_path)
        carried = None if column is None else splicer.carried((*path, index), column)
        if carried is None:
            there = self.insert(to_path, to_index, moved)
        else:
            text = carried
            target.insert(to_index, moved)
            there = self._edited(
                to_path, target, lambda splicer: splicer.insert_text(to_path, to_index, text)
            )
        return there.remove((*_after_insert(path, to_path, to_index), index))

    def _splicer(self) -> Splicer:
        if self._layout is None:
            raise ProblemError(self._edit_as_text)
        return Splicer(self._layout, self._writer)

    def _edited(self, path: Path, value: Plain, edit: Callable[[Splicer], Splice]) -> "Document":
        """The document after `edit`, once it is seen that `path` then says `value` and all else is
        the same; otherwise what is around `path` is written anew."""
        wanted = with_value(self.data, path, value)
        splicer = self._splicer()
        for attempt in chain((edit,), self._rewrites(path, wanted)):
            try:
                splice = attempt(splicer)
            except CannotSplice:
                continue
            document = self._spliced(path, splice)
            if same(document.data, wanted):
                return document
        raise ProblemError(self._edit_as_text)

    @property
    def _edit_as_text(self) -> Problem:
        return Problem(code="rubrics.edit_as_text", where=Where(file=self.name or None))

    def _spliced(self, path: Path, splice: Splice) -> "Document":
        text = splice.on(self.text)
        node, problems, layout = self._read
        known = None
        if node is not None and layout is not None and not problems:
            known = reread(node, layout, text, path, splice.start, splice.end)
        if known is None:
            return Document(text, self.name)
        return Document(text, self.name, (known[0], (), known[1]))

    def _rewrites(self, path: Path, wanted: Plain) -> Iterator[Callable[[Splicer], Splice]]:
        """The same edit by writing the table or list around it anew, the nearest first."""
        for length in range(len(path), 0, -1):
            around = path[:length]
            if self._has_unreadable(around):
                return
            yield _replacing(around, value_at(wanted, around))

    def _has_unreadable(self, path: Path) -> bool:
        node = self._tree
        for step in path:
            if isinstance(node, Table):
                node = node.entries.get(str(step))
            elif isinstance(node, Listing) and isinstance(step, int):
                node = node.elements[step]
        return node is not None and any(isinstance(n, Unreadable) for n in _nodes(node))


def _replacing(path: Path, value: Plain) -> Callable[[Splicer], Splice]:
    return lambda splicer: splicer.replace(path, value)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case Table(entries=entries):
            for child in entries.values():
                yield from _nodes(child)
        case Listing(elements=elements):
            for child in elements:
                yield from _nodes(child)


def _common_length(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _index(index: int, most: int) -> int:
    if not 0 <= index <= most:
        raise KeyError(index)
    return index


def _after_insert(path: Path, to_path: Path, to_index: int) -> Path:
    """`path` once an element came into the list at `to_path`."""
    depth = len(to_path)
    if path[:depth] != to_path or len(path) == depth:
        return path
    step = path[depth]
    if not isinstance(step, int) or step < to_index:
        return path
    return (*to_path, step + 1, *path[depth + 1 :])
