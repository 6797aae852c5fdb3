"""Reads the rows of a form's sheet: its sections, items, totals and notes, each with its place."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from qa_desktop.base.problems import Problem
from qa_desktop.rubrics.exchange.amounts import Amount, amount_of, plain_number, without_amount
from qa_desktop.rubrics.exchange.grid import Cell, Grid
from qa_desktop.rubrics.exchange.mapping import Mapping
from qa_desktop.rubrics.exchange.roles import Role, form_words, heading_role

_NUMBERED = re.compile(
    r"^(第?[一二三四五六七八九十]+\s*[、.．:：部]|[(（][一二三四五六七八九十]+[)）]|[IVX]{1,4}[.、:]|[A-H][.、:）)]\s|"
    r"(part|section)\s+\w+)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十]+\s*[、.．:：]|[(（](?:[一二三四五六七八九十]+|\d+)[)）]|\d+(?:\.\d+)*\s*[.、．）)]|"
    r"\d+(?:\.\d+)+\s|[IVX]{1,4}[.、:]|[A-H][.、）)]\s)\s*"
)
_FIGURES = (Role.POINTS, Role.WEIGHT, Role.DEDUCTION)
_MOST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row of an item. `levels`: heading and text of each column that is one answer."""

    row: int
    guidance: str = ""
    guidance_other: str = ""
    options: str = ""
    options_other: str = ""
    amount: Amount | None = None
    levels: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class FormItem:
    """An item with all its rows; `marks` are the cells of its other columns by role."""

    title: str
    other: str
    rows: list[FormRow]
    marks: dict[Role, str]

    @property
    def row(self) -> int:
        return self.rows[0].row


@dataclass(slots=True, kw_only=True)
class FormSection:
    row: int
    title: str
    other: str
    weight: Amount | None = None
    items: list[FormItem] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ReadForm:
    """`notes` are rows that are no part of the table: where, and what they say."""

    sections: list[FormSection] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_form(grid: Grid, mapping: Mapping) -> ReadForm:
    return _Reader(grid, mapping).read()


