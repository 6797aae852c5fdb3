"""What a screen reader is told of widgets that are painted by hand, and of what just happened."""

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_installed = False
# Qt owns them, but would lose what Python overrides in one that nobody here holds.
_held: dict[int, QAccessibleWidget] = {}


class SpokenWidget(QAccessibleWidget):
    """Role and value as the widget's own class says: see `give_roles`."""

    def text(self, kind: QAccessible.Text) -> str:
        value = getattr(self.object(), "accessible_value", None)
        if kind == QAccessible.Text.Value and callable(value):
            return str(value())
        return super().text(kind)


class SpokenButton(SpokenWidget):
    """A button of another kind than Qt takes it for: pressed and checked like any."""

    def state(self) -> QAccessible.State:
        state = super().state()
        button = self.object()
        if isinstance(button, QAbstractButton) and button.isCheckable():
            # Qt's bits are numbers.
            state.checkable, state.checked = 1, int(button.isChecked())
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's own
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's own
        button = self.object()
        if name == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


def give_roles() -> None:
    """From now on a widget's class may say what it is to a screen reader.

    Its attribute `accessible_role` is a QAccessible.Role, for what Qt takes for a plain area or for
    another kind of button; its method `accessible_value() -> str`, if there, says what it shows.
    """
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Has a screen reader say `text`, in the middle of what it says or once it is done with that.

    Without a screen reader nothing happens.
    """
    if QAccessible.isActive() and text:
        event = QAccessibleAnnouncementEvent(widget, text)
        if at_once:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        send(event)


def send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)


def _make(_class_name: str, thing: QObject) -> QAccessibleWidget | None:
    role = getattr(thing, "accessible_role", None)
    if not isinstance(thing, QWidget) or not isinstance(role, QAccessible.Role):
        return None
    kind = SpokenButton if isinstance(thing, QAbstractButton) else SpokenWidget
    made = kind(thing, role)
    key = id(made)
    _held[key] = made
    thing.destroyed.connect(lambda: _held.pop(key, None))
    return made
