"""Takes the window along while a drag is held beyond its edge."""

from PySide6.QtCore import QObject, QTimer, Signal

_EVERY_MS = 16
_SHARE = 8


class EdgeScrolling(QObject):
    """Signal `scrolled(float px)`: how far to move now, negative to the left."""

    scrolled = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._beyond_px = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(lambda: self.scrolled.emit(self._beyond_px / _SHARE))

    def hold(self, x: float, width: int) -> None:
        """The pointer of a drag is at `x`: the farther beyond the edge, the faster it goes."""
        self._beyond_px = x - min(max(x, 0.0), float(width))
        if not self._beyond_px:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
