"""Finds the devices that can be heard on before any recording is open, for the settings."""

from PySide6.QtCore import QObject, Signal, Slot

from qa_desktop.desktop.player.engines import vlc_devices, vlc_module
from qa_desktop.desktop.player.protocol import OutputDevice
from qa_desktop.desktop.tasks import TaskRunner


class DeviceFinder(QObject):
    """Signal `found(tuple of OutputDevice)`, some time after `look`."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = TaskRunner(threads=1)
        self._is_vlc = False

    def look(self, engine: str) -> None:
        """For the engine that "auto", "vlc" or "qt" means on this machine."""
        self._is_vlc = engine != "qt" and _has_vlc()
        if self._is_vlc:
            # Asking the sound server may take libvlc a while.
            self._runner.start(lambda _: vlc_devices()).finished.connect(self._tell)
        else:
            from qa_desktop.desktop.player.qt_player import qt_devices

            self.found.emit(qt_devices())

    @Slot(object)
    def _tell(self, devices: tuple[OutputDevice, ...]) -> None:
        if self._is_vlc:
            self.found.emit(devices)


def _has_vlc() -> bool:
    try:
        vlc_module()
    except ImportError:
        return False
    return True
