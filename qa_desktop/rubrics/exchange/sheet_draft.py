"""The draft of a rubric that a form's sheet becomes."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import wording
from qa_desktop.rubrics.exchange.form_building import BuiltForm, build_form
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.mapping import Mapping
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.printing import print_data

_NEVER_IN_COMMENTS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# Names that spreadsheet programs give by themselves.
_NAMELESS = re.compile(r"(sheet|工作表|tabelle|feuil|hoja|表)\s*_?\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """`text` is a rubric's whole file, without problems; `problems` tell what of the sheet could
    not be taken as it stands. `rows`: the sheet's row (from 0) of each item and adjustment.
    `text` was printed from `data` with `notes` above it."""

    text: str
    data: dict[str, Any]
    notes: tuple[str, ...]
    rubric: Rubric
    rows: dict[str, int]
    problems: tuple[Problem, ...]


def draft_of_sheet(grid: Grid, mapping: Mapping, language: str) -> SheetDraft:
    """`language` of the program, for what it notes above the file.

    Raises ProblemError exchange.no_items where no item can be made out.
    """
    built = build_form(grid, mapping, _name(grid))
    notes = tuple(_notes(grid, built, language))
    text = print_data(built.data, notes)
    return SheetDraft(
        text=text,
        data=built.data,
        notes=notes,
        rubric=load_rubric(text, grid.file),
        rows=built.rows,
        problems=built.problems,
    )


def _name(grid: Grid) -> str:
    if grid.name and not _NAMELESS.fullmatch(grid.name.strip()):
        return grid.name.strip()
    return PurePath(grid.file).stem.strip() or grid.file


def _notes(grid: Grid, built: BuiltForm, language: str) -> list[str]:
    words = wording(language)
    lines = [words("exchange.words.source", file=grid.file, sheet=grid.name or "1")]
    lines += [
        words("exchange.words.note", place=place, text=_flat(text)) for place, text in built.notes
    ]
    return [_printable(line) for line in lines]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _printable(line: str) -> str:
    """What a YAML comment can hold."""
    return _NEVER_IN_COMMENTS.sub("", line)
