"""Reads a whole column of times at once, as a single one can be ambiguous."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_desktop.interactions.parsers.dates import DateOrder, infer_order, to_date
from qa_desktop.interactions.parsers.json_values import number
from qa_desktop.interactions.parsers.timecodes import (
    cue_ms,
    in_utc,
    iso_duration_ms,
    moment,
    whole_ms,
)

_DAY_FIRST_OR_MONTH = re.compile(
    r"^(\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4})(?:[,\sT]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
    r"\s*([AaPp])?\.?[Mm]?\.?)?$"
)
# Past this many seconds since 1970 (1973) a number is a moment, not an offset.
_FIRST_UNIX = 1e8


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A column read: offsets from the recording's start, or moments, one for each value.

    `doubt` is the order of day and month that was taken where nothing told them apart.
    """

    offsets: tuple[int | None, ...]
    moments: tuple[datetime | None, ...]
    doubt: DateOrder | None = None

    @property
    def has_offsets(self) -> bool:
        return any(offset is not None for offset in self.offsets)

    @property
    def has_moments(self) -> bool:
        return any(moment is not None for moment in self.moments)


def read_times(name: str, values: Sequence[object], characters: int) -> Times:
    """`name` is the field's, which may tell the unit; `characters` is how much was said."""
    numbers = [_plain_number(value) for value in values]
    if any(n is not None for n in numbers):
        present = [n for n in numbers if n is not None]
        if min(present) >= _FIRST_UNIX:
            return Times(offsets=(None,) * len(values), moments=tuple(map(moment, numbers)))
        factor = unit_factor(name, present, characters)
        offsets = tuple(None if n is None else whole_ms(n * factor) for n in numbers)
        return Times(offsets=offsets, moments=(None,) * len(values))
    texts = [value.strip() if isinstance(value, str) else "" for value in values]
    stamps = tuple(_span_ms(text) for text in texts)
    if any(stamp is not None for stamp in stamps):
        return Times(offsets=stamps, moments=(None,) * len(values))
    return _dates(texts)


def unit_factor(name: str, values: Sequence[float], characters: int) -> float:
    """Milliseconds in one unit of a field, by its name or by how fast people can speak.

    In seconds nobody takes longer than a second a character on average, plus a minute of waiting;
    in milliseconds everybody does.
    """
    folded = name.casefold().replace("_", "")
    if folded.endswith(("ms", "millis", "milliseconds", "msec", "毫秒")):
        return 1
    if folded.endswith(("seconds", "secs", "sec", "insec", "秒")):
        return 1000
    if any(value != int(value) for value in values):
        return 1000
    return 1 if max(values) > characters + 60 else 1000


def _plain_number(value: object) -> float | None:
    if isinstance(value, str) and not re.match(r"^\s*[+-]?\d+(?:\.\d+)?s?\s*$", value):
        return None
    return number(value.strip().rstrip("s") if isinstance(value, str) else value)


def _span_ms(text: str) -> int | None:
    found = cue_ms(text)
    return iso_duration_ms(text) if found is None and text.startswith("P") else found


def _dates(texts: Sequence[str]) -> Times:
    matches = [_DAY_FIRST_OR_MONTH.match(text) for text in texts]
    parts = [_parts(match) for match in matches if match]
    guess = infer_order(parts)
    moments: list[datetime | None] = []
    for text, match in zip(texts, matches, strict=True):
        if match is None or guess is None:
            moments.append(moment(text) if text else None)
        else:
            moments.append(_moment(match, guess.order))
    # With points between them people write the day first, everywhere.
    pointed = all("." in match[1] for match in matches if match)
    certain = guess is None or guess.certain
    if pointed and guess is not None and guess.order is DateOrder.DAY_MONTH_YEAR:
        certain = True
    doubt = None if certain or guess is None else guess.order
    return Times(offsets=(None,) * len(texts), moments=tuple(moments), doubt=doubt)


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    a, b, c = (int(part) for part in re.findall(r"\d+", match[1]))
    return a, b, c


def _moment(match: re.Match[str], order: DateOrder) -> datetime | None:
    day = to_date(_parts(match), order)
    hour = int(match[2] or 0)
    half = (match[5] or "").casefold()
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if day is None or hour > 23 or int(match[3] or 0) > 59 or int(match[4] or 0) > 59:
        return None
    naive = datetime(day.year, day.month, day.day, hour, int(match[3] or 0), int(match[4] or 0))  # noqa: DTZ001 - in_utc gives it the local zone
    return in_utc(naive, None)
