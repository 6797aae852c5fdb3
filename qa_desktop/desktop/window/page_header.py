"""The line above a page: its title, its buttons, and the way to search everything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.label import make_label

_SEARCH_WIDTH = 240


class PageHeader(Retranslated):
    """Signals: `search_requested`, `help_requested`."""

    search_requested = Signal()
    help_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self._title = make_label("title")
        self._count = make_label("small")
        self._search = TextButton(theme, "search", "search")
        self._search.setFixedWidth(tokens.scaled(_SEARCH_WIDTH))
        self._search.clicked.connect(self.search_requested)
        hint = QHBoxLayout(self._search)
        hint.setContentsMargins(0, 0, tokens.SPACE, 0)
        hint.addStretch()
        hint.addWidget(KeyHint("Ctrl+K", action="window.search"))
        self._help = IconButton(theme, "circle-help", quiet=False)
        self._help.clicked.connect(self.help_requested)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        self._row.setSpacing(tokens.SPACE)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch()
        self._row.addWidget(self._search)
        self._row.addWidget(self._help)
        self.retranslate()

    def show_title(self, title: str, count: str = "") -> None:
        self._title.setText(title)
        self._count.setText(count)

    def add_button(self, button: QWidget) -> None:
        """Puts it at the right, before the search."""
        self._row.insertWidget(self._row.count() - 2, button)
        # Tab goes from left to right. First the other way round: Qt takes the last for the one
        # before the first, and would leave it where it is.
        QWidget.setTabOrder(self._search, button)
        QWidget.setTabOrder(button, self._search)
        QWidget.setTabOrder(self._search, self._help)

    def retranslate(self) -> None:
        self._search.name_it(self.tr("Search everything"))
        self._help.name_it(self.tr("Help and keys"), action="window.keys")
