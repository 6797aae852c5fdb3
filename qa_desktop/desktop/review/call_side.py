"""A call beside the scorecard: the sound above its transcript."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.comment_states import Anchor
from qa_desktop.desktop.review.grading_panel import recall, remembered_splitter
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.sound_facts import LaneNames, SoundFacts
from qa_desktop.desktop.review.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.transcript_view import TranscriptView
from qa_desktop.desktop.review.turn_canvas import Selection
from qa_desktop.desktop.review.turn_marks import Timeline, word_spans
from qa_desktop.desktop.review.words import length_words, role_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.interactions.model import AgentChannel, InteractionDetail, Role

_MEMORY = "review/sound"
_SOUND_HEIGHT = 300
_TURNS_HEIGHT = 400


class CallSide(LeftSide):
    """Everything here stands on the interaction's clock, the sound panel on the recording's."""

    def __init__(self, services: Services, detail: InteractionDetail, player: Player) -> None:
        super().__init__(services, detail)
        self._timeline = Timeline(detail.turns)
        self._facts: SoundFacts | None = None
        self._no_turns: EmptyState | None = None
        self._sound = SoundPanel(services, player, detail.recordings[0])
        self._connect_sound()
        splitter = remembered_splitter(Qt.Orientation.Vertical, services.memory, _MEMORY)
        splitter.addWidget(self._sound)
        splitter.addWidget(self._make_words())
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        if not recall(splitter, services.memory, _MEMORY):
            splitter.setSizes([_SOUND_HEIGHT, _TURNS_HEIGHT])
        self._column.addWidget(splitter)
        self.retranslate()

    @property
    def sound(self) -> SoundPanel:
        return self._sound

    @property
    def offset_ms(self) -> int:
        """Where the recording begins on the interaction's clock."""
        return self._detail.recordings[0].offset_ms

    def _connect_sound(self) -> None:
        self._sound.comment_requested.connect(self._ask_at)
        self._sound.comment_activated.connect(self.comment_activated)
        self._sound.comment_moved.connect(self._move)
        self._sound.facts_found.connect(self._show_facts)
        self._sound.swapped.connect(self._swap)
        self._sound.moved.connect(self._follow)

    def _make_words(self) -> QWidget:
        if self._detail.turns:
            view = TranscriptView(self._services.theme)
            view.show_transcript(self._detail.turns)
            return self._make_turns(view)
        self._no_turns = EmptyState(self._services.theme, "file-text")
        self._no_turns.first_requested.connect(self.transcript_requested)
        return self._no_turns

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

    def _now(self) -> float:
        return self.moment_ms()

    def _place_of(self, comment: CommentState) -> int | None:
        return comment.start_ms

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
        turn = self._turns[chosen.turn]
        if turn.start_ms is None:
            return anchor
        said = [
            word
            for word, (first, last) in zip(turn.words, word_spans(turn), strict=True)
            if first < chosen.end_char and last > chosen.start_char
        ]
        if said:
            return replace(anchor, start_ms=said[0].start_ms, end_ms=said[-1].end_ms)
        return replace(anchor, start_ms=turn.start_ms, end_ms=turn.end_ms)

    def _click(self, position: int, char: int) -> None:
        turn = self._turns.get(position)
        if turn is None or turn.start_ms is None:
            super()._click(position, char)
            return
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

    def _swap(self, channel: AgentChannel) -> None:
        recordings = self._detail.recordings
        first = replace(recordings[0], agent_channel=channel)
        self._detail = replace(self._detail, recordings=(first, *recordings[1:]))
        self._sound.show_recording(first)

    def _show_facts(self, facts: SoundFacts) -> None:
        self._facts = facts
        self._name_turns()

    def _name_turns(self) -> None:
        if self.turns is None:
            return
        parts = [self.tr("%n turn(s)", "", len(self._detail.turns))]
        facts = self._facts
        if facts is not None and facts.agent_share is not None and facts.customer_share is not None:
            talk = self.tr("talk {0} % agent, {1} % customer")
            parts.append(
                talk.format(round(facts.agent_share * 100), round(facts.customer_share * 100))
            )
        if facts is not None and facts.silences:
            silence = self.tr("longest silence {0}")
            parts.append(silence.format(length_words(facts.longest_silence_ms)))
        self.turns.name_it(self.tr("Transcript"), " · ".join(parts))

    def retranslate(self) -> None:
        name = self._detail.interaction.metadata.agent_name
        agent = role_word(Role.AGENT)
        self._sound.name_lanes(
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
