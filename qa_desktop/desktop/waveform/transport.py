"""Play, time, speed, sides and the comment button in one row under the waveform."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import LaneRole
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.desktop.waveform.transport_buttons import KeyedButton, PlayButton, SoloButton
from qa_desktop.desktop.waveform.transport_state import SPEEDS, TransportState, speed_text
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.keyed import key_near
from qa_desktop.desktop.widgets.spoken import announce

STEP_MS = 5000
_TIME_EVERY_MS = 50
_COMMENT_KEY = "M"


class _Level(Enum):
    """How much the bar says."""

    ROOMY = 1
    WORDY = 2
    SHORT = 3
    NARROW = 4
    BROKEN = 5


class TransportBar(Retranslated):
    """Signals, all a person's doing: `toggle_requested()` plays or pauses;
    `step_requested(int delta_ms)`; `rate_requested(float)`; `skip_silence_toggled(bool)`;
    `solo_requested(object)` with a LaneRole, or None for both sides; `swap_requested()`;
    `volume_requested()`; `comment_requested()`.
    """

    toggle_requested = Signal()
    step_requested = Signal(int)
    rate_requested = Signal(float)
    skip_silence_toggled = Signal(bool)
    solo_requested = Signal(object)
    swap_requested = Signal()
    volume_requested = Signal()
    comment_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        position: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`position` gives the playing position in ms while the time has to run."""
        super().__init__(parent)
        self._theme = theme
        self._position = position
        self._state = TransportState()
        self._play = PlayButton(theme, self)
        self._time = QLabel(self)
        self._time.setProperty("role", "title")
        self._total = QLabel(self)
        self._total.setProperty("role", "muted")
        self._back = QPushButton("−5", self)
        self._ahead = QPushButton("+5", self)
        self._speed = QPushButton(self)
        self._speed.setProperty("menu", "true")
        self._menu, self._speeds = self._make_menu()
        self._speed.setMenu(self._menu)
        self._skip = QPushButton(self)
        self._skip.setCheckable(True)
        self._agent = SoloButton(theme, LaneRole.AGENT, self)
        self._customer = SoloButton(theme, LaneRole.CUSTOMER, self)
        self._swap = IconButton(theme, "arrow-left-right", parent=self)
        self.volume = IconButton(theme, "volume-2", parent=self)
        self._comment = KeyedButton(theme, _COMMENT_KEY, self)
        self._lay_out()
        self._connect()
        self._running = QTimer(self)
        self._running.setInterval(_TIME_EVERY_MS)
        self._running.timeout.connect(self._show_time)
        theme.changed.connect(self._fit)
        self.retranslate()

    def show_state(self, state: TransportState) -> None:
        toggled = state.playing != self._state.playing
        self._state = state
        self._play.setEnabled(state.playable)
        self._play.show_playing(playing=state.playing)
        self._comment.setEnabled(state.commentable)
        self._skip.setChecked(state.skip_silence)
        self._skip.setEnabled(state.playable)
        self._speed.setEnabled(state.playable)
        self._agent.setChecked(state.solo is LaneRole.AGENT)
        self._customer.setChecked(state.solo is LaneRole.CUSTOMER)
        for button in (self._agent, self._customer):
            button.setEnabled(state.playable and state.soloable)
        self._swap.setVisible(state.swappable)
        for rate, action in self._speeds.items():
            action.setChecked(abs(rate - state.rate) < 0.001)
        self._show_words()
        self._show_time()
        if toggled:
            paused = self.tr("Paused at {0}").format(self._time.text())
            announce(self, self.tr("Playing") if state.playing else paused)
        self._fit()
        self._run()

    def retranslate(self) -> None:
        self._back.setAccessibleName(self.tr("Back 5 seconds"))
        self._ahead.setAccessibleName(self.tr("Forward 5 seconds"))
        self._skip.setAccessibleName(self.tr("Skip silence"))
        self._agent.setText(self.tr("Agent"))
        self._agent.setAccessibleName(self.tr("Hear the agent only"))
        self._customer.setText(self.tr("Customer"))
        self._customer.setAccessibleName(self.tr("Hear the customer only"))
        self._swap.name_it(self.tr("Swap agent and customer"), action="swap_sides")
        self.volume.name_it(self.tr("Volume and output"), action="volume")
        self._comment.setText(self.tr("Comment here"))
        self.show_keys()
        self._show_words()

    def show_keys(self) -> None:
        """The tooltips say the keys that are in force."""
        self._comment.show_key(key_near(self, "comment") or _COMMENT_KEY)
        for button in (self._back, self._ahead, self._agent, self._customer):
            action = {self._back: "far_back", self._ahead: "far_ahead"}.get(button, "solo")
            button.setToolTip(self._with_keys(button.accessibleName(), action))
        self._comment.setToolTip(
            self._with_keys(self.tr("Comment at the playhead, or on the selected range"), "comment")
        )
        speed = self.tr("Speed; the pitch is kept: slower, faster, normal")
        self._speed.setToolTip(self._with_keys(speed, "rate_down", "rate_up", "rate_reset"))
        self._show_tips()

    def _show_tips(self) -> None:
        """Those that change with the state."""
        state = self._state
        name = self.tr("Pause") if state.playing else self.tr("Play")
        self._play.setAccessibleName(name)
        self._play.setToolTip(self._with_keys(name, "play"))
        tip = self._with_keys(self.tr("Jump over silences while playing"), "skip_silence")
        skipped = ""
        if state.skipped_ms:
            skipped = self.tr("{0} jumped over so far").format(moment_text(state.skipped_ms, 0))
            tip = f"{tip}\n{skipped}"
        self._skip.setAccessibleDescription(skipped)
        self._skip.setToolTip(tip)

    def _with_keys(self, text: str, *actions: str) -> str:
        keys = [key for action in actions if (key := key_near(self, action))]
        return f"{text}  {' '.join(keys)}" if keys else text

    def _make_menu(self) -> tuple[QMenu, dict[float, QAction]]:
        menu = QMenu(self)
        speeds = {rate: menu.addAction(speed_text(rate)) for rate in SPEEDS}
        for action in speeds.values():
            action.setCheckable(True)
        return menu, speeds

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        self._row, self._second_row = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._second_row):
            row.setSpacing(tokens.SPACE)
            column.addLayout(row)
        self._broken: bool | None = None
        self._arrange(broken=False)
        for button in (self._back, self._ahead, self._speed, self._skip):
            button.setMinimumHeight(tokens.BUTTON_HEIGHT)

    def _playing_buttons(self) -> tuple[QWidget, ...]:
        return (
            *(self._play, self._time, self._total, self._back, self._ahead),
            *(self._speed, self._skip),
        )

    def _side_buttons(self) -> tuple[QWidget, ...]:
        return (self._agent, self._customer, self._swap, self.volume, self._comment)

    def _arrange(self, *, broken: bool) -> None:
        """In one line, or in two."""
        if broken is self._broken:
            return
        self._broken = broken
        for row in (self._row, self._second_row):
            while row.takeAt(0) is not None:
                pass
        for widget in self._playing_buttons():
            self._row.addWidget(widget)
        last = self._second_row if broken else self._row
        for widget in self._side_buttons():
            if widget is self._comment:
                last.addStretch(1)
            last.addWidget(widget)
        if broken:
            self._row.addStretch(1)

    def _connect(self) -> None:
        self._play.clicked.connect(self.toggle_requested)
        self._back.clicked.connect(lambda: self.step_requested.emit(-STEP_MS))
        self._ahead.clicked.connect(lambda: self.step_requested.emit(STEP_MS))
        self._menu.triggered.connect(self._choose_speed)
        self._skip.clicked.connect(self._toggle_skip)
        self._agent.clicked.connect(lambda: self._solo(LaneRole.AGENT))
        self._customer.clicked.connect(lambda: self._solo(LaneRole.CUSTOMER))
        self._swap.clicked.connect(self.swap_requested)
        self.volume.clicked.connect(self.volume_requested)
        self._comment.clicked.connect(self.comment_requested)

    def _choose_speed(self, action: QAction) -> None:
        for rate, candidate in self._speeds.items():
            if candidate is action:
                action.setChecked(abs(rate - self._state.rate) < 0.001)
                self.rate_requested.emit(rate)

    def _toggle_skip(self) -> None:
        # The button shows what the state says; a press is only a wish.
        self._skip.setChecked(self._state.skip_silence)
        self.skip_silence_toggled.emit(not self._state.skip_silence)

    def _solo(self, role: LaneRole) -> None:
        self._agent.setChecked(self._state.solo is LaneRole.AGENT)
        self._customer.setChecked(self._state.solo is LaneRole.CUSTOMER)
        self.solo_requested.emit(None if self._state.solo is role else role)

    def _show_words(self) -> None:
        state = self._state
        self._total.setText(self._total_text())
        self._show_tips()
        self._speed.setText(speed_text(state.rate))
        self._speed.setAccessibleName(self.tr("Speed {0}").format(speed_text(state.rate)))
        # Wide enough for the last moment, so that the row stands still while time runs.
        widest = moment_text(state.duration_ms).translate(str.maketrans("123456789", "0" * 9))
        self._time.setMinimumWidth(self._time.fontMetrics().horizontalAdvance(widest))

    def _total_text(self) -> str:
        state = self._state
        if state.joining_pct is not None:
            return self.tr("joining the legs: {0} %").format(state.joining_pct)
        return f"/ {moment_text(state.duration_ms)}"

    def _skip_text(self) -> str:
        state = self._state
        if state.skip_silence and state.skipped_ms:
            return self.tr("Skip silence · {0}").format(moment_text(state.skipped_ms, 0))
        return self.tr("Skip silence")

    def _skipped_text(self, level: _Level) -> str:
        """How much was jumped over, beside the icon alone."""
        state = self._state
        shown = level is _Level.SHORT and state.skip_silence and state.skipped_ms > 0
        return moment_text(state.skipped_ms, 0) if shown else ""

    def _show_time(self) -> None:
        state = self._state
        running = state.playing and self._position is not None
        position_ms = self._position() if running and self._position else state.position_ms
        text = moment_text(position_ms)
        if text != self._time.text():
            self._time.setText(text)

    def _run(self) -> None:
        if self._state.playing and self.isVisible():
            self._running.start()
        else:
            self._running.stop()

    def _fit(self) -> None:
        """Where the window is narrow the total goes, which the axis says too, then some words, then
        the steps, which have keys; large text takes two lines."""
        joining = self._state.joining_pct is not None
        for level in _Level:
            self._total.setVisible(level is _Level.ROOMY or joining)
            wordy = level in (_Level.ROOMY, _Level.WORDY)
            self._skip.setText(self._skip_text() if wordy else self._skipped_text(level))
            self._skip.setIcon(QIcon() if wordy else self._theme.icon("skip-forward", "text"))
            for step in (self._back, self._ahead):
                step.setVisible(level not in (_Level.NARROW, _Level.BROKEN))
            self._arrange(broken=level is _Level.BROKEN)
            # A row inside a column doesn't hear by itself that a button was hidden.
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return

    def minimumSizeHint(self) -> QSize:
        """As narrow as `_fit` can make it."""
        least = [self._play, self._time, self._speed, self._skip]
        if self._state.joining_pct is not None:
            least.append(self._total)
        first = self._width_of(least)
        if not self._skip.icon().isNull() or not self._skip.text():
            spared = 0
        else:
            spared = self._skip.fontMetrics().horizontalAdvance(self._skip.text()) - tokens.ICON
        width = max(first - max(spared, 0), self._width_of(self._side_buttons()))
        return QSize(width, super().minimumSizeHint().height())

    def _width_of(self, widgets: Sequence[QWidget]) -> int:
        shown = [widget for widget in widgets if not widget.isHidden()]
        widths = sum(max(w.sizeHint().width(), w.minimumWidth()) for w in shown)
        return widths + tokens.SPACE * max(len(shown) - 1, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_keys()
        self._fit()
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._fit()
