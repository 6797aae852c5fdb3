"""Sends a PDF's pages to a printer."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

# Sharp on paper; a whole page at a printer's 1200 dpi would take half a gigabyte.
MOST_DPI = 300
_POINTS_PER_INCH = 72


def print_document(document: QPdfDocument, printer: QPrinter) -> bool:
    """Each page as large as the paper allows. False when the printer can't begin."""
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for page in range(document.pageCount()):
            if page:
                printer.newPage()
            _draw_page(document, page, painter, printer)
    finally:
        painter.end()
    return True


def _draw_page(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    dpi = min(printer.resolution(), MOST_DPI)
    pixels = QSize(
        round(points.width() * dpi / _POINTS_PER_INCH),
        round(points.height() * dpi / _POINTS_PER_INCH),
    )
    image = document.render(page, pixels)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = pixels.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (paper.width() - size.width()) // 2
    painter.drawImage(QRect(QPoint(left, 0), size), image)
