"""The sizes the waveform is drawn with, in logical pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from qa_desktop.desktop.theme import tokens

# These hold text and grow with it: see __getattr__.
RAIL: int
AXIS: int
OVERVIEW: int
PIN: int
# Pins that are closer become a cluster.
PIN_DISTANCE: int
TICK_DISTANCE: int
NAME_PLATE: int
BUBBLE: int
_DESIGNED = {
    "RAIL": 28,
    "AXIS": 28,
    "OVERVIEW": 36,
    "PIN": 20,
    "PIN_DISTANCE": 22,
    "TICK_DISTANCE": 76,
    "NAME_PLATE": 20,
    "BUBBLE": 20,
}

HANDLE = 6
TICK = 4
STEM = 1.5
BOX = 2
PLAYHEAD = 2
PLAYHEAD_HEAD = 12
LEAST_LABELLED_SILENCE_MS = 3000
GROOVE = tokens.TIGHT
LEAST_LANE = 56
# A shorter range has no room between its edges.
LEAST_BOX = 2 * BOX
WORD_RISE = 5
SNAP_MARK = 5
SAMPLE_DOT = 5
LEAST_SAMPLE_PX = 6
LEAST_WINDOW = 10


def __getattr__(name: str) -> int:
    if name in _DESIGNED:
        return tokens.scaled(_DESIGNED[name])
    raise AttributeError(name)


@dataclass(frozen=True, slots=True)
class CanvasPlan:
    """Where the parts of the canvas lie: pin rail on top, lanes, time axis below."""

    width: int
    height: int
    lanes: int

    @property
    def rail(self) -> QRectF:
        return QRectF(0, 0, self.width, _rail())

    @property
    def body(self) -> QRectF:
        """All lanes together."""
        return QRectF(0, _rail(), self.width, max(self.height - _rail() - _axis(), 0))

    @property
    def axis(self) -> QRectF:
        return QRectF(0, self.height - _axis(), self.width, _axis())

    def lane(self, index: int) -> QRectF:
        """Lanes share the body in whole pixels."""
        body, count = self.body, max(self.lanes, 1)
        top = round(body.top() + body.height() * index / count)
        bottom = round(body.top() + body.height() * (index + 1) / count)
        return QRectF(0, top, self.width, bottom - top)


def _rail() -> int:
    return tokens.scaled(_DESIGNED["RAIL"])


def _axis() -> int:
    return tokens.scaled(_DESIGNED["AXIS"])
