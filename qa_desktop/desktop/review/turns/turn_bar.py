"""The small bar that appears at selected words: comment on them, quote them, correct them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton


class SelectionBar(Retranslated):
    """Signals: `comment_requested`, `quote_requested`, `correction_requested`."""

    comment_requested = Signal()
    quote_requested = Signal()
    correction_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)
        frame = QFrame()
        frame.setProperty("role", "banner")
        self._comment = TextButton(theme, "primary", "message-square-plus")
        self._quote = IconButton(theme, "quote")
        self._correct = IconButton(theme, "pencil")
        row = QHBoxLayout(frame)
        row.setContentsMargins(tokens.TIGHT, tokens.TIGHT, tokens.TIGHT, tokens.TIGHT)
        row.setSpacing(tokens.TIGHT)
        for button in (self._comment, self._quote, self._correct):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._comment.clicked.connect(self.comment_requested)
        self._quote.clicked.connect(self.quote_requested)
        self._correct.clicked.connect(self.correction_requested)
        self.retranslate()
        self.hide()

    def offer(self, *, commenting: bool, correcting: bool) -> None:
        """What can be done with the words that are selected now."""
        self._comment.setVisible(commenting)
        self._quote.setVisible(commenting)
        self._correct.setVisible(correcting)
        self.setVisible(commenting or correcting)

    def place(self, words: QRectF, room: QWidget) -> None:
        """Below the words, or above them where there is no room."""
        size = self.sizeHint()
        below = words.bottom() + tokens.TIGHT
        above = words.top() - size.height() - tokens.TIGHT
        top = below if below + size.height() <= room.height() else above
        left = min(words.right() - size.width(), room.width() - size.width() - tokens.WIDE)
        self.setGeometry(max(int(left), 0), max(int(top), 0), size.width(), size.height())

    def retranslate(self) -> None:
        self._comment.name_it(self.tr("Comment"), action="comment")
        self._quote.name_it(self.tr("Quote on the current item"), action="quote")
        self._correct.name_it(self.tr("Correct these words"), action="correct_word")
