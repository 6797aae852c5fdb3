"""The comments by time, each edited where it stands."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.comment_editor import CommentEditor
from qa_desktop.desktop.review.comment_row import CommentRow
from qa_desktop.desktop.review.state import PageState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.label import make_label


class CommentList(Retranslated):
    """Signals: `activated(id)`, `edit_requested(id)`, `delete_requested(id)`; `begun(id)` at the
    first keystroke of a new one, `typed(id, text)`, `kind_chosen(id, CommentKind)`,
    `link_requested(id)`, `finished`; `new_requested`.
    """

    activated = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    begun = Signal(str)
    typed = Signal(str, str)
    kind_chosen = Signal(str, object)
    link_requested = Signal(str)
    finished = Signal()
    new_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: PageState | None = None
        self._active: str | None = None
        self._editing = ""
        self._rows: dict[str, CommentRow] = {}
        self._title = make_label("heading")
        self._count = make_label("muted")
        self._count.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self._add = IconButton(theme, "message-square-plus")
        self._add.clicked.connect(self.new_requested)
        self._empty = make_label("small", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._editor = CommentEditor(theme)
        self._editor.hide()
        self._editor.begun.connect(lambda: self.begun.emit(self._editing))
        self._editor.typed.connect(lambda text: self.typed.emit(self._editing, text))
        self._editor.kind_chosen.connect(lambda kind: self.kind_chosen.emit(self._editing, kind))
        self._editor.link_requested.connect(lambda: self.link_requested.emit(self._editing))
        self._editor.delete_requested.connect(lambda: self.delete_requested.emit(self._editing))
        self._editor.finished.connect(self.finished)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._count)
        head.addWidget(self._add)
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, tokens.TIGHT)
        self._column.setSpacing(0)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self._empty.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, tokens.SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.TIGHT, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self._scroll, 1)
        self.retranslate()

    def show_state(self, state: PageState, active: str | None) -> None:
        self._state, self._active = state, active
        comments = state.comments
        self._count.setText(str(len(comments)) if comments else "")
        self._add.setVisible(not state.read_only)
        self._empty.setVisible(not comments)
        self._scroll.setVisible(bool(comments))
        ids = [comment.id for comment in comments]
        for gone in [key for key in self._rows if key not in ids]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        editing = next((comment for comment in comments if comment.editing), None)
        if editing is None:
            self._editing = ""
            self._editor.forget()
            self._editor.hide()
            self.setMinimumHeight(_head_room() + tokens.WIDE)
        for place, comment in enumerate(comments):
            row = self._rows.get(comment.id) or self._new_row(comment.id)
            row.show_comment(comment, active=comment.id == active)
            if comment.editing:
                self._column.removeWidget(row)
            self._put(self._editor if comment.editing else row, place)
            row.setVisible(not comment.editing)
        if editing is not None:
            self._editor.show()
            self._editing = editing.id
            # The editor is never cut, however low the list was made.
            self.setMinimumHeight(self._editor.sizeHint().height() + _head_room())
            self._editor.show_comment(editing, state.item(state.current_item or ""))
            QTimer.singleShot(0, self, self._reveal_editor)

    def needed_height(self, most: int) -> int:
        """What shows the head and every comment without scrolling, or `most` if that is less."""
        width = max(self.width(), 1)
        height = tokens.BUTTON_HEIGHT + 3 * tokens.TIGHT
        if not self._rows and not self._editing:
            return min(height + self._empty.heightForWidth(width), most)
        height += self._editor.sizeHint().height() if self._editing else 0
        inside = width - 2 * tokens.SPACE
        for comment_id, row in self._rows.items():
            if height >= most:
                break
            height += 0 if comment_id == self._editing else row.heightForWidth(inside)
        return min(height, most)

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        if self._editing:
            self._editor.flush()

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
        self._rows[comment_id] = row
        return row

    def _reveal_editor(self) -> None:
        if self._editor.isVisible():
            self._scroll.ensureWidgetVisible(self._editor, 0, tokens.SPACE)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Comments"))
        self._empty.setText(self.tr("Press M, or select words: the comment is pinned there."))
        self._add.name_it(self.tr("New comment"), action="comment")
        self._scroll.setAccessibleName(self.tr("Comments"))
        if self._state is not None:
            self.show_state(self._state, self._active)


def _head_room() -> int:
    return tokens.ROW_HEIGHT + tokens.SPACE
