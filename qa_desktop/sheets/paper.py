"""Colours, fonts, paragraph styles and safe text of every printed page."""

from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from qa_desktop.base.resources import resource_path
from qa_desktop.sheets.mixed_text import MixedParagraph

PAGE_SIZES = {"A4": A4, "Letter": LETTER}
MARGIN = 15 * mm

INK = HexColor("#1b1f27")
MUTED = HexColor("#5b6472")
LINE = HexColor("#dfe3e8")
TINT = HexColor("#f4f5f7")
ACCENT = HexColor("#3451c6")
AGENT = HexColor("#0068a3")
CUSTOMER = HexColor("#b84e00")
GOOD = HexColor("#157347")
CAUTION = HexColor("#8a5a00")
BAD = HexColor("#b3261e")
BAD_TINT = HexColor("#fbe6e4")

LATIN = "Inter"
CHINESE = "NotoSansSC"
FILES = {LATIN: "Inter", CHINESE: "NotoSansSC"}


@cache
def register_fonts() -> None:
    """Makes the bundled fonts known to reportlab; reading them takes 80 ms, once a process."""
    for family, stem in FILES.items():
        for name, weight in ((family, "Regular"), (f"{family}-Strong", "SemiBold")):
            path = resource_path("fonts", f"{stem}-{weight}.ttf")
            pdfmetrics.registerFont(TTFont(name, str(path)))
        strong = f"{family}-Strong"
        pdfmetrics.registerFontFamily(
            family, normal=family, bold=strong, italic=family, boldItalic=strong
        )
        pdfmetrics.registerFontFamily(
            strong, normal=strong, bold=strong, italic=strong, boldItalic=strong
        )


def font_for(content: str, *, strong: bool = False) -> str:
    """Inter, or Noto Sans SC where there is any character that Inter lacks, Chinese above all.

    Not Noto Sans SC always: its quotation marks are as wide as a Chinese character.
    """
    register_fonts()
    font = pdfmetrics.getFont(LATIN)
    if not isinstance(font, TTFont):
        raise TypeError(f"{LATIN} is not a TrueType font")
    known = font.face.charToGlyph
    latin = all(ord(character) in known or not character.isprintable() for character in content)
    return (LATIN if latin else CHINESE) + ("-Strong" if strong else "")


def style(
    size: float = 9.5,
    *,
    strong: bool = False,
    colour: Color = INK,
    after: float = 0,
    right: bool = False,
) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}{strong}{colour}{after}{right}",
        fontName=f"{LATIN}-Strong" if strong else LATIN,
        fontSize=size,
        leading=size * 1.42,
        textColor=colour,
        spaceAfter=after,
        alignment=2 if right else 0,
        splitLongWords=1,
    )


def safe(text: str) -> str:
    """Text as it may stand inside a paragraph: no markup of its own, nothing unprintable.

    Raw text may never reach reportlab: `<img src=...>` would embed local files.
    """
    printable = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    return escape(printable).replace("\n", "<br/>")


def paragraph(markup: str, look: ParagraphStyle) -> Paragraph:
    """`markup` holds only what `safe` returned and this room's own tags."""
    if font_for(markup) == CHINESE:
        font = look.fontName.replace(LATIN, CHINESE)
        look = ParagraphStyle(f"{look.name}-cjk", parent=look, wordWrap="CJK", fontName=font)
        return MixedParagraph(markup, look)
    return Paragraph(markup, look)


def text(content: str, look: ParagraphStyle) -> Paragraph:
    return paragraph(safe(content), look)


def text_width(content: str, size: float) -> float:
    return pdfmetrics.stringWidth(content, font_for(content), size)
