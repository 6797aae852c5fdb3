"""A call beside the scorecard: the sound above its transcript."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.comments.comment_states import Anchor, AnchorChoice
from qa_desktop.desktop.review.grading_panel import recall, remembered_splitter
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.sound.facts_bar import FactsBar
from qa_desktop.desktop.review.sound.sound_facts import LaneNames, SoundFacts
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.turns.said_words import said_words
from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.review.turns.turn_marks import Timeline, said_in, word_spans
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.review.words import role_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.interactions.model import InteractionDetail, Role

_MEMORY = "review/sound"
_SOUND_HEIGHT = 300
_TURNS_HEIGHT = 400


class CallSide(LeftSide):
    """Everything here stands on the interaction's clock, the sound panel on that of its sound,
    which begins with the first recording."""

    def __init__(self, services: Services, detail: InteractionDetail, player: Player) -> None:
        super().__init__(services, detail)
        self._timeline = Timeline(detail.turns)
        self._found = SoundFacts()
        self.facts = FactsBar(services.theme)
        self._no_turns: EmptyState | None = None
        interaction_id = detail.interaction.id
        self._sound = SoundPanel(services, player, interaction_id, detail.recordings)
        self._connect_sound()
        splitter = remembered_splitter(Qt.Orientation.Vertical, services.memory, _MEMORY)
        splitter.addWidget(self._sound)
        splitter.addWidget(self._make_words())
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        if not recall(splitter, services.memory, _MEMORY):
            splitter.setSizes([_SOUND_HEIGHT, _TURNS_HEIGHT])
        self._column.addWidget(splitter)
        self._sound.show_words(said_words(detail.turns, self.offset_ms))
        self.retranslate()

    @property
    def sound(self) -> SoundPanel:
        return self._sound

    @property
    def offset_ms(self) -> int:
        """Where the sound begins on the interaction's clock."""
        return min(recording.offset_ms for recording in self._detail.recordings)

    def _connect_sound(self) -> None:
        # A copy's file is named by its pseudonym, not by its recorder.
        self._sound.offers_recorder = not self._detail.interaction.is_copy
        self._sound.comment_requested.connect(self._ask_at)
        self._sound.comment_activated.connect(self.comment_activated)
        self._sound.comment_moved.connect(self._move)
        self._sound.facts_found.connect(self._show_facts)
        self._sound.recordings_changed.connect(self._reload_recordings)
        self._sound.moved.connect(self._follow)
        self._sound.offer.closed.connect(self.left)
        self.facts.places_requested.connect(self._sound.go_to_next)

    def _make_words(self) -> QWidget:
        if self._detail.turns:
            view = TranscriptView(self._services.theme)
            view.show_transcript(self._detail.turns)
            panel = self._make_turns(view, follows=True)
            panel.take_facts(self.facts)
            return panel
        self._no_turns = EmptyState(self._services.theme, "file-text")
        self._no_turns.first_requested.connect(self.transcript_requested)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, 0)
        column.addWidget(self.facts)
        column.addWidget(self._no_turns, 1)
        return below

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        super().show_comments(comments, active, locked=locked)
        self._sound.show_comments(comments, active, locked=locked)

    def go_to(self, comment: CommentState) -> None:
        if comment.start_ms is None:
            super().go_to(comment)
            return
        moment_ms = comment.start_ms - self.offset_ms
        self._sound.waveform.reveal(moment_ms)
        self._sound.listening.seek(moment_ms)
        position = self._timeline.turn_about(comment.start_ms, comment.end_ms)
        if self.turns is not None and position is not None:
            self.turns.keep_up()
            self.turns.canvas.reveal(position, smooth=True)

    def _show_words(self) -> None:
        self._timeline = Timeline(self._detail.turns)
        self._sound.show_words(said_words(self._detail.turns, self.offset_ms))
        canvas = self.turns.canvas if self.turns is not None else None
        if isinstance(canvas, TranscriptView):
            canvas.show_transcript(self._detail.turns)
        self._follow(self._sound.listening.position_ms())

    # What the keys ask for

    def _ask_here(self) -> None:
        """On the range, or at the playhead."""
        self._sound.ask_comment()

    def live_anchor(self) -> Anchor:
        return Anchor(start_ms=self._live_ms())

    def _live_ms(self) -> int:
        now_ms = self._sound.listening.position_ms()
        if self._sound.listening.playing:
            now_ms = max(now_ms - self._services.settings.reaction_ms, 0)
        return now_ms + self.offset_ms

    def moment_ms(self) -> int:
        return self._sound.listening.position_ms() + self.offset_ms

    def places(self) -> dict[AnchorChoice, Anchor]:
        """By time: a turn has one, and the playhead is at it."""
        found = {AnchorChoice.HERE: Anchor(start_ms=self.moment_ms())}
        span = self._sound.selection
        if span is not None:
            found[AnchorChoice.RANGE] = Anchor(
                start_ms=span.start_ms + self.offset_ms, end_ms=span.end_ms + self.offset_ms
            )
        found |= super().places()
        found.pop(AnchorChoice.TURN, None)
        return found

    def _now(self) -> float:
        return self.moment_ms()

    def _place_of(self, comment: CommentState) -> int | None:
        return comment.start_ms

    def resume(self) -> None:
        self._sound.resume()

    def forget_place(self) -> None:
        self._sound.forget_place()

    def flush(self) -> None:
        self._sound.waveform.settle()

    def close_sound(self) -> None:
        self._sound.close_sound()

    # What happened on this side

    def _ask_at(self, start_ms: int, end_ms: int | None) -> None:
        if end_ms is None:
            playing = self._sound.listening.playing
            point = Anchor(start_ms=start_ms + self.offset_ms)
            self.comment_requested.emit(self.live_anchor() if playing else point, playing)
            return
        span = Anchor(start_ms=start_ms + self.offset_ms, end_ms=end_ms + self.offset_ms)
        self.comment_requested.emit(span, False)  # noqa: FBT003

    def _move(self, comment_id: str, start_ms: int, end_ms: int | None) -> None:
        end = None if end_ms is None else end_ms + self.offset_ms
        moved = Anchor(start_ms=start_ms + self.offset_ms, end_ms=end)
        self.comment_moved.emit(comment_id, moved)

    def _anchor_of(self, chosen: Selection) -> Anchor:
        """The words' time is the comment's, so that it is a pin too."""
        anchor = super()._anchor_of(chosen)
        first, last = self._turns[chosen.turn], self._turns[chosen.last_turn]
        start_ms, end_ms = said_in(first, chosen)
        if last is not first:
            _, end_ms = said_in(last, chosen)
        return replace(anchor, start_ms=start_ms, end_ms=end_ms)

    def step_turn(self, by: int) -> None:
        """To the turn before or after in the order of time; back first to the beginning of the
        one being said."""
        found = self._timeline.step(self.moment_ms(), by)
        if found is None:
            super().step_turn(by)
            return
        if self.turns is not None:
            self.turns.keep_up()
        self._click(found, 0)
        self.say_turn(found)

    def _click(self, position: int, char: int) -> None:
        turn = self._turns.get(position)
        if turn is None or turn.start_ms is None:
            super()._click(position, char)
            return
        if self.turns is not None:
            self.turns.keep_up()
        moment_ms = turn.start_ms
        for word, (first, last) in zip(turn.words, word_spans(turn), strict=True):
            if char and first <= char <= last:
                moment_ms = word.start_ms
        self._sound.listening.seek(moment_ms - self.offset_ms)

    def _follow(self, position_ms: int) -> None:
        if self.turns is None:
            return
        moment_ms = position_ms + self.offset_ms
        position = self._timeline.turn_at(moment_ms)
        word = None
        if position is not None:
            turn = self._turns[position]
            index = self._timeline.word_at(turn, moment_ms)
            word = word_spans(turn)[index] if index is not None else None
        self.turns.show_current(position, word)

    def _reload_recordings(self) -> None:
        """Sides or places are others now, of this interaction's and perhaps of more."""
        changed = self._services.interactions.detail(self._detail.interaction.id)
        self._detail = replace(self._detail, recordings=changed.recordings)
        self._sound.show_recordings(changed.recordings)

    def _show_facts(self, facts: SoundFacts) -> None:
        self._found = facts
        self._name_turns()

    def _name_turns(self) -> None:
        self.facts.show_facts(len(self._detail.turns), self._found)
        if self.turns is not None:
            self.turns.name_it(self.tr("Transcript"), "")

    def _lane_name(self, role: Role, known: str | None) -> str:
        """With the name that the reviewer told, or that is known of the call."""
        told = (t.speaker.name for t in self._detail.turns if t.role is role and t.speaker)
        name = next(filter(None, told), known)
        return f"{role_word(role)} · {name}" if name else role_word(role)

    def retranslate(self) -> None:
        known = self._detail.interaction.metadata.agent_name
        self._sound.name_lanes(
            LaneNames(
                agent=self._lane_name(Role.AGENT, known),
                customer=self._lane_name(Role.CUSTOMER, None),
                both=self.tr("Both speakers"),
            )
        )
        if self._no_turns is not None and self._detail.interaction.is_copy:
            self._no_turns.show_words(
                self.tr("No transcript"), self.tr("Everybody in this session grades it by ear.")
            )
        elif self._no_turns is not None:
            self._no_turns.show_words(
                self.tr("No transcript yet"),
                self.tr("Choose its file, whatever the name: then you can read along and search."),
                self.tr("Import a transcript"),
            )
        self._name_turns()
