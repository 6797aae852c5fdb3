"""The sound of a call: overview, waveform and transport, fed by the player and the peaks."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.audio.decode import read_span
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.listening import Listening
from qa_desktop.desktop.review.sound_facts import (
    LaneNames,
    SoundFacts,
    bands_of,
    is_two_sided,
    lanes_of,
    pins_of,
    solo_of,
    sound_facts,
)
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.waveform.state import LaneRole, Span, WaveformState
from qa_desktop.desktop.waveform.transport import TransportBar
from qa_desktop.desktop.waveform.transport_state import TransportState
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.model import AgentChannel, Recording

_ROLES = (None, LaneRole.AGENT, LaneRole.CUSTOMER)


class _PeakLoading(QObject):
    """Brings peaks from the worker's thread. Signals: `grew(Peaks)`, `found(Peaks, SoundFacts)`,
    `failed(ProblemError)`.
    """

    grew = Signal(object)
    found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services, path: Path, recording: Recording) -> None:
        super().__init__()
        self._task: Task = services.runner.start(
            lambda progress: self._load(services, path, recording, progress)
        )
        self._task.finished.connect(lambda result: self.found.emit(*result))
        self._task.failed.connect(self.failed)

    def _load(
        self, services: Services, path: Path, recording: Recording, progress: Progress
    ) -> tuple[Peaks, SoundFacts]:
        peaks = services.peaks.peaks(path, on_partial=self.grew.emit, progress=progress)
        return peaks, sound_facts(peaks, recording)

    def cancel(self) -> None:
        self._task.cancel()


class SoundPanel(Card):
    """Everything stands on the recording's clock; the page adds the recording's offset.

    Signals: `comment_requested(int start_ms, object end_ms)`, `comment_activated(str)`,
    `comment_moved(str, int, object)`, `facts_found(SoundFacts)`, `swapped(AgentChannel)`,
    `moved(int)`.
    """

    comment_requested = Signal(int, object)
    comment_activated = Signal(str)
    comment_moved = Signal(str, int, object)
    facts_found = Signal(object)
    swapped = Signal(object)
    moved = Signal(int)

    def __init__(self, services: Services, player: Player, recording: Recording) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._services = services
        self._recording = recording
        self._names = LaneNames(agent="", customer="", both="")
        self._facts = SoundFacts()
        self._peaks: Peaks | None = None
        self._partial = True
        self._comments: tuple[CommentState, ...] = ()
        self._active: str | None = None
        self._commentable = True
        self._solo: LaneRole | None = None
        self.selection: Span | None = None
        self._loading: _PeakLoading | None = None
        self.listening = Listening(player, lambda: services.settings.resume_rewind_ms, parent=self)
        self.problems = ProblemBanner(services.theme, lambda: services.language, tone="caution")
        self.waveform = WaveformView(
            services.theme, services.runner, position=self.listening.position_ms
        )
        self.transport = TransportBar(services.theme, position=self.listening.position_ms)
        self._swap = IconButton(services.theme, "arrow-left-right")
        self._swap.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self.transport, 1)
        row.addWidget(self._swap)
        self.body.addWidget(self.problems)
        self.body.addWidget(self.waveform, 1)
        self.body.addLayout(row)
        self._connect()
        self._show_names()
        self._open()

    def _connect(self) -> None:
        listening, waveform, bar = self.listening, self.waveform, self.transport
        listening.changed.connect(self._draw)
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
        self._swap.clicked.connect(self._swap_sides)

    def _open(self) -> None:
        path = self._path()
        if not path.is_file():
            where = Where(file=self._recording.file_name)
            self._tell(Problem(code="player.missing", where=where))
            self.listening.duration_ms = self._recording.duration_ms
            self._partial = False
            self._draw()
            return
        self._loading = _PeakLoading(self._services, path, self._recording)
        self._loading.grew.connect(self._grow)
        self._loading.found.connect(self._find)
        self._loading.failed.connect(self._fail)
        self.waveform.read_samples_from(lambda start_ms, end_ms: read_span(path, start_ms, end_ms))
        self.listening.load(path, self._recording.duration_ms)
        self._draw()

    def _path(self) -> Path:
        """`path` is absolute for a recording that stays where it was."""
        return self._services.workspace.folder / self._recording.path

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        if (comments, active, not locked) != (self._comments, self._active, self._commentable):
            self._comments, self._active, self._commentable = comments, active, not locked
            self._draw()

    def name_lanes(self, names: LaneNames) -> None:
        self._names = names
        self._show_names()
        self._draw()

    def set_solo(self, role: LaneRole | None) -> None:
        self._solo = role
        self.listening.set_solo(solo_of(self._recording, role))

    def next_solo(self) -> None:
        """Both, the agent alone, the customer alone, and round."""
        if is_two_sided(self._recording):
            at = _ROLES.index(self._solo)
            self.set_solo(_ROLES[(at + 1) % len(_ROLES)])

    def ask_comment(self) -> None:
        """On the range if one is chosen, else at the playhead."""
        if self.selection is not None:
            self.comment_requested.emit(self.selection.start_ms, self.selection.end_ms)
        else:
            self.comment_requested.emit(self.listening.position_ms(), None)

    def play_range(self, *, loop: bool) -> None:
        if self.selection is not None:
            self.listening.play_range(self.selection, loop=loop)

    def clear_range(self) -> None:
        if self.selection is not None:
            self.selection = None
            self._draw()

    def close_sound(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
        self.listening.close()

    def _select(self, start_ms: int, end_ms: int) -> None:
        self.selection = Span(start_ms=start_ms, end_ms=end_ms)
        self._draw()

    def _grow(self, peaks: Peaks) -> None:
        if self._partial:
            self._peaks = peaks
            self._draw()

    def _find(self, peaks: Peaks, facts: SoundFacts) -> None:
        self._peaks, self._facts, self._partial = peaks, facts, False
        self.listening.show_silences(facts.silences)
        self._draw()
        self.facts_found.emit(facts)

    def _fail(self, error: ProblemError) -> None:
        self.problems.show_problems(error.problems)

    def _tell(self, problem: Problem) -> None:
        self.problems.show_problems((problem,))
        self._draw()

    def _swap_sides(self) -> None:
        left = self._recording.agent_channel is AgentChannel.LEFT
        channel = AgentChannel.RIGHT if left else AgentChannel.LEFT
        try:
            self._services.interactions.set_agent_channel(self._recording.id, channel)
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return
        self.swapped.emit(channel)

    def show_recording(self, recording: Recording) -> None:
        """The same recording with its sides the other way round."""
        self._recording = recording
        self.set_solo(self._solo)
        if self._peaks is not None and not self._partial:
            self._facts = sound_facts(self._peaks, recording)
            self.facts_found.emit(self._facts)
        self._draw()

    def _when_moved(self, position_ms: int) -> None:
        if not self.listening.playing:
            self._draw()
        self.moved.emit(position_ms)

    def _show_names(self) -> None:
        self._swap.name_it(self.tr("Swap agent and customer"))
        self._swap.setVisible(self._recording.channels == 2)

    def _draw(self) -> None:
        listening, recording = self.listening, self._recording
        position_ms = listening.position_ms()
        self.waveform.show_state(
            WaveformState(
                media_id=recording.id,
                duration_ms=recording.duration_ms,
                peaks=self._peaks,
                partial=self._partial,
                lanes=lanes_of(recording, self._names, self._solo),
                pins=pins_of(self._comments, recording.offset_ms),
                active_pin=self._active,
                bands=bands_of(self._facts),
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
                solo=self._solo,
                playable=listening.playable,
                soloable=is_two_sided(recording),
                commentable=self._commentable,
            )
        )
