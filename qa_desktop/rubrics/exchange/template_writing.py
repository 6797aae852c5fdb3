"""Writes the template workbook: a rubric, or none yet, in sheets to fill in."""

import io
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.rubrics.exchange.template_layout import (
    FACT_CHOICES,
    FACTS,
    FIRST_ROW,
    HEADING_ROW,
    ITEMS,
    KEY_ROW,
    KIND_ROW,
    MARKER,
    SHEETS,
    Column,
    Sheet,
    keys_of,
)
from qa_desktop.rubrics.exchange.template_rows import Row, rows_of
from qa_desktop.rubrics.files import rubric_from
from qa_desktop.rubrics.model import Rubric

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EXAMPLE = "service-five-dimensions"
_ROWS_TO_FILL = 200
_INK, _HEAD = "FF1B1F27", "FFE8ECFB"
_LINE_POINTS, _TALLEST_POINTS = 13.5, 400


def template_workbook(rubric: Rubric | None, example: Rubric, language: str) -> bytes:
    """As XLSX. `rubric` None: a blank one in both languages, with facts to begin from.

    `example` fills a sheet of its own, to look at; `language` is that of the sheets' names, and
    the first of a blank one.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    both = sorted(LANGUAGES, key=lambda spoken: spoken != language)
    spoken = tuple(rubric.languages) if rubric is not None else tuple(both)
    _write_guide(book, language)
    for sheet in SHEETS:
        name = wording(language)(f"exchange.template.sheets.{sheet.kind}")
        rows = rows_of(rubric, sheet) if rubric is not None else _blank(sheet, spoken)
        _write(book.create_sheet(name), sheet, spoken, rows)
    shown = book.create_sheet(wording(language)("exchange.template.sheets.example"))
    _write(shown, ITEMS, example.languages, rows_of(example, ITEMS), marked=False)
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def example_rubric() -> Rubric:
    """The one that the template shows as its example."""
    return rubric_from(_EXAMPLE)


def _blank(sheet: Sheet, languages: Sequence[str]) -> list[Row]:
    """What nearly every team would write there."""
    rest: list[str | Fraction] = [""] * (len(languages) - 1)
    if sheet is FACTS:
        usual: Mapping[str, str | Fraction] = {
            "version": Fraction(1),
            "channels": "voice; chat; ticket",
            "languages": "; ".join(languages),
            "aggregation": "sectioned",
            "na": "exclude",
            "na_scope": "section",
            "floor": Fraction(0),
            "cap": Fraction(100),
            "pass_mark": Fraction(80),
            "rounding": Fraction(2),
        }
        return [[fact, usual.get(fact, ""), *rest] for fact in FACT_CHOICES]
    if sheet.kind == "grades":
        grades = (("excellent", 90), ("qualified", 80), ("improve", 0))
        return [
            [Fraction(low), *(_grade(name, language) for language in languages), name]
            for name, low in grades
        ]
    return []


def _grade(name: str, language: str) -> str:
    return wording(language)(f"exchange.template.grades.{name}")


def _write(
    made: "Worksheet",
    sheet: Sheet,
    languages: Sequence[str],
    rows: Sequence[Row],
    *,
    marked: bool = True,
) -> None:
    from openpyxl.utils import get_column_letter

    keys = keys_of(sheet, languages)
    if marked:
        _put(made, KIND_ROW, 0, f"{MARKER} {sheet.kind}")
    for place, (key, column) in enumerate(keys):
        _put(made, KEY_ROW, place, key)
        _put(made, HEADING_ROW, place, _heading(column, key, languages))
        made.column_dimensions[get_column_letter(place + 1)].width = column.width
    for number, cells in enumerate(rows):
        for place, value in enumerate(cells):
            _put(made, FIRST_ROW + number, place, value)
    if sheet is FACTS:
        _explain_facts(made, len(keys))
    _dress(made, FIRST_ROW + len(rows))
    for place, (_, column) in enumerate(keys):
        if column.choices:
            _offer(made, get_column_letter(place + 1), FIRST_ROW + 1, _ROWS_TO_FILL, column.choices)
    for row in (KIND_ROW, KEY_ROW):
        made.row_dimensions[row + 1].hidden = True
    frozen = 2 if sheet is ITEMS else 1
    made.freeze_panes = f"{get_column_letter(frozen)}{FIRST_ROW + 1}"


def _put(made: "Worksheet", row: int, column: int, value: str | Fraction) -> None:
    if value == "":
        return
    cell: Any = made.cell(row + 1, column + 1)
    if isinstance(value, Fraction):
        whole = value.denominator == 1
        cell.value = int(value) if whole else float(value)
        return
    cell.value = _NEVER_IN_XML.sub("", value)
    # What begins with "=" would become a formula.
    cell.data_type = "s"
    cell.quotePrefix = value.startswith("=")


def _heading(column: Column, key: str, languages: Sequence[str]) -> str:
    """In both languages, and of which language the column's texts are."""
    said = [wording(language)(f"exchange.template.columns.{column.key}") for language in LANGUAGES]
    heading = "\n".join(reversed(said))
    if column.texts and len(languages) > 1:
        heading += f"\n({key.rpartition('.')[2]})"
    return heading


