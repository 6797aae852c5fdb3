"""The design's tokens: colours, spacing, radii and text sizes. No other module has literals."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Hex colours of one theme. `*_soft` is the tint behind text of that colour.

    `high_contrast`: every text at 7:1 or more (WCAG 2.1, 1.4.6), borders and focus to match.
    """

    dark: bool
    high_contrast: bool = False
    background: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    agent: str
    agent_soft: str
    customer: str
    customer_soft: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    bad: str
    bad_soft: str


LIGHT = Colours(
    dark=False,
    background="#f4f5f7",
    surface="#ffffff",
    raised="#f8f9fb",
    border="#dfe3e8",
    text="#1b1f27",
    muted="#5b6472",
    accent="#3451c6",
    on_accent="#ffffff",
    accent_soft="#e8ecfb",
    agent="#0068a3",
    agent_soft="#e3f0f8",
    customer="#b84e00",
    customer_soft="#fcf1e7",
    good="#157347",
    good_soft="#e2f3ea",
    caution="#8a5a00",
    caution_soft="#fcf0d9",
    bad="#b3261e",
    bad_soft="#fbe6e4",
)

DARK = Colours(
    dark=True,
    background="#121519",
    surface="#1a1e24",
    raised="#20252c",
    border="#313842",
    text="#e7eaef",
    muted="#9aa5b4",
    accent="#93a8ff",
    on_accent="#121519",
    accent_soft="#28304f",
    agent="#62b8ec",
    agent_soft="#17303f",
    customer="#eda23b",
    customer_soft="#3a2a14",
    good="#5fce92",
    good_soft="#16352a",
    caution="#f0b94b",
    caution_soft="#3a2d12",
    bad="#ff8f86",
    bad_soft="#43201f",
)

CONTRAST_LIGHT = Colours(
    dark=False,
    high_contrast=True,
    background="#ffffff",
    surface="#ffffff",
    raised="#f1f1f1",
    border="#565656",
    text="#000000",
    muted="#303030",
    accent="#0b2a9b",
    on_accent="#ffffff",
    accent_soft="#dde6ff",
    agent="#00476f",
    agent_soft="#dceefa",
    customer="#7a2e00",
    customer_soft="#fdebdc",
    good="#0b4d2c",
    good_soft="#dcf3e5",
    caution="#5a3a00",
    caution_soft="#fbeecd",
    bad="#8c0f0b",
    bad_soft="#fde3e1",
)

CONTRAST_DARK = Colours(
    dark=True,
    high_contrast=True,
    background="#000000",
    surface="#000000",
    raised="#191919",
    border="#a8a8a8",
    text="#ffffff",
    muted="#dcdcdc",
    accent="#b9c7ff",
    on_accent="#000000",
    accent_soft="#1b2551",
    agent="#93d3ff",
    agent_soft="#0a2636",
    customer="#ffbf66",
    customer_soft="#321f06",
    good="#86efb2",
    good_soft="#0a2d1c",
    caution="#ffd873",
    caution_soft="#312405",
    bad="#ffb4ae",
    bad_soft="#401413",
)

TIGHT = 4
SPACE = 8
WIDE = 16
LOOSE = 24

RADIUS = 6
RADIUS_LARGE = 8
BORDER = 1
FOCUS_BORDER = 2
SCROLLBAR = 12
BAR_HEIGHT = 6
SEMIBOLD = 600

# What follows grows with the text: read it where it is used, never once for all at an import.

TEXT_TINY = 11
TEXT_SMALL = 12
TEXT_NORMAL = 13
TEXT_LARGE = 16
TEXT_TITLE = 22
TEXT_SCORE = 30

HIT = 28
BUTTON_HEIGHT = 32
ROW_HEIGHT = 40
CHIP_HEIGHT = 24
HEADER_HEIGHT = 52
STATUS_HEIGHT = 28
RAIL_WIDTH = 76
ICON = 18
ICON_SMALL = 14
ICON_LARGE = 32
DIALOG_WIDTH = 640
READING_WIDTH = 720
COLUMN_CAP = 1040

LARGEST_TEXT = 2.0
# Leaves something of a small laptop's screen beside it.
_WIDEST_DIALOG = 960
GROWING = (
    *("TEXT_TINY", "TEXT_SMALL", "TEXT_NORMAL", "TEXT_LARGE", "TEXT_TITLE", "TEXT_SCORE"),
    *("HIT", "BUTTON_HEIGHT", "ROW_HEIGHT", "CHIP_HEIGHT", "HEADER_HEIGHT", "STATUS_HEIGHT"),
    *("RAIL_WIDTH", "ICON", "ICON_SMALL", "ICON_LARGE"),
    *("DIALOG_WIDTH", "READING_WIDTH", "COLUMN_CAP"),
)

_SIZES = {name: globals()[name] for name in GROWING}
_scale = 1.0


def text_scale() -> float:
    """How much larger than designed the text is, 1 to 2."""
    return _scale


def set_text_scale(scale: float) -> None:
    """For widgets that are made from now on: an application has one size, as it has one font."""
    global _scale
    _scale = min(max(scale, 1.0), LARGEST_TEXT)
    globals().update({name: scaled(size) for name, size in _SIZES.items()})
    globals()["DIALOG_WIDTH"] = min(scaled(_SIZES["DIALOG_WIDTH"]), _WIDEST_DIALOG)


def scaled(pixels: int) -> int:
    """A width or height that was drawn for the designed text, as it must be for the present."""
    return round(pixels * _scale)
