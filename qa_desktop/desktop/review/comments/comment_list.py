"""The comments by time, each edited where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.comments.comment_editor import CommentEditor
from qa_desktop.desktop.review.comments.comment_filter_bar import CommentFilterBar
from qa_desktop.desktop.review.comments.comment_head import CommentHead
from qa_desktop.desktop.review.comments.comment_row import CommentRow
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.state import CommentState, PageState, StepState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.keyed import key_near
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.toast import Toast


class CommentList(Retranslated):
    """Signals: `activated(id)`, `edit_requested(id)`, `delete_requested(id)`; `begun(id)` at the
    first keystroke of a new one, `typed(id, text)`, `kind_chosen(id, CommentKind)`,
    `link_requested(id)`, `place_chosen(id, AnchorChoice)`, `finished`; `new_requested`;
    `export_requested`, `import_requested`, `phrases_requested`; `undo_requested` from what `say`
    said; `filter_left`: the keys are the page's again; `grown` when it needs other room.
    """

    activated = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    begun = Signal(str)
    typed = Signal(str, str)
    kind_chosen = Signal(str, object)
    link_requested = Signal(str)
    place_chosen = Signal(str, object)
    finished = Signal()
    new_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    phrases_requested = Signal()
    undo_requested = Signal()
    filter_left = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, language: Callable[[], str]) -> None:
        super().__init__()
        self._theme = theme
        self._state: PageState | None = None
        self._active: str | None = None
        self._editing = ""
        self._undoes: StepState | None = None
        self._rows: dict[str, CommentRow] = {}
        self._head = CommentHead(theme)
        self.filter_bar = CommentFilterBar(theme)
        self.filter_bar.hide()
        self.problems = ProblemBanner(theme, language)
        self.toast = Toast(theme, self)
        self._empty = make_label("small", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._show_all = TextButton(theme, "link")
        self.editor = CommentEditor(theme, self)
        self.editor.hide()
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, tokens.TIGHT)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        # Gives way before the head above it does.
        self._scroll.setMinimumHeight(1)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self._empty.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, tokens.SPACE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.TIGHT, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.filter_bar)
        notes = QVBoxLayout()
        notes.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, 0)
        notes.addWidget(self.problems)
        notes.addWidget(self.toast)
        column.addLayout(notes)
        column.addWidget(self._empty)
        link = QVBoxLayout()
        link.setContentsMargins(tokens.WIDE - tokens.TIGHT, 0, tokens.WIDE, 0)
        link.addWidget(self._show_all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(link)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        head, editor, bar = self._head, self.editor, self.filter_bar
        head.new_requested.connect(self.new_requested)
        head.filter_requested.connect(self.toggle_filter)
        head.export_requested.connect(self.export_requested)
        head.import_requested.connect(self.import_requested)
        head.phrases_requested.connect(self.phrases_requested)
        bar.changed.connect(lambda _: self._redraw())
        bar.closed.connect(self._leave_filter)
        self._show_all.clicked.connect(bar.close_it)
        self.toast.action_requested.connect(self.undo_requested)
        self.toast.action_requested.connect(self._make_room)
        self.toast.closed.connect(self._make_room)
        self.problems.dismissed.connect(self._make_room)
        editor.begun.connect(lambda: self.begun.emit(self._editing))
        editor.typed.connect(lambda text: self.typed.emit(self._editing, text))
        editor.kind_chosen.connect(lambda kind: self.kind_chosen.emit(self._editing, kind))
        editor.link_requested.connect(lambda: self.link_requested.emit(self._editing))
        editor.place_chosen.connect(lambda place: self.place_chosen.emit(self._editing, place))
        editor.delete_requested.connect(lambda: self.delete_requested.emit(self._editing))
        editor.finished.connect(self.finished)

    # State

    def show_state(self, state: PageState, active: str | None) -> None:
        self._state, self._active = state, active
        if self._undoes is not None and state.undo != self._undoes:
            # Its button would take back something else now.
            self._undoes = None
            self.toast.hide()
        self.filter_bar.show_comments(state.comments)
        shown = [c for c in state.comments if self.filter_bar.filter.keeps(c)]
        self._head.show_state(state, len(shown), filtering=not self.filter_bar.isHidden())
        self._show_empty(state, shown)
        ids = [comment.id for comment in shown]
        for gone in [key for key in self._rows if key not in ids]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        editing = next((comment for comment in shown if comment.editing), None)
        if editing is None:
            self._editing = ""
            self.editor.forget()
            self.editor.hide()
            least = tokens.WIDE if self.filter_bar.isHidden() else 0
            self.setMinimumHeight(self._head_room() + least)
        for place, comment in enumerate(shown):
            row = self._rows.get(comment.id) or self._new_row(comment.id)
            row.show_comment(comment, active=comment.id == active)
            if comment.editing:
                self._column.removeWidget(row)
            self._put(self.editor if comment.editing else row, place)
            row.setVisible(not comment.editing)
        if editing is not None:
            self.editor.show()
            self._editing = editing.id
            self.setMinimumHeight(self._head_room() + self._editor_room())
            self.editor.show_comment(editing, state.item(state.current_item or ""))
            QTimer.singleShot(0, self, self._reveal_editor)

    def _show_empty(self, state: PageState, shown: Sequence[CommentState]) -> None:
        hidden = bool(state.comments) and not shown
        key = key_near(self, Action.COMMENT)
        words = self.tr("Select words to comment on: the comment is pinned there.")
        if key:
            words = self.tr("Press {0}, or select words: the comment is pinned there.").format(key)
        if hidden:
            words = self.tr("The filter hides every comment.")
        elif state.read_only:
            words = self.tr("Nothing was commented.")
        self._empty.setText(words)
        self._empty.setVisible(not shown)
        self._show_all.setVisible(hidden)
        self._scroll.setVisible(bool(shown))

    def show_keys(self) -> None:
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def _redraw(self) -> None:
        if self._state is not None:
            self.show_state(self._state, self._active)

    def _editor_room(self) -> int:
        """The editor is never cut, however low the list was made; under an open filter it scrolls
        like the others."""
        height = self.editor.needed_height()
        return height if self.filter_bar.isHidden() else min(height, tokens.ROW_HEIGHT)

    def _head_room(self) -> int:
        height = tokens.TIGHT + self._head.minimumSizeHint().height()
        width = max(self.width() - 2 * tokens.SPACE, 1)
        for part in (self.filter_bar, self.problems, self.toast):
            if not part.isHidden():
                fitted = part.heightForWidth(width) if part.hasHeightForWidth() else -1
                height += fitted if fitted >= 0 else part.minimumSizeHint().height()
        return height

    def _make_room(self) -> None:
        self._redraw()
        # What was shown has its height only once it is laid out.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._redraw()
        self.grown.emit()

    def needed_height(self, most: int) -> int:
        """What shows the head and every comment without scrolling, or `most` if that is less."""
        width = max(self.width(), 1)
        height = self._head_room() + tokens.SPACE
        if not self._rows and not self._editing:
            height += 0 if self._show_all.isHidden() else self._show_all.sizeHint().height()
            return min(height + self._empty.heightForWidth(width), most)
        height += self.editor.needed_height() if self._editing else 0
        inside = width - 2 * tokens.SPACE
        for comment_id, row in self._rows.items():
            if height >= most:
                break
            height += 0 if comment_id == self._editing else row.heightForWidth(inside)
        return min(height, most)

    # What others ask of the list

    def toggle_filter(self) -> None:
        """Opens the filter with the cursor in it; from within it, closes it."""
        bar = self.filter_bar
        inside = bar.isAncestorOf(self.focusWidget() or self)
        if bar.isHidden() or not (inside and bar.field.hasFocus()):
            bar.open_it()
            self._make_room()
        else:
            bar.close_it()

    def _leave_filter(self) -> None:
        self._make_room()
        self.filter_left.emit()

    def say(self, text: str, undo: str = "") -> None:
        """What was done, for a while; `undo` is the word of the button that takes it back, as
        long as it is the last step."""
        self._undoes = self._state.undo if self._state is not None and undo else None
        self.problems.show_problems(())
        self.toast.say(text, undo)
        self._make_room()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        if problems:
            self.toast.hide()
        self.problems.show_problems(problems)
        self._make_room()

    def reveal(self, comment_id: str) -> None:
        """Scrolls to it, where it is listed."""
        row = self._rows.get(comment_id)
        if row is not None and row.isVisible():
            self._scroll.ensureWidgetVisible(row, 0, tokens.SPACE)

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        if self._editing:
            self.editor.flush()

    def _put(self, widget: QWidget, place: int) -> None:
        if self._column.indexOf(widget) != place:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)

    def _new_row(self, comment_id: str) -> CommentRow:
        row = CommentRow(self._theme)
        # Never a window of its own, not even for the moment before it is laid out.
        row.setParent(self._inside)
        row.clicked.connect(lambda: self.activated.emit(comment_id))
        row.edit_requested.connect(lambda: self.edit_requested.emit(comment_id))
        row.delete_requested.connect(lambda: self.delete_requested.emit(comment_id))
        row.step_requested.connect(lambda by: self._step(comment_id, by))
        self._rows[comment_id] = row
        return row

    def _step(self, comment_id: str, by: int) -> None:
        """With the arrow keys from row to row."""
        state = self._state
        ids = [c.id for c in state.comments if c.id in self._rows] if state else []
        if comment_id in ids:
            at = min(max(ids.index(comment_id) + by, 0), len(ids) - 1)
            self._rows[ids[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self.reveal(ids[at])

    def _reveal_editor(self) -> None:
        if self.editor.isVisible():
            self._scroll.ensureWidgetVisible(self.editor, 0, tokens.SPACE)

    def retranslate(self) -> None:
        self._show_all.name_it(self.tr("Show all comments"))
        self._scroll.setAccessibleName(self.tr("Comments"))
        self._redraw()
