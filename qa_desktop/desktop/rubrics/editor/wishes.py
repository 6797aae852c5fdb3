"""What a control asks for when a person has changed it."""

from dataclasses import dataclass

from qa_desktop.desktop.rubrics.editor.edits import Edit
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


@dataclass(frozen=True, slots=True)
class Write:
    """`typing`: one step of undo with what was typed there just before."""

    path: Path
    value: Plain
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Erase:
    path: Path


@dataclass(frozen=True, slots=True)
class Word:
    """A text in one language; an `optional` one goes away when no language has any."""

    path: Path
    language: str
    text: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Name:
    """Another id for the element at `path`."""

    path: Path
    new: str


@dataclass(frozen=True, slots=True)
class Act:
    """Any other edit; `code` names the step of undo."""

    edit: Edit
    code: str
    path: Path


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that the editor does by itself: "mend", "go"..."""

    what: str
    path: Path = ()


Wish = Write | Erase | Word | Name | Act | Ask
