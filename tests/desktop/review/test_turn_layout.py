"""Lines of Chinese, mixed and unusual text, and their characters where Qt counts otherwise."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter, QTextCharFormat
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.review.turns.turn_layout import Styled, TextBlock, Utf16
from qa_desktop.desktop.theme.fonts import interface_font

NEVER_FIRST = "，。！？；：、」』）》】…”’"
NEVER_LAST = "「『（《【“‘"
CHINESE = (
    "您好，这里是星河银行客服中心！请问有什么可以帮您？「为什么不能退款」，（上次也问过了）；"
    "《服务协议》第三条：“七日内可退”……好的，谢谢。"
)


@pytest.fixture(scope="module")
def font(qapp: QApplication) -> QFont:
    del qapp
    font = interface_font()
    font.setPixelSize(13)
    return font


def lines(block: TextBlock) -> list[str]:
    """As they are broken."""
    cuts = {0, len(block.text)}
    tops = [(at, block.caret(at).y()) for at in range(len(block.text))]
    cuts |= {at for (_, before), (at, now) in itertools.pairwise(tops) if now != before}
    ordered = sorted(cuts)
    return [block.text[a:b] for a, b in itertools.pairwise(ordered)]


@pytest.mark.parametrize("width", range(70, 260, 7))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(
    font: QFont, width: int
) -> None:
    broken = lines(TextBlock(CHINESE, font, width))
    assert len(broken) > 1
    assert [line for line in broken[1:] if line[0] in NEVER_FIRST] == []
    assert [line for line in broken[:-1] if line.rstrip()[-1] in NEVER_LAST] == []


def test_latin_words_stay_whole_among_chinese_and_long_numbers_break(font: QFont) -> None:
    text = (
        "您的 refund 已提交，流水号98765432109876543210987654321098765432109876543210，谢谢 thanks"
    )
    block = TextBlock(text, font, 130)
    broken = lines(block)
    assert sum("refund" in line for line in broken) == 1
    assert sum("thanks" in line for line in broken) == 1
    assert block.width <= 130
    address = "https://example.com/a/very/long/address?with=parameters&and=more#" + "x" * 90
    assert TextBlock(address, font, 130).width <= 130


@pytest.mark.parametrize(
    "text",
    [
        "😀 好的😀😀谢谢",
        "a👩‍👩‍👧b",
        "𠮷野家的𠮷",
        "é́x",
        "مرحبا hello שלום",
        "a\nb\n\nc",
        "",
        "\u200b\ufeff",
    ],
)
def test_positions_count_characters_as_python_does(font: QFont, text: str) -> None:
    block = TextBlock(text, font, 60)
    assert block.char_at(QPointF(10_000, block.height)) <= len(text)
    walked = [0]
    while (after := block.step(walked[-1], 1)) > walked[-1]:
        walked.append(after)
    assert walked[-1] == len(text)
    for at in walked:
        box = block.caret(at)
        assert box.height() > 0 or not text
    for at, letter in enumerate(text):
        if letter == "😀":
            (box,) = block.rects(at, at + 1)
            assert box.width() > 0
            assert block.char_at(QPointF(box.left() + 1, box.center().y())) == at
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    block.draw(painter, QPointF(0, 0), [Styled(0, len(text), QTextCharFormat())])
    painter.end()


@given(st.text(alphabet="ab好😀𠮷", max_size=12), st.integers(0, 12))
def test_qts_positions_map_there_and_back(text: str, char: int) -> None:
    at = min(char, len(text))
    utf16 = Utf16(text)
    unit = utf16.to_qt(at)
    assert unit == len(text[:at].encode("utf-16-le")) // 2
    assert utf16.from_qt(unit) == at


def test_lines_that_were_let_go_come_back_the_same(font: QFont) -> None:
    block = TextBlock(CHINESE, font, 100)
    before = (lines(block), block.height, block.width)
    block.release()
    assert (lines(block), block.height, block.width) == before
