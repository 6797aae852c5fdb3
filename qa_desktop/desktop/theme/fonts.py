"""Chooses the interface's font: the system's own, with Chinese and without surprises."""

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.theme import tokens

LATIN = "Inter"
CHINESE = "Noto Sans SC"
_FILES = {
    LATIN: ("Inter-Regular.ttf", "Inter-SemiBold.ttf"),
    CHINESE: ("NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf"),
}
# What fontconfig falls back to on machines that nobody chose a font for; too wide for our tables.
_NOBODYS_CHOICE = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "sans-serif", ""})

# The height in pixels of the text that nobody asked to be larger: Segoe UI 9 pt, San Francisco
# 13 pt, and what Linux desktops take at most (11 pt).
_USUAL_PX = {"win32": 12, "darwin": 13}
_USUAL_ELSEWHERE_PX = 15


def system_text_scale() -> float:
    """How much larger than usual a person has made the system's text, 1 or more."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = _USUAL_PX.get(sys.platform, _USUAL_ELSEWHERE_PX)
    return max(QFontInfo(system).pixelSize() / usual, 1.0)


def interface_font() -> QFont:
    """The font of the whole interface, in the normal text size.

    The bundled fonts are loaded only where the system has none that was chosen for reading, or
    none for Chinese.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if _is_nobodys_choice(system):
        families = [LATIN]
        _load(LATIN)
    else:
        families = [system.family()]
    if QFontDatabase.hasFamily(CHINESE) or not _has_chinese():
        _load(CHINESE)
        families.append(CHINESE)
    font = QFont(families)
    font.setPixelSize(tokens.TEXT_NORMAL)
    # Digits of one width, so that numbers stand under each other; fonts without it ignore it.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _is_nobodys_choice(font: QFont) -> bool:
    return {font.family(), QFontInfo(font).family()} & _NOBODYS_CHOICE != set()


def _has_chinese() -> bool:
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _load(family: str) -> None:
    if QFontDatabase.hasFamily(family):
        return
    for name in _FILES[family]:
        file = resource_path("fonts", name)
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"{file} is not a font")
