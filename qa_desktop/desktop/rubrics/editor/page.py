"""The rubric editor: outline, properties, and the form, its text or the checks beside them."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.grading_panel import recall, remembered_splitter
from qa_desktop.desktop.rubrics.editor import paths, side
from qa_desktop.desktop.rubrics.editor.actions import EditorActions
from qa_desktop.desktop.rubrics.editor.checks import Checks
from qa_desktop.desktop.rubrics.editor.desk import Settled
from qa_desktop.desktop.rubrics.editor.form_view import FormView
from qa_desktop.desktop.rubrics.editor.head import EditorHead
from qa_desktop.desktop.rubrics.editor.keys import EditorKeys
from qa_desktop.desktop.rubrics.editor.node_forms import groups_of, kind_word
from qa_desktop.desktop.rubrics.editor.outline_panel import OutlinePanel
from qa_desktop.desktop.rubrics.editor.panel import PropertiesPanel
from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
from qa_desktop.desktop.rubrics.editor.preview import Preview
from qa_desktop.desktop.rubrics.editor.state import EditorState, Note
from qa_desktop.desktop.rubrics.editor.yaml_view import YamlView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.tree import Path

translate = QCoreApplication.translate

_COLUMNS, _VIEW = "rubric-editor/columns", "rubric-editor/view"
# Below it the properties become one of the right column's views.
_ROOM_FOR_THREE = 1120
_LEAST_OUTLINE, _LEAST_PROPERTIES, _LEAST_SIDE = 208, 376, 344
_WITH_IDS = 500
_FIRST_WIDTHS = (264, 520, 420)
_PREVIEW_PAUSE_MS = 120


class EditorPage(Retranslated):
    """Signals: `back_requested`; `publish_requested(str draft_id)` once all is saved;
    `said(str)` for a message over the page; `saved(datetime)` after each commit.
    """

    back_requested = Signal()
    publish_requested = Signal(str)
    said = Signal(str)
    saved = Signal(object)

    def __init__(self, services: Services, presenter: EditorPresenter) -> None:
        super().__init__()
        self._services = services
        self.presenter = presenter
        self.setProperty("role", "page")
        theme = services.theme
        self._ids = False
        self._working = False
        self._three = True
        self._beside = side.PREVIEW
        self.head = EditorHead(theme)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.outline = OutlinePanel(theme)
        self.panel = PropertiesPanel(theme)
        self.preview = Preview(theme, services.language)
        self.text = YamlView(theme)
        self.checks = Checks(theme)
        self.side = side.Side(theme)
        self._preview_pause = QTimer(self)
        self._preview_pause.setSingleShot(True)
        self._preview_pause.setInterval(_PREVIEW_PAUSE_MS)
        self._preview_pause.timeout.connect(self._show_preview)
        self._lay_out()
        self.does = EditorActions(self)
        self._keys = EditorKeys(self, self.does.perform)
        self._connect()
        self.show_state(presenter.state)
        self._show_preview()

    @property
    def state(self) -> EditorState:
        return self.presenter.state

    @property
    def draft_id(self) -> str:
        return self.presenter.draft.id

    def _lay_out(self) -> None:
        memory = self._services.memory
        self._columns = remembered_splitter(Qt.Orientation.Horizontal, memory, _COLUMNS)
        self._properties = _surface(self.panel)
        right = _surface(self.side)
        least = ((self.outline, _LEAST_OUTLINE), (self._properties, _LEAST_PROPERTIES))
        for widget, width in (*least, (right, _LEAST_SIDE)):
            widget.setMinimumWidth(tokens.scaled(width))
            self._columns.addWidget(widget)
        self._columns.setStretchFactor(0, 2)
        self._columns.setStretchFactor(1, 5)
        self._columns.setStretchFactor(2, 4)
        if not recall(self._columns, memory, _COLUMNS):
            self._columns.setSizes([tokens.scaled(width) for width in _FIRST_WIDTHS])
        self.side.add_view(side.PREVIEW, self.preview)
        self.side.add_view(side.TEXT, self.text)
        self.side.add_view(side.CHECKS, self.checks)
        self.side.show_view(str(memory.value(_VIEW) or side.PREVIEW))
        banner = QVBoxLayout()
        banner.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, 0)
        banner.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(banner)
        column.addWidget(self._columns, 1)

    def _connect(self) -> None:
        does = self.does
        self.head.asked.connect(does.perform)
        self.head.ids_shown.connect(self.show_ids)
        self.head.retry_requested.connect(lambda: self.after(self.presenter.retry()))
        self.banner.dismissed.connect(lambda: self.show_state(self.presenter.dismiss()))
        self.outline.asked.connect(does.perform)
        self.outline.tree.node_chosen.connect(self.select)
        self.outline.tree.activated.connect(lambda _: does.enter())
        self.outline.tree.move_requested.connect(
            lambda *move: self.after(self.presenter.move_to(*move))
        )
        self.panel.wished.connect(does.wish)
        self.preview.item_selected.connect(does.select_item)
        self.preview.example_requested.connect(does.keep_example)
        self.text.typed.connect(lambda text: self.after(self.presenter.type_text(text)))
        self.text.caret_moved.connect(lambda offset: self.select(self.presenter.node_at(offset)))
        self.checks.place_chosen.connect(does.go_to_place)
        self.side.chosen.connect(self.show_side)

    # State

    def show_state(self, state: EditorState) -> None:
        self.head.show_state(state)
        self.banner.show_problems(state.saved.problems)
        self.outline.show_state(state)
        self._show_properties(state)
        self.side.show_state(state)
        self._show_side(state)
        self._preview_pause.start()

    def after(self, state: EditorState) -> None:
        """What a person's action came to, and the work that it leaves."""
        self.show_state(state)
        self._work()

    def finish(self) -> None:
        """Takes what was typed in the properties for done."""
        self.panel.flush()
        text, _ = self.panel.focused_text()
        if text is not None:
            self.after(self.presenter.name_after(text))

    def select(self, node: Path) -> None:
        self.finish()
        if node != self.state.selected:
            self.show_state(self.presenter.select(node))

    def show_ids(self, shown: bool) -> None:
        self.panel.flush()
        self._ids = shown
        least = tokens.scaled(_WITH_IDS if shown else _LEAST_PROPERTIES)
        self._properties.setMinimumWidth(least)
        self.head.ids.setChecked(shown)
        self._show_properties(self.state)

    def show_side(self, key: str) -> None:
        self.side.show_view(key)
        if key != side.PROPERTIES:
            self._services.memory.setValue(_VIEW, key)
        self._show_side(self.state)
        self._show_preview()

    def _show_properties(self, state: EditorState) -> None:
        node = state.selected
        notes = [note for note in state.notes if paths.node_of(note.path) == node]
        groups = groups_of(FormView(state, ids=self._ids), node)
        self.panel.show_groups(kind_word(node), "", groups, notes)
        self.panel.enable(enabled=state.readable)

    def _show_side(self, state: EditorState) -> None:
        """Of the right column only what is seen."""
        if self.side.current == side.CHECKS:
            self.checks.show_state(state)
        elif self.side.current == side.TEXT:
            errors = [note for note in state.notes if note.line is not None]
            if not state.saved.saving:
                self.text.show_file(state.text, errors, self.presenter.span(), reveal=True)

    def _show_preview(self) -> None:
        if self.side.current != side.PREVIEW:
            return
        state = self.state
        self.preview.show_rubric(
            state.form,
            old=state.form_is_old or not state.readable,
            item_id=self.presenter.item_id(state.selected),
        )

    # Work

    def _work(self) -> None:
        """Off this thread: each edit's text is read anew."""
        if self._working or not self.presenter.desk.busy:
            return
        self._working = True
        desk = self.presenter.desk
        task = self._services.runner.start(lambda _: desk.work())
        task.finished.connect(self._settled)
        task.over.connect(self._go_on)

    def _settled(self, settled: Settled) -> None:
        before = self.state.saved.saved_at
        self.show_state(self.presenter.take(settled))
        if self.state.saved.saved_at != before:
            self.saved.emit(self.state.saved.saved_at)

    def _go_on(self) -> None:
        self._working = False
        self._work()

    def save_typed(self) -> bool:
        """Whether all of the draft is on disk now; what could not be saved is tried again."""
        QGuiApplication.inputMethod().commit()
        self.panel.flush()
        self.text.flush()
        if self.presenter.desk.busy or self.state.saved.saving or self.state.saved.problems:
            self.presenter.retry()
            self.show_state(self.presenter.settle())
        return not self.presenter.unsaved

    def first_focus(self) -> QWidget:
        return self.outline.tree

    def reveal(self, note: Note) -> None:
        """To the field, or in the text to the place, that it is about."""
        self.does.go_to_place(note.path, note)

    def retranslate(self) -> None:
        self.show_state(self.presenter.set_language(self._services.language))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Three columns where there is room, else the properties among the right one's views."""
        three = self.width() >= tokens.scaled(_ROOM_FOR_THREE)
        if three == self._three:
            return
        self._three = three
        if three:
            view = self.side.take_view(side.PROPERTIES)
            layout = self._properties.layout()
            if view is not None and layout is not None:
                layout.addWidget(view)
                view.show()
            self._properties.show()
            self.show_side(self._beside)
        else:
            self._properties.hide()
            self._beside = self.side.current
            self.side.add_view(side.PROPERTIES, self.panel)
            outline = tokens.scaled(_FIRST_WIDTHS[0])
            self._columns.setSizes([outline, 0, max(self.width() - outline, 1)])
            self.show_side(side.PROPERTIES)

    def show_properties(self) -> None:
        """Where they are one of several views, they come to the front."""
        if not self._three:
            self.show_side(side.PROPERTIES)

    def hideEvent(self, event: QHideEvent) -> None:
        self.panel.flush()
        self.text.flush()
        super().hideEvent(event)


def _surface(inside: QWidget) -> QWidget:
    surface = QWidget()
    surface.setProperty("role", "surface")
    surface.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(surface)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inside)
    return surface
