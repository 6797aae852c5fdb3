"""A painted time line as assistive technology sees it: a slider whose value is words."""

from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.widgets.spoken import give_roles, send


class TimeLine(QWidget):
    """A number of milliseconds would tell nobody anything: see `tell_value`."""

    accessible_role = QAccessible.Role.Slider

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        give_roles()

    def accessible_value(self) -> str:
        return self._value

    def tell_value(self, value: str) -> None:
        """A screen reader speaks it if the widget has the focus."""
        if value == self._value:
            return
        self._value = value
        if QAccessible.isActive():
            send(QAccessibleValueChangeEvent(self, value))
