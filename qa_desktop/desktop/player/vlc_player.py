"""Plays through libvlc."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.protocol import PlayState, Solo
from qa_desktop.desktop.player.vlc_engine import LEFT, RIGHT, STEREO, VlcEngine

_CHANNEL = {Solo.BOTH: STEREO, Solo.LEFT: LEFT, Solo.RIGHT: RIGHT}


class VlcPlayer(ClockedPlayer):
    """A Player on libvlc; ImportError where that is missing."""

    def __init__(self, options: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine = VlcEngine(options, self)
        self._number = 0
        self._awaits_start = False
        self._seek_waits = False
        queued = Qt.ConnectionType.QueuedConnection
        engine.opened.connect(self._opened, queued)
        engine.unable.connect(self._unable, queued)
        engine.started.connect(self._engine_is_playing, queued)
        engine.moved.connect(self._moved, queued)
        engine.ended.connect(self._ended, queued)
        engine.failed.connect(self._broke, queued)
        engine.crashed.connect(self._crashed, queued)

    def _open_engine(self, path: Path) -> None:
        self._number += 1
        self._engine.open(self._number, path)

    def _start_engine(self, position_ms: int) -> None:
        self._awaits_start, self._seek_waits = True, False
        self._engine.start(position_ms)

    # Until VLC says that it plays, it loses a seek and takes a pause for a stop: both wait.

    def _resume_engine(self) -> None:
        if not self._awaits_start:
            self._engine.resume()

    def _pause_engine(self) -> None:
        if not self._awaits_start:
            self._engine.pause()

    def _move_engine(self, position_ms: int) -> None:
        if self._awaits_start:
            self._seek_waits = True
        else:
            self._engine.move(position_ms)

    def _stop_engine(self) -> None:
        self._engine.stop()

    def _close_engine(self) -> None:
        self._engine.close()

    def _apply_rate(self, rate: float) -> None:
        self._engine.set_rate(rate)

    def _apply_solo(self, solo: Solo) -> None:
        self._engine.set_channel(_CHANNEL[solo], self.position_ms() if self._started else None)

    def _apply_volume(self, percent: int) -> None:
        self._engine.set_volume(percent)

    def _opened(self, number: int, length_ms: int) -> None:
        if number == self._number:
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
        self._engine_started(at)

    def _catch_up(self) -> None:
        """A new stream begins with VLC's own mixing and volume, and without what had to wait."""
        self._engine.set_volume(self._volume_pct)
        seek_waits, self._seek_waits = self._seek_waits, False
        if self._solo is not Solo.BOTH:
            self._engine.set_channel(_CHANNEL[self._solo], self.position_ms())
        elif seek_waits:
            self._engine.move(self.position_ms())
        if self._state is not PlayState.PLAYING:
            self._engine.pause()

    def _moved(self, number: int, reported_ms: int, at: float) -> None:
        if number == self._number:
            self._engine_at(reported_ms, at)

    def _ended(self, number: int) -> None:
        if number == self._number:
            self._engine_ended()

    def _broke(self, number: int) -> None:
        if number == self._number:
            self._engine_failed("libvlc")

    def _crashed(self, error: Exception) -> None:
        raise error
