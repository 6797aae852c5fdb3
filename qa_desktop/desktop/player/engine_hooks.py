"""What a player asks of the engine behind it."""

from pathlib import Path

from qa_desktop.desktop.player.protocol import Solo


class EngineHooks:
    """Called only where it makes sense: `_open_engine`, then `_start_engine` from a standstill,
    `_resume_engine`, `_pause_engine` and `_move_engine` while started, `_stop_engine`.
    """

    def _open_engine(self, path: Path) -> None:
        raise NotImplementedError

    def _start_engine(self, position_ms: int) -> None:
        raise NotImplementedError

    def _resume_engine(self) -> None:
        raise NotImplementedError

    def _pause_engine(self) -> None:
        raise NotImplementedError

    def _move_engine(self, position_ms: int) -> None:
        raise NotImplementedError

    def _stop_engine(self) -> None:
        raise NotImplementedError

    def _close_engine(self) -> None:
        raise NotImplementedError

    def _apply_rate(self, rate: float) -> None:
        raise NotImplementedError

    def _apply_solo(self, solo: Solo) -> None:
        raise NotImplementedError

    def _apply_volume(self, percent: int) -> None:
        raise NotImplementedError

    def _apply_device(self, device_id: str) -> None:
        raise NotImplementedError

    def _lead_ms(self, rate: float) -> float:
        """How far what the engine tells runs ahead of what is heard, for the file that is open."""
        raise NotImplementedError

    def _swap_engine(self, path: Path) -> None:
        """To another file of the same sound, at the same position."""
        raise NotImplementedError
