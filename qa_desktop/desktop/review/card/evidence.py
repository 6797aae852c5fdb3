"""What was quoted as evidence of an item, below its answers."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.words import kind_word, place_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import paint_pin

_PIN = 18
_MOST_LINES = 2
_HIGH = "国Ág"


class EvidenceRow(QAbstractButton):
    """One quotation: its pin, its moment and the words; `clicked` goes there.

    Signals: `delete_requested` by the Del key.
    """

    delete_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._comment: CommentState | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_KEYS, ["Del"])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def show_comment(self, comment: CommentState) -> None:
        self._comment = comment
        place, kind = place_words(comment), kind_word(comment.kind)
        self.setAccessibleName(f"{kind} {comment.number} {place} {self._said()}")
        self.setToolTip(f"{kind} · {place}\n{self._said()}")
        self.updateGeometry()
        self.update()

    def _said(self) -> str:
        if self._comment is None:
            return ""
        return self.tr("“{0}”").format(" … ".join(self._comment.quote.splitlines()))

    def _place(self) -> str:
        return place_words(self._comment).split("–")[0] if self._comment is not None else ""

    def _text_left(self) -> int:
        room = self.fontMetrics().horizontalAdvance(self._place())
        return tokens.TIGHT + tokens.scaled(_PIN) + tokens.SPACE + room + tokens.SPACE

    def _line_height(self) -> int:
        """Chinese letters are higher than the font's own."""
        metrics = self.fontMetrics()
        return max(metrics.lineSpacing(), metrics.boundingRect(_HIGH).height())

    def _lines(self, width: int) -> list[str]:
        """The words in at most two lines, the last one cut where there are more."""
        room = max(width - self._text_left() - tokens.TIGHT, 1)
        return _broken(self._said(), self.fontMetrics(), room)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width)) * self._line_height()
        return max(lines + tokens.TIGHT * 2, tokens.HIT)

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
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        size = tokens.scaled(_PIN)
        line = self._line_height()
        pin = QRectF(tokens.TIGHT, tokens.TIGHT + (line - size) / 2, size, size)
        paint_pin(painter, pin, comment.kind, comment.number, colours)
        painter.setFont(self.font())
        left, top = self._text_left(), tokens.TIGHT
        painter.setPen(QColor(colours.muted))
        place = QRect(tokens.TIGHT + size + tokens.SPACE, top, left, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._place())
        painter.setPen(QColor(colours.text))
        for text in self._lines(self.width()):
            painter.drawText(
                QRect(left, top, self.width() - left, line), Qt.AlignmentFlag.AlignVCenter, text
            )
            top += line
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)


class EvidenceList(Retranslated):
    """Signals: `activated(str comment_id)`, `delete_requested(str comment_id)`."""

    activated = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[CommentState, ...] = ()
        self._locked = False
        self._rows: list[EvidenceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_evidence(self, comments: Sequence[CommentState], *, locked: bool) -> None:
        """`locked`: nothing can be deleted now."""
        self._shown, self._locked = tuple(comments), locked
        self.retranslate()
        self.setVisible(bool(comments))

    def retranslate(self) -> None:
        while len(self._rows) > len(self._shown):
            gone = self._rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(self._shown):
            self._add()
        for row, comment in zip(self._rows, self._shown, strict=True):
            row.show_comment(comment)

    def _add(self) -> None:
        row, place = EvidenceRow(self._theme), len(self._rows)
        row.clicked.connect(lambda: self.activated.emit(self._shown[place].id))
        row.delete_requested.connect(lambda: self._delete(place))
        self._rows.append(row)
        self._column.addWidget(row)

    def _delete(self, place: int) -> None:
        if not self._locked:
            self.delete_requested.emit(self._shown[place].id)


def _broken(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Into at most two lines; Chinese breaks anywhere, Latin words stay whole where they fit."""
    lines: list[str] = []
    left = text
    while left and len(lines) < _MOST_LINES - 1:
        end = bisect_right(
            range(len(left) + 1), room, key=lambda at: metrics.horizontalAdvance(left[:at])
        )
        end = max(end - 1, 1)
        space = left.rfind(" ", 0, end + 1)
        latin = end < len(left) and left[end - 1].isascii() and left[end].isascii()
        if latin and space > 0:
            end = space
        lines.append(left[:end].rstrip())
        left = left[end:].lstrip()
    if left:
        lines.append(metrics.elidedText(left, Qt.TextElideMode.ElideRight, room))
    return lines
