"""Looks for garbage on the thread of the windows alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """In place of Python's own, which looks in whatever thread happens to need memory: what it
    finds there may be a widget, and Qt lets no other thread destroy one. The program dies of it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(look_for_garbage)

    def start(self) -> None:
        """What is there by now is taken to stay. Once is enough."""
        if self._timer.isActive():
            return
        gc.disable()
        gc.freeze()
        self._timer.start()


def look_for_garbage() -> None:
    """As often in older generations as Python's own would; call it where the windows live."""
    for generation, most in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= most:
            break
        gc.collect(generation)
