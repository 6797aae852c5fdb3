"""What a sheet draws itself: numbered pins, waveforms, score bars, write-in lines."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from reportlab.lib.colors import Color, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from qa_desktop.reviews.model import CommentKind
from qa_desktop.sheets import paper
from qa_desktop.sheets.content import Clip, Remark
from qa_desktop.sheets.wordings import moment

PIN = 12.0
TICK_BOX = "☐"
KIND_COLOURS = {
    CommentKind.PRAISE: paper.GOOD,
    CommentKind.DEDUCTION: paper.BAD,
    CommentKind.COACHING: paper.ACCENT,
    CommentKind.QUESTION: paper.CAUTION,
}
ROLE_COLOURS = {"agent": paper.AGENT, "customer": paper.CUSTOMER}


def draw_pin(canvas: Canvas, x: float, y: float, remark: Remark) -> None:
    """A numbered pin centred at x, y; its shape tells the kind where colour can't."""
    colour = KIND_COLOURS[remark.kind]
    radius = PIN / 2
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    number_colour: Color = white
    if remark.kind is CommentKind.DEDUCTION:
        canvas.roundRect(x - radius, y - radius, PIN, PIN, 2, stroke=0, fill=1)
    elif remark.kind is CommentKind.PRAISE:
        canvas.circle(x, y, radius, stroke=0, fill=1)
    else:
        canvas.setFillColor(white)
        canvas.setLineWidth(1.1)
        if remark.kind is CommentKind.COACHING:
            canvas.circle(x, y, radius - 0.5, stroke=1, fill=1)
        else:
            canvas.roundRect(x - radius + 0.5, y - radius + 0.5, PIN - 1, PIN - 1, 2, 1, 1)
        number_colour = colour
    canvas.setFillColor(number_colour)
    canvas.setFont(paper.font_for("", strong=True), 7)
    canvas.drawCentredString(x, y - 2.5, str(remark.number))
    canvas.restoreState()


class Pin(Flowable):
    """One pin in a line of text."""

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        self._remark = remark

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return PIN, PIN

    def draw(self) -> None:
        draw_pin(self.canv, PIN / 2, PIN / 2 + 1, self._remark)


class Strip(Flowable):
    """A clip's waveform, a lane a speaker, with pins above and the times below."""

    def __init__(
        self, clip: Clip, pins: Sequence[Remark], width: float, lane_height: float = 22
    ) -> None:
        super().__init__()
        self._clip = clip
        self._pins = [pin for pin in pins if pin.start_ms is not None]
        self._width = width
        self._lane_height = lane_height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, self._lane_height * len(self._clip.lanes) + PIN + 16

    def draw(self) -> None:
        canvas: Canvas = self.canv
        below, lanes_height = 12.0, self._lane_height * len(self._clip.lanes)
        canvas.setFillColor(white)
        canvas.setStrokeColor(paper.LINE)
        canvas.setLineWidth(0.6)
        canvas.roundRect(0, below, self._width, lanes_height + PIN + 4, 3, stroke=1, fill=1)
        for index, lane in enumerate(self._clip.lanes):
            middle = below + lanes_height - self._lane_height * (index + 0.5)
            canvas.setFillColor(ROLE_COLOURS.get(lane.role, paper.MUTED))
            canvas.setStrokeColor(ROLE_COLOURS.get(lane.role, paper.MUTED))
            self._draw_lane(lane.low, lane.high, middle)
        self._draw_times(below)
        last = -PIN
        for pin in self._pins:
            # Pins of the same moment stand side by side.
            last = max(self._x(pin.start_ms or 0), last + PIN + 1)
            self._draw_pin(pin, last, below, lanes_height)

    def _draw_lane(
        self,
        low: npt.NDArray[np.float32],
        high: npt.NDArray[np.float32],
        middle: float,
    ) -> None:
        canvas: Canvas = self.canv
        canvas.setLineWidth(0.4)
        canvas.line(0, middle, self._width, middle)
        step = self._width / max(1, len(low))
        reach = self._lane_height * 0.46
        shape = canvas.beginPath()
        for column, (bottom, top) in enumerate(zip(low, high, strict=True)):
            if top - bottom > 0.01:
                x, y = column * step, middle + float(bottom) * reach
                shape.rect(x, y, step, max(0.4, float(top - bottom) * reach))
        canvas.drawPath(shape, stroke=0, fill=1)

    def _draw_times(self, below: float) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(paper.MUTED)
        canvas.setFont(paper.font_for(""), 7)
        canvas.drawString(0, below - 9, moment(self._clip.start_ms))
        canvas.drawRightString(self._width, below - 9, moment(self._clip.end_ms))

    def _draw_pin(self, pin: Remark, x: float, below: float, lanes_height: float) -> None:
        canvas: Canvas = self.canv
        colour = KIND_COLOURS[pin.kind]
        left = self._x(pin.start_ms or 0)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.7)
        if pin.end_ms is not None:
            right = self._x(pin.end_ms)
            canvas.rect(left, below + 1, right - left, lanes_height, stroke=1, fill=0)
        else:
            canvas.setDash(2, 1.5)
            canvas.line(left, below + 1, left, below + lanes_height + 2)
            canvas.setDash()
        centre = min(max(x, PIN / 2 + 1), self._width - PIN / 2 - 1)
        draw_pin(canvas, centre, below + lanes_height + PIN / 2 + 1, pin)

    def _x(self, position_ms: int) -> float:
        clip = self._clip
        share = (position_ms - clip.start_ms) / max(1, clip.end_ms - clip.start_ms)
        return min(1.0, max(0.0, share)) * self._width


