"""Finds out which sound engines this machine has, without loading either of them first."""

import importlib
import importlib.util
from dataclasses import dataclass
from types import ModuleType

from qa_desktop.desktop.player.output_device import OutputDevice
from qa_desktop.desktop.player.vlc_devices import devices_of

ENGINES = ("vlc", "qt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """`detail` is the version, or why it can't be used, in the system's own words."""

    name: str
    usable: bool
    detail: str


def vlc_module() -> ModuleType:
    """python-vlc with its library loaded; ImportError says in one line why it can't be.

    python-vlc raises NotImplementedError on systems it doesn't know, OSError or AttributeError
    where the library is missing or broken, and SystemExit where PYTHON_VLC_LIB_PATH is wrong.
    """
    try:
        return importlib.import_module("vlc")
    except (ImportError, NotImplementedError, OSError, AttributeError) as error:
        raise ImportError(str(error) or type(error).__name__) from error
    except SystemExit as error:
        raise ImportError("PYTHON_VLC_LIB_PATH does not name the VLC library") from error


def find_vlc() -> Engine:
    try:
        vlc = vlc_module()
    except ImportError as error:
        return Engine(name="vlc", usable=False, detail=str(error))
    instance = vlc.Instance(["--quiet", "--intf=dummy", "--no-video"])
    if instance is None:
        return Engine(name="vlc", usable=False, detail="libvlc starts without its plugins")
    instance.release()
    version = vlc.libvlc_get_version()
    return Engine(name="vlc", usable=True, detail=f"libvlc {version.decode()}")


def find_qt() -> Engine:
    try:
        multimedia = importlib.import_module("PySide6.QtMultimedia")
        core = importlib.import_module("PySide6.QtCore")
    except ImportError as error:
        return Engine(name="qt", usable=False, detail=str(error))
    if not hasattr(multimedia.QMediaPlayer, "setPitchCompensation"):
        detail = f"Qt {core.qVersion()}: 6.10 or newer is needed to keep the pitch"
        return Engine(name="qt", usable=False, detail=detail)
    return Engine(name="qt", usable=True, detail=f"Qt Multimedia {core.qVersion()}")


def find_engine(name: str) -> Engine:
    return find_vlc() if name == "vlc" else find_qt()


def vlc_devices() -> tuple[OutputDevice, ...]:
    """What libvlc can be heard on; ImportError where libvlc is missing."""
    vlc = vlc_module()
    instance = vlc.Instance(["--quiet", "--intf=dummy", "--no-video"])
    if instance is None:
        return ()
    player = instance.media_player_new()
    devices = devices_of(vlc, player)
    player.release()
    instance.release()
    return devices


def qt_device_names() -> tuple[str, ...]:
    """Empty where Qt's player is missing."""
    try:
        multimedia = importlib.import_module("PySide6.QtMultimedia")
        core = importlib.import_module("PySide6.QtCore")
    except ImportError:
        return ()
    # Qt tells on stderr which sound servers it could not reach, and needs an application to ask.
    before = core.qInstallMessageHandler(lambda *_: None)
    application = core.QCoreApplication.instance() or core.QCoreApplication([])
    names = tuple(device.description() for device in multimedia.QMediaDevices.audioOutputs())
    core.qInstallMessageHandler(before)
    del application
    return names


def found_engines() -> tuple[tuple[str, bool, str, tuple[str, ...]], ...]:
    """Each engine for `doctor`: whether it can be used, what was found, what it is heard on."""
    found = []
    for engine in (find_engine(name) for name in ENGINES):
        outputs: tuple[str, ...] = ()
        if engine.usable:
            vlc = engine.name == "vlc"
            outputs = tuple(d.name for d in vlc_devices()) if vlc else qt_device_names()
        found.append((engine.name, engine.usable, engine.detail, outputs))
    return tuple(found)
