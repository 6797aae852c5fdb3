"""What is written into by hand on a printed form: boxes to tick, lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from qa_desktop.sheets import paper

BOX = 8.5
_GAP, _AFTER = 4.0, 12.0
_SIZE, _SMALL = 8.5, 7.0
_LINE = 13.5
_FIRST_CHINESE = 0x2E7F


@dataclass(frozen=True, slots=True)
class Tick:
    """One box; `points` stand small behind its words, "" for none."""

    label: str
    points: str = ""


class Ticks(Flowable):
    """Boxes in a row, in as many lines as they need; a label longer than a line is broken."""

    def __init__(self, ticks: Sequence[Tick], width: float) -> None:
        super().__init__()
        self._ticks = ticks
        self._width = width
        self._lines = self._broken()

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, _LINE * len(self._lines) + 1

    def draw(self) -> None:
        canvas: Canvas = self.canv
        y = _LINE * (len(self._lines) - 1) + 4
        for line in self._lines:
            x = 0.0
            for words, points, boxed in line:
                x = self._draw_one(canvas, x, y, words, points, boxed=boxed)
            y -= _LINE

    def _draw_one(
        self, canvas: Canvas, x: float, y: float, words: str, points: str, *, boxed: bool
    ) -> float:
        if boxed:
            canvas.setStrokeColor(paper.INK)
            canvas.setLineWidth(0.8)
            canvas.rect(x, y - 1, BOX, BOX, stroke=1, fill=0)
        x += BOX + _GAP
        canvas.setFillColor(paper.INK)
        font = paper.font_for(words)
        canvas.setFont(font, _SIZE)
        canvas.drawString(x, y, words)
        x += stringWidth(words, font, _SIZE)
        if points:
            canvas.setFillColor(paper.MUTED)
            canvas.setFont(paper.font_for(points), _SMALL)
            canvas.drawString(x + 3, y, points)
            x += 3 + paper.text_width(points, _SMALL)
        return x + _AFTER

    def _broken(self) -> list[list[tuple[str, str, bool]]]:
        """Lines of (words, points, whether a box stands before them)."""
        lines: list[list[tuple[str, str, bool]]] = [[]]
        used = 0.0
        room = self._width - BOX - _GAP
        for tick in self._ticks:
            points = paper.text_width(tick.points, _SMALL) + 3 if tick.points else 0
            wide = BOX + _GAP + paper.text_width(tick.label, _SIZE) + points
            if lines[-1] and used + wide > self._width:
                lines.append([])
                used = 0
            if wide <= self._width:
                lines[-1].append((tick.label, tick.points, True))
                used += wide + _AFTER
                continue
            parts = _cut(tick.label, room - points)
            for place, part in enumerate(parts):
                last = place == len(parts) - 1
                lines[-1].append((part, tick.points if last else "", place == 0))
                lines.append([])
            used = 0
        return [line for line in lines if line]


def _cut(words: str, room: float) -> list[str]:
    """Lines no longer than `room`: between words, or anywhere among Chinese."""
    parts, line = [], ""
    for piece in _pieces(words):
        if line and paper.text_width((line + piece).rstrip(), _SIZE) > room:
            parts.append(line.rstrip())
            line = ""
        line += piece
    return [*parts, line.rstrip()]


def _pieces(words: str) -> list[str]:
    pieces = [""]
    for letter in words:
        if pieces[-1] and (
            pieces[-1][-1] == " " or ord(letter) > 0x2E7F or ord(pieces[-1][-1]) > 0x2E7F
        ):
            pieces.append("")
        pieces[-1] += letter
    return pieces


class Blank(Flowable):
    """A line to write on behind its label."""

    def __init__(self, label: str, width: float, height: float = 15) -> None:
        super().__init__()
        self._label = label
        self._width = width
        self._height = height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, self._height

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(paper.MUTED)
        canvas.setFont(paper.font_for(self._label), _SMALL)
        canvas.drawString(0, 3, self._label)
        start = paper.text_width(self._label, _SMALL) + (4 if self._label else 0)
        canvas.setStrokeColor(paper.MUTED)
        canvas.setLineWidth(0.5)
        canvas.line(start, 2, self._width, 2)
