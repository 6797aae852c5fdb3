"""The tables of a trial: from which grade to which, section by section, the largest changes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.reviews.what_if import Rescored
from qa_desktop.reviews.what_if_summary import PartMove
from qa_desktop.rubrics.numbers import format_score

translate = QCoreApplication.translate

Moves = Mapping[tuple[str | None, str | None], int]


def move_grid(moves: Moves, titles: Mapping[str | None, str]) -> QWidget:
    """From what (rows) to what (columns), in the order of `titles`; what stayed is muted."""
    known = list(dict.fromkeys((*titles, *(key for pair in moves for key in pair))))
    rows = [key for key in known if any(was == key for was, _ in moves)]
    columns = [key for key in known if any(is_ == key for _, is_ in moves)]
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.WIDE)
    grid.setVerticalSpacing(tokens.TIGHT)
    corner = translate("WhatIf", "Before ↓  After →")
    grid.addWidget(make_label("small", corner), 0, 0)
    for place, key in enumerate(columns, start=1):
        grid.addWidget(make_label("heading", _title(key, titles), wrap=True), 0, place)
    for line, was in enumerate(rows, start=1):
        grid.addWidget(make_label("heading", _title(was, titles), wrap=True), line, 0)
        for place, is_ in enumerate(columns, start=1):
            count = moves.get((was, is_), 0)
            role = "muted" if was == is_ or not count else "heading"
            label = make_label(role, str(count) if count else "·")
            said = translate("WhatIf", "{0} → {1}: {2}")
            label.setAccessibleName(said.format(_title(was, titles), _title(is_, titles), count))
            grid.addWidget(label, line, place)
    grid.setColumnStretch(len(columns) + 1, 1)
    return holder


def _title(key: str | None, titles: Mapping[str | None, str]) -> str:
    if key is None:
        return translate("WhatIf", "No grade")
    return titles.get(key, key)


def show_parts(table: CellTable, parts: Sequence[PartMove], language: str) -> None:
    headings = (
        translate("WhatIf", "Part"),
        translate("WhatIf", "Reviews"),
        translate("WhatIf", "Before"),
        translate("WhatIf", "After"),
        translate("WhatIf", "Change"),
    )
    usual = translate("WhatIf", "No scenario")
    rows = []
    for part in parts:
        change = None
        if part.before is not None and part.after is not None:
            change = part.after - part.before
        rows.append(
            (
                Cell(text=usual if part.title is None else part.title.to(language)),
                Cell(text=str(part.count), number=True),
                Cell(text=score_text(part.before), number=True),
                Cell(text=score_text(part.after), number=True),
                Cell(text=change_text(change), number=True, strong=bool(change)),
            )
        )
    table.show_rows(headings, rows)


def show_movers(
    table: CellTable, movers: Sequence[Rescored], titles: Mapping[str | None, str]
) -> None:
    headings = (
        translate("WhatIf", "Review"),
        translate("WhatIf", "Agent"),
        translate("WhatIf", "Before"),
        translate("WhatIf", "After"),
        translate("WhatIf", "Change"),
        translate("WhatIf", "Grade"),
    )
    rows = []
    for one in movers:
        was, is_ = (_title(figures.grade, titles) for figures in (one.case.before, one.after))
        rows.append(
            (
                Cell(text=one.case.title),
                Cell(text=one.case.agent or "–"),
                Cell(text=score_text(one.case.before.score), number=True),
                Cell(text=score_text(one.after.score), number=True, tooltip=_bounds(one)),
                Cell(text=change_text(one.change), number=True, strong=True),
                Cell(text=was if was == is_ else f"{was} → {is_}"),
            )
        )
    table.show_rows(headings, rows)


def _bounds(one: Rescored) -> str:
    if not one.unknown:
        return ""
    words = translate("WhatIf", "{0} to {1}, as the answers that are missing may be")
    return words.format(score_text(one.low.score), score_text(one.high.score))


def score_text(score: Fraction | None) -> str:
    return "–" if score is None else format_score(score, 2)


def change_text(change: Fraction | None) -> str:
    text = score_text(change)
    return text.replace("-", "−") if not change or change < 0 else f"+{text}"
