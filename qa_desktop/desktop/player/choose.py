"""Makes the player that the setting asks for, or the one this machine can have."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.engines import ENGINES
from qa_desktop.desktop.player.playback_clock import PlaybackClock
from qa_desktop.desktop.player.protocol import OutputDevice, Player, PlayState, Solo

HEADLESS_VLC = ("--aout=adummy",)


def make_player(
    engine: str = "auto", parent: QObject | None = None, *, headless: bool = False
) -> Player:
    """`engine`: "auto" (libvlc, else Qt), "vlc" or "qt"; another engine steps in for a missing one.

    Where neither works the player is SoundlessPlayer: FAILED, with a problem that says what to
    install. `headless`: decodes and keeps time, and is heard by nobody.
    """
    wanted = ENGINES if engine == "auto" else (engine, *(e for e in ENGINES if e != engine))
    reasons = []
    for name in wanted:
        try:
            return _make(name, parent, headless=headless)
        except ImportError as error:
            reasons.append(f"{name}: {error}")
    return SoundlessPlayer("; ".join(reasons), parent)


def _make(name: str, parent: QObject | None, *, headless: bool) -> Player:
    if name == "vlc":
        from qa_desktop.desktop.player.vlc_player import VlcPlayer

        options: Sequence[str] = HEADLESS_VLC if headless else ()
        return VlcPlayer(options, parent)
    from qa_desktop.desktop.player.qt_player import QtPlayer

    return QtPlayer(headless=headless, parent=parent)


class SoundlessPlayer(QObject):
    """For a machine without any engine: says so, and still keeps the moment one is at."""

    state_changed = Signal(object)
    problem = Signal(object)
    devices_changed = Signal()

    def __init__(self, why: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem = Problem(code="player.no_engine", values={"why": why})
        self._clock = PlaybackClock()
        self._state = PlayState.EMPTY

    def load(self, path: Path, duration_ms: int) -> None:  # noqa: ARG002 - a Player's signature
        self._clock.reset(duration_ms)
        self._state = PlayState.FAILED
        self.state_changed.emit(self._state)
        self.problem.emit(self._problem)

    def play(self) -> None:
        """Nothing can be heard; the problem says why."""

    def pause(self) -> None:
        """Nothing is playing."""

    def seek(self, position_ms: int, *, dragging: bool = False) -> None:  # noqa: ARG002
        self._clock.seek(position_ms)

    def set_rate(self, rate: float) -> None:
        self._clock.set_rate(rate)

    def set_solo(self, solo: Solo) -> None:
        """There is no side to hear."""

    def set_volume(self, percent: int) -> None:
        """There is nothing to hear."""

    def set_sides_volume(self, left_pct: int, right_pct: int) -> None:
        """There is no side to hear."""

    def devices(self) -> tuple[OutputDevice, ...]:
        return ()

    def device(self) -> str:
        return ""

    def set_device(self, device_id: str) -> None:
        """There is nothing to hear on."""

    def position_ms(self) -> int:
        return self._clock.position_ms()

    def rate(self) -> float:
        return self._clock.rate

    def state(self) -> PlayState:
        return self._state

    def failure(self) -> Problem | None:
        return self._problem

    def close(self) -> None:
        self._state = PlayState.EMPTY

    def as_object(self) -> QObject:
        return self
