"""A scrolled column of rows that are measured when they come into sight, the others bit by bit."""

from abc import abstractmethod

from PySide6.QtCore import (
    QAbstractAnimation,
    QElapsedTimer,
    QEvent,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from qa_desktop.desktop.review.turns.turn_rows import Line, Rows
from qa_desktop.desktop.theme import tokens

_SLICE_MS = 6
_GLIDE_MS = 180
# As many are cheaper to lay out at once than to estimate.
EAGER_LINES = 400
_KEPT_LAYOUTS = 200
# A glide over more than so many heights of the window would be a blur.
_LONGEST_GLIDE = 2.0


class TurnScroll(QAbstractScrollArea):
    """Signals: `read_elsewhere` when the person scrolls; `laid_out` when heights have changed."""

    read_elsewhere = Signal()
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(())
        self._painted = 0
        self._part = 0.0
        self._busy = QTimer(self)
        self._busy.setInterval(0)
        self._busy.timeout.connect(self.measure_some)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.valueChanged.connect(self._glide_on)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar()
        bar.setSingleStep(tokens.LOOSE)
        bar.actionTriggered.connect(lambda _: self._read())
        bar.sliderPressed.connect(self._read)
        bar.valueChanged.connect(lambda _: self._measure_seen())

    # What a subclass gives

    @abstractmethod
    def make_lines(self, width: float) -> list[Line]:
        """Every row from the top down, for a viewport of this width; long columns with estimated
        heights and `pending`."""

    def measure_line(self, line: Line, width: float) -> None:
        """Gives a pending line its text and its true height."""

    # Layout

    def lay_out(self) -> None:
        """Again, after the rows or the width have changed; what is read stays where it was."""
        kept = self._first_seen()
        self.stop_gliding()
        self.rows = Rows(self.make_lines(self.viewport().width()))
        if len(self.rows) > EAGER_LINES:
            self.rows.release(range(0))
        self._fit()
        if kept is not None:
            position, into = kept
            index = self.rows.index_of(position)
            if index is not None:
                self.verticalScrollBar().setValue(int(self.rows.line(index).top + into))
        self._measure_seen()
        if self.rows.pending:
            self._busy.start()
        self.viewport().update()
        self.laid_out.emit()

    def _first_seen(self) -> tuple[int, float] | None:
        """The first turn in sight and how far it is scrolled off; None at the very top."""
        offset = self.verticalScrollBar().value()
        if not offset:
            return None
        for index in self.rows.between(offset, offset + self.viewport().height()):
            line = self.rows.line(index)
            if line.turn is not None:
                return line.turn_position(), offset - line.top
        return None

    def first_turn_seen(self) -> int | None:
        """The position of the first turn that is in sight with its beginning."""
        offset = self.verticalScrollBar().value()
        for index in self.rows.between(offset, offset + self._room()):
            line = self.rows.line(index)
            if line.turn is not None and line.top >= offset:
                return line.turn_position()
        return None

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        height = self.rows.bottom() + tokens.SPACE if len(self.rows) else 0.0
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(int(height) - self.viewport().height(), 0))

    def _measure(self, indices: range) -> None:
        """What is in sight stays where it is, whatever becomes of the lines above it."""
        width = self.viewport().width()
        bar = self.verticalScrollBar()
        first = max(self.rows.index_at(bar.value()), 0)
        before = self.rows.line(first).top if len(self.rows) else 0.0
        # Fitting the bar to fewer heights moves it: from where it was is counted.
        value = bar.value()
        if not self.rows.measure(indices, lambda line: self.measure_line(line, width)):
            return
        moved = self.rows.line(first).top - before + self._part
        self._fit()
        # The bar knows whole pixels: parts of them add up over the slices.
        self._part = moved - round(moved)
        bar.setValue(value + round(moved))
        self.laid_out.emit()

    def _measure_seen(self) -> None:
        if not self.rows.pending:
            return
        offset, room = self.verticalScrollBar().value(), self.viewport().height()
        # Each round may bring lines into sight that an estimate had too far below.
        seen = self.rows.between(offset, offset + room)
        while any(self.rows.line(index).pending for index in seen):
            self._measure(seen)
            offset = self.verticalScrollBar().value()
            seen = self.rows.between(offset, offset + room)

    def measure_some(self) -> None:
        """A slice of the others, in idle moments."""
        clock = QElapsedTimer()
        clock.start()
        offset = self.verticalScrollBar().value()
        at = self.rows.next_pending(max(self.rows.index_at(offset), 0))
        while at is not None and clock.elapsed() < _SLICE_MS:
            some = range(at, min(at + 20, len(self.rows)))
            self._measure(some)
            for index in some:
                text = self.rows.line(index).text
                if text is not None:
                    text.release()
            at = self.rows.next_pending(some.stop % len(self.rows))
        if at is None:
            self._busy.stop()
            self.viewport().update()

    def seen_lines(self, top: float, bottom: float) -> range:
        """The lines between two heights of the viewport; old layouts are let go."""
        offset = self.verticalScrollBar().value()
        seen = self.rows.between(offset + top, offset + bottom)
        self._painted += len(seen)
        if len(self.rows) > EAGER_LINES and self._painted > _KEPT_LAYOUTS:
            self._painted = len(seen)
            self.rows.release(seen)
        return seen

    def hit(self, point: QPointF) -> tuple[Line, int] | None:
        """The line under a point of the viewport, and the character nearest to it."""
        y = point.y() + self.verticalScrollBar().value()
        index = self.rows.index_at(y)
        if index < 0:
            return None
        line = self.rows.line(index)
        if y > line.top + line.height or line.turn is None or line.text is None:
            return None
        return line, line.text.char_at(QPointF(point.x(), y - line.top) - line.text_at)

    def measured_line(self, position: int) -> Line | None:
        """A turn's line with its text; None where there is no such turn."""
        index = self.rows.index_of(position)
        if index is None:
            return None
        self._measure(range(index, index + 1))
        return self.rows.line(index)

    def line_rect(self, position: int) -> QRectF | None:
        """Where a turn is on the viewport now; None when there is no such turn."""
        line = self.measured_line(position)
        if line is None:
            return None
        offset = self.verticalScrollBar().value()
        return QRectF(0, line.top - offset, self.viewport().width(), line.height)

    def char_rects(self, position: int, start: int, end: int) -> list[QRectF]:
        """Where characters of a turn are on the viewport now, line by line."""
        line = self.measured_line(position)
        if line is None or line.text is None:
            return []
        at = line.text_at + QPointF(0, line.top - self.verticalScrollBar().value())
        return [box.translated(at) for box in line.text.rects(start, end)]

    # Scrolling

    def reveal(
        self, position: int, span: tuple[int, int] | None = None, *, smooth: bool = False
    ) -> None:
        """Scrolls to a turn, or to words of it, unless they are in sight."""
        index = self.rows.index_of(position)
        if index is None:
            return
        self._measure_around(index)
        line = self.rows.line(index)
        top, bottom = line.top, line.top + line.height
        if span is not None and line.text is not None and line.height > self._room() / 2:
            boxes = line.text.rects(*span)
            if boxes:
                within = line.top + line.text_at.y()
                top, bottom = within + boxes[0].top(), within + boxes[-1].bottom()
        bar = self.verticalScrollBar()
        value = self._glide.endValue() if self.gliding() else bar.value()
        if top >= value and bottom <= value + self._room():
            return
        self._scroll_to(int(top - self._room() / 3), smooth=smooth)

    def _room(self) -> int:
        return self.viewport().height()

    def _measure_around(self, index: int) -> None:
        """So that a window's height above and below the line is true."""
        if not self.rows.pending:
            return
        room, first, last = float(self._room()), index, index
        above = below = 0.0
        while first > 0 and above < room:
            first -= 1
            above += self.rows.line(first).height
        while last < len(self.rows) - 1 and below < room:
            last += 1
            below += self.rows.line(last).height
        self._measure(range(first, last + 1))

    def _scroll_to(self, value: int, *, smooth: bool) -> None:
        bar = self.verticalScrollBar()
        value = min(max(value, 0), bar.maximum())
        self.stop_gliding()
        far = abs(value - bar.value()) > self._room() * _LONGEST_GLIDE
        still = not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if not smooth or far or still or not self.isVisible():
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def _glide_on(self, value: object) -> None:
        if self.gliding():
            self.verticalScrollBar().setValue(int(str(value)))

    def gliding(self) -> bool:
        return self._glide.state() == QAbstractAnimation.State.Running

    def stop_gliding(self) -> None:
        self._glide.stop()

    def _read(self) -> None:
        self.stop_gliding()
        self.read_elsewhere.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._read()
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.lay_out()
        super().changeEvent(event)
