"""Plays through libvlc."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.protocol import OutputDevice, PlayState, Solo
from qa_desktop.desktop.player.vlc_engine import LEFT, RIGHT, STEREO, VlcEngine

# Measured (benchmarks/bench_drift.py): what VLC's scaletempo holds back when a moment is told,
# at every speed but the recorded one; how long after a seek the sound begins.
_STRETCH_MS, _STRETCH_BY_RATE_MS = 12.0, 8.0
_START_S = 0.011
_LOOK_MS = 1000
_SLIDES_MS = 120
_CHANNEL_CHECKS = 4
_CHANNEL = {Solo.BOTH: STEREO, Solo.LEFT: LEFT, Solo.RIGHT: RIGHT}


class VlcPlayer(ClockedPlayer):
    """A Player on libvlc; ImportError where that is missing."""

    def __init__(self, options: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine = VlcEngine(options)
        self._number = 0
        self._format_lead_ms = 0.0
        self.clock.start_s = _START_S
        self._awaits_start = False
        # An output that VLC makes after it has told that it plays begins with both sides again: its
        # next few moments are taken to look.
        self._channel_checks = 0
        self._seek_waits = False
        self._awaits_news = False
        queued = Qt.ConnectionType.QueuedConnection
        engine.opened.connect(self._opened, queued)
        engine.unable.connect(self._unable, queued)
        engine.started.connect(self._engine_is_playing, queued)
        engine.paused.connect(self._engine_is_paused, queued)
        engine.moved.connect(self._moved, queued)
        engine.ended.connect(self._ended, queued)
        engine.failed.connect(self._broke, queued)
        engine.devices.connect(self._found_devices, queued)
        engine.device_changed.connect(engine.find_devices, queued)
        engine.crashed.connect(self._crashed, queued)
        self._lost_all_devices = False
        # A start is a short silence: while a slider is dragged the last of its values is awaited.
        self._reads_again = QTimer(self)
        self._reads_again.setSingleShot(True)
        self._reads_again.setInterval(_SLIDES_MS)
        self._reads_again.timeout.connect(self._restart)
        # VLC tells when it uses another device, but not what was plugged in.
        self._looks_for_devices = QTimer(self)
        self._looks_for_devices.setInterval(_LOOK_MS)
        self._looks_for_devices.timeout.connect(engine.find_devices)
        self.state_changed.connect(self._look_for_devices)

    def _open_engine(self, path: Path) -> None:
        self._number += 1
        self._engine.open(self._number, path)

    def _start_engine(self, position_ms: int) -> None:
        self._awaits_start = self._awaits_news = True
        self._channel_checks = _CHANNEL_CHECKS
        self._seek_waits = False
        self._engine.start(position_ms)

    # Until VLC says that it plays, it loses a seek and takes a pause for a stop; and until it says
    # that it has paused it takes no resume. So one wish is sent at a time, and its news awaited.

    def _resume_engine(self) -> None:
        if not self._awaits_news:
            self._awaits_news = True
            self._engine.resume()

    def _pause_engine(self) -> None:
        if not self._awaits_news:
            self._awaits_news = True
            self._engine.pause()

    def _move_engine(self, position_ms: int) -> None:
        if self._awaits_start:
            self._seek_waits = True
        else:
            self._engine.move(position_ms)

    def _stop_engine(self) -> None:
        self._engine.stop()

    def _close_engine(self) -> None:
        self._number += 1  # Whatever it still tells is of another recording.
        self._engine.close()

    def _apply_rate(self, rate: float) -> None:
        self._engine.set_rate(rate)

    def _apply_solo(self, solo: Solo) -> None:
        self._engine.set_channel(_CHANNEL[solo], self.position_ms() if self._started else None)

    def _apply_volume(self, percent: int) -> None:
        self._engine.set_volume(percent)

    def _lead_ms(self, rate: float) -> float:
        return self._format_lead_ms + (
            0.0 if rate == 1.0 else _STRETCH_MS + _STRETCH_BY_RATE_MS * rate
        )

    def _apply_device(self, device_id: str) -> None:
        self._engine.set_device(device_id)

    def _swap_engine(self, path: Path) -> None:
        self._engine.swap(path)
        self._format_lead_ms = 0.0
        self.clock.lead_ms = self._lead_ms(self.clock.rate)
        self._restart()

    def _flush_engine(self) -> None:
        """VLC keeps megabytes of a file, also across a seek: only a start reads it again."""
        self._reads_again.start()

    def _look_for_devices(self, state: PlayState) -> None:
        if state is PlayState.PLAYING:
            self._looks_for_devices.start()
        else:
            self._looks_for_devices.stop()

    def _found_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        plugged_in_again = self._lost_all_devices and bool(devices)
        self._lost_all_devices = not devices and (self._lost_all_devices or bool(self.devices()))
        self._engine_devices(devices)
        if plugged_in_again:
            # VLC goes on in silence until it is started anew.
            self._restart()

    def _opened(self, number: int, length_ms: int, lead_ms: float) -> None:
        if number == self._number:
            self._format_lead_ms = lead_ms
            self._engine.find_devices()
            self._engine_opened(length_ms)

    def _unable(self, number: int, why: str) -> None:
        if number == self._number:
            self._engine_unable(why)

    def _engine_is_playing(self, number: int, at: float) -> None:
        if number != self._number:
            return
        if self._awaits_start:
            self._awaits_start = False
            self._catch_up()
        self._awaits_news = False
        if self._state is PlayState.PAUSED:
            self._pause_engine()
        self._engine_started(at)

    def _engine_is_paused(self, number: int) -> None:
        if number != self._number:
            return
        self._awaits_news = False
        if self._state is PlayState.PLAYING and self._started:
            self._resume_engine()

    def _catch_up(self) -> None:
        """A new stream begins with VLC's own mixing and volume, and without what had to wait."""
        self._engine.set_volume(self._volume_pct)
        seek_waits, self._seek_waits = self._seek_waits, False
        if self._solo is not Solo.BOTH:
            self._engine.set_channel(_CHANNEL[self._solo], self.position_ms())
        elif seek_waits:
            self._engine.move(self.position_ms())

    def _moved(self, number: int, reported_ms: int, at: float) -> None:
        if number != self._number:
            return
        self._engine_at(reported_ms, at)
        if self._channel_checks > 0 and not self._awaits_start:
            self._channel_checks -= 1
            self._engine.hold_channel(_CHANNEL[self._solo], self.position_ms())

    def _ended(self, number: int) -> None:
        if number == self._number:
            self._engine_ended()

    def _broke(self, number: int) -> None:
        if number == self._number:
            self._engine_failed("libvlc")
