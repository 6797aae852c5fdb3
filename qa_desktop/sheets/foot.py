"""The foot of every printed page: small print at the left, the page's number at the right."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from qa_desktop.sheets import paper
from qa_desktop.sheets.paper import style, text

FOOT = 26


class FootedCanvas(Canvas):
    """Keeps the pages until their number is known, then writes each one's foot."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # Otherwise each page begins with Helvetica, a font that no PDF of ours embeds.
        super().__init__(*arguments, **{**named, "initialFontName": paper.LATIN})
        self._kept: list[dict[str, Any]] = []

    def foot(self, page: int, pages: int) -> None:
        raise NotImplementedError

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined] # the stubs lack it

    def save(self) -> None:
        for number, state in enumerate(self._kept, start=1):
            self.__dict__.update(state)
            self.foot(number, len(self._kept))
            super().showPage()
        super().save()


def draw_foot(canvas: Canvas, small_print: str, page: str, width: float) -> None:
    canvas.setStrokeColor(paper.LINE)
    canvas.setLineWidth(0.6)
    canvas.line(paper.MARGIN, paper.MARGIN + 6, width - paper.MARGIN, paper.MARGIN + 6)
    canvas.setFillColor(paper.MUTED)
    canvas.setFont(paper.font_for(page), 7)
    canvas.drawRightString(width - paper.MARGIN, paper.MARGIN - 5, page)
    line = text(small_print, style(7, colour=paper.MUTED))
    _, height = line.wrap(width - 2 * paper.MARGIN - 80, 40)
    line.drawOn(canvas, paper.MARGIN, paper.MARGIN + 3 - height)
