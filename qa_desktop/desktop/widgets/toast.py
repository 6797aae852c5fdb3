"""Says that something was done, and offers to undo it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.spoken import announce

_STAYS_MS = 12_000


class Toast(QFrame):
    """A bar with one message and at most one action.

    Signals: `action_requested`; `closed` when it went away by itself or by its button.
    """

    action_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = IconLabel(theme, "circle-check", "good")
        self._text = ElidedLabel()
        self._action = TextButton(theme, "link")
        self._action.clicked.connect(self._act)
        self._close = IconButton(theme, "x")
        self._close.clicked.connect(self.close_it)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, tokens.TIGHT, tokens.TIGHT, tokens.TIGHT)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        *,
        icon: str = "circle-check",
        tone: str = "good",
        stays: bool = False,
    ) -> None:
        """`stays`: until it is closed, not for a while only."""
        self._icon.show_icon(icon, tone)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.name_it(action)
        self._action.setVisible(bool(action))
        self._close.name_it(self.tr("Close this message"))
        self.show()
        announce(self, text)
        self._timer.stop()
        if not stays:
            self._timer.start()

    def text(self) -> str:
        return self._text.text()

    def close_it(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.close_it()

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        self.action_requested.emit()
