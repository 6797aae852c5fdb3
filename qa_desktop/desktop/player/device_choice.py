"""Which output device is wished, which one is there, and what to do when they differ."""

from dataclasses import dataclass

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.protocol import OutputDevice


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceNews:
    """`use` is the device that the engine shall change to, None: it stays."""

    use: str | None = None
    problem: Problem | None = None
    changed: bool = False


class DeviceChoice:
    """A wished device that went is kept in mind and used again when it is back."""

    def __init__(self) -> None:
        self.devices: tuple[OutputDevice, ...] = ()
        self.wished = ""
        self._is_gone = False

    @property
    def in_use(self) -> str:
        return "" if self._is_gone else self.wished

    def wish(self, device_id: str) -> None:
        self.wished, self._is_gone = device_id, False

    def find(self, devices: tuple[OutputDevice, ...]) -> DeviceNews:
        """What the engine finds now."""
        before, self.devices = self.devices, devices
        was_gone = self._is_gone
        self._is_gone = bool(self.wished) and self.wished not in {d.id for d in devices}
        changed = devices != before
        if self._is_gone and not was_gone:
            names = {device.id: device.name for device in before}
            name = names.get(self.wished, self.wished)
            gone = Problem(code="player.device_gone", values={"device": name})
            return DeviceNews(use="", problem=gone, changed=changed)
        if before and not devices:
            return DeviceNews(problem=Problem(code="player.no_device"), changed=True)
        back = was_gone and not self._is_gone
        return DeviceNews(use=self.wished if back else None, changed=changed)
