"""The preview of the feedback sheet: language, paper, saving and printing of a real review."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.sheet.dialog import SheetDialog
from qa_desktop.desktop.sheet.printing import print_document
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter

A4_WIDTH, LETTER_WIDTH = 595, 612


@pytest.fixture
def review_id(demo_services: Services) -> str:
    """A submitted review of a call."""
    rows = demo_services.listing.page(ListingFilter(kinds=(Kind.RECORDING,)), 20)
    return next(row.review_id for row in rows if row.review_state == "submitted" and row.review_id)


@pytest.fixture
def dialog(qtbot: QtBot, demo_services: Services, review_id: str) -> SheetDialog:
    dialog = SheetDialog(demo_services, review_id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.sheet is not None, timeout=10_000)
    return dialog


def width_of(pdf: bytes) -> int:
    return round(float(pypdf.PdfReader(BytesIO(pdf)).pages[0].mediabox.width))


def test_the_sheet_is_shown_in_the_language_of_the_page(dialog: SheetDialog) -> None:
    assert dialog.sheet is not None
    assert dialog.document.pageCount() in (1, 2)
    assert (dialog.sheet.wish.language, dialog.sheet.wish.page_size) == ("en", "A4")
    assert width_of(dialog.sheet.pdf) == A4_WIDTH


def test_another_language_and_paper_make_it_anew(qtbot: QtBot, dialog: SheetDialog) -> None:
    dialog.choose("zh-CN", "Letter")
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.wish.language == "zh-CN")
    assert dialog.sheet is not None
    assert width_of(dialog.sheet.pdf) == LETTER_WIDTH
    text = pypdf.PdfReader(BytesIO(dialog.sheet.pdf)).pages[0].extract_text()
    assert any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_it_is_saved_whole(dialog: SheetDialog, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    dialog.save_to(file)
    assert dialog.sheet is not None
    assert file.read_bytes() == dialog.sheet.pdf
    assert [each.name for each in tmp_path.glob("sheet*")] == ["sheet.pdf"]


def test_a_file_that_cannot_be_written_is_told(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "no such folder" / "sheet.pdf")
    assert dialog.problems.isVisible()
    assert "no such folder" in dialog.problems.text()


def test_every_page_goes_to_the_printer(dialog: SheetDialog, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_document(dialog.document, printer)
    pages = pypdf.PdfReader(printed).pages
    assert len(pages) == dialog.document.pageCount()
    assert len(pages[0].images) > 0


def test_a_review_that_is_not_there_is_told(demo_services: Services) -> None:
    with pytest.raises(ProblemError):
        SheetDialog(demo_services, "nothing")
