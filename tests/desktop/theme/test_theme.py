"""Light and dark: in force at once, readable, everywhere the same."""

import itertools

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.fonts import interface_font
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.stylesheet import stylesheet
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.theme.tokens import DARK, LIGHT, Colours

ENOUGH = 4.5
TONES = ("accent", "agent", "customer", "good", "caution", "bad")


def luminance(hex_colour: str) -> float:
    colour = QColor(hex_colour)
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """WCAG 2.1's contrast ratio."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(colours: Colours) -> None:
    grounds = (colours.background, colours.surface, colours.raised)
    pairs = list(itertools.product((colours.text, colours.muted), grounds))
    pairs += [(getattr(colours, tone), getattr(colours, f"{tone}_soft")) for tone in TONES]
    pairs += [(getattr(colours, tone), colours.surface) for tone in TONES]
    pairs += [(colours.on_accent, getattr(colours, tone)) for tone in TONES]
    pairs += [(colours.text, colours.accent_soft), (colours.muted, colours.accent_soft)]
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < ENOUGH}
    assert weak == {}


def test_choosing_a_theme_dresses_the_application_at_once(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.colours() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    assert DARK.surface in qapp.styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_the_stylesheet_leaves_no_placeholder() -> None:
    for colours in (LIGHT, DARK):
        sheet = stylesheet(colours)
        assert "$" not in sheet
        assert "@" not in sheet


def test_icons_take_the_colour_and_the_pixel_ratio(qapp: QApplication) -> None:
    drawn = pixmap("check", LIGHT.good, tokens.ICON, 2.0)
    assert drawn.width() == 2 * tokens.ICON
    assert drawn.devicePixelRatio() == 2.0
    image = drawn.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT.good}


def test_an_icon_that_does_not_exist_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", LIGHT.good, tokens.ICON, 1.0)


def test_the_font_has_chinese_and_digits_of_one_width(qapp: QApplication) -> None:
    font = interface_font()
    widths = {QFontMetricsF(font).horizontalAdvance(digit * 10) for digit in "0123456789"}
    assert max(widths) - min(widths) < 0.5
    assert any(
        QRawFont.fromFont(QFont(family)).supportsCharacter("质") for family in font.families()
    )
