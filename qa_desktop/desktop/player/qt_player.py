"""Plays through Qt Multimedia, where libvlc is missing."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import (
    QAudioBufferOutput,
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.protocol import PlayState, Solo
from qa_desktop.desktop.player.proxies import write_side
from qa_desktop.desktop.tasks import Task

_Status = QMediaPlayer.MediaStatus
# Qt tells the buffer before the one it is playing: measured 15-25 ms behind at every speed.
_LEAD_MS = -20.0


class QtPlayer(ClockedPlayer):
    """A Player on QMediaPlayer, which can't solo: a private mono copy of that side plays instead.

    Headless, the sound goes into `captured` (a QAudioBufferOutput) and to no device.
    """

    def __init__(self, *, headless: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock.lead_ms = _LEAD_MS
        self._media = QMediaPlayer(self)
        self._media.setPitchCompensation(True)
        self.captured: QAudioBufferOutput | None = None
        self._output: QAudioOutput | None = None
        if headless:
            self.captured = QAudioBufferOutput(self)
            self._media.setAudioBufferOutput(self.captured)
        else:
            self._output = QAudioOutput(self)
            self._media.setAudioOutput(self._output)
            # A headset that comes or goes: the sound follows the system's choice.
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._use_default_device)
        self._opening = False
        self._switching = False
        self._sides: dict[Solo, Path] = {}
        self._whole = Path()
        self._side_task: Task | None = None
        self._media.mediaStatusChanged.connect(self._status_changed)
        self._media.playbackStateChanged.connect(self._playback_changed)
        self._media.positionChanged.connect(self._engine_at)
        self._media.errorOccurred.connect(self._error_occurred)

    def load(self, path: Path, duration_ms: int) -> None:
        self._side_task = None
        self._sides.clear()
        super().load(path, duration_ms)

    def _open_engine(self, path: Path) -> None:
        self._whole = path
        self._let_go()
        self._opening = True
        self._media.setSource(QUrl.fromLocalFile(str(path)))

    def _start_engine(self, position_ms: int) -> None:
        self._media.setPosition(position_ms)
        self._media.play()

    def _resume_engine(self) -> None:
        self._media.play()

    def _pause_engine(self) -> None:
        self._media.pause()

    def _move_engine(self, position_ms: int) -> None:
        # While another source loads a seek would be lost; the clock has it for when it has loaded.
        if not self._switching:
            self._media.setPosition(position_ms)

    def _stop_engine(self) -> None:
        self._media.stop()

    def _close_engine(self) -> None:
        self._media.stop()
        self._media.setSource(QUrl())

    def _apply_rate(self, rate: float) -> None:
        self._media.setPlaybackRate(rate)

    def _apply_volume(self, percent: int) -> None:
        if self._output is not None:
            self._output.setVolume(percent / 100)

    def _apply_solo(self, solo: Solo) -> None:
        if self._side_task is not None:
            self._side_task.cancel()
            self._side_task = None
        if solo is Solo.BOTH:
            self._switch_to(self._whole)
        elif solo in self._sides:
            self._switch_to(self._sides[solo])
        else:
            self._write_side(solo)

    def _write_side(self, solo: Solo) -> None:
        source, channel = self._path, 0 if solo is Solo.LEFT else 1
        out = self._proxies.next_file()
        task = self._runner.start(lambda progress: write_side(source, channel, out, progress))
        self._side_task = task
        task.finished.connect(lambda path: self._side_written(task, solo, path))
        task.failed.connect(lambda error: self._side_failed(task, error))

    def _side_written(self, task: Task, solo: Solo, path: Path) -> None:
        if task is self._side_task:
            self._side_task = None
            self._sides[solo] = path
            self._switch_to(path)

    def _side_failed(self, task: Task, error: ProblemError) -> None:
        """Both sides go on playing; the page says why."""
        if task is self._side_task:
            self._side_task = None
            self._solo = Solo.BOTH
            self.problem.emit(error.problems[0])

    def _switch_to(self, path: Path) -> None:
        if self._media.source() == QUrl.fromLocalFile(str(path)):
            return
        self.clock.stop()
        self._let_go()
        self._switching = True
        self._media.setSource(QUrl.fromLocalFile(str(path)))

    def _switched(self) -> None:
        self._switching = False
        if self._started:
            self._media.setPosition(self.clock.position_ms())
            if self._state is PlayState.PLAYING:
                self._media.play()
            else:
                self._media.pause()

    def _let_go(self) -> None:
        """Of the present source, with the news that this makes; the same file can come again."""
        self._opening = self._switching = False
        self._media.stop()
        self._media.setSource(QUrl())

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is _Status.LoadedMedia and self._opening:
            self._opening = False
            self._engine_opened(self._media.duration())
        elif status is _Status.LoadedMedia and self._switching:
            self._switched()
        elif status is _Status.EndOfMedia:
            self._engine_ended()

    def _playback_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        if state is QMediaPlayer.PlaybackState.PlayingState:
            self._engine_started()

    def _error_occurred(self, _: QMediaPlayer.Error, text: str) -> None:
        if self._opening:
            self._opening = False
            self._engine_unable(text)
        else:
            self._engine_failed(text)

    def _use_default_device(self) -> None:
        if self._output is not None:
            self._output.setDevice(QMediaDevices.defaultAudioOutput())
