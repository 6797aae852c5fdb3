"""What red-, green- and blue-blind reviewers can tell apart by colour, and what needs a shape.

Simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1, severity 1.0, in linear RGB. Differences
are CIEDE2000 (Sharma, Wu and Dalal, Color Research and Application 30(1), 2005).
"""

import math
from itertools import combinations, product

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.card.score_panel import ScorePanel
from qa_desktop.desktop.review.state import ScoreState
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours
from qa_desktop.desktop.waveform.pin_shape import kind_colour, pin_pixmap
from qa_desktop.reviews.model import CommentKind

Matrix = tuple[tuple[float, float, float], ...]
Three = tuple[float, float, float]

SEEN: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}
# Two lines, two bubbles or two words beside each other: plainly different colours.
PLAIN = 18.0


@pytest.mark.parametrize(("theme", "eyes"), list(product(THEMES, SEEN)))
def test_agent_and_customer_differ_for_everybody(theme: str, eyes: str) -> None:
    colours = THEMES[theme]
    assert difference(colours.agent, colours.customer, SEEN[eyes]) > PLAIN


def test_good_and_bad_look_alike_to_somebody_so_outcomes_have_icons_and_words_of_their_own(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    alike = [
        (name, eyes)
        for (name, colours), (eyes, matrix) in product(THEMES.items(), SEEN.items())
        if difference(colours.good, colours.bad, matrix) < PLAIN
    ]
    assert alike
    panel = ScorePanel(theme)
    qtbot.addWidget(panel)
    shown = [
        panel._grade_words(ScoreState(outcome=outcome, form_veto=veto, provisional=provisional))
        for outcome, veto, provisional in (
            ("pass", False, False),
            ("fail", False, False),
            ("incomplete", False, True),
            ("not_scored", False, False),
        )
    ]
    words, icons, _ = zip(*shown, strict=True)
    assert len(set(icons)) == len(shown)
    assert len(set(words)) == len(shown)


@pytest.mark.parametrize(("theme", "eyes"), list(product(THEMES, SEEN)))
def test_kinds_of_comments_that_look_alike_have_shapes_of_their_own(
    qapp: QApplication, theme: str, eyes: str
) -> None:
    colours = THEMES[theme]
    for one, other in combinations(CommentKind, 2):
        by_colour = difference(kind_colour(one, colours), kind_colour(other, colours), SEEN[eyes])
        assert by_colour > PLAIN or other_shape(one, other, colours), (one, other, by_colour)


def other_shape(one: CommentKind, other: CommentKind, colours: Colours) -> bool:
    """Whether the outlines of their pins differ in more than a rounding of corners."""
    first, second = outline(one, colours), outline(other, colours)
    return len(first ^ second) > len(first | second) * 0.05


def outline(kind: CommentKind, colours: Colours) -> set[tuple[int, int]]:
    image = pin_pixmap(kind, 1, colours, 40, 1.0, QApplication.font()).toImage()
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    return {
        (x, y)
        for x in range(shown.width())
        for y in range(shown.height())
        if shown.pixelColor(x, y).alpha() > 127
    }


def test_the_simulation_is_the_published_one() -> None:
    """White stays white; red and green of one lightness fall together for the green-blind."""
    for matrix in SEEN.values():
        assert all(math.isclose(sum(row), 1.0, abs_tol=2e-6) for row in matrix)
    everybody = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    red, green = "#a33c00", "#5a6a00"
    assert difference(red, green, everybody) > 30
    assert difference(red, green, SEEN["deuteranopia"]) < PLAIN


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_sharma_s_table(
    first: Three, second: Three, wanted: float
) -> None:
    assert math.isclose(ciede2000(first, second), wanted, abs_tol=5e-5)


def difference(one: str, other: str, matrix: Matrix) -> float:
    return ciede2000(lab(one, matrix), lab(other, matrix))


def lab(colour: str, matrix: Matrix) -> Three:
    """CIELAB (D65) of a hex colour as those eyes see it."""
    named = QColor(colour)
    linear = [_linear(part) for part in (named.redF(), named.greenF(), named.blueF())]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0.0), 1.0) for row in matrix
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (_cube_root(part) for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _cube_root(part: float) -> float:
    return float(part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116)


def ciede2000(first: Three, second: Three) -> float:
    """Sharma, Wu and Dalal 2005, equations 2 to 22, with all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    bend = 30 * math.exp(-(((mean_h - 275) / 25) ** 2))
    r = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(2 * bend))
    by_l, by_c, by_h = (l2 - l1) / s_l, (c2 - c1) / s_c, delta_h / s_h
    return math.sqrt(by_l**2 + by_c**2 + by_h**2 + r * by_c * by_h)
