"""The page's left side: the sound with its transcript, or the conversation."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.comment_states import Anchor
from qa_desktop.desktop.review.conversation import facts_of, rows_of
from qa_desktop.desktop.review.conversation_view import ConversationView
from qa_desktop.desktop.review.fact_cards import FactCards
from qa_desktop.desktop.review.grading_panel import recall, remembered_splitter
from qa_desktop.desktop.review.sound_facts import LaneNames, SoundFacts
from qa_desktop.desktop.review.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.transcript_view import TranscriptView
from qa_desktop.desktop.review.turn_canvas import Selection
from qa_desktop.desktop.review.turn_marks import Timeline, marks_of, word_spans
from qa_desktop.desktop.review.turn_panel import TurnPanel
from qa_desktop.desktop.review.words import length_words, message_count, role_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.interactions.model import AgentChannel, InteractionDetail, Kind, Role

_MEMORY = "review/sound"
_SOUND_HEIGHT = 300
_TURNS_HEIGHT = 400


class LeftSide(Retranslated):
    """Signals: `comment_requested(Anchor, bool live)` with `live` for one at the running
    playhead; `comment_activated(str)`; `comment_moved(str, Anchor)`; `transcript_requested`;
    `left` when the keys are the page's again.
    """

    comment_requested = Signal(object, bool)
    comment_activated = Signal(str)
    comment_moved = Signal(str, object)
    transcript_requested = Signal()
    left = Signal()

    def __init__(
        self, services: Services, detail: InteractionDetail, player: Player | None
    ) -> None:
        super().__init__()
        self._services = services
        self._detail = detail
        self._turns = {turn.position: turn for turn in detail.turns}
        self._timeline = Timeline(detail.turns)
        self._comments: tuple[CommentState, ...] = ()
        self._facts: SoundFacts | None = None
        self._cards: FactCards | None = None
        self.sound: SoundPanel | None = None
        self.turns: TurnPanel | None = None
        self._no_turns: EmptyState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.TIGHT, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        if detail.interaction.kind is Kind.RECORDING and detail.recordings and player is not None:
            column.addWidget(self._make_call(player))
        else:
            self._cards = FactCards(facts_of(detail))
            column.addWidget(self._cards)
            panel = self._make_turns(self._make_conversation())
            column.addWidget(panel, 1)
            panel.show_current(next(iter(self._turns), None))
        self.retranslate()

    @property
    def offset_ms(self) -> int:
        """Where the recording begins on the interaction's clock."""
        return self._detail.recordings[0].offset_ms if self._detail.recordings else 0

    def _make_call(self, player: Player) -> QWidget:
        recording = self._detail.recordings[0]
        self.sound = SoundPanel(self._services, player, recording)
        self.sound.comment_requested.connect(self._ask_at)
        self.sound.comment_activated.connect(self.comment_activated)
        self.sound.comment_moved.connect(self._move)
        self.sound.facts_found.connect(self._show_facts)
        self.sound.swapped.connect(self._swap)
        self.sound.moved.connect(self._follow)
        splitter = remembered_splitter(Qt.Orientation.Vertical, self._services.memory, _MEMORY)
        splitter.addWidget(self.sound)
        if self._detail.turns:
            view = TranscriptView(self._services.theme)
            view.show_transcript(self._detail.turns)
            splitter.addWidget(self._make_turns(view))
        else:
            self._no_turns = EmptyState(self._services.theme, "file-text")
            self._no_turns.first_requested.connect(self.transcript_requested)
            splitter.addWidget(self._no_turns)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        if not recall(splitter, self._services.memory, _MEMORY):
            splitter.setSizes([_SOUND_HEIGHT, _TURNS_HEIGHT])
        return splitter

    def _make_conversation(self) -> ConversationView:
        view = ConversationView(self._services.theme)
        known = self._detail.interaction.metadata
        agent, agent_id = known.agent_name or known.agent_id or "", known.agent_id or ""
        view.show_conversation(rows_of(self._detail), agent, agent_id)
        return view

    def _make_turns(self, view: TranscriptView | ConversationView) -> TurnPanel:
        panel = TurnPanel(self._services.theme, view, self._detail.turns)
        panel.comment_requested.connect(self._ask_on_words)
        panel.turn_clicked.connect(self._click)
        panel.comment_activated.connect(self.comment_activated)
        panel.left.connect(self.left)
        self.turns = panel
        return panel

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        self._comments = comments
        if self.sound is not None:
            self.sound.show_comments(comments, active, locked=locked)
        if self.turns is not None:
            self.turns.show_marks(marks_of(comments, self._detail.turns), active)

    def go_to(self, comment: CommentState) -> None:
        """To the moment, or the turn, that a comment is on."""
        if self.sound is not None and comment.start_ms is not None:
            moment_ms = comment.start_ms - self.offset_ms
            self.sound.waveform.reveal(moment_ms)
            self.sound.listening.seek(moment_ms)
        elif comment.turn is not None and self.turns is not None:
            self.turns.show_current(comment.turn)

    def go_to_turn(self, position: int) -> None:
        self._click(position, 0)

    # What the keys ask for

    def ask_comment(self) -> None:
        """On the words selected, on the range, at the playhead, or on the current turn."""
        chosen = self.turns.selection() if self.turns is not None else None
        if chosen is not None:
            self._ask_on_words(chosen)
        elif self.sound is not None:
            self.sound.ask_comment()
        elif self.turns is not None and self.turns.current() is not None:
            self.comment_requested.emit(Anchor(turn=self.turns.current()), False)  # noqa: FBT003
        else:
            self.comment_requested.emit(Anchor(), False)  # noqa: FBT003

    def live_anchor(self) -> Anchor:
        """The running playhead, less the reviewer's reaction time."""
        if self.sound is None:
            return Anchor()
        now_ms = self.sound.listening.position_ms()
        if self.sound.listening.playing:
            now_ms = max(now_ms - self._services.settings.reaction_ms, 0)
        return Anchor(start_ms=now_ms + self.offset_ms)

    def moment_ms(self) -> int | None:
        """Where a measure is marked now: the playhead, or the current turn's beginning."""
        if self.sound is not None:
            return self.sound.listening.position_ms() + self.offset_ms
        current = self.turns.current() if self.turns is not None else None
        return self._turns[current].start_ms if current is not None else None

    def step_turn(self, by: int) -> None:
        """In a conversation, to another turn."""
        positions = list(self._turns)
        if self.turns is None or not positions:
            return
        current = self.turns.current()
        at = positions.index(current) if current in self._turns else 0
        at = min(max(at + by, 0), len(positions) - 1)
        self.turns.show_current(positions[at])

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
        if self.sound is not None:
            return self.sound.listening.position_ms() + self.offset_ms
        current = self.turns.current() if self.turns is not None else None
        return -1 if current is None else current

    def _place_of(self, comment: CommentState) -> int | None:
        return comment.start_ms if self.sound is not None else comment.turn

    def close_sound(self) -> None:
        if self.sound is not None:
            self.sound.close_sound()

    # What happened on this side

    def _ask_at(self, start_ms: int, end_ms: int | None) -> None:
        if end_ms is None:
            playing = self.sound is not None and self.sound.listening.playing
            point = Anchor(start_ms=start_ms + self.offset_ms)
            self.comment_requested.emit(self.live_anchor() if playing else point, playing)
            return
        span = Anchor(start_ms=start_ms + self.offset_ms, end_ms=end_ms + self.offset_ms)
        self.comment_requested.emit(span, False)  # noqa: FBT003

    def _move(self, comment_id: str, start_ms: int, end_ms: int | None) -> None:
        end = None if end_ms is None else end_ms + self.offset_ms
        moved = Anchor(start_ms=start_ms + self.offset_ms, end_ms=end)
        self.comment_moved.emit(comment_id, moved)

    def _ask_on_words(self, chosen: Selection) -> None:
        """On a call the words' time is the comment's, so that it is a pin too."""
        anchor = Anchor(turn=chosen.turn, start_char=chosen.start_char, end_char=chosen.end_char)
        turn = self._turns[chosen.turn]
        if self.sound is not None and turn.start_ms is not None:
            start_ms, end_ms = turn.start_ms, turn.end_ms
            said = [
                word
                for word, (first, last) in zip(turn.words, word_spans(turn), strict=True)
                if first < chosen.end_char and last > chosen.start_char
            ]
            if said:
                start_ms, end_ms = said[0].start_ms, said[-1].end_ms
            anchor = replace(anchor, start_ms=start_ms, end_ms=end_ms)
        if self.turns is not None:
            self.turns.canvas.clear_selection()
        self.comment_requested.emit(anchor, False)  # noqa: FBT003

    def _click(self, position: int, char: int) -> None:
        turn = self._turns.get(position)
        if turn is None or self.turns is None:
            return
        if self.sound is None or turn.start_ms is None:
            self.turns.show_current(position)
            return
        moment_ms = turn.start_ms
        for word, (first, last) in zip(turn.words, word_spans(turn), strict=True):
            if char and first <= char <= last:
                moment_ms = word.start_ms
        self.sound.listening.seek(moment_ms - self.offset_ms)

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

    def _swap(self, channel: AgentChannel) -> None:
        recordings = self._detail.recordings
        first = replace(recordings[0], agent_channel=channel)
        self._detail = replace(self._detail, recordings=(first, *recordings[1:]))
        if self.sound is not None:
            self.sound.show_recording(first)

    def _show_facts(self, facts: SoundFacts) -> None:
        self._facts = facts
        self._name_turns()

    def _name_turns(self) -> None:
        if self.turns is None:
            return
        turns = len(self._detail.turns)
        call = self.sound is not None
        count = self.tr("%n turn(s)", "", turns) if call else message_count(turns)
        parts = [count]
        facts = self._facts
        if facts is not None and facts.agent_share is not None and facts.customer_share is not None:
            talk = self.tr("talk {0} % agent, {1} % customer")
            parts.append(
                talk.format(round(facts.agent_share * 100), round(facts.customer_share * 100))
            )
        if facts is not None and facts.silences:
            silence = self.tr("longest silence {0}")
            parts.append(silence.format(length_words(facts.longest_silence_ms)))
        title = self.tr("Transcript") if call else self.tr("Conversation")
        self.turns.name_it(title, " · ".join(parts))

    def retranslate(self) -> None:
        if self.sound is not None:
            name = self._detail.interaction.metadata.agent_name
            agent = role_word(Role.AGENT)
            self.sound.name_lanes(
                LaneNames(
                    agent=f"{agent} · {name}" if name else agent,
                    customer=role_word(Role.CUSTOMER),
                    both=self.tr("Both speakers"),
                )
            )
        if self._no_turns is not None:
            self._no_turns.show_words(
                self.tr("No transcript yet"),
                self.tr("Import one with the recording's name to read along and to search in it."),
                self.tr("Import a transcript"),
            )
        self._name_turns()
