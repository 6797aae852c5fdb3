"""Light and dark: in force at once, readable, everywhere the same."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.fonts import interface_font
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.stylesheet import focus_width, stylesheet
from qa_desktop.desktop.theme.theme import Theme, colours_for
from qa_desktop.desktop.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours

ENOUGH = 4.5
MORE = 7.0
RING = 3.0
ALL = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
NAMES = ("light", "dark", "contrast-light", "contrast-dark")
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


@pytest.mark.parametrize("colours", ALL, ids=NAMES)
def test_every_text_stands_out_from_what_is_behind_it(colours: Colours) -> None:
    grounds = (colours.background, colours.surface, colours.raised)
    pairs = list(itertools.product((colours.text, colours.muted), grounds))
    pairs += [(getattr(colours, tone), getattr(colours, f"{tone}_soft")) for tone in TONES]
    pairs += [(getattr(colours, tone), colours.surface) for tone in TONES]
    pairs += [(colours.on_accent, getattr(colours, tone)) for tone in TONES]
    pairs += [(colours.text, colours.accent_soft), (colours.muted, colours.accent_soft)]
    enough = MORE if colours.high_contrast else ENOUGH
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < enough}
    assert weak == {}


@pytest.mark.parametrize("colours", ALL, ids=NAMES)
def test_the_focus_ring_stands_out_from_what_it_surrounds(colours: Colours) -> None:
    grounds = (colours.background, colours.surface, colours.raised, colours.accent_soft)
    pairs = [(colours.accent, ground) for ground in grounds]
    # Round what is filled with a tone the ring is as the text.
    pairs += [(colours.text, ground) for ground in grounds]
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < RING}
    assert weak == {}


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=("light", "dark"))
def test_in_high_contrast_borders_are_seen_and_the_ring_is_wider(colours: Colours) -> None:
    for ground in (colours.background, colours.surface, colours.raised):
        assert contrast(colours.border, ground) >= ENOUGH
    assert focus_width(colours) > focus_width(DARK)


@pytest.mark.parametrize(
    ("choice", "scheme", "preference", "wanted"),
    [
        ("system", Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, LIGHT),
        ("system", Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        ("system", Qt.ColorScheme.Unknown, Qt.ContrastPreference.HighContrast, CONTRAST_LIGHT),
        ("system", Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, CONTRAST_DARK),
        ("light", Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, LIGHT),
        ("contrast-dark", Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, CONTRAST_DARK),
    ],
)
def test_what_is_not_forced_is_as_the_system_prefers_it(
    choice: str, scheme: Qt.ColorScheme, preference: Qt.ContrastPreference, wanted: Colours
) -> None:
    assert colours_for(choice, scheme, preference) is wanted


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
    for colours in ALL:
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
