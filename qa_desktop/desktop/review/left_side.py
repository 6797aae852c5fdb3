"""The page's left side, whatever is graded: its turns, and what can be asked of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.comments.comment_states import Anchor, AnchorChoice
from qa_desktop.desktop.review.conversation.conversation_view import ConversationView
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.review.turns.turn_marks import marks_of
from qa_desktop.desktop.review.turns.turn_panel import TurnPanel
from qa_desktop.desktop.review.turns.turn_selection import Selection, text_of, trimmed
from qa_desktop.desktop.review.words import speaker_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.spoken import announce
from qa_desktop.interactions.corrections import to_imported
from qa_desktop.interactions.model import InteractionDetail, Turn


class LeftSide(Retranslated):
    """What CallSide and ConversationSide share.

    Signals: `comment_requested(Anchor, bool live)` with `live` for one at the running playhead;
    `quote_requested(Anchor)`;
    `comment_activated(str)`; `comment_moved(str, Anchor)`; `transcript_requested`; `left` when
    the keys are the page's again.
    """

    comment_requested = Signal(object, bool)
    quote_requested = Signal(object)
    comment_activated = Signal(str)
    comment_moved = Signal(str, object)
    transcript_requested = Signal()
    left = Signal()

    def __init__(self, services: Services, detail: InteractionDetail) -> None:
        super().__init__()
        self._services = services
        self._detail = detail
        self._turns = {turn.position: turn for turn in detail.turns}
        self._comments: tuple[CommentState, ...] = ()
        self.turns: TurnPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.TIGHT, tokens.WIDE)
        self._column.setSpacing(tokens.SPACE)

    @property
    def sound(self) -> SoundPanel | None:
        return None

    def _make_turns(
        self, view: TranscriptView | ConversationView, *, follows: bool = False
    ) -> TurnPanel:
        services = self._services
        panel = TurnPanel(
            services.theme, view, self._detail.turns, lambda: services.language, follows=follows
        )
        panel.comment_requested.connect(self._ask_on_words)
        panel.quote_requested.connect(self.quote)
        panel.turn_clicked.connect(self._click)
        panel.comment_activated.connect(self.comment_activated)
        panel.left.connect(self.left)
        self.turns = panel
        return panel

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        """`locked`: nothing can be commented now."""
        self._comments = comments
        if self.turns is not None:
            marks = marks_of(comments, self._detail.turns)
            self.turns.show_marks(marks, active, locked=locked)

    def show_faint(self, positions: frozenset[int]) -> None:
        """What agents said whom the score does not go to."""
        if self.turns is not None:
            self.turns.canvas.show_faint(positions)

    def go_to(self, comment: CommentState) -> None:
        """To the moment, or the turn, that a comment is on."""
        if comment.turn is not None and self.turns is not None:
            self.turns.show_current(comment.turn)

    def go_to_turn(self, position: int) -> None:
        self._click(position, 0)

    @property
    def detail(self) -> InteractionDetail:
        """As it is shown now."""
        return self._detail

    def turn(self, position: int) -> Turn | None:
        return self._turns.get(position)

    def use_detail(self, detail: InteractionDetail) -> None:
        """Words were corrected, or speakers told."""
        self._detail = detail
        self._turns = {turn.position: turn for turn in detail.turns}
        if self.turns is not None:
            self._show_words()
            self.turns.show_turns(detail.turns)
        self.retranslate()

    def _show_words(self) -> None:
        """The turns as they are now."""

    def reveal_all(self, position: int) -> None:
        """Nothing of the turn is left out or folded away."""

    # What the keys ask for

    def ask_quote(self) -> bool:
        """The words selected, or the turn one stands on; False where there are none."""
        chosen = self.turns.turn_here() if self.turns is not None else None
        if chosen is not None:
            self.quote(chosen)
        return chosen is not None

    def quote(self, chosen: Selection) -> None:
        self.clear_selection()
        self.quote_requested.emit(self._anchor_of(trimmed(chosen, self._turns)))

    def comment_on(self, chosen: Selection) -> None:
        self._ask_on_words(chosen)

    def copy(self, chosen: Selection) -> None:
        QGuiApplication.clipboard().setText(text_of(chosen, self._detail.turns))

    def play_from(self, position: int, char: int) -> None:
        self._click(position, char)

    def clear_selection(self) -> None:
        if self.turns is not None:
            self.turns.canvas.clear_selection()

    def ask_comment(self) -> None:
        """On the words selected, or where the reviewer listens or reads now."""
        chosen = self.turns.selection() if self.turns is not None else None
        if chosen is not None:
            self._ask_on_words(chosen)
        else:
            self._ask_here()

    def _ask_here(self) -> None:
        current = self.turns.current() if self.turns is not None else None
        self.comment_requested.emit(Anchor(turn=current), False)  # noqa: FBT003

    def live_anchor(self) -> Anchor:
        """The running playhead, less the reviewer's reaction time."""
        return Anchor()

    def moment_ms(self) -> int | None:
        """Where a measure is marked now: the playhead, or the current turn's beginning."""
        current = self.turns.current() if self.turns is not None else None
        return self._turns[current].start_ms if current is not None else None

    def places(self) -> dict[AnchorChoice, Anchor]:
        """Where a comment could be moved to now."""
        found: dict[AnchorChoice, Anchor] = {}
        if self.turns is not None:
            current, chosen = self.turns.current(), self.turns.selection()
            if current is not None:
                found[AnchorChoice.TURN] = Anchor(turn=current)
            if chosen is not None:
                found[AnchorChoice.WORDS] = self._anchor_of(chosen)
        return {**found, AnchorChoice.WHOLE: Anchor()}

    def step_turn(self, by: int) -> None:
        """In a conversation, to another turn."""
        positions = list(self._turns)
        if self.turns is None or not positions:
            return
        current = self.turns.current()
        at = positions.index(current) if current in self._turns else 0
        at = min(max(at + by, 0), len(positions) - 1)
        self.turns.show_current(positions[at])
        self.say_turn(positions[at])

    def say_turn(self, position: int) -> None:
        """What a screen reader says of the turn that the keys went to: nobody else sees it so."""
        turn = self._turns.get(position)
        if turn is not None and self.turns is not None:
            announce(self.turns, f"{speaker_words(turn.role, turn.author)}: {turn.text}")

    def toggle_fold(self) -> bool:
        """All of the current message, or what is shown at first; False where it is the same."""
        return False

    def toggle_notes(self) -> bool:
        """Leaves internal notes out, or shows them again; False where there are none."""
        return False

    def step_comment(self, *, ahead: bool) -> None:
        """To the comment before or after the playhead or the current turn."""
        keys = [(self._place_of(comment), comment) for comment in self._comments]
        placed = [(key, comment) for key, comment in keys if key is not None]
        now = self._now()
        if ahead:
            found = next((c for key, c in placed if key > now), None)
        else:
            found = next((c for key, c in reversed(placed) if key < now), None)
        if found is not None:
            self.comment_activated.emit(found.id)

    def _now(self) -> float:
        current = self.turns.current() if self.turns is not None else None
        return -1 if current is None else current

    def _place_of(self, comment: CommentState) -> int | None:
        return comment.turn

    def resume(self) -> None:
        """Back to where listening stopped the last time."""

    def forget_place(self) -> None:
        """The review is done: it is heard anew the next time."""

    def flush(self) -> None:
        """Tells at once what keys are still moving."""

    def close_sound(self) -> None:
        """Before the page goes."""

    # What happened on this side

    def _anchor_of(self, chosen: Selection) -> Anchor:
        """In the imported text, so that it holds whatever is corrected."""
        first, last = self._turns[chosen.turn], self._turns[chosen.last_turn]
        if chosen.end_turn is None:
            start, end = to_imported(first, chosen.start_char, chosen.end_char)
        else:
            start, _ = to_imported(first, chosen.start_char, len(first.text))
            _, end = to_imported(last, 0, chosen.end_char)
        return Anchor(turn=chosen.turn, start_char=start, end_char=end, end_turn=chosen.end_turn)

    def _ask_on_words(self, chosen: Selection) -> None:
        self.clear_selection()
        self.comment_requested.emit(self._anchor_of(trimmed(chosen, self._turns)), False)  # noqa: FBT003

    def _click(self, position: int, char: int) -> None:
        """`char`: which of the turn's characters, 0 for the turn as a whole."""
        del char
        if position in self._turns and self.turns is not None:
            self.turns.show_current(position)
