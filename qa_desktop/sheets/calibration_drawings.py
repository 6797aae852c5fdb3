"""What a calibration report draws: intervals on an axis, answers in a grid."""

from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from qa_desktop.sheets import paper
from qa_desktop.sheets.calibration_content import AnswerCell, Interval

_HEIGHT = 12.0
_DOT = 2.7
_CAP = 2.4
_TRACK = HexColor("#c9ced6")
_SHADE = HexColor("#e3e6ea")
_CELL_HEIGHT = 13.0
_PADDING = 1.5


class IntervalLine(Flowable):
    """A figure as a dot on its interval: filled where it reaches the target, hollow where not.

    `marks` are drawn as dotted lines; ends outside the axis are arrows. Without a figure there is
    the bare axis.
    """

    def __init__(
        self,
        interval: Interval,
        axis: tuple[float, float],
        marks: tuple[float, ...],
        width: float,
        zero: float | None = None,
    ) -> None:
        super().__init__()
        self._interval = interval
        self._axis = axis
        self._marks = marks
        self._width = width
        self._zero = zero

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, _HEIGHT

    def draw(self) -> None:
        canvas: Canvas = self.canv
        middle = _HEIGHT / 2
        canvas.setStrokeColor(_TRACK)
        canvas.setLineWidth(0.5)
        canvas.line(0, middle, self._width, middle)
        if self._zero is not None:
            canvas.line(self._x(self._zero), 1, self._x(self._zero), _HEIGHT - 1)
        canvas.setStrokeColor(paper.MUTED)
        canvas.setDash(1, 1.5)
        for mark in self._marks:
            canvas.line(self._x(mark), 0, self._x(mark), _HEIGHT)
        canvas.setDash()
        if self._interval.value is not None:
            self._draw_interval(canvas, middle, self._interval.value)

    def _draw_interval(self, canvas: Canvas, middle: float, value: float) -> None:
        canvas.setStrokeColor(paper.INK)
        canvas.setFillColor(paper.INK)
        low, high = self._interval.low, self._interval.high
        if low is not None and high is not None:
            canvas.setLineWidth(1.3)
            canvas.line(self._x(low), middle, self._x(high), middle)
            self._draw_end(canvas, low, middle, -1)
            self._draw_end(canvas, high, middle, 1)
        canvas.setLineWidth(1.1)
        canvas.setFillColor(paper.INK if self._interval.met else white)
        canvas.circle(self._x(value), middle, _DOT, stroke=1, fill=1)

    def _draw_end(self, canvas: Canvas, end: float, middle: float, side: int) -> None:
        first, last = self._axis
        x = self._x(end)
        canvas.setLineWidth(1)
        if first <= end <= last:
            canvas.line(x, middle - _CAP, x, middle + _CAP)
            return
        canvas.line(x, middle, x - side * 2 * _CAP, middle + _CAP)
        canvas.line(x, middle, x - side * 2 * _CAP, middle - _CAP)

    def _x(self, value: float) -> float:
        first, last = self._axis
        share = (value - first) / (last - first)
        return min(1.0, max(0.0, share)) * self._width


class AnswerBox(Flowable):
    """One answer in a grid; one that deviates is framed on grey, and strong."""

    def __init__(self, cell: AnswerCell, width: float, *, strong: bool = False) -> None:
        super().__init__()
        self._cell = cell
        self._width = width
        self._strong = strong or cell.deviates

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, _CELL_HEIGHT

    def draw(self) -> None:
        canvas: Canvas = self.canv
        if self._cell.deviates:
            canvas.setFillColor(_SHADE)
            canvas.setStrokeColor(paper.INK)
            canvas.setLineWidth(0.6)
            inner = self._width - 2 * _PADDING
            canvas.roundRect(_PADDING, 1, inner, _CELL_HEIGHT - 2, 2, stroke=1, fill=1)
        canvas.setFillColor(paper.INK)
        text = self._cell.text
        size = 8.0
        while size > 4 and paper.text_width(text, size) > self._width - 2 * _PADDING - 1:
            size -= 0.5
        canvas.setFont(paper.font_for(text, strong=self._strong), size)
        canvas.drawCentredString(self._width / 2, _CELL_HEIGHT / 2 - size * 0.36, text)
