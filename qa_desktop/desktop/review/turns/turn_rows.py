"""The rows of a column of turns: where each stands, and which of them were measured yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from PySide6.QtCore import QPointF

from qa_desktop.desktop.review.turns.turn_layout import TextBlock
from qa_desktop.interactions.model import Turn


@dataclass(slots=True, kw_only=True)
class Line:
    """One laid-out row; `turn` and `text` are None for rows that nothing can be said about.

    `pending`: its height is an estimate, and it has no text yet.
    """

    top: float
    height: float
    turn: Turn | None = None
    text: TextBlock | None = None
    text_at: QPointF = field(default_factory=QPointF)
    data: object = None
    pending: bool = False

    def turn_position(self) -> int:
        """-1 where there is no turn."""
        return -1 if self.turn is None else self.turn.position


class Rows:
    """Lines from the top down with their true places; a line's own `top` is set when it is given
    out, since every line that is measured moves all that come after it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        self._tops = np.array([line.top for line in lines], dtype=np.float64)
        self._heights = np.array([line.height for line in lines], dtype=np.float64)
        ends = self._tops + self._heights
        self._gaps = np.append(self._tops[1:] - ends[:-1], 0.0) if lines else ends
        self._index = {line.turn_position(): at for at, line in enumerate(lines) if line.turn}
        self._pending = sum(line.pending for line in lines)

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def pending(self) -> int:
        """How many have not been measured."""
        return self._pending

    def bottom(self) -> float:
        return float(self._tops[-1] + self._heights[-1]) if self._lines else 0.0

    def line(self, index: int) -> Line:
        line = self._lines[index]
        line.top = float(self._tops[index])
        return line

    def index_of(self, position: int) -> int | None:
        """Of a turn by its position."""
        return self._index.get(position)

    def index_at(self, y: float) -> int:
        """The last line that begins at or above y; -1 above the first."""
        return int(np.searchsorted(self._tops, y, side="right")) - 1

    def between(self, top: float, bottom: float) -> range:
        """The lines that may be seen between two heights."""
        first = max(self.index_at(top), 0)
        return range(first, max(self.index_at(bottom) + 1, first))

    def next_pending(self, start: int) -> int | None:
        """The first line from `start` on that was not measured, then from the beginning."""
        if not self._pending:
            return None
        order = chain(range(start, len(self._lines)), range(start))
        return next((at for at in order if self._lines[at].pending), None)

    def measure(self, indices: range, measure: Callable[[Line], None]) -> bool:
        """Gives the pending ones among them their true heights; whether anything moved."""
        moved = False
        for index in indices:
            line = self._lines[index]
            if not line.pending:
                continue
            measure(line)
            line.pending = False
            self._pending -= 1
            if line.height != self._heights[index]:
                self._heights[index] = line.height
                moved = True
        if moved:
            steps = self._heights + self._gaps
            self._tops[1:] = self._tops[0] + np.cumsum(steps)[:-1]
        return moved

    def release(self, kept: range) -> None:
        """Lets go of the text layouts of all lines but these."""
        for index, line in enumerate(self._lines):
            if line.text is not None and index not in kept:
                line.text.release()
