"""A button that is one answer of an item."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.restyle import set_style_property


class AnswerButton(QPushButton):
    """Shows the state it is given; pressing it changes nothing by itself.

    Signals: `reached` when the pointer or the focus comes to it, `passed` when it goes.
    """

    reached = Signal()
    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self.setProperty("tone", "accent")
        self.setCheckable(True)
        self.setMinimumHeight(tokens.HIT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A click leaves the focus on the page, whose keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_option(self, label: str, name: str, hint: str, *, chosen: bool, tone: str) -> None:
        """`name` is what a screen reader says; `hint` the tooltip."""
        if self.text() != label.replace("&", "&&"):
            self.setText(label.replace("&", "&&"))
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        if self.toolTip() != hint:
            self.setToolTip(hint)
        set_style_property(self, "tone", tone)
        self.setChecked(chosen)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen and semibold, so that nothing moves."""
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        text = self.text().replace("&&", "&")
        width = QFontMetrics(strong).horizontalAdvance(text) + 2 * (tokens.SPACE + tokens.BORDER)
        narrowest = tokens.HIT + tokens.TIGHT + tokens.FOCUS_BORDER
        return QSize(max(width + tokens.FOCUS_BORDER, narrowest), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reached.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.passed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.passed.emit()

    def nextCheckState(self) -> None:
        """Left to the state that the page shows next."""


class OneAnswer(AnswerButton):
    """Of several of which one holds: choosing it takes the choice from another."""

    accessible_role = QAccessible.Role.RadioButton
