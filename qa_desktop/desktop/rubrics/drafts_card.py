"""The rubrics that are being written: gone on with, discarded, brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.rubrics.editor.beginnings import sketch
from qa_desktop.desktop.rubrics.rubric_row import FACTS_ROLE, TITLE_ROLE, RubricDelegate
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.draft_store import RubricDraft

_ID = Qt.ItemDataRole.UserRole
_MOST_ROWS = 4
_ROW_HEIGHT = 54


class DraftsCard(Retranslated):
    """Signals: `open_requested(str id)`, `discard_requested(str id)`."""

    open_requested = Signal(str)
    discard_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._drafts: tuple[RubricDraft, ...] = ()
        self._language = "en"
        self._title = make_label("heading")
        self._none = make_label("small", wrap=True)
        self.list = QListWidget()
        self.list.setItemDelegate(RubricDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _: self._open())
        self.go_on = TextButton(theme, "", "pencil")
        self.go_on.clicked.connect(self._open)
        self.discard = TextButton(theme, "quiet", "trash-2")
        self.discard.clicked.connect(self._discard)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._discard)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.TIGHT)
        foot.addWidget(self.go_on)
        foot.addWidget(self.discard)
        foot.addStretch()
        card = Card(margin=tokens.SPACE)
        card.body.addWidget(self._title)
        card.body.addWidget(self._none)
        card.body.addWidget(self.list)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def show_drafts(self, drafts: Sequence[RubricDraft], language: str) -> None:
        self._drafts, self._language = tuple(drafts), language
        current = self._current()
        self.list.clear()
        for draft in self._drafts:
            head = sketch(draft.text)
            title = head.title(language) or self.tr("Rubric without a title")
            facts = f"v{head.version or '?'} · {moment_text(draft.saved_at)} · {draft.author}"
            item = QListWidgetItem()
            item.setData(_ID, draft.id)
            item.setData(TITLE_ROLE, title)
            item.setData(FACTS_ROLE, facts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title} {facts}")
            item.setToolTip(f"{title}\n{facts}")
            self.list.addItem(item)
            if draft.id == current:
                self.list.setCurrentItem(item)
        if drafts and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        rows = min(len(self._drafts), _MOST_ROWS)
        self.list.setFixedHeight(rows * tokens.scaled(_ROW_HEIGHT))
        for widget in (self.list, self.go_on, self.discard):
            widget.setVisible(bool(drafts))
        self._none.setVisible(not drafts)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Drafts"))
        self.list.setAccessibleName(self.tr("Drafts"))
        self._none.setText(self.tr("Rubrics that are being written stand here until published."))
        self.go_on.name_it(self.tr("Go on"), "Enter")
        self.discard.name_it(self.tr("Discard"), "Del")
        self.show_drafts(self._drafts, self._language)

    def _current(self) -> str | None:
        item = self.list.currentItem()
        return None if item is None else str(item.data(_ID))

    def _open(self) -> None:
        draft_id = self._current()
        if draft_id is not None:
            self.open_requested.emit(draft_id)

    def _discard(self) -> None:
        draft_id = self._current()
        if draft_id is not None:
            self.discard_requested.emit(draft_id)
