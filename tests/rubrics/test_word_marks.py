"""Marked words put both wordings together again, and are few where little changed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.rubrics.word_marks import Mark, word_marks

TEXTS = st.text(st.sampled_from("ab c,客户您好\n"), max_size=40)


def side(old: str, new: str, without: Mark) -> str:
    return "".join(piece.text for piece in word_marks(old, new) if piece.mark is not without)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read(old: str, new: str) -> None:
    assert side(old, new, Mark.NEW) == old
    assert side(old, new, Mark.GONE) == new


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("within 30 seconds", "within 45 seconds", "within [-30-]{+45+} seconds"),
        ("核心诉求已记录", "核心诉求未记录", "核心诉求[-已-]{+未+}记录"),
        ("Says the name", "Says the full name", "Says the {+full +}name"),
        ("one two three four", "one 2 3 four", "one [-two three-]{+2 3+} four"),
        ("greets warmly", "records it", "[-greets warmly-]{+records it+}"),
        ("", "new", "{+new+}"),
        ("same", "same", "same"),
    ],
)
def test_words_and_characters(old: str, new: str, told: str) -> None:
    marks = {Mark.SAME: "{}", Mark.GONE: "[-{}-]", Mark.NEW: "{{+{}+}}"}
    assert "".join(marks[p.mark].format(p.text) for p in word_marks(old, new)) == told


def test_long_texts_take_bounded_time() -> None:
    old = " ".join(f"word{n}" for n in range(60_000))
    new = " ".join(f"word{n * 7 % 60_001}" for n in range(60_000))
    began = time.perf_counter()
    assert side(old, new, Mark.NEW) == old
    assert time.perf_counter() - began < 5
