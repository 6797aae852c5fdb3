"""Tells assistive technology what a painted time line is: a slider with a moment as its value."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_VALUE = "spoken_value"
# Qt frees an interface with its widget; Python must not free it before.
_interfaces: list[QAccessibleInterface] = []
_installed: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


class _TimeLine(QAccessibleWidget):
    """A slider whose value is words: a number of milliseconds tells nobody anything."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Slider)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return str(self.widget().property(_VALUE) or "")
        return super().text(kind)


def speak_as_slider(widget: QWidget) -> None:
    """From now on `widget` is a slider to assistive technology; `tell_value` gives its value."""
    if not _installed:
        _installed.append(_interface_of)
        QAccessible.installFactory(_interface_of)
    widget.setProperty(_VALUE, "")


def tell_value(widget: QWidget, value: str) -> None:
    """A screen reader speaks it if the widget has the focus."""
    if widget.property(_VALUE) == value:
        return
    widget.setProperty(_VALUE, value)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))


def announce(widget: QWidget, text: str) -> None:
    """Speaks something that happened, wherever the focus is."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _interface_of(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    if not isinstance(of, QWidget) or of.property(_VALUE) is None:
        return None
    made = _TimeLine(of)
    _interfaces[:] = [known for known in _interfaces if isValid(known)]
    _interfaces.append(made)
    return made
