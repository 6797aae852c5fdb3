"""The buttons that only the transport bar has."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.glyphs import small_font, tinted
from qa_desktop.desktop.waveform.layers import lane_colour
from qa_desktop.desktop.waveform.state import LaneRole


class PlayButton(QAbstractButton):
    """A disc that shows what a press will do: play or pause."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._playing = False
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_playing(self, *, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.update()

    def sizeHint(self) -> QSize:
        side = tokens.BUTTON_HEIGHT + tokens.TIGHT
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self.isEnabled() else colours.border))
        painter.drawEllipse(disc)
        if self.underMouse() and self.isEnabled():
            painter.setBrush(tinted(colours.text, 0.12))
            painter.drawEllipse(disc)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), tokens.FOCUS_BORDER))
            painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if self.isEnabled() else colours.muted))
        self._paint_sign(painter, disc)

    def _paint_sign(self, painter: QPainter, disc: QRectF) -> None:
        centre, unit = disc.center(), disc.width() / 12
        if self._playing:
            for x in (-2.0, 0.6):
                bar = QRectF(centre.x() + x * unit, centre.y() - 2.4 * unit, 1.4 * unit, 4.8 * unit)
                painter.drawRoundedRect(bar, 1, 1)
            return
        painter.translate(centre)
        painter.scale(unit, unit)
        painter.drawPolygon(QPolygonF([QPointF(-1.6, -2.7), QPointF(-1.6, 2.7), QPointF(2.8, 0)]))

    def enterEvent(self, event: QEvent) -> None:
        self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        event.accept()


class SoloButton(QPushButton):
    """Hears one speaker alone; in his lane's colour."""

    def __init__(self, theme: Theme, role: LaneRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self.setCheckable(True)
        self.setMinimumHeight(tokens.BUTTON_HEIGHT)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        colours = self._theme.colours()
        colour = lane_colour(self._role, colours)
        self.setStyleSheet(
            f"QPushButton:enabled:!checked {{ color: {colour}; }}"
            f"QPushButton:checked {{ background: {colour}; border-color: {colour};"
            f" color: {colours.on_accent}; }}"
            f"QPushButton:checked:focus {{ border-color: {colours.text}; }}"
        )


class KeyedButton(QPushButton):
    """A primary button that shows its key in a small box."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setProperty("role", "primary")
        self.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self._make_room()

    def show_key(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self._make_room()
            self.update()

    def _make_room(self) -> None:
        """For the box on the right; the words are centred in what is left."""
        self.setStyleSheet(
            f"QPushButton {{ padding-right: {round(self._box_width()) + tokens.WIDE}px; }}"
        )

    def _box_width(self) -> float:
        metrics = QFontMetricsF(small_font(self.font(), semibold=True))
        return metrics.horizontalAdvance(self._key) + 2 * tokens.TIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours()
        colour = QColor(colours.on_accent if self.isEnabled() else colours.muted)
        width = self._box_width()
        box = QRectF(0, 0, width, tokens.ICON)
        box.moveRight(self.width() - tokens.SPACE)
        box.moveTop((self.height() - box.height()) / 2)
        edge = QColor(colour)
        edge.setAlphaF(0.6)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(colour)
        painter.setFont(small_font(self.font(), semibold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
