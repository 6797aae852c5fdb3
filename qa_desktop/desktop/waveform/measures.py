"""The sizes the waveform is drawn with, in logical pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from qa_desktop.desktop.theme import tokens

RAIL = tokens.HIT
AXIS = tokens.HIT
OVERVIEW = 36
LEAST_LANE = 56

PIN = 20
HANDLE = 6
TICK = 4
TICK_DISTANCE = 76
STEM = 1.5
BOX = 2
PLAYHEAD = 2
PLAYHEAD_HEAD = 12
NAME_PLATE = 20
LEAST_LABELLED_SILENCE_MS = 3000
BUBBLE = 20
GROOVE = tokens.TIGHT


@dataclass(frozen=True, slots=True)
class CanvasPlan:
    """Where the parts of the canvas lie: pin rail on top, lanes, time axis below."""

    width: int
    height: int
    lanes: int

    @property
    def rail(self) -> QRectF:
        return QRectF(0, 0, self.width, RAIL)

    @property
    def body(self) -> QRectF:
        """All lanes together."""
        return QRectF(0, RAIL, self.width, max(self.height - RAIL - AXIS, 0))

    @property
    def axis(self) -> QRectF:
        return QRectF(0, self.height - AXIS, self.width, AXIS)

    def lane(self, index: int) -> QRectF:
        """Lanes share the body in whole pixels."""
        body, count = self.body, max(self.lanes, 1)
        top = round(body.top() + body.height() * index / count)
        bottom = round(body.top() + body.height() * (index + 1) / count)
        return QRectF(0, top, self.width, bottom - top)
