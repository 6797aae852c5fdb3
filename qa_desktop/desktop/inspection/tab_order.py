"""The way of the Tab key through a window."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from qa_desktop.desktop.inspection.seen import seen, takes_tab, told

_MOST_STEPS = 600
_MOST_PARTS = 80


def tab_faults(root: QWidget) -> Iterator[str]:
    """What Tab never reaches, where it stays, and where it jumps back up within one group."""
    before = QApplication.focusWidget()
    forth, trap = walk(root)
    back, trap_back = walk(root, back=True)
    for key, stuck in (("Tab", trap), ("Shift+Tab", trap_back)):
        if stuck is not None:
            yield f"{key} stays in: {told(stuck)}"
    # Both ways: on the review page Tab from the page itself goes to the current item's comment.
    reached = {*forth, *back}
    for widget in seen(root):
        if takes_tab(widget) and widget not in reached and not _stands_for_group(widget):
            yield f"Tab never reaches: {told(widget)}"
    yield from _jumps(_from_the_top(root, forth))
    if before is not None:
        before.setFocus()


def walk(root: QWidget, *, back: bool = False) -> tuple[list[QWidget], QWidget | None]:
    """Every widget that Tab (or Shift+Tab) comes by until it is round, and where it was stuck."""
    begin = _begin(root)
    if begin is None:
        return [], None
    way, places = [begin], {begin}
    for _ in range(_MOST_STEPS):
        now = way[-1]
        after = _leave(now, back=back)
        if after is now:
            return way, now if len(_reachable(root)) > 1 else None
        if after is None or after is begin or after in places:
            return way, None
        way.append(after)
        places.add(after)
    return way, way[-1]


def _leave(widget: QWidget, *, back: bool) -> QWidget | None:
    """Where Tab leads in the end: it goes by the parts of a date and the links of a text first."""
    after: QWidget | None = widget
    for _ in range(_MOST_PARTS):
        press_tab(widget, back=back)
        after = QApplication.focusWidget()
        if after is not widget:
            break
    return after


def _from_the_top(root: QWidget, way: list[QWidget]) -> list[QWidget]:
    """The same round, begun where the window's order begins instead of where the focus was."""
    at = root.window().nextInFocusChain()
    while at is not None and at is not root.window():
        if at in way:
            place = way.index(at)
            return way[place:] + way[:place]
        at = at.nextInFocusChain()
    return way


def _begin(root: QWidget) -> QWidget | None:
    """Where the focus is, or the first place for it in a window that has none."""
    window = root.window()
    window.activateWindow()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    if focused is None or focused.window() is not window:
        first = next(iter(_reachable(root)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        focused = QApplication.focusWidget()
    return focused


def press_tab(widget: QWidget, *, back: bool = False) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    modifiers = shift if back else Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, "" if back else "\t"))


def _reachable(root: QWidget) -> list[QWidget]:
    return [widget for widget in seen(root) if takes_tab(widget)]


def _stands_for_group(widget: QWidget) -> bool:
    """Of radio buttons Tab reaches one, the arrows the others."""
    return isinstance(widget, QRadioButton) and widget.autoExclusive()


def _jumps(way: list[QWidget]) -> Iterator[str]:
    for before, after in pairwise(way):
        if before.parentWidget() is not after.parentWidget():
            continue
        one, two = before.geometry(), after.geometry()
        above = two.bottom() < one.top()
        same_line = two.top() <= one.bottom() and one.top() <= two.bottom()
        if above or (same_line and two.right() < one.left()):
            yield f"Tab goes back from {told(before)} to {told(after)}"
