"""How recordings are heard."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.player.found_devices import DeviceFinder
from qa_desktop.desktop.player.protocol import OutputDevice
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import (
    SettingsGroup,
    choice_box,
    chosen,
    name_choices,
    show_choice,
)

_MOST_REWIND_S = 5.0
_ENGINES = ("auto", "vlc", "qt")


class ListeningGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.engine = choice_box(_ENGINES)
        self.engine.activated.connect(lambda _: self.keep(engine=chosen(self.engine)))
        self.device = QComboBox()
        self.device.activated.connect(lambda _: self.keep(output_device=chosen(self.device)))
        self._devices: tuple[OutputDevice, ...] = ()
        self._finder = DeviceFinder(self)
        self._finder.found.connect(self.show_devices)
        self._looked_for = ""
        self.rewind = QDoubleSpinBox()
        self.rewind.setRange(0, _MOST_REWIND_S)
        self.rewind.setSingleStep(0.5)
        self.rewind.setDecimals(1)
        self.rewind.editingFinished.connect(
            lambda: self.keep(resume_rewind_ms=round(self.rewind.value() * 1000))
        )
        self.add_row("engine", self.engine)
        self.add_row("device", self.device)
        self.add_row("rewind", self.rewind)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        show_choice(self.engine, settings.engine)
        self.rewind.setValue(settings.resume_rewind_ms / 1000)
        if self.isVisible() and settings.engine != self._looked_for:
            self._look_for_devices()
        self._draw_devices()

    def show_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        self._devices = devices
        self._draw_devices()

    def _look_for_devices(self) -> None:
        """What is plugged in may be another thing each time the page is looked at."""
        self._looked_for = self._preferences.settings().engine
        self._finder.look(self._looked_for)

    def _draw_devices(self) -> None:
        """The system's own first; one that is chosen and absent keeps its place."""
        wished = self._preferences.settings().output_device
        choices = [("", self.tr("System default"))]
        choices += [(device.id, device.name) for device in self._devices]
        if wished not in dict(choices):
            choices.append((wished, self.tr("{device} (not plugged in)").format(device=wished)))
        if choices != [
            (self.device.itemData(at), self.device.itemText(at))
            for at in range(self.device.count())
        ]:
            self.device.clear()
            for device_id, name in choices:
                self.device.addItem(name, device_id)
        show_choice(self.device, wished)

    def retranslate(self) -> None:
        self.name_group(self.tr("Listening"))
        self.name_row(
            "engine",
            self.tr("Sound engine"),
            self.tr("VLC plays most formats; Qt is used where VLC is missing."),
        )
        self.name_row(
            "device",
            self.tr("Sound output"),
            self.tr("If it is unplugged, the sound goes on on the system's own output."),
        )
        self._draw_devices()
        self.name_row("rewind", self.tr("Go back when playing on"))
        self.rewind.setSuffix(self.tr(" s"))
        name_choices(self.engine, (self.tr("Best that is there"), "VLC", "Qt"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_for_devices()
