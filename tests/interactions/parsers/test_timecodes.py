"""Moments in the spellings of exports, and what programs write where there is none."""

from datetime import UTC, datetime

import pytest

from qa_desktop.interactions.metadata_values import moment_cell
from qa_desktop.interactions.parsers.dates import DateOrder
from qa_desktop.interactions.parsers.timecodes import moment


@pytest.mark.parametrize(
    "nothing",
    [
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00+08:00",
        "1601-01-01T00:00:00Z",
        "1900-01-01 00:00:00",
        "9999-12-31T23:59:59-08:00",
        "9999-12-31",
        "0001年1月1日",
        -62135596800,
    ],
)
def test_a_date_that_stands_for_none_is_none(nothing: str | int) -> None:
    assert moment(nothing) is None


@pytest.mark.parametrize("nothing", ["0001-01-01 00:00:00", "01/01/0001", "30.12.1899 00:00"])
def test_in_a_table_too(nothing: str) -> None:
    assert moment_cell(nothing, DateOrder.DAY_MONTH_YEAR) is None


@pytest.mark.parametrize("said", ["2026-11-02T09:00:00Z", "2026-11-02 17:00:00+08:00", 1793610000])
def test_a_moment(said: str | int) -> None:
    assert moment(said) == datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_short_years_are_of_this_century() -> None:
    found = moment_cell("2/11/26 09:00", DateOrder.DAY_MONTH_YEAR)
    assert found is not None
    assert found.year == 2026
