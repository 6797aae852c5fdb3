"""Volume of a call and of each of its speakers, and the device that it is heard on."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.sound.sound_facts import agent_lane
from qa_desktop.desktop.review.sound.volume_popup import VolumePopup, VolumeState
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.waveform.state import LaneRole
from qa_desktop.desktop.widgets.keyed import key_near
from qa_desktop.interactions.legs import is_two_sided
from qa_desktop.interactions.model import Recording

_ACTION = "volume"


class Loudness(QObject):
    """The speakers' volumes are of this call alone, lest one stays unheard in the next; the device
    is the reviewer's setting. Signal `solo_chosen(LaneRole | None)`.
    """

    solo_chosen = Signal(object)

    def __init__(self, services: Services, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._player = player
        self._recording: Recording | None = None
        self._state = VolumeState()
        self.popup: VolumePopup | None = None
        player.devices_changed.connect(self._show)
        services.preferences.changed.connect(self._follow)
        if services.settings.output_device:
            player.set_device(services.settings.output_device)

    def show_call(self, recording: Recording, solo: LaneRole | None) -> None:
        before, self._recording = self._recording, recording
        self._state = replace(self._state, solo=solo, sided=is_two_sided(recording))
        if before is not None and before.agent_channel is not recording.agent_channel:
            self._set_sides(self._state.agent_pct, self._state.customer_pct)
        self._show()

    def open_near(self, button: QWidget) -> None:
        """Above the button, its right edge on the button's, within the screen."""
        key = key_near(button, _ACTION)
        self._state = replace(self._state, key=key or VolumeState().key)
        popup = VolumePopup(self._services.theme, self._now(), button)
        popup.volume_chosen.connect(self._set_volume)
        popup.sides_chosen.connect(self._set_sides)
        popup.solo_chosen.connect(self.solo_chosen)
        popup.device_chosen.connect(self._set_device)
        popup.destroyed.connect(self._forget)
        self.popup = popup
        popup.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), 0))
        room = button.screen().availableGeometry()
        x = max(corner.x() - popup.width(), room.left())
        y = corner.y() - popup.height()
        if y < room.top():
            y = min(corner.y() + button.height(), room.bottom() - popup.height())
        popup.move(x, y)
        popup.show()
        popup.volume.setFocus()

    def _forget(self) -> None:
        self.popup = None

    def _now(self) -> VolumeState:
        return replace(
            self._state,
            devices=self._player.devices(),
            device=self._services.settings.output_device,
        )

    def _show(self) -> None:
        if self.popup is not None:
            self.popup.show_state(self._now())

    def _set_volume(self, percent: int) -> None:
        self._state = replace(self._state, volume_pct=percent)
        self._player.set_volume(percent)
        self._show()

    def _set_sides(self, agent_pct: int, customer_pct: int) -> None:
        self._state = replace(self._state, agent_pct=agent_pct, customer_pct=customer_pct)
        if self._recording is not None:
            sides = (agent_pct, customer_pct)
            agent_right = agent_lane(self._recording) == 1
            self._player.set_sides_volume(*(sides[::-1] if agent_right else sides))
        self._show()

    def _set_device(self, device_id: str) -> None:
        services = self._services
        services.preferences.change(replace(services.settings, output_device=device_id))

    def _follow(self, before: Settings, after: Settings) -> None:
        """Chosen here, in the settings or beside another review."""
        if after.output_device != before.output_device:
            self._player.set_device(after.output_device)
            self._show()
