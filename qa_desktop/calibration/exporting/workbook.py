"""A session's results as a workbook."""

import io

import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs

from qa_desktop.base.wording import wording
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.exporting.tables import Cell, Table, all_tables

_WIDEST = 60
_NARROWEST = 8
# Excel draws about this many narrow characters in a column's width of one wide one.
_CJK = 0x2E80


def results_workbook(results: Results, language: str) -> bytes:
    """A sheet a table, named and headed in that language; the columns keep their names.

    Text stays text: nothing is taken for a formula or a link.
    """
    words = wording(language)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": results.graded.session.title, "author": "QA Desktop"})
        book.set_custom_property("format", "qa-calibration-results/1")
        look = _Looks(book)
        for table in all_tables(results):
            _add_sheet(book, table, words(f"calibration_data.sheet.{table.name}"), look)
    return file.getvalue()


class _Looks:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.figure = book.add_format({"num_format": "0.000", "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})


def _add_sheet(book: xlsxwriter.Workbook, table: Table, title: str, look: _Looks) -> None:
    sheet = book.add_worksheet(title)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, look.head)
        texts = [name, *(_shown(row[column]) for row in table.rows)]
        widest = max(_width(text) for text in texts) + 2
        sheet.set_column(column, column, min(max(widest, _NARROWEST), _WIDEST))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell, look.text)
            elif isinstance(cell, float):
                sheet.write_number(number, column, cell, look.figure)
            elif cell:
                sheet.write_string(number, column, cell, look.text)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _shown(cell: Cell) -> str:
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell or "")


def _width(text: str) -> int:
    return max(
        (sum(2 if ord(sign) >= _CJK else 1 for sign in line) for line in text.splitlines()),
        default=0,
    )
