"""Moments in the spellings of exports, and what programs write where there is none."""

from datetime import UTC, datetime, timedelta, timezone

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


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("March 1, 2026 10:00 EST", 15),
        ("Mar 1, 2026, 10:00 AM PST", 18),
        ("1 March 2026 10:00:00 +0200", 8),
        ("Sun, 01 Mar 2026 10:00:00 GMT", 10),
        ("1 Mar 2026 10:00 CEST", 8),
    ],
)
def test_named_zones(said: str, hour: int) -> None:
    assert moment(said) == datetime(2026, 3, 1, hour, tzinfo=UTC)


@pytest.mark.parametrize("said", ["1 Mar 2026 10:00 CST", "1 Mar 2026 10:00 ENT"])
def test_a_name_of_several_zones_or_none_is_the_readers_own(said: str) -> None:
    zone = timezone(timedelta(hours=3))
    assert moment(said, zone) == datetime(2026, 3, 1, 7, tzinfo=UTC)