class Bar(Flowable):
    """A score between 0 and 100 % as a bar; nothing but its track where it is not scored."""

    def __init__(self, share: float | None, width: float) -> None:
        super().__init__()
        self._share = share
        self._width = width

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, 6

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(paper.LINE)
        canvas.roundRect(0, 2, self._width, 4.5, 2.2, stroke=0, fill=1)
        if self._share:
            canvas.setFillColor(paper.INK)
            filled = self._width * min(1.0, max(0.0, self._share))
            canvas.roundRect(0, 2, filled, 4.5, min(2.2, filled / 2), stroke=0, fill=1)


class WriteIn(Flowable):
    """Lines to write on by hand, each with what goes there beneath it; "☐" draws a tick box."""

    def __init__(self, labels: Sequence[tuple[str, float]], width: float, gap: float = 14) -> None:
        super().__init__()
        self._labels = labels
        self._width = width
        self._gap = gap

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, 40

    def draw(self) -> None:
        canvas: Canvas = self.canv
        free = self._width - self._gap * (len(self._labels) - 1)
        left = 0.0
        canvas.setStrokeColor(paper.INK)
        for label, share in self._labels:
            wide = free * share
            canvas.setLineWidth(0.8)
            canvas.line(left, 14, left + wide, 14)
            self._draw_label(label, left, wide)
            left += wide + self._gap

    def _draw_label(self, label: str, left: float, wide: float) -> None:
        canvas: Canvas = self.canv
        parts = label.split(TICK_BOX)
        font = paper.font_for("".join(parts))
        size = 8.0
        while size > 5 and _label_width(parts, font, size) > wide:
            size -= 0.25
        canvas.setFillColor(paper.MUTED)
        canvas.setFont(font, size)
        canvas.setLineWidth(0.6)
        for index, part in enumerate(parts):
            if index:
                canvas.rect(left, 3.5, size * 0.8, size * 0.8, stroke=1, fill=0)
                left += size
            canvas.drawString(left, 4, part)
            left += stringWidth(part, font, size)


def _label_width(parts: Sequence[str], font: str, size: float) -> float:
    boxes = size * (len(parts) - 1)
    return boxes + sum(stringWidth(part, font, size) for part in parts)
