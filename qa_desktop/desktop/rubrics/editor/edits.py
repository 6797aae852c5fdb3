"""What a person does to a rubric's file, as a value that can wait for its turn.

Each edit is made twice: at once on the plain data that the editor shows, and on the document, whose
text is read anew each time and therefore off the window's thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.ids import rename_id
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


class Edit(Protocol):
    def on_data(self, data: Plain) -> Plain:
        """What is written then; `data` itself stays as it is."""
        ...

    def on_document(self, document: Document) -> Document: ...


@dataclass(frozen=True, slots=True)
class Put:
    path: Path
    value: Plain

    def on_data(self, data: Plain) -> Plain:
        return with_value(data, self.path, self.value)

    def on_document(self, document: Document) -> Document:
        return document.put(self.path, self.value)


@dataclass(frozen=True, slots=True)
class Remove:
    """Of what may not be there."""

    path: Path

    def on_data(self, data: Plain) -> Plain:
        return without(data, self.path)

    def on_document(self, document: Document) -> Document:
        there = is_there(document.data, self.path)
        return document.remove(self.path) if there else document


@dataclass(frozen=True, slots=True)
class Insert:
    path: Path
    index: int
    value: Plain

    def on_data(self, data: Plain) -> Plain:
        elements = list_at(data, self.path)
        return with_value(
            data, self.path, [*elements[: self.index], self.value, *elements[self.index :]]
        )

    def on_document(self, document: Document) -> Document:
        return document.insert(self.path, self.index, self.value)


@dataclass(frozen=True, slots=True)
class Move:
    """`to_index` counts once the element is taken out."""

    path: Path
    index: int
    to_path: Path
    to_index: int

    def on_data(self, data: Plain) -> Plain:
        elements = list_at(data, self.path)
        moved = elements[self.index]
        left = elements[: self.index] + elements[self.index + 1 :]
        if self.path == self.to_path:
            there = [*left[: self.to_index], moved, *left[self.to_index :]]
            return with_value(data, self.path, there)
        target = list_at(data, self.to_path)
        joined = [*target[: self.to_index], moved, *target[self.to_index :]]
        return with_value(with_value(data, self.path, left), self.to_path, joined)

    def on_document(self, document: Document) -> Document:
        return document.move(self.path, self.index, self.to_path, self.to_index)


@dataclass(frozen=True, slots=True)
class Together:
    """Several, one after the other, as one step."""

    edits: Sequence[Edit]

    def on_data(self, data: Plain) -> Plain:
        for edit in self.edits:
            data = edit.on_data(data)
        return data

    def on_document(self, document: Document) -> Document:
        for edit in self.edits:
            document = edit.on_document(document)
        return document


@dataclass(frozen=True, slots=True)
class NewText:
    """The whole file as it was typed; what it says is known once it is read."""

    text: str

    def on_data(self, data: Plain) -> Plain:
        return data

    def on_document(self, document: Document) -> Document:
        return Document.of(self.text, document.name)


# Plain data, never changed in place


def value_at(data: Plain, path: Path) -> Plain:
    """None where nothing is written."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def is_there(data: Plain, path: Path) -> bool:
    parent = value_at(data, path[:-1])
    step = path[-1]
    if isinstance(parent, dict):
        return step in parent
    return isinstance(parent, list) and isinstance(step, int) and 0 <= step < len(parent)


def list_at(data: Plain, path: Path) -> list[Plain]:
    found = value_at(data, path)
    return found if isinstance(found, list) else []


def table_at(data: Plain, path: Path) -> dict[str, Plain]:
    found = value_at(data, path)
    return found if isinstance(found, dict) else {}


def tables_at(data: Plain, path: Path) -> list[tuple[Path, dict[str, Plain]]]:
    """The elements of a list that are tables, each with its path."""
    elements = enumerate(list_at(data, path))
    return [((*path, n), element) for n, element in elements if isinstance(element, dict)]


def with_value(data: Plain, path: Path, value: Plain) -> Plain:
    """Tables that are missing on the way are made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        table = data if isinstance(data, dict) else {}
        return {**table, step: with_value(table.get(step), rest, value)}
    elements = data if isinstance(data, list) else []
    return [with_value(e, rest, value) if n == step else e for n, e in enumerate(elements)]


def without(data: Plain, path: Path) -> Plain:
    if not is_there(data, path):
        return data
    parent = value_at(data, path[:-1])
    if isinstance(parent, dict):
        left: Plain = {key: value for key, value in parent.items() if key != path[-1]}
    elif isinstance(parent, list):
        left = [value for n, value in enumerate(parent) if n != path[-1]]
    else:
        return data
    return with_value(data, path[:-1], left)


@dataclass(frozen=True, slots=True)
class Rename:
    """Another id for the element at `path`, and for all that name it."""

    path: Path
    new: str

    def on_data(self, data: Plain) -> Plain:
        # What names it elsewhere follows when the document has been read anew.
        return with_value(data, (*self.path, "id"), self.new)

    def on_document(self, document: Document) -> Document:
        return rename_id(document, self.path, self.new)
