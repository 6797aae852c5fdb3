"""The line over the comments: how many there are, a new one, the filter, and what else there is."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.state import PageState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.interactions.model import Kind


class CommentHead(Retranslated):
    """Signals: `new_requested`, `filter_requested`; from the menu `export_requested`,
    `import_requested`, `phrases_requested`.
    """

    new_requested = Signal()
    filter_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    phrases_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = make_label("heading")
        self._count = make_label("muted")
        self._count.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self._add = IconButton(theme, "message-square-plus")
        self._filter = IconButton(theme, "funnel")
        self._filter.setCheckable(True)
        self._more = IconButton(theme, "ellipsis")
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._export = QAction(self._menu)
        self._import = QAction(self._menu)
        self._phrases = QAction(self._menu)
        self._menu.addActions([self._export, self._import])
        self._menu.addSeparator()
        self._menu.addAction(self._phrases)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.SPACE + tokens.TIGHT, 0)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch()
        for button in (self._add, self._filter, self._more):
            row.addWidget(button)
        self._add.clicked.connect(self.new_requested)
        self._filter.clicked.connect(self._ask_filter)
        self._more.clicked.connect(self._open)
        self._export.triggered.connect(lambda _: self.export_requested.emit())
        self._import.triggered.connect(lambda _: self.import_requested.emit())
        self._phrases.triggered.connect(lambda _: self.phrases_requested.emit())
        self.retranslate()

    def show_state(self, state: PageState, shown: int, *, filtering: bool) -> None:
        """`shown`: how many of the comments are listed."""
        count = len(state.comments)
        words = str(count) if count else ""
        if shown < count:
            words = self.tr("{0} of {1}").format(shown, count)
        self._count.setText(words)
        self._add.setVisible(not state.read_only)
        self._filter.setVisible(bool(count) or filtering)
        self._filter.setChecked(filtering)
        timed = any(comment.start_ms is not None for comment in state.comments)
        self._export.setEnabled(timed)
        self._export.setToolTip("" if timed else self.tr("No comment has a time yet."))
        call = state.header.kind is Kind.RECORDING
        self._import.setEnabled(call and not state.read_only)
        self._import.setToolTip("" if call else self.tr("Only calls have times to import at."))

    def _ask_filter(self) -> None:
        # Whether it is on is shown by the state that follows.
        self._filter.setChecked(not self._filter.isChecked())
        self.filter_requested.emit()

    def _open(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Comments"))
        self._add.name_it(self.tr("New comment"), action="comment")
        self._filter.name_it(self.tr("Filter the comments"), action="filter_comments")
        self._more.name_it(self.tr("Export, import, phrases"))
        self._export.setText(self.tr("Export comments…"))
        self._import.setText(self.tr("Import comments…"))
        self._phrases.setText(self.tr("Phrases…"))
