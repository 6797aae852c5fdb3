"""One comment in the list: its pin, its moment, its words and its item."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.words import kind_word, place_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import kind_colour, paint_pin

_PIN = 18
_PLACE_ROOM = "00:00.0"
# Of a text layout, which takes no other.
_NEW_LINE = "\u2028"


def pin_size() -> int:
    return tokens.scaled(_PIN)


class CommentRow(QAbstractButton):
    """`clicked` goes to its moment. Signals: `edit_requested`, `delete_requested`;
    `step_requested(int)` to the row above (-1) or below (1).
    """

    edit_requested = Signal()
    delete_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._comment: CommentState | None = None
        self._active = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_KEYS, ["Return", "Enter", "Del", "Up", "Down", "F2"])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def show_comment(self, comment: CommentState, *, active: bool) -> None:
        changed = comment != self._comment
        self._comment, self._active = comment, active
        kind = kind_word(comment.kind)
        item = f"{comment.item_number}. {comment.item_text}" if comment.item_number else ""
        said = [f"{comment.number}", kind, place_words(comment), comment.text, item]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(" · ".join(part for part in (kind, place_words(comment), item) if part))
        if changed:
            self.updateGeometry()
        self.update()

    def _text_left(self) -> int:
        place = place_words(self._comment).split("–")[0] if self._comment else ""
        metrics = self.fontMetrics()
        room = max(metrics.horizontalAdvance(_PLACE_ROOM), metrics.horizontalAdvance(place))
        return tokens.SPACE + pin_size() + tokens.SPACE + room + tokens.SPACE + tokens.TIGHT

    def _laid_out(self, width: int) -> QTextLayout:
        """The kind's word in its colour, the item's number, then what was written."""
        comment = self._comment
        if comment is None:
            return QTextLayout()
        kind = kind_word(comment.kind)
        number = f"{comment.item_number}: " if comment.item_number else ""
        text = (comment.text or comment.quote).replace("\n", _NEW_LINE)
        layout = QTextLayout(f"{kind}  {number}{text}", self.font())
        strong = QTextCharFormat()
        strong.setForeground(QColor(kind_colour(comment.kind, self._theme.colours())))
        strong.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = 0, len(kind.encode("utf-16-le")) // 2, strong
        layout.setFormats([part])
        option = QTextOption()
        # Between words where there are some, anywhere in Chinese.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._text_left() - tokens.SPACE, 1)
        height = math.ceil(self._laid_out(room).boundingRect().height())
        return max(height + tokens.SPACE + 2 * self._lead(), tokens.HIT)

    def _line(self) -> int:
        """The height of the pin's line."""
        return max(tokens.HIT - tokens.SPACE, self.fontMetrics().height())

    def _lead(self) -> int:
        """What is above the words, so that the first line of them stands level with the pin."""
        return (self._line() - self.fontMetrics().height()) // 2

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
        line = self._line()
        top = tokens.TIGHT
        pin = QRectF(tokens.SPACE, top + (line - pin_size()) / 2, pin_size(), pin_size())
        paint_pin(painter, pin, comment.kind, comment.number, colours)
        place_left = tokens.SPACE + pin_size() + tokens.SPACE
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        place = place_words(comment).split("–")[0]
        painter.drawText(QRect(place_left, top, self._text_left(), line), middle, place)
        left = self._text_left()
        lead = self._lead()
        painter.setPen(QColor(colours.text))
        layout = self._laid_out(max(self.width() - left - tokens.SPACE, 1))
        layout.draw(painter, QPointF(left, top + lead))
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
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)