class _Reader:
    def __init__(self, grid: Grid, mapping: Mapping) -> None:
        self._grid = grid
        self._mapping = mapping
        self._form = ReadForm()
        self._section: FormSection | None = None
        self._past_total = False
        # What the items since the beginning, and since the last total, add up to.
        self._sums = {True: Decimal(0), False: Decimal(0)}

    def read(self) -> ReadForm:
        for row in range(self._mapping.first_row, self._grid.height):
            cells = self._grid.distinct(row)
            if not cells or self._repeats_headings(cells):
                continue
            if self._is_total(cells):
                self._take_total(row, cells)
            elif self._is_note(cells):
                self._take_note(row, cells)
            elif self._is_section(row, cells):
                self._take_section_row(row, cells)
            else:
                self._take_item_row(row)
        for section in self._form.sections:
            if not section.items:
                place = self._grid.distinct(section.row)[0][0]
                problem = self._grid.problem("section_empty", section.row, place)
                self._form.problems.append(problem)
        self._form.sections = [section for section in self._form.sections if section.items]
        return self._form

    # Which kind of row it is

    def _repeats_headings(self, cells: list[tuple[int, Cell]]) -> bool:
        """Printed forms have their headings again on each page."""
        headings = {
            (column, cell.text)
            for row in range(self._mapping.first_row)
            for column, cell in self._grid.distinct(row)
        }
        return len(cells) > 1 and all((column, cell.text) in headings for column, cell in cells)

    def _is_total(self, cells: list[tuple[int, Cell]]) -> bool:
        words = [cell.text for _, cell in cells if amount_of(cell) is None]
        return bool(words) and len(words) <= 2 and _totals().fullmatch(words[0].lower()) is not None

    def _is_note(self, cells: list[tuple[int, Cell]]) -> bool:
        if any(amount_of(cell) for column, cell in cells if self._role(column) in _FIGURES):
            return False
        if self._past_total and len(cells) <= 2:
            return True
        return len(cells) <= 2 and _notes().match(cells[0][1].text.lower()) is not None

    def _is_section(self, row: int, cells: list[tuple[int, Cell]]) -> bool:
        words = [(c, cell) for c, cell in cells if amount_of(cell) is None]
        words = [(c, cell) for c, cell in words if self._role(c) is not Role.IGNORE] or words
        if len(words) != 1:
            return False
        column, cell = words[0]
        figures = [c for c, other in cells if amount_of(other) is not None and c != column]
        rated = any(self._role(c) in _FIGURES for c in figures)
        role = self._role(column)
        if self._mapping.has(Role.SECTION):
            across = self._crosses_items(row, column)
            return (role is Role.SECTION or across) and not rated
        if role not in (Role.ITEM, Role.IGNORE):
            return False
        numbered = _NUMBERED.match(cell.text) is not None
        if rated:
            # With the points of all its items.
            return numbered and self._items_follow(row)
        return numbered or self._crosses_items(row, column) or self._begins_sections(row)

    def _crosses_items(self, row: int, column: int) -> bool:
        span = self._grid.span_at(row, column)
        items = self._mapping.columns(Role.ITEM)
        return (
            span is not None
            and span.right > span.left
            and any(span.left <= item <= span.right for item in items)
        )

    def _items_follow(self, row: int) -> bool:
        below = self._grid.distinct(row + 1)
        return bool(below) and not _NUMBERED.match(below[0][1].text)

    def _begins_sections(self, row: int) -> bool:
        """A title alone, where items have points and the table begins with such a title: else it
        is an item whose points were forgotten."""
        if not any(self._mapping.has(role) for role in _FIGURES):
            return False
        return self._items_follow(row) if self._section is None else bool(self._section.title)

    def _role(self, column: int) -> Role:
        return self._mapping.roles[column]

    # What is taken from it

    def _take_total(self, row: int, cells: list[tuple[int, Cell]]) -> None:
        self._past_total = True
        for column, cell in cells:
            amount = amount_of(cell)
            if amount is None or self._role(column) not in _FIGURES:
                continue
            if amount.value not in self._sums.values() and self._sums[True]:
                self._form.problems.append(
                    self._grid.problem(
                        "total_differs",
                        row,
                        column,
                        total=plain_number(amount.value),
                        sum=plain_number(self._sums[True]),
                    )
                )
        self._sums[False] = Decimal(0)

    def _take_note(self, row: int, cells: list[tuple[int, Cell]]) -> None:
        text = " ".join(cell.text for _, cell in cells)
        self._form.notes.append((self._grid.where(row, cells[0][0]).path or "", text))

    def _take_section_row(self, row: int, cells: list[tuple[int, Cell]]) -> None:
        words = [cell for _, cell in cells if amount_of(cell) is None]
        amounts = [amount_of(cell) for _, cell in cells]
        title, inside = without_amount(words[0].text)
        weight = next((amount for amount in amounts if amount is not None), inside)
        other = self._text(row, Role.SECTION_OTHER)
        self._begin(row, title, other, weight)

    def _begin(self, row: int, title: str, other: str, weight: Amount | None) -> None:
        self._section = FormSection(row=row, title=_bare(title), other=_bare(other), weight=weight)
        self._form.sections.append(self._section)

    def _take_item_row(self, row: int) -> None:
        self._past_total = False
        self._turn_to_section(row)
        title = self._text(row, Role.ITEM)
        made = self._row(row)
        if self._section is None:
            self._begin(row, "", "", None)
        section = self._section
        if section is None:
            raise RuntimeError("an item row has no section")
        own = any(self._grid.cell(row, c).text for c in self._mapping.columns(Role.ITEM))
        if not own and section.items and (self._goes_on(row) or not title):
            section.items[-1].rows.append(made)
            self._add_up(made)
            return
        if not title:
            columns = self._mapping.columns(Role.ITEM)
            if not columns:
                return
            column = columns[0]
            self._form.problems.append(self._grid.problem("item_missing", row, column))
            return
        if len(title) > _MOST_TITLE:
            column = self._mapping.columns(Role.ITEM)[-1]
            self._form.problems.append(self._grid.problem("title_long", row, column))
        marks = {
            role: self._text(row, role)
            for role in (
                *(Role.NA, Role.VETO, Role.CRITICAL, Role.REASONS, Role.ABILITIES),
                *(Role.WEIGHT, Role.DEDUCTION),
            )
        }
        rated = self._text(row, Role.POINTS)
        if not marks[Role.VETO] and heading_role(rated) is Role.VETO:
            marks[Role.VETO] = rated
        other = _bare(self._text(row, Role.ITEM_OTHER))
        section.items.append(FormItem(title=_bare(title), other=other, rows=[made], marks=marks))
        self._add_up(made)

    def _goes_on(self, row: int) -> bool:
        """Whether the item's cell is merged with that of the row above."""
        for column in self._mapping.columns(Role.ITEM):
            span = self._grid.span_at(row, column)
            if span is not None and span.top < row:
                return True
        return False

    def _turn_to_section(self, row: int) -> None:
        text = self._text(row, Role.SECTION)
        if not text:
            return
        title, inside = without_amount(text)
        if self._section is not None and self._section.title == _bare(title):
            return
        weights = self._mapping.columns(Role.SECTION_WEIGHT)
        amounts = [amount_of(self._grid.shown(row, column)) for column in weights]
        weight = next((amount for amount in amounts if amount is not None), inside)
        self._begin(row, title, self._text(row, Role.SECTION_OTHER), weight)

    def _row(self, row: int) -> FormRow:
        figures = self._mapping.columns(Role.POINTS)
        amount = None
        for column in figures:
            cell = self._grid.cell(row, column)
            amount = amount_of(cell)
            if cell.text and amount is None and heading_role(cell.text) is not Role.VETO:
                self._form.problems.append(
                    self._grid.problem("no_amount", row, column, value=cell.text[:40])
                )
        levels = tuple(
            (self._heading(column), self._grid.cell(row, column).text)
            for column in self._mapping.columns(Role.LEVEL)
        )
        return FormRow(
            row=row,
            guidance=self._text(row, Role.GUIDANCE, own=True),
            guidance_other=self._text(row, Role.GUIDANCE_OTHER, own=True),
            options=self._text(row, Role.OPTIONS, own=True),
            options_other=self._text(row, Role.OPTIONS_OTHER, own=True),
            amount=amount,
            levels=levels,
        )

    def _heading(self, column: int) -> str:
        return self._grid.shown(self._mapping.first_row - 1, column).text

    def _text(self, row: int, role: Role, *, own: bool = False) -> str:
        """All columns of the role together; `own`: a merged cell counts in its first row alone."""
        parts: list[str] = []
        for column in self._mapping.columns(role):
            span = self._grid.span_at(row, column)
            cell = self._grid.shown(row, column)
            if own and span is not None and span.top != row:
                continue
            if cell.text and cell.text not in parts:
                parts.append(cell.text)
        separator = "\n" if role in (Role.GUIDANCE, Role.GUIDANCE_OTHER) else " · "
        return separator.join(parts)

    def _add_up(self, made: FormRow) -> None:
        weights = self._mapping.columns(Role.WEIGHT)
        amount = made.amount
        if amount is None and weights:
            amount = amount_of(self._grid.cell(made.row, weights[0]))
        if amount is not None and not amount.added:
            for since_beginning in self._sums:
                self._sums[since_beginning] += amount.value


def _bare(title: str) -> str:
    """Without its number, on one line."""
    flat = re.sub(r"(?<=[\u3400-\u9fff])\s*\n\s*(?=[\u3400-\u9fff])", "", title.strip())
    flat = re.sub(r"\s*\n\s*", " ", flat)
    return _NUMBERING.sub("", flat, count=1).strip() or flat


@cache
def _totals() -> re.Pattern[str]:
    words = "|".join(form_words()["rows"]["totals"])
    return re.compile(
        rf"({words})\s*(分值?|得分|score|points?|marks?|weight|权重)?\s*[:：]?\s*([(（].*[)）]|\d.*)?"
    )


@cache
def _notes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in form_words()["rows"]["notes"]))
