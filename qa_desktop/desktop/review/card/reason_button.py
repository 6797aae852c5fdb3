"""The root causes of lost points: one button with a menu that the keyboard can open."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from qa_desktop.desktop.review.state import OptionState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.restyle import set_style_property


class ReasonButton(QPushButton):
    """Shows what is chosen. Signal `reason_toggled(str)`: the reason's id."""

    reason_toggled = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "chip")
        set_style_property(self, "menu", value=True)
        self.setMinimumHeight(tokens.HIT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reasons: tuple[OptionState, ...] = ()
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._take)
        self.clicked.connect(self.open_menu)

    def show_reasons(self, reasons: tuple[OptionState, ...], *, locked: bool) -> None:
        chosen = [reason.label for reason in reasons if reason.chosen]
        self.setText(", ".join(chosen).replace("&", "&&") or self.tr("Reason…"))
        self.setAccessibleName(self.tr("Reason: {0}").format(", ".join(chosen)))
        self.setEnabled(not locked)
        self._reasons = reasons

    def open_menu(self) -> None:
        """Under the button, each reason with a digit to choose it by."""
        self._menu.clear()
        for place, reason in enumerate(self._reasons, start=1):
            label = reason.label.replace("&", "&&")
            action = QAction(f"&{place}  {label}" if place <= 9 else label, self._menu)
            action.setCheckable(True)
            action.setChecked(reason.chosen)
            action.setData(reason.key)
            self._menu.addAction(action)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self._menu.actions():
            self._menu.setActiveAction(self._menu.actions()[0])

    def _take(self, action: QAction) -> None:
        self.reason_toggled.emit(str(action.data()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = tokens.ICON_SMALL
        colour = self._theme.colours().muted
        sign = pixmap("chevron-down", colour, size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - tokens.SPACE, (self.height() - size) // 2, sign)
        painter.end()
