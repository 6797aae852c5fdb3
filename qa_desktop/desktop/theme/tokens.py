"""The design's tokens: colours, spacing, radii and text sizes. No other module has literals."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Hex colours of one theme. `*_soft` is the tint behind text of that colour."""

    dark: bool
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

TIGHT = 4
SPACE = 8
WIDE = 16
LOOSE = 24

RADIUS = 6
RADIUS_LARGE = 8

TEXT_TINY = 11
TEXT_SMALL = 12
TEXT_NORMAL = 13
TEXT_LARGE = 16
TEXT_TITLE = 22
TEXT_SCORE = 30

HIT = 28
RAIL_WIDTH = 76
ICON = 18
COLUMN_CAP = 1040

BUTTON_HEIGHT = 32
ROW_HEIGHT = 40
BORDER = 1
FOCUS_BORDER = 2
CHIP_HEIGHT = 24
SCROLLBAR = 12
ICON_SMALL = 14
ICON_LARGE = 32
HEADER_HEIGHT = 52
STATUS_HEIGHT = 28
BAR_HEIGHT = 6
SEMIBOLD = 600
DIALOG_WIDTH = 640
READING_WIDTH = 720
