"""Tells day from month in numeric dates by looking at all dates of a file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

# The year 0001 is how programs write "never"; it is not 2001.
_DATE = re.compile(r"^(?!0\d{3}|.*\D0\d{3}$)(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})$")


class DateOrder(StrEnum):
    DAY_MONTH_YEAR = "dd/mm/yyyy"
    MONTH_DAY_YEAR = "mm/dd/yyyy"
    YEAR_MONTH_DAY = "yyyy/mm/dd"


@dataclass(frozen=True, slots=True)
class Guess:
    """`certain` is False where two orders are equally possible and give different dates."""

    order: DateOrder
    certain: bool


def numeric_parts(text: str) -> tuple[int, int, int] | None:
    """The three numbers of "1/2/24", "2024-01-02", "01.02.2024", else None."""
    match = _DATE.match(text.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def to_date(parts: tuple[int, int, int], order: DateOrder) -> date | None:
    """None where the parts are no date in that order."""
    a, b, c = parts
    year, month, day = {
        DateOrder.DAY_MONTH_YEAR: (c, b, a),
        DateOrder.MONTH_DAY_YEAR: (c, a, b),
        DateOrder.YEAR_MONTH_DAY: (a, b, c),
    }[order]
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def infer_order(dates: Sequence[tuple[int, int, int]]) -> Guess | None:
    """The order in which most dates exist and time runs backwards least; None when none fits.

    `dates` stand in the file's order, which in chats is the order of time. A year of four digits
    in front settles it. Where nothing tells them apart day-month is taken, as most of the world
    writes it, and the guess is not certain.
    """
    if not dates:
        return None
    if all(a >= 1000 for a, _, _ in dates):
        return _checked(dates, DateOrder.YEAR_MONTH_DAY)
    orders = [DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR]
    if all(c < 100 and a < 100 for a, _, c in dates):
        orders.append(DateOrder.YEAR_MONTH_DAY)
    scored = [(score, order) for order in orders if (score := _score(dates, order)) is not None]
    if not scored:
        return None
    # Without a four-digit year "19/01/02" is year-first only where nothing else can be.
    if len(scored) > 1:
        scored = [s for s in scored if s[1] is not DateOrder.YEAR_MONTH_DAY] or scored
    best = min(scored, key=lambda pair: pair[0])
    rivals = [
        order
        for score, order in scored
        if order is not best[1]
        and score <= best[0]
        and any(to_date(d, order) != to_date(d, best[1]) for d in dates)
    ]
    return Guess(best[1], certain=not rivals)


def _checked(dates: Sequence[tuple[int, int, int]], order: DateOrder) -> Guess | None:
    return Guess(order, certain=True) if _score(dates, order) is not None else None


def _score(dates: Sequence[tuple[int, int, int]], order: DateOrder) -> tuple[int, int] | None:
    """Impossible dates and steps backwards; None when more than a tenth are impossible."""
    days = [to_date(parts, order) for parts in dates]
    real = [day for day in days if day is not None]
    impossible = len(days) - len(real)
    if impossible * 10 > len(days):
        return None
    backwards = sum(1 for one, two in pairwise(real) if two < one)
    return impossible, backwards
