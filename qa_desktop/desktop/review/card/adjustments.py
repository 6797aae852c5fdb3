"""Bonuses, deductions and grade lifts, each with a stepper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.state import AdjustmentState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property

_COUNT_WIDTH = 28


class AdjustmentLine(QWidget):
    """Signal `stepped(int)`: one time more or less."""

    stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = make_label("item", wrap=True)
        self._worth = make_label("small")
        self._less = _button(theme, "minus")
        self._more = _button(theme, "plus")
        self._count = make_label("heading")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setFixedWidth(tokens.scaled(_COUNT_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.LOOSE + tokens.SPACE, 0, tokens.SPACE, 0)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self._title, 1)
        for widget in (self._worth, self._less, self._count, self._more):
            row.addWidget(widget)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))

    def show_adjustment(self, state: AdjustmentState, *, locked: bool) -> None:
        self._title.setText(state.title)
        self._worth.setText(self._worth_words(state))
        tone = {"bonus": "good", "grade_lift": "good"}.get(state.kind, "bad")
        set_style_property(self._worth, "tone", tone)
        self._count.setText(str(state.times) if state.times else "–")
        self._less.name_it(self.tr("{0}: one less").format(state.title))
        self._more.name_it(self.tr("{0}: one more").format(state.title))
        self._less.setEnabled(not locked and state.times > 0)
        self._more.setEnabled(not locked and state.times < state.maximum)

    def _worth_words(self, state: AdjustmentState) -> str:
        if state.kind == "grade_lift":
            return self.tr("%n grade(s) up", "", state.steps)
        sign = "+" if state.kind == "bonus" else "−"
        return f"{sign}{state.points}"


class AdjustmentsBox(Retranslated):
    """Hidden where the rubric has none. Signal `adjusted(str id, int by)`."""

    adjusted = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: tuple[AdjustmentState, ...] = ()
        self._locked = False
        self._heading = make_label("heading")
        self._heading.setContentsMargins(tokens.TIGHT, 0, 0, 0)
        self._lines: list[AdjustmentLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, tokens.SPACE, 0, tokens.SPACE)
        self._column.setSpacing(tokens.SPACE)
        self._column.addWidget(self._heading)
        self.retranslate()

    def show_adjustments(self, states: tuple[AdjustmentState, ...], *, locked: bool) -> None:
        self._states, self._locked = states, locked
        self.setVisible(bool(states))
        while len(self._lines) > len(states):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(states):
            self._add(len(self._lines))
        for line, state in zip(self._lines, states, strict=True):
            line.show_adjustment(state, locked=locked)

    def _add(self, place: int) -> None:
        line = AdjustmentLine(self._theme)
        line.stepped.connect(lambda by: self.adjusted.emit(self._states[place].id, by))
        self._lines.append(line)
        self._column.addWidget(line)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Adjustments"))
        self.show_adjustments(self._states, locked=self._locked)


def _button(theme: Theme, icon: str) -> IconButton:
    button = IconButton(theme, icon, quiet=False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
