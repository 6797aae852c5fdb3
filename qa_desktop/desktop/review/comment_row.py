"""One comment in the list: its pin, its moment, its words and its item."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.words import kind_word, place_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import paint_pin

PIN = 18
_PLACE_ROOM = "00:00.0"


class CommentRow(QAbstractButton):
    """`clicked` goes to its moment. Signals: `edit_requested`, `delete_requested`."""

    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._comment: CommentState | None = None
        self._active = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_KEYS, ["Return", "Enter", "Del"])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def show_comment(self, comment: CommentState, *, active: bool) -> None:
        changed = comment != self._comment
        self._comment, self._active = comment, active
        words = [kind_word(comment.kind), str(comment.number), place_words(comment), comment.text]
        self.setAccessibleName(" ".join(words))
        self.setToolTip(f"{kind_word(comment.kind)} · {place_words(comment)}")
        if changed:
            self.updateGeometry()
        self.update()

    def _text_left(self) -> int:
        place = place_words(self._comment).split("–")[0] if self._comment else ""
        metrics = self.fontMetrics()
        room = max(metrics.horizontalAdvance(_PLACE_ROOM), metrics.horizontalAdvance(place))
        return tokens.SPACE + PIN + tokens.SPACE + room + tokens.SPACE + tokens.TIGHT

    def _said(self) -> str:
        comment = self._comment
        if comment is None:
            return ""
        text = comment.text or comment.quote
        return f"{comment.item_number}: {text}" if comment.item_number else text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._text_left() - tokens.SPACE, 1)
        box = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _flags(), self._said())
        return max(box.height() + tokens.SPACE, tokens.HIT)

    def sizeHint(self) -> QSize:
        width = max(self.width(), tokens.DIALOG_WIDTH // 3)
        return QSize(tokens.DIALOG_WIDTH // 3, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, tokens.HIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        comment = self._comment
        if comment is None:
            return
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        line = max(tokens.HIT - tokens.SPACE, self.fontMetrics().height())
        top = tokens.TIGHT
        pin = QRectF(tokens.SPACE, top + (line - PIN) / 2, PIN, PIN)
        paint_pin(painter, pin, comment.kind, comment.number, colours)
        place_left = tokens.SPACE + PIN + tokens.SPACE
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        place = place_words(comment).split("–")[0]
        painter.drawText(QRect(place_left, top, self._text_left(), line), middle, place)
        left = self._text_left()
        lead = (line - self.fontMetrics().height()) // 2
        room = QRect(left, top + lead, self.width() - left - tokens.SPACE, self.height())
        painter.setPen(QColor(colours.text))
        painter.drawText(room, _flags(), self._said())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours()
        ground = None
        if self._active:
            ground = colours.accent_soft
        elif self.underMouse():
            ground = colours.raised
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or self.hasFocus():
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_requested.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edit_requested.emit()
            case Qt.Key.Key_Delete:
                self.delete_requested.emit()
            case _:
                super().keyPressEvent(event)


def _flags() -> int:
    """Between words where there are some, anywhere in Chinese."""
    return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
