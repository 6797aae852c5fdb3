"""The recording's file as it was when it was loaded, and what has become of it."""

from pathlib import Path
from stat import S_ISREG

from qa_desktop.base.problems import Problem, Where


class PlayedFile:
    """`path` need not exist; then it stays a problem until another one is played."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._loaded = _state(path)

    def problem(self) -> Problem | None:
        """Why it can't go on playing: it is gone, or another one."""
        now = _state(self.path)
        if now is None:
            return self.about("missing")
        return None if now == self._loaded else self.about("changed")

    def about(self, name: str, **values: str) -> Problem:
        return Problem(code=f"player.{name}", where=Where(file=self.path.name), values=values)


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of change; None where there is no file that can be asked."""
    try:
        state = path.stat()
    except OSError:
        return None
    return (state.st_size, state.st_mtime_ns) if S_ISREG(state.st_mode) else None
