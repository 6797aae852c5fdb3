"""Plays through Qt Multimedia, where libvlc is missing."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import (
    QAudioBufferOutput,
    QAudioDevice,
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
)

from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.mixed_copy import Mix
from qa_desktop.desktop.player.protocol import OutputDevice, PlayState, Solo

_Status = QMediaPlayer.MediaStatus
# Qt tells the buffer before the one it is playing: measured 15-25 ms behind at every speed.
_LEAD_MS = -20.0
# Through a device Qt counts neither the 100 ms it keeps in the device's buffer nor what keeping the
# pitch holds back. In ms of the recording by speed, measured with a PulseAudio monitor.
_HELD_BACK_MS = 101.0
# It tells every 50 ms, unless the device takes nothing.
_FREEZE_S = 0.4
_HELD_BACK_BY_SPEED_MS = ((0.5, 122.0), (1.25, 262.0), (1.5, 292.0), (2.0, 379.0), (3.0, 546.0))


class QtPlayer(ClockedPlayer):
    """A Player on QMediaPlayer, which can't solo: a private mixed copy plays instead.

    Headless, the sound goes into `captured` (a QAudioBufferOutput) and to no device.
    """

    def __init__(self, *, headless: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock.freeze_s = _FREEZE_S
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
            self._media_devices = QMediaDevices(self)
            self._media_devices.audioOutputsChanged.connect(self._find_devices)
        self._opening = False
        self._switching = False
        self._media.mediaStatusChanged.connect(self._status_changed)
        self._media.playbackStateChanged.connect(self._playback_changed)
        self._media.positionChanged.connect(self._engine_at)
        self._media.errorOccurred.connect(self._error_occurred)

    def _open_engine(self, path: Path) -> None:
        if self._output is not None and not self.devices():
            self._find_devices()
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

    def _apply_solo(self, solo: Solo) -> None:  # noqa: ARG002 - the mix knows it
        self._remix()

    def _lead_ms(self, rate: float) -> float:
        if self._output is None:
            return _LEAD_MS
        return _LEAD_MS + held_back_ms(rate)

    def _mix(self) -> Mix:
        return replace(super()._mix(), solo=self._solo)

    def _swap_engine(self, path: Path) -> None:
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

    def _apply_device(self, device_id: str) -> None:
        if self._output is None:
            return
        chosen = [d for d in QMediaDevices.audioOutputs() if _id_of(d) == device_id]
        # Without a choice Qt follows the system's only where it is told again.
        self._output.setDevice(chosen[0] if chosen else QMediaDevices.defaultAudioOutput())

    def _find_devices(self) -> None:
        self._engine_devices(qt_devices())
        if not self._device_choice.in_use:
            self._apply_device("")


def held_back_ms(rate: float) -> float:
    """How far the sound of a device is behind what Qt has given it."""
    if rate == 1.0:
        return _HELD_BACK_MS
    for (slow, less_ms), (fast, more_ms) in pairwise(_HELD_BACK_BY_SPEED_MS):
        if rate <= fast:
            return less_ms + (more_ms - less_ms) * (rate - slow) / (fast - slow)
    return _HELD_BACK_BY_SPEED_MS[-1][1]


def qt_devices() -> tuple[OutputDevice, ...]:
    return tuple(
        OutputDevice(id=_id_of(device), name=device.description())
        for device in QMediaDevices.audioOutputs()
    )


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
