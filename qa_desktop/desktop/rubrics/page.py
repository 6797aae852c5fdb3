"""The rubric library: what is published, how it reads, and how a new one comes in."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.editing import Editing
from qa_desktop.desktop.rubrics.form_view import FormView
from qa_desktop.desktop.rubrics.menu import RubricMenu
from qa_desktop.desktop.rubrics.presenter import LibraryState, RubricsPresenter
from qa_desktop.desktop.rubrics.rubric_row import FACTS_ROLE, TITLE_ROLE, RubricDelegate, facts
from qa_desktop.desktop.rubrics.sharing.on_page import SharingOnPage
from qa_desktop.desktop.rubrics.shipped_dialog import ShippedDialog
from qa_desktop.desktop.rubrics.versions.on_page import FORM, VersionsOnPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.window.page_header import PageHeader
from qa_desktop.rubrics.model import Rubric

_KEY = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 320
_WIDEST_LIST = 400


class RubricsPage(Retranslated):
    """Signals: `published(Rubric)`, `retired(Rubric)`; `draft_started(RubricDraft)` for one that
    was begun and wants to be edited; `said(str, str action, Callable | None)` for a message over
    the page; `saved(datetime)` after each commit of a draft; `review_requested(str)` of an
    interaction."""

    published = Signal(object)
    retired = Signal(object)
    draft_started = Signal(object)
    said = Signal(str, str, object)
    saved = Signal(object)
    review_requested = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.presenter = RubricsPresenter(services.rubrics)
        self.setProperty("role", "page")
        theme = services.theme
        self.header = PageHeader(theme)
        library = QWidget()
        self._front = QStackedLayout(self)
        self._front.addWidget(library)
        self.editing = Editing(self, services, self._front)
        self.draft_started.connect(lambda draft: self.editing.open(draft.id))
        self._new = TextButton(theme, "primary", "plus")
        self._new.clicked.connect(self.editing.ask_new)
        self._edit = TextButton(theme, "", "pencil")
        self._edit.clicked.connect(self.editing.edit_version)
        self.header.add_button(self._new)
        self._import = TextButton(theme, "", "upload")
        self._import.clicked.connect(lambda: self.sharing.ask_import())
        self.header.add_button(self._import)
        self.menu: RubricMenu = RubricMenu(theme)
        self.header.add_button(self.menu)
        self.menu.add(
            "begin",
            lambda: self.tr("Start from a shipped rubric…"),
            self.show_shipped,
            icon="book-open",
        )
        self._retire = self.menu.add(
            "versions",
            lambda: self.tr("Retire"),
            self._retire_current,
            icon="archive",
            needs_rubric=True,
        )
        self.menu.add(
            "versions",
            lambda: self.tr("Retired rubrics…"),
            lambda: self.versions.show_retired(),
            icon="history",
        )
        self.sharing: SharingOnPage = SharingOnPage(self, services)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.banner.dismissed.connect(self.presenter.dismiss_problems)
        self.list = QListWidget()
        self.list.setItemDelegate(RubricDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._choose)
        self._list_card = Card(margin=tokens.TIGHT)
        self._list_card.body.addWidget(self.list)
        left = QWidget()
        left.setFixedWidth(min(tokens.scaled(_LIST_WIDTH), _WIDEST_LIST))
        lists = QVBoxLayout(left)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(tokens.WIDE)
        lists.addWidget(self._list_card, 1)
        lists.addWidget(self.editing.card, 0, Qt.AlignmentFlag.AlignTop)
        self._title = make_label("title", wrap=True)
        self._form = FormView(theme)
        self.versions: VersionsOnPage = VersionsOnPage(self, services, self._form)
        # The versions have a button of their own, for the one that is chosen there.
        self.versions.brought.connect(lambda place: self._edit.setVisible(place == FORM))
        chosen = QWidget()
        right = QVBoxLayout(chosen)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(tokens.SPACE)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._title, 1)
        above.addWidget(self.versions.switch, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(above)
        right.addWidget(self.versions.stack, 1)
        self.empty = EmptyState(theme, "clipboard-list")
        self.empty.first_requested.connect(self.show_shipped)
        self.empty.second_requested.connect(lambda: self.sharing.ask_import())
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(chosen)
        self._stage.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(tokens.WIDE)
        row.addWidget(left)
        row.addWidget(stage, 1)
        body = QVBoxLayout()
        body.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        body.setSpacing(tokens.WIDE)
        body.addWidget(self.banner)
        body.addWidget(self.versions.strip)
        body.addLayout(row, 1)
        column = QVBoxLayout(library)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self.retranslate()

    def reload(self) -> None:
        self.editing.reload()
        self.show_state(self.presenter.reload())

    def show_state(self, state: LibraryState) -> None:
        language = self._services.language
        self._show_list(state, language)
        self.banner.show_problems(state.problems)
        self.menu.show_rubric(chosen=state.current is not None)
        self._edit.setEnabled(state.current is not None)
        self._list_card.setVisible(bool(state.rubrics))
        self.editing.show_drafts()
        self.versions.show_rubric(state.current)
        # While it is not seen it takes no room either.
        unseen = QSizePolicy.Policy.Ignored
        policy = unseen if state.rubrics else QSizePolicy.Policy.Preferred
        self.empty.setSizePolicy(policy, policy)
        self._stage.setCurrentIndex(0 if state.rubrics else 1)
        self.header.show_title(self.tr("Rubrics"), str(len(state.rubrics)) if state.rubrics else "")
        self._show_form(state.current, language)

    def show_rubric(self, rubric_id: str, version: int) -> None:
        self.show_state(self.presenter.choose(rubric_id, version))

    def bring_back(self, rubric: Rubric) -> None:
        """Takes a retirement back."""
        self.show_state(self.presenter.bring_back(rubric.id, rubric.version))

    def take_file(self, file: Path) -> None:
        """Publishes a rubric file, or shows what is wrong with it."""
        state = self.presenter.take_file(file)
        self.show_state(state)
        if state.published is not None:
            self.published.emit(state.published)

    def take_source(self, source: bytes, name: str) -> None:
        """The same of what a file holds."""
        state = self.presenter.take_source(source, name)
        self.show_state(state)
        if state.published is not None:
            self.published.emit(state.published)

    def show_shipped(self) -> ShippedDialog:
        """Opens the choice of rubrics that ship."""
        dialog = ShippedDialog(self._services, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.used.connect(self._show_used)
        dialog.draft_started.connect(self.draft_started)
        dialog.open()
        return dialog

    def _show_used(self, rubric: Rubric) -> None:
        self.reload()
        self.show_rubric(rubric.id, rubric.version)
        self.published.emit(rubric)

    def first_focus(self) -> QWidget:
        if self.editing.editor is not None:
            return self.editing.editor.first_focus()
        return self.list if self.presenter.state.rubrics else self._new

    def retranslate(self) -> None:
        self._new.name_it(self.tr("New rubric…"))
        self._edit.name_it(self.tr("Edit as new version"))
        self._import.name_it(self.tr("Import…"))
        self.menu.rename()
        self.versions.rename()
        self._retire.setToolTip(
            self.tr("No new review can use it; reviews that were made with it keep it.")
        )
        self.list.setAccessibleName(self.tr("Published rubrics"))
        self.empty.show_words(
            self.tr("No rubric yet"),
            self.tr("A rubric is a file with the sections, items and weights to grade by."),
            self.tr("Start from a shipped rubric…"),
            self.tr("Import…"),
        )
        self.show_state(self.presenter.state)

    def _show_list(self, state: LibraryState, language: str) -> None:
        wanted = [(rubric.id, rubric.version) for rubric in state.rubrics]
        if [self.list.item(n).data(_KEY) for n in range(self.list.count())] != wanted:
            self.list.clear()
            for key in wanted:
                item = QListWidgetItem()
                item.setData(_KEY, key)
                self.list.addItem(item)
        for number, rubric in enumerate(state.rubrics):
            item = self.list.item(number)
            title = rubric.title.to(language)
            item.setData(TITLE_ROLE, title)
            item.setData(FACTS_ROLE, facts(rubric))
            words = f"{title} v{rubric.version}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(f"{words}\n{facts(rubric)}")
            if rubric == state.current and self.list.currentRow() != number:
                self.list.setCurrentRow(number)

    def _show_form(self, rubric: Rubric | None, language: str) -> None:
        if rubric is not None:
            self._title.setText(f"{rubric.title.to(language)}  v{rubric.version}")
            self._form.show_rubric(rubric, language)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(_KEY) is None:
            return
        before = self.presenter.state.current
        state = self.presenter.choose(*item.data(_KEY))
        if state.current != before:
            self._show_form(state.current, self._services.language)
            self.versions.show_rubric(state.current)

    def _retire_current(self) -> None:
        current = self.presenter.state.current
        self.show_state(self.presenter.retire())
        if current is not None:
            self.retired.emit(current)
