"""Numbers, moments and dates on paper."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from qa_desktop.sheets.wordings import day, length, moment, plain_number


@pytest.mark.parametrize(
    ("position_ms", "said"),
    [
        (0, "00:00.0"),
        (24_399, "00:24.3"),
        (59_999, "00:59.9"),
        (60_000, "01:00.0"),
        (3_723_400, "1:02:03.4"),
    ],
)
def test_moment(position_ms: int, said: str) -> None:
    assert moment(position_ms) == said


@pytest.mark.parametrize(
    ("duration_ms", "language", "said"),
    [
        (51_130, "en", "51 s"),
        (200_000, "en", "3 min 20 s"),
        (3_720_000, "en", "1 h 02 min"),
        (200_000, "zh-CN", "3 分 20 秒"),
    ],
)
def test_length(duration_ms: int, language: str, said: str) -> None:
    assert length(duration_ms, language) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(15, 4), "3.75"),
        (Fraction(20), "20"),
        (Fraction(2, 3), "0.67"),
        (Fraction(-1, 2), "−0.5"),
        (Fraction(-1, 1000), "0"),
        (Fraction(1, 200), "0.01"),
    ],
)
def test_plain_number(value: Fraction, said: str) -> None:
    assert plain_number(value) == said


def test_dates_take_the_form_of_the_language() -> None:
    at = datetime(2026, 6, 2, 12, tzinfo=UTC)
    assert day(at, "en") == "2 June 2026"
    assert day(at, "zh-CN") == "2026年6月2日"
