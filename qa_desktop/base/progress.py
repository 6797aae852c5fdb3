"""How long work tells how far it is, and learns that it is no longer wanted."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The person cancelled; the work left nothing half-done."""


class Progress(Protocol):
    def report(self, done: int, total: int, what: str = "") -> None:
        """Raises Cancelled when the person has cancelled. `total` 0: not known."""
        ...


class NoProgress:
    """For work that nobody watches."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Nobody is told."""
