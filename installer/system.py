"""The libraries that Qt, libvlc and the tests need from the operating system."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

DEBIAN_RUN = (
    "libegl1",
    "libgl1",
    "libopengl0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libpulse0",
    "libnss3",
    "libvlc5",
    "vlc-plugin-base",
)
DEBIAN_TEST = (
    "xvfb",
    "xauth",
    "poppler-utils",
    "git",
    "fonts-dejavu-core",
    # Programs of others that open what we write, and a sound server whose outputs can be unplugged.
    "ffmpeg",
    "praat",
    "pulseaudio",
)

OTHERS = (
    (
        "dnf",
        "sudo dnf install libglvnd-egl libxkbcommon-x11 xcb-util-cursor vlc-libs vlc-plugins-base",
    ),
    (
        "pacman",
        "sudo pacman -S --needed libglvnd libxkbcommon-x11 xcb-util-cursor libvlc vlc-plugins-base",
    ),
    ("zypper", "sudo zypper install libglvnd libxkbcommon-x11-0 xcb-util-cursor libvlc5 vlc-noX"),
)


@dataclass(frozen=True)
class SystemAnswer:
    """`complete`: everything is there. `advice`: what a person should run or know, else ''."""

    complete: bool
    advice: str = ""


def ensure_system_libraries(*, for_tests: bool) -> SystemAnswer:
    """Installs what is missing where that is permitted, else says which command would."""
    if sys.platform == "darwin":
        return SystemAnswer(True, _optional_vlc("brew install --cask vlc", "/Applications/VLC.app"))
    if sys.platform == "win32":
        program = os.path.join(os.environ.get("PROGRAMFILES", r"C:\Program Files"), "VideoLAN")
        return SystemAnswer(True, _optional_vlc("winget install VideoLAN.VLC", program))
    if shutil.which("apt-get") and shutil.which("dpkg-query"):
        return _ensure_debian(debian_packages(for_tests=for_tests))
    for tool, command in OTHERS:
        if shutil.which(tool):
            return SystemAnswer(True, f"If the window does not open or no sound plays: {command}")
    return SystemAnswer(True, "Qt needs EGL, xcb-util-cursor and xkbcommon-x11; VLC is optional.")


def debian_packages(*, for_tests: bool) -> tuple[str, ...]:
    """All that is wanted; Debian's own Python comes without the means to make an environment."""
    wanted = DEBIAN_RUN + (DEBIAN_TEST if for_tests else ())
    if importlib.util.find_spec("ensurepip") is None:
        wanted += (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)
    return wanted


def _optional_vlc(command: str, place: str) -> str:
    return "" if os.path.exists(place) else f"VLC was not found; Qt plays instead. ({command})"


def _ensure_debian(wanted: Sequence[str]) -> SystemAnswer:
    missing = missing_debian_packages(wanted)
    if not missing:
        return SystemAnswer(True)
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = _root_prefix()
    if prefix is None:
        return SystemAnswer(False, f"Please run: sudo {' '.join(command)}")
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, env=environment)
    done = subprocess.run(
        [*prefix, *command], check=False, env=environment, stdout=subprocess.DEVNULL
    )
    if done.returncode != 0:
        return SystemAnswer(False, f"apt-get failed; please run: sudo {' '.join(command)}")
    return SystemAnswer(True)


def missing_debian_packages(wanted: Sequence[str]) -> list[str]:
    """Those of `wanted` that dpkg doesn't know as installed."""
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n", *wanted],
        check=False,
        capture_output=True,
        text=True,
    )
    installed = {
        line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")
    }
    return [name for name in wanted if name not in installed]


def _root_prefix() -> list[str] | None:
    """How to run something as root without asking for a password; None where that can't be."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
        if allowed.returncode == 0:
            return ["sudo", "-n"]
    return None
