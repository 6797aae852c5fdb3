"""What the review page may ask of a player, whichever engine plays."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.output_device import OutputDevice

__all__ = ["OutputDevice", "PlayState", "Player", "Solo"]


class PlayState(StrEnum):
    EMPTY = "empty"
    LOADING = "loading"
    PAUSED = "paused"
    PLAYING = "playing"
    ENDED = "ended"
    FAILED = "failed"


class Solo(StrEnum):
    """Which side is heard."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Player(Protocol):
    """Plays one recording at a time.

    Signals: `state_changed(PlayState)`, `problem(Problem)` when the file, the engine or the output
    device failed (only in FAILED does nothing play any more), `devices_changed()`.
    Positions are integer milliseconds on the file's clock; `position_ms` is interpolated and may
    be read at every frame. A player that FAILED still keeps the position that `seek` gives it, so
    that moments can be commented without sound.
    """

    state_changed: SignalInstance
    problem: SignalInstance
    devices_changed: SignalInstance

    def load(self, path: Path, duration_ms: int) -> None:
        """`duration_ms` is the decoded duration: the one truth."""
        ...

    def play(self) -> None: ...
    def pause(self) -> None: ...
    def seek(self, position_ms: int, *, dragging: bool = False) -> None:
        """Clamped to the recording; while `dragging`, throttled to one seek in 60 ms."""
        ...

    def set_rate(self, rate: float) -> None:
        """0.5 to 3, pitch kept."""
        ...

    def set_solo(self, solo: Solo) -> None: ...
    def set_volume(self, percent: int) -> None: ...
    def set_sides_volume(self, left_pct: int, right_pct: int) -> None:
        """0-200 each, 100 as recorded; loud passages are clipped above. Solo works on top of it.

        The first time a private copy of the recording is made (about a second for an hour of it);
        from then on a change is heard within half a second, libvlc falling silent for a blink where
        Qt goes on. One-channel recordings have no sides.
        """
        ...

    def devices(self) -> tuple[OutputDevice, ...]:
        """What can be heard on, as last found; empty until a recording has been loaded."""
        ...

    def device(self) -> str:
        """The chosen device's id, "" for the system's own choice."""
        ...

    def set_device(self, device_id: str) -> None:
        """Kept for every later recording. One that is absent or goes: the system's own is used,
        and `problem` says so once.
        """
        ...

    def position_ms(self) -> int: ...
    def rate(self) -> float: ...
    def state(self) -> PlayState: ...
    def failure(self) -> Problem | None:
        """Why the state is FAILED."""
        ...

    def close(self) -> None:
        """Frees the engine; the player can't be used after."""
        ...

    def as_object(self) -> QObject: ...
