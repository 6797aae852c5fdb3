"""The list of interactions: what there is to grade, and what was graded."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.interactions.filter_bar import FilterBar
from qa_desktop.desktop.interactions.model import InteractionsModel
from qa_desktop.desktop.interactions.presenter import (
    Emptiness,
    InteractionsPresenter,
    ListState,
)
from qa_desktop.desktop.interactions.table import InteractionsTable
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.window.page_header import PageHeader
from qa_desktop.reviews.listing_store import ListingRow, Sort


class InteractionsPage(Retranslated):
    """Signals: `review_requested(interaction id)`, `beside_requested(interaction id)`,
    `sheet_requested(review id)`, `second_requested(review id)`, `import_requested`,
    `folder_requested`, `demo_requested`, `undo_import_requested(batch id)`, `counted(ListState)`
    after each reading of the workspace."""

    review_requested = Signal(str)
    beside_requested = Signal(str)
    sheet_requested = Signal(str)
    second_requested = Signal(str)
    import_requested = Signal()
    folder_requested = Signal()
    demo_requested = Signal()
    undo_import_requested = Signal(str)
    counted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._grades: dict[str, str] | None = None
        self._rubrics_read = False
        self._reading = False
        self.presenter = InteractionsPresenter(services.listing)
        self.setProperty("role", "page")
        theme = services.theme
        self.header = PageHeader(theme)
        self._import = TextButton(theme, "primary", "upload")
        self._import.clicked.connect(self.import_requested)
        self.header.add_button(self._import)
        self.filters = FilterBar(theme)
        self.model = InteractionsModel(self.presenter.rows, self._grade_title, self)
        self.table = InteractionsTable(theme, self.model, services.memory)
        card = Card(margin=tokens.TIGHT)
        card.body.addWidget(self.table)
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._card = card
        self._stage.addWidget(card)
        body = QVBoxLayout()
        body.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        body.setSpacing(tokens.WIDE)
        body.addWidget(self.filters)
        body.addWidget(stage, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self._connect()
        self.show_state(self.presenter.state)
        self.retranslate()

    def _connect(self) -> None:
        presenter = self.presenter
        self.filters.searched.connect(lambda text: self.show_state(presenter.search(text)))
        self.filters.chosen.connect(
            lambda facet, values: self.show_state(presenter.choose(facet, values))
        )
        self.filters.dates_chosen.connect(
            lambda since, until: self.show_state(presenter.between(since, until))
        )
        self.filters.clear_requested.connect(self._clear)
        self.table.opened.connect(self._open)
        self.table.sort_requested.connect(self._sort)
        self.table.menu_requested.connect(self._show_menu)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.filters.search.setFocus)

    # Most starts need neither of the two that stand for an empty list.

    @cached_property
    def first_use(self) -> EmptyState:
        made = EmptyState(self._services.theme, "inbox")
        made.first_requested.connect(self.import_requested)
        made.second_requested.connect(self.demo_requested)
        self._stage.addWidget(made)
        self._word_first_use(made)
        return made

    @cached_property
    def no_result(self) -> EmptyState:
        made = EmptyState(self._services.theme, "search")
        made.first_requested.connect(self._clear)
        self._stage.addWidget(made)
        self._word_no_result(made)
        return made

    def reload(self) -> None:
        """After the workspace changed; keeps the filter and the current line."""
        current = self.table.currentIndex().row()
        self._grades = None
        self.show_state(self.presenter.reload())
        if 0 <= current < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(current, 0))

    def next_to_grade(
        self, graded: str, but: Sequence[str] = (), *, moves: bool = True
    ) -> str | None:
        """What comes after an interaction that was graded just now; the list's line goes there,
        unless it belongs to another window (`moves` False). `but`: open already."""
        self.reload()
        near = self.table.currentIndex().row()
        if not moves:
            at = self.presenter.row_of(graded, near)
            near = near if at is None else at
        return self._went(self.presenter.next_to_grade(near, {graded, *but}), moves=moves)

    def neighbour(
        self, interaction_id: str, by: int, but: Sequence[str] = (), *, moves: bool = True
    ) -> str | None:
        """The one before (`by` -1) or after it (1) in the list."""
        self.reload()
        near = self.table.currentIndex().row()
        found = self.presenter.neighbour(interaction_id, near, by, {interaction_id, *but})
        return self._went(found, moves=moves)

    def _went(self, found: tuple[int, str] | None, *, moves: bool) -> str | None:
        if found is None:
            return None
        row, interaction_id = found
        if moves:
            self.table.setCurrentIndex(self.model.index(row, 0))
        return interaction_id

    def show_batch(self, batch_id: str) -> None:
        """Only what came in at one import."""
        self.presenter.reload()
        self.show_state(self.presenter.only_batch(batch_id))

    def show_agent(self, agent: str) -> None:
        self.show_state(self.presenter.only_agent(agent))

    def show_state(self, state: ListState) -> None:
        self.filters.show_state(state)
        self.filters.setVisible(state.emptiness is not Emptiness.FIRST_USE)
        self.model.show_total(state.total)
        self.table.show_sort(state.filter.sort, descending=state.filter.descending)
        self._stage.setCurrentWidget(self._shown(state.emptiness))
        self._show_title(state)
        self.counted.emit(state)

    def _shown(self, emptiness: Emptiness) -> QWidget:
        if emptiness is Emptiness.FIRST_USE:
            return self.first_use
        return self.no_result if emptiness is Emptiness.NO_RESULT else self._card

    def first_focus(self) -> QWidget:
        empty = self.presenter.state.emptiness
        return self.table if empty is Emptiness.NOT_EMPTY else self.filters.search

    def retranslate(self) -> None:
        self._import.name_it(self.tr("Import…"), action="window.import_files")
        self.table.setAccessibleName(self.tr("Interactions"))
        made = vars(self)
        if "first_use" in made:
            self._word_first_use(self.first_use)
        if "no_result" in made:
            self._word_no_result(self.no_result)
        self._grades = None
        self.model.words_changed()
        self._show_title(self.presenter.state)

    def _word_first_use(self, empty: EmptyState) -> None:
        empty.show_words(
            self.tr("Nothing to grade yet"),
            self.tr(
                "Bring in recordings, chats and tickets, or drop them here. Everything stays on "
                "this machine."
            ),
            self.tr("Import…"),
            self.tr("Open the demo"),
        )

    def _word_no_result(self, empty: EmptyState) -> None:
        empty.show_words(
            self.tr("Nothing fits"),
            self.tr("No interaction has all that is chosen above."),
            self.tr("Clear filters"),
        )

    def _show_title(self, state: ListState) -> None:
        if not state.all_there_is:
            count = ""
        elif state.filtered:
            count = self.tr("{0} of {1}").format(state.total, state.all_there_is)
        else:
            count = str(state.all_there_is)
        self.header.show_title(self.tr("Interactions"), count)

    def _clear(self) -> None:
        self.show_state(self.presenter.clear())
        self.table.setFocus()

    def _sort(self, sort: Sort, descending: bool) -> None:
        self.show_state(self.presenter.sort(sort, descending=descending))

    def _open(self, row: ListingRow) -> None:
        self.review_requested.emit(row.interaction.id)

    def _grade_title(self, grade_id: str) -> str:
        """Nothing until the rubrics have been read once: the first picture of the list does not
        wait for a tenth of a second a rubric."""
        if not self._rubrics_read:
            if not self._reading:
                self._reading = True
                # Not while painting: the worker would take its share of the time.
                QTimer.singleShot(0, self, self._read_rubrics)
            return ""
        if self._grades is None:
            language = self._services.language
            self._grades = {
                grade.id: grade.title.to(language)
                for rubric in reversed(self._services.rubrics.all())
                for grade in rubric.grades
            }
        return self._grades.get(grade_id, grade_id)

    def _read_rubrics(self) -> None:
        services = self._services
        task = services.runner.start(lambda _: services.rubrics.all())
        task.finished.connect(self._know_grades)
        task.failed.connect(self._know_grades)

    def _know_grades(self) -> None:
        self._rubrics_read = True
        self.model.words_changed()

    def _show_menu(self, place: QPoint) -> None:
        rows = self.table.selected_rows()
        if rows:
            menu = QMenu(self)
            for word, act in self._menu_entries(rows):
                menu.addAction(word).triggered.connect(act)
            menu.popup(place)

    def _menu_entries(self, rows: list[ListingRow]) -> list[tuple[str, Callable[[], object]]]:
        first = rows[0]
        found = first.interaction
        entries: list[tuple[str, Callable[[], object]]] = []
        if len(rows) == 1:
            entries.append((self.tr("Open for review"), lambda: self._open(first)))
            entries.append((self.tr("Open beside"), lambda: self.beside_requested.emit(found.id)))
            if first.review_id and first.review_state == "submitted":
                review_id = first.review_id
                entries.append(
                    (self.tr("Feedback sheet…"), lambda: self.sheet_requested.emit(review_id))
                )
                ask = self.tr("Ask for a second opinion…")
                entries.append((ask, lambda: self.second_requested.emit(review_id)))
            agent = first.graded_agent or found.metadata.agent_id or found.metadata.agent_name
            if agent:
                entries.append((self.tr("Only this agent"), lambda: self.show_agent(agent)))
            entries.append((self.tr("All of this import"), lambda: self.show_batch(found.batch_id)))
            entries.append(
                (
                    self.tr("Undo this import"),
                    lambda: self.undo_import_requested.emit(found.batch_id),
                )
            )
        ids = "\n".join(row.interaction.external_id or row.interaction.title for row in rows)
        copy = self.tr("Copy %n name(s)", "", len(rows))
        entries.append((copy, lambda: QGuiApplication.clipboard().setText(ids)))
        return entries
