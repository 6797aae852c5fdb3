"""Above the meeting: where it stands. Below it: the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from qa_desktop.desktop.calibration.meeting.large_type import LargeType, set_size
from qa_desktop.desktop.calibration.meeting.state import MeetingState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.label import make_label


class MeetingBar(Retranslated):
    """Signals: `previous_requested`, `next_requested`, `names_requested`, `screen_requested`,
    `end_requested`."""

    previous_requested = Signal()
    next_requested = Signal()
    names_requested = Signal()
    screen_requested = Signal()
    end_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: MeetingState | None = None
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel(role="muted")
        self._place = make_label("heading")
        self._left = make_label("muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(tokens.DIALOG_WIDTH // 4)
        self.previous = IconButton(theme, "chevron-left", quiet=False)
        self.next = IconButton(theme, "chevron-right", quiet=False)
        self.names = TextButton(theme, "", "eye-off")
        self.names.setCheckable(True)
        self.screen_button = IconButton(theme, "monitor", quiet=False)
        self.end = TextButton(theme, "", "x")
        for button, signal in (
            (self.previous, self.previous_requested),
            (self.next, self.next_requested),
            (self.names, self.names_requested),
            (self.screen_button, self.screen_requested),
            (self.end, self.end_requested),
        ):
            # Space plays: a button has it only when somebody went there by Tab.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.LOOSE, tokens.SPACE, tokens.LOOSE, tokens.SPACE)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.previous)
        row.addWidget(self._place)
        row.addWidget(self.next)
        row.addWidget(self.progress)
        row.addWidget(self._left)
        row.addWidget(self._title, 1)
        for widget in (self.names, self.screen_button, self.end):
            row.addWidget(widget)
        self.retranslate()

    def show_title(self, title: str) -> None:
        """Of a meeting without items."""
        self._title.setText(title)
        for widget in (self.previous, self.next, self.names, self.progress):
            widget.hide()

    def show_state(self, title: str, state: MeetingState, type_: LargeType) -> None:
        self._state = state
        self._title.setText(title)
        set_size(self._title, type_.note)
        self._place.setText(self.tr("Item {0} of {1}").format(state.place + 1, state.count))
        set_size(self._place, type_.body, bold=True)
        done = state.count - state.undecided
        self._left.setText(self.tr("{0} decided").format(done))
        set_size(self._left, type_.note)
        self.progress.setRange(0, state.count)
        self.progress.setValue(done)
        self.progress.setAccessibleName(self._left.text())
        self.previous.setEnabled(state.place > 0)
        self.next.setEnabled(state.place < state.count - 1)
        self.names.setChecked(state.names_shown)
        self.names.show_icon("eye" if state.names_shown else "eye-off")
        self.names.name_it(
            self.tr("Hide names") if state.names_shown else self.tr("Show names"), "R"
        )

    def retranslate(self) -> None:
        self.previous.name_it(self.tr("Previous item"), "←")
        self.next.name_it(self.tr("Next item"), "→")
        self.names.name_it(self.tr("Show names"), "R")
        self.screen_button.name_it(self.tr("Full screen"), "F11")
        self.end.name_it(self.tr("End the meeting"), "Esc")


class KeysBar(Retranslated):
    """The keys, small: they are for who stands at the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        keeps_height(inside)
        self._flow = FlowLayout(inside, tokens.WIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.LOOSE, tokens.TIGHT, tokens.LOOSE, tokens.TIGHT)
        row.addWidget(inside)

    def retranslate(self) -> None:
        self._flow.clear()
        for keys, word in (
            ("← →", self.tr("item")),
            ("↑ ↓", self.tr("interaction")),
            (self.tr("Space"), self.tr("play")),
            ("1–9 N", self.tr("agreed answer")),
            ("T", self.tr("write")),
            ("D", self.tr("decide")),
            ("R", self.tr("names")),
            ("F11", self.tr("full screen")),
            ("Esc", self.tr("end")),
        ):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(tokens.TIGHT)
            hint = KeyHint("")
            hint.setText(keys)
            line.addWidget(hint)
            told = make_label("muted", word)
            set_size(told, tokens.TEXT_SMALL)
            line.addWidget(told)
            self._flow.addWidget(pair)
