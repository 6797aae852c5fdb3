"""What the properties of one node are made of: plain descriptions of controls."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_desktop.desktop.rubrics.editor.wishes import Wish
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`path` is where it writes, and where what is to be said of it stands. `hint` is said below
    it."""

    path: Path
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineField(Field):
    """A text in no language; emptied, it goes away where it is `optional`."""

    value: str
    optional: bool = True
    sample: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IdField(Field):
    """Of an element, with that element's path and "id" as its path."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalField(Field):
    """A text in each language, side by side."""

    texts: Mapping[str, str]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field):
    """`after` is said behind the number, such as its unit or its share of the form."""

    value: str
    after: str = ""
    optional: bool = False
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of several; `wish` None: it is what is written now, or nothing is written for it."""

    words: str
    wish: Wish | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """`chosen` -1: what is written is none of them."""

    options: tuple[Option, ...]
    chosen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsField(Field):
    """Any of several; writes the list of the chosen ones' values, in the options' order."""

    options: tuple[tuple[Plain, str], ...]
    chosen: tuple[Plain, ...]
    optional: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsField(Field):
    """Words with commas between them, written as a list."""

    value: tuple[str, ...]
    optional: bool = True
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`name` is what a screen reader calls it; `tools`: it can be moved and deleted."""

    path: Path
    name: str
    cells: tuple[Field, ...]
    tools: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableField(Field):
    """A list or table in place: one row an element, `headings` above the cells.

    `add` are the words of the button that wishes `new`; None: no row can be added.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    add: str = ""
    new: Wish | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidField(Field):
    """Words alone; `tone` as of labels. `act`: the words of a button that wishes `wish`.
    `narrow`: no wider than its words."""

    text: str
    tone: str = ""
    act: str = ""
    wish: Wish | None = None
    narrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A card of fields; `key` tells it from the others of its node."""

    key: str
    title: str
    fields: tuple[Field, ...] = field(default_factory=tuple)
