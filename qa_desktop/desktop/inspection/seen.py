"""Which widgets a person sees, which of them can be acted on, and how to tell them apart."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QTextEdit,
    QWidget,
)

_ACTED_ON = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QTextEdit,
)
_WHOLES = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTextEdit, QPlainTextEdit)
_PARTS_OF_QT = (QScrollBar, QSplitterHandle, QHeaderView)


def seen(root: QWidget) -> Iterator[QWidget]:
    """`root` and what is in it, as far as a part of it is on the screen or would be scrolled to."""
    for widget in _shown(root):
        if not is_part(widget):
            yield widget


def _shown(root: QWidget) -> Iterator[QWidget]:
    """Not with findChildren: a window has far more in pages and dialogs that nobody sees now."""
    yield root
    for child in root.children():
        if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden():
            yield from _shown(child)


def in_view(widget: QWidget) -> bool:
    """Whether some of it is on the screen now, not only after scrolling."""
    return not widget.visibleRegion().isEmpty()


def is_part(widget: QWidget) -> bool:
    """The inner line of a spin box, the viewport of a table, a scroll bar: no widget of its own."""
    if isinstance(widget, _PARTS_OF_QT):
        return True
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, _WHOLES):
            return True
        if isinstance(above, QAbstractScrollArea) and widget is above.viewport():
            return True
        if widget.isWindow():
            return False
        above = above.parentWidget()
    return False


def is_acted_on(widget: QWidget) -> bool:
    """By its kind, or since it takes the focus by Tab and does something with keys."""
    return isinstance(widget, _ACTED_ON) or takes_tab(widget)


def takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if isinstance(widget, QComboBox):
        # Qt gives its choice for its name on some systems.
        return widget.accessibleName() or widget.accessibleDescription()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def told(widget: QWidget) -> str:
    """A widget for a line of a report: class, words, place in its window."""
    text = getattr(widget, "text", None)
    words = widget.accessibleName() or (str(text()) if callable(text) else "")
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    size = f"{widget.width()}x{widget.height()}"
    above = "/".join(_path(widget))
    return f"{above} {words[:60]!r} {size} at {corner.x()},{corner.y()}"


def _path(widget: QWidget) -> list[str]:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        if type(at) is not QWidget:
            names.append(type(at).__name__)
        if at.isWindow():
            break
        at = at.parentWidget()
    return names[::-1]
