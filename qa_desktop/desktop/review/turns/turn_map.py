"""A thin map of the whole column beside its scroll bar: where the matches are."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.review.turns.turn_scroll import TurnScroll
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

WIDTH = 6
_TICK = 3.0


class TurnMap(QWidget):
    """Lies over the right edge of the column; a click scrolls there. Keys go by F3 instead."""

    def __init__(self, theme: Theme, scroll: TurnScroll) -> None:
        super().__init__(scroll)
        self._theme = theme
        self._scroll = scroll
        self._positions: tuple[int, ...] = ()
        self._active: int | None = None
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        scroll.laid_out.connect(self.place)
        theme.changed.connect(self.update)

    def show_places(self, positions: Sequence[int], active: int | None) -> None:
        """Of turns; `active` is the one of the match that one stands on."""
        wanted = tuple(dict.fromkeys(positions))
        if (wanted, active) != (self._positions, self._active):
            self._positions, self._active = wanted, active
            self.setVisible(bool(wanted))
            self.place()

    def place(self) -> None:
        view = self._scroll.viewport().geometry()
        self.setGeometry(view.right() - WIDTH + 1, view.top(), WIDTH, view.height())
        self.raise_()
        self.update()

    def _y(self, position: int) -> float | None:
        rows = self._scroll.rows
        index = rows.index_of(position)
        whole = max(rows.bottom(), float(self.height()), 1.0)
        return None if index is None else rows.line(index).top / whole * self.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours()
        painter = QPainter(self)
        for position in self._positions:
            y = self._y(position)
            if y is not None:
                active = position == self._active
                tint = QColor(colours.accent if active else colours.caution)
                painter.fillRect(
                    QRectF(0, y, WIDTH, _TICK + (tokens.BORDER if active else 0)), tint
                )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        share = event.position().y() / max(self.height(), 1)
        whole = bar.maximum() + bar.pageStep()
        self._scroll.read_elsewhere.emit()
        bar.setValue(int(share * whole - bar.pageStep() / 2))
