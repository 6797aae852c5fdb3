"""The drafts that are open: how far each is, opened with Enter, discarded and brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.interactions.cells import kind_word
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.review.blind_words import copy_title, session_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.open_drafts_store import Discarded, OpenDraft, OpenDraftStore

_SIZE = (900, 520)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DraftsDialog(QDialog):
    """Signals: `open_requested(interaction id)`, `beside_requested(interaction id)`, `changed`
    when a draft was discarded or brought back.
    """

    open_requested = Signal(str)
    beside_requested = Signal(str)
    changed = Signal()

    def __init__(
        self, services: Services, open_now: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """`open_now`: the interactions that are being reviewed; their drafts are not discarded."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open drafts"))
        width, height = map(tokens.scaled, _SIZE)
        if parent is not None:
            width = min(width, parent.width() - tokens.LOOSE)
            height = min(height, parent.height() - tokens.HEADER_HEIGHT)
        self.resize(width, height)
        theme = services.theme
        self._open_now = frozenset(open_now)
        self._services = services
        self._store = OpenDraftStore(
            services.workspace.database, services.clock, services.reviews, services.rubrics
        )
        self._drafts: tuple[OpenDraft, ...] = ()
        self._gone: list[Discarded] = []
        self.problems = ProblemBanner(theme, lambda: services.language)
        self.table = _DraftTable()
        self.table.opened.connect(self._open)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.setAccessibleName(self.tr("Open drafts"))
        self.empty = EmptyState(theme, "pencil")
        self.empty.show_words(
            self.tr("No draft is open"),
            self.tr("A review is kept from its first answer on, and stays here until submitted."),
            self.tr("Back to the list"),
        )
        self.empty.first_requested.connect(self.reject)
        self._reading = make_label("muted", self.tr("Reading the drafts…"))
        self._reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stage = QStackedWidget()
        for part in (self._reading, self.table, self.empty):
            self._stage.addWidget(part)
        self._lay_out()
        for key in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(key), self, self._open_beside)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self._discard)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._bring_back)
        self._read()

    def _lay_out(self) -> None:
        theme = self._services.theme
        self.discard = TextButton(theme, "", "trash-2")
        self.discard.name_it(self.tr("Discard"), "Del")
        self.discard.clicked.connect(self._discard)
        self.undo = TextButton(theme, "", "undo-2")
        self.undo.name_it(self.tr("Bring it back"), "Ctrl+Z")
        self.undo.clicked.connect(self._bring_back)
        self.undo.hide()
        self._said = make_label("small")
        self.beside = TextButton(theme, "", "columns-2")
        self.beside.name_it(self.tr("Open beside"), "Ctrl+Shift+Enter")
        self.beside.clicked.connect(self._open_beside)
        self.go = TextButton(theme, "primary")
        self.go.name_it(self.tr("Open"), "Enter")
        self.go.clicked.connect(self._open)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self.discard)
        foot.addWidget(self.undo)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.beside)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.problems)
        column.addWidget(self._stage, 1)
        column.addLayout(foot)

    def _read(self) -> None:
        """Off the window's thread: rubrics that were not read yet take their time."""
        task = self._services.runner.start(lambda _: self._store.all())
        task.finished.connect(self._show)
        task.failed.connect(self._tell)

    def _tell(self, error: ProblemError) -> None:
        self.problems.show_problems(error.problems)

    def _show(self, drafts: tuple[OpenDraft, ...]) -> None:
        current = self.table.currentRow()
        self._drafts = drafts
        titles = (
            self.tr("Interaction"),
            self.tr("Agent"),
            self.tr("Answered"),
            self.tr("Last saved"),
            self.tr("Reviewer"),
        )
        self.table.show_rows(titles, [self._cells(draft) for draft in drafts])
        self._stage.setCurrentWidget(self.table if drafts else self.empty)
        if drafts:
            self.table.selectRow(min(max(current, 0), len(drafts) - 1))
            self.table.setFocus()
        self._enable()

    def _cells(self, draft: OpenDraft) -> tuple[str, ...]:
        progress = self.tr("{0} of {1}").format(draft.answered, draft.items)
        if draft.revision > 1:
            correcting = self.tr("correction")
            progress = f"{progress} · {correcting}"
        title = title_of(draft)
        if draft.interaction_id in self._open_now:
            title = self.tr("{0} (open now)").format(title)
        return title, draft.agent, progress, moment_text(draft.saved_at), draft.reviewer

    def _chosen(self) -> OpenDraft | None:
        row = self.table.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self.go, self.beside):
            button.setEnabled(chosen is not None)
        mine = chosen is not None and chosen.reviewer == self._services.reviews.actor
        free = chosen is not None and chosen.interaction_id not in self._open_now
        self.discard.setEnabled(mine and free)
        self.discard.setVisible(bool(self._drafts))
        self.undo.setVisible(bool(self._gone))

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.open_requested.emit(chosen.interaction_id)

    def _open_beside(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.beside_requested.emit(chosen.interaction_id)

    def _discard(self) -> None:
        chosen = self._chosen()
        if chosen is None or not self.discard.isEnabled():
            return
        try:
            self._gone.append(self._store.discard(chosen.review_id))
        except ProblemError as error:
            self._tell(error)
            return
        self._said.setText(self.tr("Discarded {0}").format(title_of(chosen)))
        self.changed.emit()
        self._read()

    def _bring_back(self) -> None:
        if not self._gone:
            return
        try:
            self._store.bring_back(self._gone[-1])
        except ProblemError as error:
            self._tell(error)
            return
        self._gone.pop()
        self._said.setText("")
        self.changed.emit()
        self._read()


def title_of(draft: OpenDraft) -> str:
    """Of a blind session nothing but which one it is and its pseudonym there."""
    if draft.session:
        return f"{session_words(draft.session)} · {copy_title(draft.title)}"
    return f"{kind_word(Kind(draft.kind))} · {draft.title}"


class _DraftTable(QTableWidget):
    """Signal `opened` by Enter or a double click."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.setColumnCount(len(titles))
        self.setRowCount(len(rows))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(left)
            self.setHorizontalHeaderItem(column, head)
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(number, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit()
            return
        super().keyPressEvent(event)
