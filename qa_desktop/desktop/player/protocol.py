"""What the review page may ask of a player, whichever engine plays."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from qa_desktop.base.problems import Problem


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

    Signals: `state_changed(PlayState)`, `problem(Problem)` when the file or the engine failed.
    Positions are integer milliseconds on the file's clock; `position_ms` is interpolated and may
    be read at every frame. A player that FAILED still keeps the position that `seek` gives it, so
    that moments can be commented without sound.
    """

    state_changed: SignalInstance
    problem: SignalInstance

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
