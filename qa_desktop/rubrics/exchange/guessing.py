"""Guesses what a form's sheet means from its headings, its merged cells and what stands in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.rubrics.exchange.amounts import amount_of
from qa_desktop.rubrics.exchange.answer_words import answers_in, known_answer, truth_in
from qa_desktop.rubrics.exchange.grid import Cell, Grid
from qa_desktop.rubrics.exchange.mapping import Mapping, UsualAnswer
from qa_desktop.rubrics.exchange.roles import (
    OTHER,
    TEXTS,
    Role,
    heading_language,
    heading_role,
    language_of,
)

_LOOKED_THROUGH = 40
_LONGEST_HEADING = 40
_SHORTEST_ITEM = 20
_LEVEL = re.compile(r"(?:\d{1,3}(?:\.\d)?)\s*(?:分|pts?|points?)?")
_MOST_LEVELS = 11


@dataclass(frozen=True, slots=True)
class _Headings:
    """`first` to `last` row; none where last < first. `texts` by column, rows joined."""

    first: int
    last: int
    texts: tuple[str, ...]


def guess(grid: Grid) -> Mapping:
    """Always gives one; without headings it goes by what the columns hold."""
    headings = _find_headings(grid)
    first_row = headings.last + 1
    roles = [
        _role(grid, column, text, grid.shown(headings.last, column).text, first_row)
        for column, text in enumerate(headings.texts)
    ]
    _find_levels(grid, headings, roles)
    _settle_items(grid, first_row, roles)
    _settle_figures(grid, first_row, roles)
    language = _settle_languages(grid, headings, roles)
    return Mapping(
        roles=tuple(roles),
        first_row=first_row,
        language=language,
        usual=_usual(roles),
        title=_title(grid, headings),
    )


def _find_headings(grid: Grid) -> _Headings:
    best, most = -1, 0
    for row in range(min(grid.height, _LOOKED_THROUGH)):
        cells = grid.distinct(row)
        roles = {heading_role(cell.text) for _, cell in cells} - {None}
        count = len(roles) if len(cells) >= 2 else 0
        if count > most:
            best, most = row, count
    if most < 2:
        best = next((row for row in range(3) if _is_alone_a_heading(grid, row)), -1)
    if best < 0:
        return _Headings(0, -1, ("",) * grid.width)
    first = last = best
    for column in range(grid.width):
        span = grid.span_at(best, column)
        if span is not None:
            first, last = min(first, span.top), max(last, span.bottom)
    if last == best and _has_second_row(grid, best):
        last = best + 1
    texts = tuple(_joined(grid, column, first, last) for column in range(grid.width))
    return _Headings(first, last, texts)


def _is_alone_a_heading(grid: Grid, row: int) -> bool:
    """A row as short as headings are, of which one is known: a list of questions."""
    cells = grid.distinct(row) if row < grid.height else []
    short = all(len(cell.text) <= _SHORTEST_ITEM for _, cell in cells)
    return short and any(heading_role(cell.text) for _, cell in cells)


def _has_second_row(grid: Grid, row: int) -> bool:
    """Headings over several columns, with further ones below them."""
    wide = [s for s in grid.spans if s.top == row == s.bottom and s.right > s.left]
    if not wide or row + 1 >= grid.height:
        return False
    below = [
        grid.cell(row + 1, column).text
        for span in wide
        for column in range(span.left, span.right + 1)
    ]
    short = [text for text in below if text and len(text) <= _LONGEST_HEADING]
    known = [t for t in short if heading_role(t) or _LEVEL.fullmatch(t) or known_answer(t)]
    return bool(known) and len(short) == len([text for text in below if text])


def _joined(grid: Grid, column: int, first: int, last: int) -> str:
    parts: list[str] = []
    for row in range(first, last + 1):
        text = grid.shown(row, column).text
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts)


def _role(grid: Grid, column: int, heading: str, lowest: str, first_row: int) -> Role:
    """`heading` in all its rows, `lowest` in the last of them, which may say more."""
    cells = list(grid.column(column, first_row))
    role = heading_role(heading) or Role.IGNORE
    particular = heading_role(lowest)
    if particular in (Role.NA, Role.VETO, Role.REASONS, Role.GUIDANCE) or role is Role.IGNORE:
        role = particular or role
    amounts = sum(1 for cell in cells if amount_of(cell) is not None)
    figures = bool(cells) and amounts * 2 > len(cells)
    if role in (Role.POINTS, Role.WEIGHT, Role.DEDUCTION, Role.SECTION_WEIGHT) and not figures:
        answers = sum(1 for cell in cells if answers_in(cell.text))
        if answers * 2 > len(cells):
            return Role.OPTIONS
        return Role.GUIDANCE if cells and _mean_length(cells) > 8 else Role.IGNORE
    if role is Role.GUIDANCE and figures:
        return Role.POINTS
    if role is Role.OPTIONS and figures and not any(answers_in(cell.text) for cell in cells):
        return Role.POINTS
    if role is Role.CRITICAL and cells and all(truth_in(c.text) is not None for c in cells):
        # "Critical: yes" is what others call a veto.
        return Role.VETO
    if role in (Role.ITEM, Role.SECTION) and figures and _mean_length(cells) < 6:
        return Role.IGNORE
    if role in (Role.GUIDANCE, Role.REASONS, Role.OPTIONS) and not cells:
        return Role.IGNORE
    return role


def _mean_length(cells: Sequence[Cell]) -> float:
    return sum(len(cell.text) for cell in cells) / max(1, len(cells))


def _find_levels(grid: Grid, headings: _Headings, roles: list[Role]) -> None:
    """Columns that are one answer each: "5 | 4 | 3 | 2 | 1", "Yes | No", "优 | 良 | 差"."""
    found = []
    for column in range(grid.width):
        text = grid.shown(headings.last, column).text if headings.last >= headings.first else ""
        if text and (_LEVEL.fullmatch(text.strip().lower()) or known_answer(text)):
            found.append(column)
    beside = [c for c in found if c - 1 in found or c + 1 in found]
    if 2 <= len(beside) <= _MOST_LEVELS:
        for column in beside:
            roles[column] = Role.LEVEL


def _settle_items(grid: Grid, first_row: int, roles: list[Role]) -> None:
    """There is a column of items, and one of several that are called so holds the items."""
    items = [column for column, role in enumerate(roles) if role is Role.ITEM]
    if not items:
        texts = [
            (column, role)
            for column, role in enumerate(roles)
            if role in (Role.GUIDANCE, Role.SECTION, Role.IGNORE)
            and _is_text(grid, column, first_row)
        ]
        preferred = [c for c, role in texts if role is Role.GUIDANCE]
        preferred += [c for c, role in texts if role is Role.IGNORE]
        if preferred:
            roles[preferred[0]] = Role.ITEM
        elif texts:
            roles[texts[-1][0]] = Role.ITEM
        _settle_texts_without_headings(grid, first_row, roles)
        return
    if len(items) > 1 and Role.SECTION not in roles:
        first, *_ = items
        if _changes(grid, first, first_row) < _changes(grid, items[1], first_row):
            roles[first] = Role.SECTION
            items = items[1:]
    rest = [c for c in items if _explains(grid, items[0], c, first_row)]
    for column in rest:
        roles[column] = Role.GUIDANCE


def _settle_texts_without_headings(grid: Grid, first_row: int, roles: list[Role]) -> None:
    """Left of the items: sections; right of them: what they mean."""
    if any(r in (Role.SECTION, Role.GUIDANCE) for r in roles) or first_row > 0:
        return
    texts = [c for c in range(grid.width) if _is_text(grid, c, first_row)]
    if len(texts) >= 3 and _changes(grid, texts[0], 0) < _changes(grid, texts[1], 0):
        roles[texts[0]], roles[texts[1]], roles[texts[2]] = Role.SECTION, Role.ITEM, Role.GUIDANCE
    elif len(texts) >= 2:
        fewer = _changes(grid, texts[0], 0) < _changes(grid, texts[1], 0)
        first = (Role.SECTION, Role.ITEM) if fewer else (Role.ITEM, Role.GUIDANCE)
        roles[texts[0]], roles[texts[1]] = first
    for column, role in enumerate(roles):
        amounts = [c for c in grid.column(column, 0) if amount_of(c) is not None]
        if role is Role.IGNORE and len(amounts) > 2 and Role.POINTS not in roles:
            roles[column] = Role.POINTS


def _explains(grid: Grid, first: int, column: int, first_row: int) -> bool:
    """Whether another column "of items" is rather what explains them."""
    if column == first:
        return False
    here, there = (list(grid.column(c, first_row)) for c in (column, first))
    if language_of(" ".join(c.text for c in here)) != language_of(" ".join(c.text for c in there)):
        return False
    return bool(here) and bool(there) and _mean_length(here) > 3 * _mean_length(there)


def _is_text(grid: Grid, column: int, first_row: int) -> bool:
    cells = list(grid.column(column, first_row))
    words = [c for c in cells if amount_of(c) is None and truth_in(c.text) is None]
    return bool(cells) and len(words) * 2 > len(cells) and _mean_length(cells) > 1.5


def _changes(grid: Grid, column: int, first_row: int) -> int:
    """How many different values stand there."""
    return len({cell.text for cell in grid.column(column, first_row)})


def _settle_figures(grid: Grid, first_row: int, roles: list[Role]) -> None:
    """Of two columns of figures the one that is written once a section is the section's."""
    items = [c for c, role in enumerate(roles) if role is Role.ITEM]
    sections = [c for c, role in enumerate(roles) if role is Role.SECTION]
    for column, role in enumerate(roles):
        if role not in (Role.POINTS, Role.WEIGHT) or not items or not sections:
            continue
        of_section = _same_spans(grid, column, sections[0])
        figures = sum(1 for _ in grid.column(column, first_row))
        rows = sum(1 for _ in grid.column(items[-1], first_row))
        starts = sum(1 for _ in grid.column(sections[0], first_row))
        if of_section or (figures <= starts < rows and column < items[0]):
            roles[column] = Role.SECTION_WEIGHT
    for role in (Role.POINTS, Role.WEIGHT, Role.SECTION_WEIGHT, Role.DEDUCTION, Role.NA, Role.VETO):
        for column in [c for c, given in enumerate(roles) if given is role][1:]:
            roles[column] = Role.IGNORE


