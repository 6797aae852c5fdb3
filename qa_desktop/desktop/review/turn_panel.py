"""The card around the turns: its title and facts, search, and the button on selected words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.turn_canvas import Selection, TurnCanvas, TurnsState
from qa_desktop.desktop.review.turn_marks import Match, TurnMark, matches_of
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.interactions.model import Turn

_SEARCH_WIDTH = 190


class TurnPanel(Retranslated):
    """Holds a TurnCanvas. Signals: `comment_requested(Selection)`; `turn_clicked(int, int)`;
    `comment_activated(str)`; `left` when the search is closed.
    """

    comment_requested = Signal(object)
    turn_clicked = Signal(int, int)
    comment_activated = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, canvas: TurnCanvas, turns: Sequence[Turn]) -> None:
        super().__init__()
        self.canvas = canvas
        self._turns = tuple(turns)
        self._matches: tuple[Match, ...] = ()
        self._active_match: int | None = None
        self._marks: tuple[TurnMark, ...] = ()
        self._active_comment: str | None = None
        self._current: int | None = None
        self._word: tuple[int, int] | None = None
        self._title = make_label("heading")
        self._facts = ElidedLabel(role="muted")
        self._search = SearchField(theme)
        self._search.setFixedWidth(_SEARCH_WIDTH)
        self._search.setProperty(OWN_KEYS, ["Esc"])
        self._search.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self._found = make_label("small")
        self._previous = IconButton(theme, "chevron-up")
        self._next = IconButton(theme, "chevron-down")
        self._comment = TextButton(theme, "primary", "message-square-plus", canvas.viewport())
        self._comment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._comment.hide()
        head = QHBoxLayout()
        head.setContentsMargins(tokens.SPACE, 0, 0, 0)
        head.setSpacing(tokens.SPACE)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        for widget in (self._found, self._previous, self._next, self._search):
            head.addWidget(widget)
        card = Card(margin=tokens.SPACE)
        card.body.addLayout(head)
        card.body.addWidget(canvas, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        canvas.selected.connect(self._show_button)
        canvas.turn_clicked.connect(self.turn_clicked)
        canvas.comment_activated.connect(self.comment_activated)
        canvas.comment_requested.connect(self.comment_requested)
        canvas.verticalScrollBar().valueChanged.connect(lambda _: self._place_button())
        self._comment.clicked.connect(self._ask)
        self._search.searched.connect(self._look_for)
        self._search.installEventFilter(self)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self.retranslate()
        self._show_matches()

    def name_it(self, title: str, facts: str) -> None:
        self._title.setText(title)
        self._facts.setText(facts)
        self.canvas.setAccessibleName(title)

    def show_marks(self, marks: tuple[TurnMark, ...], active: str | None) -> None:
        self._marks, self._active_comment = marks, active
        self._draw()

    def show_current(self, position: int | None, word: tuple[int, int] | None = None) -> None:
        """The turn that is being said, or that the keys stand on; it is kept in sight."""
        if (position, word) == (self._current, self._word):
            return
        moved = position != self._current
        self._current, self._word = position, word
        self._draw()
        if moved and position is not None:
            self.canvas.reveal(position)
            turn = next(turn for turn in self._turns if turn.position == position)
            self.canvas.setAccessibleDescription(turn.text)

    def current(self) -> int | None:
        return self._current

    def search(self) -> None:
        """Puts the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def selection(self) -> Selection | None:
        return self.canvas.selection()

    def _draw(self) -> None:
        self.canvas.show_turns(
            TurnsState(
                marks=self._marks,
                active_comment=self._active_comment,
                current=self._current,
                word=self._word,
                matches=self._matches,
                active_match=self._active_match,
            )
        )

    def _look_for(self, text: str) -> None:
        self._matches = matches_of(text, self._turns)
        self._active_match = 0 if self._matches else None
        self._show_matches()

    def _step(self, by: int) -> None:
        if self._matches and self._active_match is not None:
            self._active_match = (self._active_match + by) % len(self._matches)
            self._show_matches()

    def _show_matches(self) -> None:
        count = len(self._matches)
        searching = bool(self._search.text())
        at = 0 if self._active_match is None else self._active_match + 1
        self._found.setText(f"{at}/{count}" if count else self.tr("none"))
        for widget in (self._found, self._previous, self._next):
            widget.setVisible(searching)
        self._draw()

    def _ask(self) -> None:
        chosen = self.canvas.selection()
        if chosen is not None:
            self.comment_requested.emit(chosen)

    def _show_button(self, chosen: Selection | None) -> None:
        self._comment.setVisible(chosen is not None)
        self._place_button()

    def _place_button(self) -> None:
        chosen = self.canvas.selection()
        box = self.canvas.line_rect(chosen.turn) if chosen is not None else None
        if box is None:
            return
        size = self._comment.sizeHint()
        room = self.canvas.viewport().size()
        top = min(int(box.bottom()), room.height() - size.height())
        self._comment.setGeometry(
            max(room.width() - size.width() - tokens.WIDE, 0),
            max(top, 0),
            size.width(),
            size.height(),
        )

    def retranslate(self) -> None:
        self._search.name_it(self.tr("Search  Ctrl+F"))
        self._previous.name_it(self.tr("Previous match"), "Shift+Enter")
        self._next.name_it(self.tr("Next match"), "Enter")
        self._comment.name_it(self.tr("Comment on these words"), action="comment")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._matches:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
