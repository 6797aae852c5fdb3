"""The card around the turns: its title and facts, search, and what can be done with their words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.turns.turn_bar import SelectionBar
from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas
from qa_desktop.desktop.review.turns.turn_map import TurnMap
from qa_desktop.desktop.review.turns.turn_marks import Match, TurnMark, matches_of
from qa_desktop.desktop.review.turns.turn_painting import TurnsState
from qa_desktop.desktop.review.turns.turn_search import TurnSearch
from qa_desktop.desktop.review.turns.turn_selection import Place, Selection, word_around
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.model import Turn


class TurnPanel(Retranslated):
    """Holds a TurnCanvas. Signals: `comment_requested(Selection)`, `quote_requested(Selection)`,
    `correction_requested(Selection)`; `turn_clicked(int, int)`; `comment_activated(str)`;
    `menu_requested(QPoint, int, int)`; `left` when the search is closed.

    `follows`: the current turn is what is being said; scrolling away lets go of it until
    `follow` is asked for.
    """

    comment_requested = Signal(object)
    quote_requested = Signal(object)
    correction_requested = Signal(object)
    turn_clicked = Signal(int, int)
    comment_activated = Signal(str)
    menu_requested = Signal(QPoint, int, int)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        canvas: TurnCanvas,
        turns: Sequence[Turn],
        language: Callable[[], str],
        *,
        follows: bool = False,
    ) -> None:
        """`language` that problems are told in."""
        super().__init__()
        self.canvas = canvas
        self._follows = follows
        self._following = True
        self._locked = False
        self._turns: dict[int, Turn] = {}
        self._matches: tuple[Match, ...] = ()
        self._active_match: int | None = None
        # Where one was before the search, and whether with the sound.
        self._came_from: tuple[int, bool] | None = None
        self._marks: tuple[TurnMark, ...] = ()
        self._active_comment: str | None = None
        self._current: int | None = None
        self._word: tuple[int, int] | None = None
        self._title = make_label("heading")
        self._facts = ElidedLabel(role="muted")
        self._search = TurnSearch(theme)
        self._map = TurnMap(theme, canvas)
        self._bar = SelectionBar(theme, canvas.viewport())
        self._follow = TextButton(theme, "", "corner-down-left", canvas.viewport())
        self._follow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow.setCursor(Qt.CursorShape.ArrowCursor)
        self._follow.hide()
        self._problems = ProblemBanner(theme, language)
        head = self._head = QHBoxLayout()
        head.setContentsMargins(tokens.SPACE, 0, 0, 0)
        head.setSpacing(tokens.SPACE)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self._search)
        card = Card(margin=tokens.SPACE)
        card.body.addLayout(head)
        card.body.addWidget(self._problems)
        card.body.addWidget(canvas, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect()
        self.show_turns(turns)
        self.retranslate()

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.selected.connect(self._show_bar)
        canvas.turn_clicked.connect(self.turn_clicked)
        canvas.comment_activated.connect(self.comment_activated)
        canvas.comment_requested.connect(self.comment_requested)
        canvas.menu_requested.connect(self.menu_requested)
        canvas.read_elsewhere.connect(self._let_go)
        canvas.laid_out.connect(self._place_over)
        canvas.verticalScrollBar().valueChanged.connect(lambda _: self._place_over())
        canvas.viewport().installEventFilter(self)
        bar = self._bar
        bar.comment_requested.connect(lambda: self._with_words(self.comment_requested.emit))
        bar.quote_requested.connect(lambda: self._with_words(self.quote_requested.emit))
        bar.correction_requested.connect(lambda: self._with_words(self.correction_requested.emit))
        self._follow.clicked.connect(self.follow)
        self._search.searched.connect(self._look_for)
        self._search.stepped.connect(self.step_match)
        self._search.left.connect(self._leave_search)

    # State

    def name_it(self, title: str, facts: str) -> None:
        self._title.setText(title)
        self._facts.setText(facts)
        self.canvas.setAccessibleName(title)

    def take_facts(self, facts: QWidget) -> None:
        """A widget in place of the words that `name_it` gives."""
        self._facts.hide()
        self._head.insertWidget(self._head.indexOf(self._facts), facts, 1)

    def add_tool(self, widget: QWidget) -> None:
        """Into the head, before the search."""
        self._head.insertWidget(self._head.indexOf(self._search), widget)

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Other words than before; the canvas is shown them by whoever made it."""
        self._turns = {turn.position: turn for turn in turns}
        if self._search.field.text():
            self._look_for(self._search.field.text(), moving=False)
        self._show_bar(self.canvas.selection())

    def show_marks(
        self, marks: tuple[TurnMark, ...], active: str | None, *, locked: bool = False
    ) -> None:
        """`locked`: nothing can be commented on now."""
        self._marks, self._active_comment, self._locked = marks, active, locked
        self._draw()

    def show_current(self, position: int | None, word: tuple[int, int] | None = None) -> None:
        """The turn that is being said, or that the keys stand on; it is kept in sight, unless
        one reads elsewhere."""
        if (position, word) == (self._current, self._word):
            return
        moved = position != self._current
        self._current, self._word = position, word
        self._draw()
        if position is None:
            return
        if self._following or not self._follows:
            self.canvas.reveal(position, word, smooth=True)
        turn = self._turns.get(position)
        if moved and turn is not None:
            self.canvas.setAccessibleDescription(turn.text)

    def current(self) -> int | None:
        return self._current

    def current_word(self) -> tuple[int, int] | None:
        """The span of the word being said."""
        return self._word

    def selection(self) -> Selection | None:
        return self.canvas.selection()

    def position_here(self) -> int | None:
        """The turn one stands on: by what is selected, by the caret, the current one, or, before
        anything is said, the first in sight."""
        chosen, caret = self.canvas.selection(), self.canvas.caret()
        if chosen is not None:
            return chosen.turn
        if caret is not None:
            return caret[0]
        return self._current if self._current is not None else self.canvas.first_turn_seen()

    def turn_here(self) -> Selection | None:
        """What is selected, else all of the turn one stands on."""
        position = self.position_here()
        turn = self._turns.get(position) if position is not None else None
        whole = (
            Selection(turn=turn.position, start_char=0, end_char=len(turn.text)) if turn else None
        )
        return self.canvas.selection() or whole

    def words_here(self) -> Selection | None:
        """What is selected, else the word at the caret or being said, else all of the turn."""
        whole, caret = self.turn_here(), self.canvas.caret()
        turn = self._turns.get(whole.turn) if whole is not None else None
        if self.canvas.selection() is not None or whole is None or turn is None:
            return whole
        span = self._word if whole.turn == self._current else None
        if caret is not None:
            span = word_around(turn.text, caret[1])
        if span is None or span[0] == span[1]:
            return whole
        return Selection(turn=whole.turn, start_char=span[0], end_char=span[1])

    def point_of(self, position: int) -> QPoint:
        """On the screen, at the beginning of a turn's words."""
        self.canvas.reveal(position)
        boxes = self.canvas.char_rects(position, 0, 1)
        at = boxes[0].bottomLeft() if boxes else QPointF(0, 0)
        return self.canvas.viewport().mapToGlobal(at.toPoint())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Why something could not be written; none takes it away."""
        self._problems.show_problems(problems)

    # Following what is being said

    @property
    def following(self) -> bool:
        return self._following

    def keep_up(self) -> None:
        """With what is said from now on."""
        self._following = True
        self._place_over()

    def follow(self) -> None:
        """Back to what is being said, and on with it."""
        self.keep_up()
        if self._current is not None:
            self.canvas.reveal(self._current, self._word, smooth=True)

    def _let_go(self) -> None:
        if self._follows and self._current is not None:
            self._following = False
            self._place_over()

    # Search

    def search(self) -> None:
        """Puts the cursor into the search."""
        self._search.begin()

    def step_match(self, by: int) -> bool:
        """To another match, round the end; False where there is nothing to look for."""
        if self._search.again():
            return True
        if not self._matches or self._active_match is None:
            return bool(self._search.field.text())
        self._active_match = (self._active_match + by) % len(self._matches)
        self._let_go()
        self._show_matches()
        return True

    def _look_for(self, text: str, *, moving: bool = True) -> None:
        bar = self.canvas.verticalScrollBar()
        if text and not self._matches and self._came_from is None:
            self._came_from = (bar.value(), self._following)
        self._matches = matches_of(text, tuple(self._turns.values()))
        if moving or not self._matches:
            self._active_match = self._nearest_match()
        else:
            self._active_match = min(self._active_match or 0, len(self._matches) - 1)
        if self._matches and moving:
            self._let_go()
        self._show_matches()

    def _nearest_match(self) -> int | None:
        """The first one from where one reads, so that typing on doesn't jump about."""
        seen = self.canvas.first_turn_seen()
        if not self._matches:
            return None
        order = {position: place for place, position in enumerate(self._turns)}
        begin = order.get(seen, 0) if seen is not None else 0
        ahead = (i for i, m in enumerate(self._matches) if order.get(m.turn, 0) >= begin)
        return next(ahead, 0)

    def _leave_search(self) -> None:
        """Esc: back to where one was."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            self.canvas.verticalScrollBar().setValue(came_from[0])
            if came_from[1] and not self._following:
                self.follow()
        self.left.emit()

    def active_match(self) -> Match | None:
        return None if self._active_match is None else self._matches[self._active_match]

    def _show_matches(self) -> None:
        at = 0 if self._active_match is None else self._active_match + 1
        self._search.show_found(at, len(self._matches))
        active = self.active_match()
        self._draw()
        self._map.show_places(
            [match.turn for match in self._matches], active.turn if active else None
        )

    # The caret

    def toggle_caret(self) -> bool:
        """Takes the caret to the match, the words being said or the turn one stands on, or drops
        it; False where there are no turns."""
        if self.canvas.caret() is not None:
            self.canvas.drop_caret()
            return True
        place = self._caret_place()
        if place is None:
            return False
        self.canvas.take_caret(place)
        return True

    def _caret_place(self) -> Place | None:
        match = self.active_match()
        if match is not None:
            return match.turn, match.start_char
        if self._current is not None and self._following:
            return self._current, self._word[0] if self._word else 0
        seen = self.canvas.first_turn_seen()
        position = seen if seen is not None else next(iter(self._turns), None)
        return None if position is None else (position, 0)

    # What lies over the canvas

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

    def _with_words(self, act: Callable[[Selection], object]) -> None:
        chosen = self.canvas.selection()
        if chosen is not None:
            act(chosen)

    def _show_bar(self, chosen: Selection | None) -> None:
        self._bar.offer(
            commenting=chosen is not None and not self._locked,
            correcting=chosen is not None and chosen.end_turn is None,
        )
        self._place_over()

    def _place_over(self) -> None:
        view = self.canvas.viewport()
        chosen = self.canvas.selection()
        if chosen is not None:
            turn = self._turns.get(chosen.last_turn)
            span = chosen.span_in(chosen.last_turn, len(turn.text)) if turn else None
            boxes = self.canvas.char_rects(chosen.last_turn, *span) if span else []
            if boxes:
                self._bar.place(QRectF(boxes[-1]), view)
        self._follow.setVisible(self._follows and not self._following and chosen is None)
        if self._follow.isVisibleTo(view):
            size = self._follow.sizeHint()
            left = view.width() - size.width() - tokens.WIDE
            top = view.height() - size.height() - tokens.SPACE
            self._follow.setGeometry(left, top, size.width(), size.height())
        self._map.place()

    def retranslate(self) -> None:
        self._follow.name_it(self.tr("Follow the sound"), action="follow")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place_over()
        return super().eventFilter(watched, event)
