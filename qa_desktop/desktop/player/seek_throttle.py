"""Keeps a dragged playhead from flooding the engine: one seek in 60 ms, and always the last."""

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_MS = 60


class SeekThrottle(QObject):
    """Signal `due(position_ms)` for each seek that the engine shall really do."""

    due = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting_ms: int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(EVERY_MS)
        self._pause.timeout.connect(self._next)

    def ask(self, position_ms: int, *, dragging: bool) -> None:
        """A seek that isn't part of a drag goes through at once."""
        if dragging and self._pause.isActive():
            self._waiting_ms = position_ms
            return
        self._waiting_ms = None
        self.due.emit(position_ms)
        if dragging:
            self._pause.start()
        else:
            self._pause.stop()

    def forget(self) -> None:
        self._waiting_ms = None
        self._pause.stop()

    def _next(self) -> None:
        if self._waiting_ms is not None:
            waiting_ms, self._waiting_ms = self._waiting_ms, None
            self.due.emit(waiting_ms)
            self._pause.start()