def _explain_facts(made: "Worksheet", width: int) -> None:
    from openpyxl.utils import get_column_letter

    for place in range(len(LANGUAGES)):
        letter = get_column_letter(width + place + 1)
        made.column_dimensions[letter].width = 48
        words = wording(LANGUAGES[place])
        _put(made, HEADING_ROW, width + place, words("exchange.template.meaning"))
        for number, fact in enumerate(FACT_CHOICES):
            said = words(f"exchange.template.facts.{fact}")
            _put(made, FIRST_ROW + number, width + place, said)
    for number, choices in enumerate(FACT_CHOICES.values()):
        if choices:
            row = FIRST_ROW + number + 1
            _offer(made, "B", row, 1, choices)


def _offer(made: "Worksheet", letter: str, first: int, count: int, choices: Sequence[str]) -> None:
    """A list to choose from, which still takes what is typed: "cap 40"."""
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(choices)
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    rule.showErrorMessage = False
    rule.add(f"{letter}{first}:{letter}{first + count - 1}")
    made.add_data_validation(rule)


def _dress(made: "Worksheet", height: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    made.page_setup.orientation = "landscape"
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.print_title_rows = f"{HEADING_ROW + 1}:{HEADING_ROW + 1}"
    line = Side(style="thin", color="FFDFE3E8")
    for row in made.iter_rows(min_row=HEADING_ROW + 1, max_row=max(height, HEADING_ROW + 1)):
        _give_height(made, row)
        head = row[0].row == HEADING_ROW + 1
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            if head:
                cell.font = Font(bold=True, color=_INK)
                cell.fill = PatternFill("solid", fgColor=_HEAD)


def _give_height(made: "Worksheet", row: Sequence[Any]) -> None:
    """Room for all its lines: not every program gives it by itself."""
    lines = 1
    for cell in row:
        if cell.value is not None:
            room = max(made.column_dimensions[cell.column_letter].width - 1, 4)
            parts = str(cell.value).split("\n")
            lines = max(lines, sum(max(1, math.ceil(_width(part) / room)) for part in parts))
    made.row_dimensions[row[0].row].height = min(lines * _LINE_POINTS + 3, _TALLEST_POINTS)


def _width(text: str) -> int:
    """In letters; Chinese characters are twice as wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _write_guide(book: Any, language: str) -> None:
    """How to fill it in, in both languages beside each other."""
    from openpyxl.styles import Alignment, Font

    made = book.create_sheet(wording(language)("exchange.template.sheets.guide"))
    for place, spoken in enumerate(LANGUAGES):
        words = wording(spoken)
        made.column_dimensions["AB"[place]].width = 74
        lines = words("exchange.template.guide").strip().split("\n")
        for number, line in enumerate(lines):
            _put(made, number, place, line)
            cell = made.cell(number + 1, place + 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 0 or line.endswith((":", "：")):
                cell.font = Font(bold=True)
    for row in made.iter_rows():
        _give_height(made, row)
