"""A small rounded label for one fact."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.restyle import set_style_property

_LEAST = "…" * 4


class Chip(QLabel):
    """As wide as its words where there is room; else they are shortened, whole in the tooltip."""

    shortens = True

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        """`tone`: "", "accent", "agent", "customer", "good", "caution" or "bad"."""
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_fact(self, text: str, tone: str = "") -> None:
        """An empty text hides the chip."""
        self.setText(text)
        set_style_property(self, "tone", tone)
        self.setVisible(bool(text))

    def text(self) -> str:
        """All of it, whatever there is room for."""
        return self._whole

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._whole = text
        super().setText(text)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        hidden = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(super().text())
        hint.setWidth(hint.width() + hidden)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = self.fontMetrics().horizontalAdvance(_LEAST) + 2 * tokens.SPACE
        hint.setWidth(min(hint.width(), least))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        # Widths of whole words and of their parts are rounded each for itself.
        fits = self.width() >= self.sizeHint().width() - 1
        room = self.contentsRect().width() - 2 * tokens.SPACE
        shown = (
            self._whole
            if fits
            else self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        )
        if shown != super().text():
            super().setText(shown)
        if shown != self._whole:
            self.setToolTip(self._whole)
        elif self.toolTip() == self._whole:
            self.setToolTip("")
        self.setAccessibleName(self._whole)
