"""Names, roles and sizes of what can be acted on."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QRadioButton,
    QWidget,
)

from qa_desktop.desktop.inspection.seen import is_acted_on, seen, spoken_name, told

# Logical pixels that a fingertip or a shaking hand finds, whatever the size of the text.
LEAST_HIT = 28
_SAYS_NOTHING = frozenset(
    {
        QAccessible.Role.NoRole,
        QAccessible.Role.Client,
        QAccessible.Role.Border,
        QAccessible.Role.Pane,
        QAccessible.Role.Whitespace,
        QAccessible.Role.UserRole,
    }
)

_ONLY_READ = frozenset({QAccessible.Role.StaticText, QAccessible.Role.Graphic})


def badly_named(root: QWidget) -> Iterator[str]:
    for widget in seen(root):
        if widget is root or not is_acted_on(widget):
            continue
        if not spoken_name(widget):
            yield f"has no name: {told(widget)}"
        if not _has_role(widget):
            yield f"has no role: {told(widget)}"
        if _least_side(widget) < LEAST_HIT:
            yield f"hard to hit: {told(widget)}"
        if widget.property("led_by_keys"):
            # The field beside it, which has the focus, moves its selection.
            continue
        acts = QAccessible.queryAccessibleInterface(widget).role() not in _ONLY_READ
        if acts and widget.isEnabled() and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            yield f"can't be reached by keys: {told(widget)}"


def _has_role(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    # An area that is scrolled with the keys is a group to a screen reader, and needs no more.
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView):
        return True
    return interface.role() not in _SAYS_NOTHING


def _least_side(widget: QWidget) -> int:
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.height()
    return min(widget.width(), widget.height())
