"""The sound of a call: overview, waveform and transport, fed by the player and the peaks."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal

from qa_desktop.audio.decode import read_span
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.sound.call_sound import CallSound
from qa_desktop.desktop.review.sound.listening import Listening
from qa_desktop.desktop.review.sound.listening_places import ListeningPlaces
from qa_desktop.desktop.review.sound.locate_bar import LocateBar
from qa_desktop.desktop.review.sound.loudness import Loudness
from qa_desktop.desktop.review.sound.recorder_offer import RecorderOffer
from qa_desktop.desktop.review.sound.sound_facts import (
    LaneNames,
    SoundFacts,
    bands_of,
    lanes_of,
    marks_of,
    pins_of,
    solo_of,
    span_of,
)
from qa_desktop.desktop.review.sound.sound_loading import (
    gap_spans,
)
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.waveform.state import LaneRole, SaidWord, Span, WaveformState
from qa_desktop.desktop.waveform.transport import TransportBar
from qa_desktop.desktop.waveform.transport_state import TransportState
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.legs import is_two_sided, leg_at
from qa_desktop.interactions.model import AgentChannel, Recording

_ROLES = (None, LaneRole.AGENT, LaneRole.CUSTOMER)
_AROUND_COMMENT_MS = 1000
_NOWHERE = Path()
_MISSING = "player.missing"


class SoundPanel(Card):
    """All recordings of a call as one; everything stands on the clock of that one sound, which
    begins with the first recording: the page adds its offset.

    Signals: `comment_requested(int start_ms, object end_ms)`, `comment_activated(str)`,
    `comment_moved(str, int, object)`, `facts_found(SoundFacts)`, `moved(int)`;
    `recordings_changed` when a side was swapped or a file located: the store has them.
    """

    comment_requested = Signal(int, object)
    comment_activated = Signal(str)
    comment_moved = Signal(str, int, object)
    facts_found = Signal(object)
    recordings_changed = Signal()
    moved = Signal(int)

    def __init__(
        self,
        services: Services,
        player: Player,
        interaction_id: str,
        recordings: Sequence[Recording],
    ) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._services = services
        self._interaction_id = interaction_id
        self.call = CallSound(services, interaction_id, recordings, self)
        self._names = LaneNames(agent="", customer="", both="")
        self._comments: tuple[CommentState, ...] = ()
        self._words: tuple[SaidWord, ...] = ()
        self._active: str | None = None
        self._commentable = True
        self._solo: LaneRole | None = None
        self.selection: Span | None = None
        self._at_ms = 0
        self._places = ListeningPlaces(services.shared)
        self.listening = Listening(player, lambda: services.settings.resume_rewind_ms, parent=self)
        self.problems = ProblemBanner(services.theme, lambda: services.language, tone="caution")
        self.locating = LocateBar(services)
        self.offer = RecorderOffer(services)
        self.offers_recorder = True
        self.waveform = WaveformView(
            services.theme, services.runner, position=self.listening.position_ms
        )
        self.transport = TransportBar(services.theme, position=self.listening.position_ms)
        self.loudness = Loudness(services, player, self)
        for widget in (self.problems, self.locating, self.offer):
            self.body.addWidget(widget)
        self.body.addWidget(self.waveform, 1)
        self.body.addWidget(self.transport)
        self._connect()
        self.listening.set_rate(services.listening_rate)
        self._open(at_ms=0)

    def _connect(self) -> None:
        listening, waveform, bar, call = self.listening, self.waveform, self.transport, self.call
        call.changed.connect(self._draw)
        call.playable.connect(self._take_sound)
        call.facts_found.connect(self._take_facts)
        call.doubted.connect(self._show_doubts)
        call.failed.connect(self._fail)
        listening.changed.connect(self._draw)
        listening.changed.connect(self._keep_rate)
        listening.moved.connect(self._when_moved)
        listening.problem.connect(self._tell)
        waveform.seek_requested.connect(lambda ms, dragging: listening.seek(ms, dragging=dragging))
        waveform.range_selected.connect(self._select)
        waveform.range_cleared.connect(self.clear_range)
        waveform.comment_requested.connect(self.comment_requested)
        waveform.comment_activated.connect(self.comment_activated)
        waveform.comment_moved.connect(self.comment_moved)
        waveform.reading_failed.connect(self._fail)
        bar.toggle_requested.connect(listening.toggle)
        bar.step_requested.connect(listening.step)
        bar.rate_requested.connect(listening.set_rate)
        bar.skip_silence_toggled.connect(lambda on: listening.set_skips_silence(skips=on))
        bar.solo_requested.connect(self.set_solo)
        bar.comment_requested.connect(self.ask_comment)
        bar.swap_requested.connect(self.swap_sides)
        bar.volume_requested.connect(self.open_volume)
        self.loudness.solo_chosen.connect(self.set_solo)
        self.locating.located.connect(self.recordings_changed)
        self.offer.failed.connect(self._fail)

    # The sound

    def _open(self, *, at_ms: int) -> None:
        """Until there is something to be heard, and where there is nothing, the player keeps the
        moment alone: one that failed does."""
        duration_ms = self.call.recording.duration_ms
        if self.call.only_file is None:
            self.listening.load(_NOWHERE, duration_ms, at_ms)
        self._at_ms = at_ms
        self.call.open()
        self._draw()

    def _take_sound(self, path: Path) -> None:
        self.waveform.read_samples_from(lambda start_ms, end_ms: read_span(path, start_ms, end_ms))
        single = path == self.call.only_file
        at_ms = self._at_ms if single else self.listening.position_ms()
        self.listening.load(path, self.call.recording.duration_ms, at_ms)

    def _take_facts(self, facts: SoundFacts) -> None:
        gaps = gap_spans(self.call.files, self.call.recording.duration_ms)
        self.listening.show_silences((*facts.silences, *gaps))
        self.facts_found.emit(facts)

    # What went wrong

    def _show_doubts(self) -> None:
        self.locating.show_files(self.call.files, self.call.doubts)

    def _fail(self, error: ProblemError) -> None:
        self.problems.show_problems(error.problems)

    def _tell(self, problem: Problem) -> None:
        if problem.code == _MISSING:
            # The bar above says so, and offers to locate it.
            return
        self.problems.show_problems((problem,))
        self._draw()

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        if (comments, active, not locked) != (self._comments, self._active, self._commentable):
            self._comments, self._active, self._commentable = comments, active, not locked
            self._draw()

    def show_words(self, words: tuple[SaidWord, ...]) -> None:
        """On the sound's clock, sorted."""
        self._words = words
        self._draw()

    def name_lanes(self, names: LaneNames) -> None:
        self._names = names
        self._draw()

    def show_recordings(self, recordings: Sequence[Recording]) -> None:
        """The same recordings with other sides, or at other places."""
        goes_on = self.call.show_recordings(recordings)
        self.set_solo(self._solo)
        if not goes_on:
            self.problems.show_problems(())
            self.listening.pause()
            self._open(at_ms=self.listening.position_ms())
        self._draw()

    # What the person wants

    def set_solo(self, role: LaneRole | None) -> None:
        self._solo = role
        self.listening.set_solo(solo_of(self.call.recording, role))
        self.loudness.show_call(self.call.recording, role)

    def next_solo(self) -> None:
        """Both, the agent alone, the customer alone, and round."""
        if is_two_sided(self.call.recording):
            at = _ROLES.index(self._solo)
            self.set_solo(_ROLES[(at + 1) % len(_ROLES)])

    def open_volume(self) -> None:
        self.loudness.show_call(self.call.recording, self._solo)
        self.loudness.open_near(self.transport.volume)

    def ask_comment(self) -> None:
        """On the range if one is chosen, else at the playhead."""
        if self.selection is not None:
            self.comment_requested.emit(self.selection.start_ms, self.selection.end_ms)
        else:
            self.comment_requested.emit(self.listening.position_ms(), None)

    def play_range(self, *, loop: bool) -> None:
        if self.selection is not None:
            self.listening.play_range(self.selection, loop=loop)

    def play_comment(self) -> bool:
        """The active comment's span with a second around it; False where it has no moment."""
        span = span_of(self._comments, self._active, self.call.recording.offset_ms)
        if span is not None:
            self.waveform.reveal(span.start_ms)
            self.listening.play_around(span, _AROUND_COMMENT_MS)
        return span is not None

    def go_to_next(self, places: Sequence[Span]) -> None:
        """To the first of them after the playhead, round from the last to the first."""
        if not places:
            return
        now_ms = self.listening.position_ms()
        ahead = (span for span in places if span.start_ms > now_ms)
        span = next(ahead, places[0])
        self.waveform.reveal(span.start_ms)
        self.listening.seek(span.start_ms)

    def swap_sides(self) -> bool:
        """Of the recording under the playhead; False where both speak on one channel."""
        recording = leg_at(self.call.legs, self.listening.position_ms()).recording
        if recording.channels != 2:
            return False
        left = recording.agent_channel is AgentChannel.LEFT
        channel = AgentChannel.RIGHT if left else AgentChannel.LEFT
        try:
            self._services.interactions.set_agent_channel(recording.id, channel)
        except ProblemError as error:
            self._fail(error)
            return True
        self.recordings_changed.emit()
        if self.offers_recorder:
            self.offer.offer(replace(recording, agent_channel=channel))
        return True

    def clear_range(self) -> None:
        if self.selection is not None:
            self.selection = None
            self._draw()

    def resume(self) -> None:
        """Goes back to where listening stopped in this call."""
        place_ms = self._places.place_of(self._interaction_id)
        if place_ms:
            self.listening.seek(place_ms)
            self.waveform.reveal(place_ms)

    def forget_place(self) -> None:
        self._places.forget(self._interaction_id)

    def close_sound(self) -> None:
        self._places.keep(
            self._interaction_id, self.listening.position_ms(), self.call.recording.duration_ms
        )
        self.call.close()
        self.locating.stop()
        self.listening.close()

    def _select(self, start_ms: int, end_ms: int) -> None:
        self.selection = Span(start_ms=start_ms, end_ms=end_ms)
        self._draw()

    def _keep_rate(self) -> None:
        self._services.listening_rate = self.listening.rate

    def _when_moved(self, position_ms: int) -> None:
        if not self.listening.playing:
            self._draw()
        self.moved.emit(position_ms)

    # Drawing

    def _draw(self) -> None:
        listening, recording = self.listening, self.call.recording
        position_ms = listening.position_ms()
        self.waveform.show_state(
            WaveformState(
                media_id=recording.id,
                duration_ms=recording.duration_ms,
                peaks=self.call.peaks,
                partial=self.call.partial,
                lanes=lanes_of(recording, self._names, self._solo),
                pins=pins_of(self._comments, recording.offset_ms),
                active_pin=self._active,
                bands=bands_of(self.call.facts),
                words=self._words,
                legs=marks_of(self.call.legs, self.call.files.absent, recording.duration_ms),
                selection=self.selection,
                playhead_ms=position_ms,
                playing=listening.playing,
            )
        )
        self.transport.show_state(
            TransportState(
                playing=listening.playing,
                position_ms=position_ms,
                duration_ms=recording.duration_ms,
                rate=listening.rate,
                skip_silence=listening.skips_silence,
                skipped_ms=listening.skipped_ms,
                solo=self._solo,
                playable=listening.playable,
                soloable=is_two_sided(recording),
                swappable=any(leg.recording.channels == 2 for leg in self.call.legs),
                joining_pct=self.call.joined_pct,
                commentable=self._commentable,
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
