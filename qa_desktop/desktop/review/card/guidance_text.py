"""An item's guidance: two lines of it, or all with what each answer stands for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.turns.turn_layout import Styled, TextBlock
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.keyed import key_near

_SHORT_LINES = 2
_PAD = tokens.TIGHT / 2
_MOST_WIDTHS = 8


class GuidanceText(QAbstractButton):
    """`clicked` asks for more of it, or for less. It shows what it is told."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._details: tuple[str, ...] = ()
        self._precedents: tuple[str, ...] = ()
        self._open = False
        # Layouts ask for several widths in turn.
        self._made: dict[int, tuple[TextBlock, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_guidance(
        self,
        text: str,
        details: Sequence[str],
        precedents: Sequence[str] = (),
        *,
        opened: bool,
    ) -> None:
        """`details` are the lines that are seen only when it is `opened`; of `precedents`, what
        meetings ruled about the item, it tells the number before."""
        wanted = (text, tuple(details), tuple(precedents), opened)
        if wanted != (self._text, self._details, self._precedents, self._open):
            self._text, self._details, self._precedents, self._open = wanted
            self._name()

    def _name(self) -> None:
        """What it says of itself; it is laid out anew."""
        self._made.clear()
        key = key_near(self, Action.GUIDANCE)
        words = self.tr("Less guidance  {0}") if self._open else self.tr("All the guidance  {0}")
        self.setToolTip(words.format(key))
        said = " ".join([self._text, *self._lines()])
        self.setAccessibleName(self.tr("Guidance: {0}").format(said))
        self.updateGeometry()
        self.update()

    def show_keys(self) -> None:
        self._name()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name()

    def shown_text(self) -> str:
        """What it shows now, at its present width."""
        return self._block(self.width())[0].text

    def _block(self, width: int) -> tuple[TextBlock, int]:
        """The text at that width, and where its last word begins: the one to press."""
        made = self._made.get(width)
        if made is None:
            if len(self._made) >= _MOST_WIDTHS:
                self._made.clear()
            made = self._made[width] = self._make(width)
        return made

    def _make(self, width: int) -> tuple[TextBlock, int]:
        font = QFont(self.font())
        font.setPixelSize(tokens.TEXT_SMALL)

        def block(text: str, word: str) -> tuple[TextBlock, int]:
            return TextBlock(text + word, font, width), len(text)

        def fits(length: int) -> bool:
            made, _ = block(f"{self._text[:length].rstrip()}… ", more)
            return made.line_count() <= _SHORT_LINES

        more, less = self.tr("more"), self.tr("less")
        if self._precedents:
            more = self.tr("Precedents ({0})").format(len(self._precedents))
        if self._open:
            return block("\n".join([self._text, *self._lines()]).strip() + " ", less)
        plain = block(self._text, "")
        if plain[0].line_count() <= _SHORT_LINES and not self._lines():
            return plain
        whole = block(f"{self._text} ", more)
        if whole[0].line_count() <= _SHORT_LINES:
            return whole
        shortest, longest = 0, len(self._text)
        while longest - shortest > 1:
            middle = (shortest + longest) // 2
            shortest, longest = (middle, longest) if fits(middle) else (shortest, middle)
        return block(f"{self._text[:shortest].rstrip()}… ", more)

    def _lines(self) -> list[str]:
        """What is seen only when it is open."""
        if not self._precedents:
            return list(self._details)
        head = self.tr("Precedents ({0})").format(len(self._precedents))
        return [*self._details, head, *(f"· {ruling}" for ruling in self._precedents)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(round(self._block(max(width, 1))[0].height + 2 * _PAD), tokens.HIT)

    def sizeHint(self) -> QSize:
        width = max(self.width(), tokens.DIALOG_WIDTH // 3)
        return QSize(tokens.DIALOG_WIDTH // 3, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, tokens.HIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours()
        painter = QPainter(self)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), tokens.BORDER))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, tokens.TIGHT, tokens.TIGHT)
        block, word_at = self._block(self.width())
        word = QTextCharFormat()
        word.setForeground(QBrush(QColor(colours.accent)))
        painter.setPen(QColor(colours.muted))
        styles = [Styled(word_at, len(block.text), word)]
        block.draw(painter, QPointF(0, _PAD), styles)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._name()
        super().changeEvent(event)