def _same_spans(grid: Grid, column: int, section: int) -> bool:
    """Whether the cells of the column are merged over several rows just as the section's are."""
    mine = {(s.top, s.bottom) for s in grid.spans if s.left == column == s.right}
    theirs = {(s.top, s.bottom) for s in grid.spans if s.left == section == s.right}
    tall = {span for span in mine if span[1] > span[0]}
    return bool(tall) and tall <= theirs


def _settle_languages(grid: Grid, headings: _Headings, roles: list[Role]) -> str:
    """The form's language; columns of the same in the other language get the role for that."""
    spoken: dict[int, str] = {}
    for column, role in enumerate(roles):
        if role in TEXTS:
            text = " ".join(c.text for c in grid.column(column, headings.last + 1))
            spoken[column] = heading_language(headings.texts[column]) or language_of(text)
    items = [column for column, role in enumerate(roles) if role is Role.ITEM]
    counted = Counter(spoken.values())
    language = spoken[items[0]] if items else max(counted, key=counted.__getitem__, default="en")
    for role, other in OTHER.items():
        columns = [c for c, given in enumerate(roles) if given is role]
        languages = {spoken[c] for c in columns}
        for column in columns:
            if len(languages) > 1 and spoken[column] != language:
                roles[column] = other
    return language


def _usual(roles: list[Role]) -> UsualAnswer:
    if Role.POINTS in roles:
        return UsualAnswer.POINTS
    return UsualAnswer.SCALE_5 if Role.WEIGHT in roles else UsualAnswer.YES_NO


def _title(grid: Grid, headings: _Headings) -> str:
    """The first line above the table that stands alone."""
    for row in range(max(0, headings.first)):
        cells = grid.distinct(row)
        if len(cells) == 1 and 2 <= len(cells[0][1].text) <= 80:
            return cells[0][1].text.split("\n")[0].strip()
    return ""
