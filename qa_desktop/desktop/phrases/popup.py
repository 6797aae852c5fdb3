"""The phrases that fit what was typed, under the cursor."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import kind_colour, kind_outline
from qa_desktop.reviews.phrases import kind_of

PHRASE = Qt.ItemDataRole.UserRole
FAULTY = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 7
_WIDTH = 380


class PhrasePopup(QFrame):
    """A child of the window, not a window: the focus and the input method stay in the text.

    Signals: `taken(Phrase)` by a click; `manage_requested`. Its last row leads to the phrases.
    """

    lies_over_others = True

    taken = Signal(object)
    manage_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._above = parent
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setProperty("role", "menu")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("led_by_keys", True)  # noqa: FBT003 - Qt's own call
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(PhraseDelegate(theme, self.list))
        self.list.itemClicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.TIGHT, tokens.TIGHT, tokens.TIGHT, tokens.TIGHT)
        column.addWidget(self.list)
        self.hide()

    def show_phrases(self, phrases: Sequence[Phrase], *, any_kept: bool) -> None:
        """The first one is chosen; `any_kept`: the reviewer has phrases at all."""
        self.setAccessibleName(self.tr("Phrases"))
        self.list.setAccessibleName(self.tr("Phrases"))
        self.list.clear()
        for phrase in phrases:
            item = QListWidgetItem(phrase.shortcut)
            item.setData(PHRASE, phrase)
            said = f";{phrase.shortcut}, {phrase.text}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(phrase.text)
            self.list.addItem(item)
        words = self.tr("Manage phrases…") if any_kept else self.tr("No phrases yet. Add some…")
        self.list.addItem(QListWidgetItem(words))
        self.list.setCurrentRow(0)

    def place_at(self, cursor: QRect) -> None:
        """Under the cursor, or over it where there is no room; in the parent's coordinates."""
        above = self._above
        rows = min(self.list.count(), _MOST_ROWS + 1)
        height = rows * tokens.BUTTON_HEIGHT + 2 * (tokens.TIGHT + tokens.BORDER)
        width = min(_WIDTH, above.width() - 2 * tokens.SPACE)
        left = min(max(cursor.left(), tokens.SPACE), above.width() - width - tokens.SPACE)
        top = cursor.bottom() + tokens.TIGHT
        if top + height > above.height():
            top = max(cursor.top() - height - tokens.SPACE - tokens.TIGHT, 0)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def move_by(self, by: int) -> None:
        """Round the ends."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

    def take_current(self) -> None:
        self._click(self.list.currentItem())

    def phrases(self) -> tuple[Phrase, ...]:
        """What is offered now."""
        found = (self.list.item(row).data(PHRASE) for row in range(self.list.count()))
        return tuple(phrase for phrase in found if isinstance(phrase, Phrase))

    def _click(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        phrase = item.data(PHRASE)
        if isinstance(phrase, Phrase):
            self.taken.emit(phrase)
        else:
            self.manage_requested.emit()


class PhraseDelegate(QStyledItemDelegate):
    """The kind's glyph, the shortcut, and as much of the text as there is room for.

    Data: the Phrase as PHRASE, and as FAULTY whether something is wrong with it.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH // 2, tokens.BUTTON_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = self._theme.colours()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        phrase = index.data(PHRASE)
        inner = area.adjusted(tokens.SPACE, 0, -tokens.SPACE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if not isinstance(phrase, Phrase):
            painter.setPen(QColor(colours.accent))
            painter.drawText(inner, int(middle), str(index.data()))
            painter.restore()
            return
        self._paint_phrase(painter, inner, phrase, faulty=bool(index.data(FAULTY)))
        painter.restore()

    def _paint_phrase(
        self, painter: QPainter, inner: QRect, phrase: Phrase, *, faulty: bool
    ) -> None:
        colours = self._theme.colours()
        middle = Qt.AlignmentFlag.AlignVCenter
        kind = kind_of(phrase)
        side = tokens.ICON_SMALL
        if kind is not None:
            top = inner.top() + (inner.height() - side) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(kind_colour(kind, colours)))
            painter.drawPath(kind_outline(kind, QRectF(inner.left(), top, side, side)))
        left = inner.adjusted(side + tokens.SPACE, 0, 0, 0)
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        normal = painter.font()
        painter.setFont(strong)
        painter.setPen(QColor(colours.bad if faulty else colours.text))
        shortcut = f";{phrase.shortcut}"
        painter.drawText(left, int(middle), shortcut)
        width = painter.fontMetrics().horizontalAdvance(shortcut)
        painter.setFont(normal)
        painter.setPen(QColor(colours.muted))
        rest = left.adjusted(width + tokens.SPACE, 0, 0, 0)
        line = " ".join(phrase.text.split())
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(middle), shown)
