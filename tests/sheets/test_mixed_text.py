"""Where lines of Chinese and mixed text break."""

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.sheets.mixed_text import NOT_AT_START, break_lines


def lines(text: str, room: int) -> list[str]:
    """With every character one unit wide."""
    ends = break_lines(text, [1.0] * len(text), room)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_chinese_breaks_between_characters() -> None:
    assert lines("坐席没有告知客户", 4) == ["坐席没有", "告知客户"]


def test_latin_words_stay_whole() -> None:
    assert lines("请说 one moment 再查", 10) == ["请说 one ", "moment 再查"]


def test_closing_marks_do_not_begin_a_line() -> None:
    assert lines("他说“好的”。", 5) == ["他说“好", "的”。"]
    assert lines("他说好的”。", 5) == ["他说好", "的”。"]
    assert lines("一二三四，五", 4)[1].startswith("四")


def test_opening_marks_do_not_end_a_line() -> None:
    assert lines("一二三“四五", 4) == ["一二三", "“四五"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@given(st.text(alphabet="坐席ab ，。“”（）", max_size=80), st.integers(3, 12))
def test_nothing_is_lost_and_nothing_overflows(text: str, room: int) -> None:
    broken = lines(text, room)
    assert "".join(broken) == text
    assert all(len(line.rstrip(" ")) <= room for line in broken)


@given(st.text(alphabet="坐席没有告知，。”", max_size=60))
def test_marks_begin_a_line_only_where_there_was_no_choice(text: str) -> None:
    for before, after in zip(lines(text, 8), lines(text, 8)[1:], strict=False):
        if after and after[0] in NOT_AT_START:
            assert len(before) == 8
