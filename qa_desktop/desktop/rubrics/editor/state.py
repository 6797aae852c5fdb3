"""What the rubric editor shows, as one frozen state that knows nothing of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from qa_desktop.base.problems import Problem
from qa_desktop.rubrics.examples import ExampleResult
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


class Weight(StrEnum):
    """How much a note matters: an error keeps the rubric from being published."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to be said of what stands at `path`; `line` and `column` count from 1."""

    path: Path
    weight: Weight
    what: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.what, self.remedy) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineNode:
    """`title` "" where nobody has written one yet; `share`: percent of the form; the counts are of
    the node itself, not of those below it."""

    path: Path
    title: str
    share: Fraction | None = None
    errors: int = 0
    advice: int = 0
    missing: int = 0
    children: tuple["OutlineNode", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedState:
    """`saving`: an edit is on its way to disk; `problems`: why the last could not be kept."""

    saved_at: datetime
    saving: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorState:
    """`data` is what the form shows, edits that are still on their way included; `text` the file
    as it was read last. `readable`: the text is YAML, so that the form is what is written.

    `form`: what the preview shows, of this or (`form_is_old`) of an earlier text.
    """

    data: Plain
    text: str
    languages: tuple[str, ...]
    language: str
    selected: Path
    outline: tuple[OutlineNode, ...]
    saved: SavedState
    readable: bool = True
    form: Rubric | None = None
    form_is_old: bool = False
    notes: tuple[Note, ...] = ()
    examples: tuple[ExampleResult, ...] = ()
    shares: Mapping[Path, Fraction] = field(default_factory=dict)
    missing: int = 0
    undo: str | None = None
    redo: str | None = None
    based_on: tuple[str, int] | None = None

    @property
    def errors(self) -> int:
        return sum(note.weight is Weight.ERROR for note in self.notes)

    @property
    def failing(self) -> int:
        """Examples that do not come out as their author expects."""
        return sum(not result.passed for result in self.examples)
