"""How loud each speaker is, who is heard alone, and on which device."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.player.protocol import OutputDevice
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import LaneRole
from qa_desktop.desktop.waveform.transport_buttons import SoloButton
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_STEP_PCT, _PAGE_PCT = 5, 20
_AS_RECORDED_PCT = 100
_LOUDEST_PCT = 200
_SLIDER_WIDTH = 190


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeState:
    """Percent of what was recorded. `sided` False: both speakers share a channel.

    `device` is the id of one of `devices`, "" the system's own choice; `key` closes it again.
    """

    volume_pct: int = 100
    agent_pct: int = 100
    customer_pct: int = 100
    solo: LaneRole | None = None
    sided: bool = True
    devices: tuple[OutputDevice, ...] = ()
    device: str = ""
    key: str = "U"


class VolumePopup(QDialog):
    """Acts at once. Signals: `volume_chosen(int)`, `sides_chosen(int agent, int customer)`,
    `solo_chosen(LaneRole | None)`, `device_chosen(str)`.
    """

    volume_chosen = Signal(int)
    sides_chosen = Signal(int, int)
    solo_chosen = Signal(object)
    device_chosen = Signal(str)

    def __init__(self, theme: Theme, state: VolumeState, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._state = state
        self.volume = _slider(100)
        self.agent = _slider(_LOUDEST_PCT)
        self.customer = _slider(_LOUDEST_PCT)
        self.agent_alone = SoloButton(theme, LaneRole.AGENT)
        self.customer_alone = SoloButton(theme, LaneRole.CUSTOMER)
        self.device = QComboBox()
        self.device.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.device.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.as_recorded = TextButton(theme, "link")
        self._title = make_label("heading")
        self._words = {slider: make_label() for slider in (self.volume, self.agent, self.customer)}
        self._values = {slider: make_label("small") for slider in self._words}
        self._device_word = make_label()
        self._lay_out()
        self.retranslate()
        self.show_state(state)
        self._connect()

    def show_state(self, state: VolumeState) -> None:
        self._state = state
        for slider, value in (
            (self.volume, state.volume_pct),
            (self.agent, state.agent_pct),
            (self.customer, state.customer_pct),
        ):
            slider.setValue(value)
            self._values[slider].setText(f"{value} %")
        self.agent_alone.setChecked(state.solo is LaneRole.AGENT)
        self.customer_alone.setChecked(state.solo is LaneRole.CUSTOMER)
        sides = (self.agent, self.customer, self.agent_alone, self.customer_alone)
        for widget in (*sides, self._words[self.agent], self._words[self.customer]):
            widget.setVisible(state.sided)
        for slider in (self.agent, self.customer):
            self._values[slider].setVisible(state.sided)
        self.as_recorded.setVisible(state.sided)
        self._show_devices()

    def _show_devices(self) -> None:
        state = self._state
        ids = ["", *(device.id for device in state.devices)]
        names = [self.tr("The system's own"), *(device.name for device in state.devices)]
        if state.device not in ids:
            ids.append(state.device)
            names.append(self.tr("The chosen one, not connected"))
        shown = [self.device.itemData(row) for row in range(self.device.count())]
        if shown != ids:
            self.device.clear()
            for name, known in zip(names, ids, strict=True):
                self.device.addItem(name, known)
        self.device.setCurrentIndex(ids.index(state.device))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.SPACE)
        alone = {self.agent: self.agent_alone, self.customer: self.customer_alone}
        for row, (slider, word) in enumerate(self._words.items()):
            word.setBuddy(slider)
            value = self._values[slider]
            value.setMinimumWidth(value.fontMetrics().horizontalAdvance("200 %"))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(word, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            if slider in alone:
                grid.addWidget(alone[slider], row, 3)
        self._device_word.setBuddy(self.device)
        grid.addWidget(self._device_word, len(self._words), 0)
        grid.addWidget(self.device, len(self._words), 1, 1, 3)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.as_recorded)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.SPACE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(head)
        column.addLayout(grid)

    def _connect(self) -> None:
        self.volume.valueChanged.connect(self._say_volume)
        self.agent.valueChanged.connect(self._say_sides)
        self.customer.valueChanged.connect(self._say_sides)
        self.agent_alone.clicked.connect(lambda: self._say_solo(LaneRole.AGENT))
        self.customer_alone.clicked.connect(lambda: self._say_solo(LaneRole.CUSTOMER))
        self.as_recorded.clicked.connect(
            lambda: self.sides_chosen.emit(_AS_RECORDED_PCT, _AS_RECORDED_PCT)
        )
        self.device.activated.connect(
            lambda row: self.device_chosen.emit(self.device.itemData(row))
        )

    def _say_volume(self, percent: int) -> None:
        if percent != self._state.volume_pct:
            self.volume_chosen.emit(percent)

    def _say_sides(self) -> None:
        chosen = self.agent.value(), self.customer.value()
        if chosen != (self._state.agent_pct, self._state.customer_pct):
            self.sides_chosen.emit(*chosen)

    def _say_solo(self, role: LaneRole) -> None:
        self.solo_chosen.emit(None if self._state.solo is role else role)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Volume and output"))
        self._title.setText(self.tr("Volume and output"))
        words = {
            self.volume: self.tr("Volume"),
            self.agent: self.tr("Agent"),
            self.customer: self.tr("Customer"),
        }
        names = {
            self.volume: self.tr("Volume of the call"),
            self.agent: self.tr("Volume of the agent"),
            self.customer: self.tr("Volume of the customer"),
        }
        for slider, word in words.items():
            self._words[slider].setText(word)
            slider.setAccessibleName(names[slider])
        self.agent_alone.setText(self.tr("Agent alone"))
        self.customer_alone.setText(self.tr("Customer alone"))
        self.as_recorded.name_it(self.tr("As recorded"))
        self._device_word.setText(self.tr("Heard on"))
        self.device.setAccessibleName(self.tr("Heard on"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._state.key and event.text().upper() == self._state.key.upper():
            self.close()
            return
        super().keyPressEvent(event)


def _slider(loudest: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, loudest)
    slider.setSingleStep(_STEP_PCT)
    slider.setPageStep(_PAGE_PCT)
    slider.setMinimumWidth(_SLIDER_WIDTH)
    slider.setMinimumHeight(tokens.BUTTON_HEIGHT)
    return slider
