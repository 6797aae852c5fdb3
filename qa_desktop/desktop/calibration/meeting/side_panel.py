"""Beside the answers: the item's guidance and anchors, the ruling, what was decided so far."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.calibration.meeting.large_type import LargeType, set_size
from qa_desktop.desktop.calibration.meeting.ruling_field import RulingField
from qa_desktop.desktop.calibration.meeting.state import MeetingState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel

translate = QCoreApplication.translate


class GuidanceCard(Card):
    """What the rubric says of the item, as it is."""

    def __init__(self) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll)

    def show_state(self, state: MeetingState, type_: LargeType) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE, 0)
        head = make_label("heading", translate("MeetingSide", "Guidance"))
        set_size(head, type_.note, bold=True)
        column.addWidget(head)
        said = state.guidance or translate("MeetingSide", "The rubric gives no guidance here.")
        text = make_label("" if state.guidance else "muted", said, wrap=True)
        set_size(text, type_.note)
        column.addWidget(text)
        for value, meaning in state.anchors:
            line = QHBoxLayout()
            line.setSpacing(tokens.SPACE)
            number = make_label("heading", value)
            set_size(number, type_.note, bold=True)
            words = make_label("", meaning, wrap=True)
            set_size(words, type_.note)
            line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            column.addLayout(line)
        column.addStretch()
        self._scroll.setWidget(inside)


class RulingCard(Card):
    """Signals: `typed(str)`, kept at once; `decide_requested`; `left` when the person is done
    with writing."""

    typed = Signal(str)
    decide_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._heading = make_label("heading")
        self._mark = StatusLabel(theme)
        self.field = RulingField()
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.field.decided.connect(self.decide_requested)
        self.decide = TextButton(theme, "primary", "check")
        self.decide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.decide.clicked.connect(self.decide_requested)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._mark)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.decide)
        self.body.addLayout(head)
        self.body.addWidget(self.field, 1)
        self.body.addLayout(foot)

    def show_state(self, state: MeetingState, type_: LargeType) -> None:
        self._heading.setText(translate("MeetingSide", "Ruling"))
        set_size(self._heading, type_.note, bold=True)
        self.field.setMinimumHeight(3 * type_.body)
        self.field.name_it(
            translate("MeetingSide", "Ruling"),
            translate("MeetingSide", "What we decide, in a sentence (T to write)"),
        )
        self.field.show_text(state.text)
        self.decide.name_it(translate("MeetingSide", "Decide"), "D")
        self.decide.setEnabled(state.unsaved)
        if state.unsaved:
            word = translate("MeetingSide", "kept, not decided yet")
            self._mark.show_status(word, icon="circle-dashed", tone="caution")
        elif state.is_decided:
            word = translate("MeetingSide", "decided")
            self._mark.show_status(word, icon="circle-check", tone="good")
        else:
            self._mark.show_status("", icon="circle")


class DecidedCard(Card):
    """A small list of what was decided. Signal `item_requested(str)`."""

    item_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._heading = make_label("heading")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(tokens.TIGHT)
        self.body.addWidget(self._heading)
        self.body.addLayout(self._lines)
        self.body.addStretch()
        self.buttons: list[QPushButton] = []

    def show_state(self, state: MeetingState, type_: LargeType, most: int) -> None:
        """The last `most` of them."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        count = len(state.decided)
        self._heading.setText(translate("MeetingSide", "Decided: {0}").format(count))
        set_size(self._heading, type_.note, bold=True)
        for line in state.decided[-most:] if most else ():
            button = _Line(f"{line.title}: {line.said}")
            button.setFixedHeight(max(tokens.HIT, type_.note * 2))
            set_size(button, type_.note)
            button.clicked.connect(
                lambda _=False, item=line.item_id: self.item_requested.emit(item)
            )
            self._lines.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(state.decided))


class _Line(QPushButton):
    """One line, shortened where there is no room for it."""

    shortens = True

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("role", "quiet")
        self.setProperty("align", "left")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(tokens.DIALOG_WIDTH // 6)
        self._fit()

    def text(self) -> str:
        """All of it, whatever there is room for."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * tokens.WIDE
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
