"""Where a window stood, kept; brought back to a screen where its own is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

# So much of its upper edge must be seen that it can be taken hold of.
_HOLD = 64


def keep_place(window: QWidget, memory: QSettings, key: str) -> None:
    memory.setValue(key, window.saveGeometry())


def restore_place(window: QWidget, memory: QSettings, key: str) -> bool:
    """Size, place, screen, maximised or not; False where nothing is kept."""
    kept = memory.value(key)
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        return False
    repair_place(window)
    return True


def repair_place(window: QWidget) -> None:
    """A monitor that is gone takes no window with it."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = window.frameGeometry()
    repaired = on_a_screen(place, areas)
    if repaired.size() != place.size():
        window.resize(repaired.size())
    if repaired.topLeft() != place.topLeft():
        window.move(repaired.topLeft())


def on_a_screen(place: QRect, areas: Sequence[QRect]) -> QRect:
    """The same place where its upper edge can be taken hold of; else on the first of the areas,
    no larger than it."""
    edge = QRect(place.left(), place.top(), place.width(), _HOLD)
    for area in areas:
        seen = edge.intersected(area)
        if seen.width() >= min(_HOLD, edge.width()) and area.top() <= place.top():
            return place
    if not areas:
        return place
    home = areas[0]
    size = place.size().boundedTo(home.size())
    left = min(max(place.left(), home.left()), home.right() + 1 - size.width())
    top = min(max(place.top(), home.top()), home.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def halves(area: QRect, left_least: int, right_least: int) -> tuple[QRect, QRect]:
    """Two windows side by side; where both don't fit they lie over each other in the middle."""
    left_width = max(area.width() // 2, left_least)
    if left_width + right_least > area.width():
        left_width = max(area.width() - right_least, left_least)
    left_width = min(left_width, area.width())
    right_width = min(max(area.width() - left_width, right_least), area.width())
    left = QRect(area.left(), area.top(), left_width, area.height())
    right = QRect(area.right() + 1 - right_width, area.top(), right_width, area.height())
    return left, right
