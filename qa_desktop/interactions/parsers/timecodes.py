"""Clock times and offsets in the spellings that exports use."""

import math
import re
from datetime import UTC, datetime, timedelta, tzinfo

from dateutil import parser as dateutil_parser
from dateutil import tz

MAX_OFFSET_MS = 14 * 24 * 3600 * 1000

# Hours east of Greenwich of the names in e-mail's standard, but CST: it is also China's.
_ZONES = {
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1,
    "CEST": 2, "BST": 1, "EET": 2, "EEST": 3, "JST": 9, "HKT": 8, "SGT": 8,
}  # fmt: skip
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(3000, 1, 1, tzinfo=UTC)

_CUE = re.compile(r"^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?$")
_ISO_DURATION = re.compile(
    r"^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
_PLAIN_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?$")
_CHINESE = re.compile(
    r"^(\d{4})年(\d{1,2})月(\d{1,2})日?\s*(上午|下午|晚上|凌晨|中午)?\s*"
    r"(?:(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?)?分?)?$"
)
_YEAR_FIRST = re.compile(
    r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE,
)


def local_zone() -> tzinfo:
    """Times without a zone are taken as this computer's own."""
    return tz.tzlocal()


def cue_ms(text: str) -> int | None:
    """ "1:02:03.456", "02:03,456" or "02:03"; None when it is no such time."""
    match = _CUE.match(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), int(match[3])
    if minutes > 59 or seconds > 59:
        return None
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((match[4] or "0").ljust(3, "0"))


def iso_duration_ms(text: str) -> int | None:
    """ISO 8601 durations such as "PT1M2.5S"."""
    match = _ISO_DURATION.match(text.strip())
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return whole_ms((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)


def whole_ms(milliseconds: float | None) -> int | None:
    """Rounded; None for what no recording can hold: not finite, negative, past two weeks."""
    if milliseconds is None or not math.isfinite(milliseconds):
        return None
    return round(milliseconds) if -0.5 <= milliseconds <= MAX_OFFSET_MS else None


def seconds_ms(seconds: float | None) -> int | None:
    return None if seconds is None else whole_ms(seconds * 1000)


def unix_moment(value: float) -> datetime | None:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size."""
    size = abs(value)
    for limit, divisor in ((1e11, 1), (1e14, 1e3), (1e17, 1e6), (1e20, 1e9)):
        if size < limit:
            return _after_epoch(value / divisor)
    return None


def _after_epoch(seconds: float) -> datetime | None:
    try:
        return _believable(_EARLIEST + timedelta(seconds=seconds))
    except OverflowError:
        return None


def _believable(moment: datetime) -> datetime | None:
    """None for what programs write instead of nothing: the year 1, 1601, 1900 or 9999.

    Nobody kept contacts then, and some systems can't tell the local time of such moments.
    """
    return moment if _EARLIEST <= moment < _LATEST else None


def moment(value: object, zone: tzinfo | None = None) -> datetime | None:
    """The moment in UTC that a number (Unix time) or a text means, or None.

    `zone` is meant where the text names none; None: this computer's. Numeric dates that begin
    with day or month are not read here, as a single one can't tell which: see `dates`.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return unix_moment(value) if math.isfinite(value) else None
    if not isinstance(value, str) or not (text := value.strip()) or len(text) > 64:
        return None
    if _PLAIN_NUMBER.match(text):
        return unix_moment(float(text)) if len(text) >= 9 else None
    found = _chinese(text) or _year_first(text) or _by_words(text)
    return None if found is None else in_utc(found, zone)


def in_utc(value: datetime, zone: tzinfo | None) -> datetime | None:
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone or local_zone())
    try:
        return _believable(value.astimezone(UTC))
    except (OverflowError, ValueError, OSError):
        return None


def moment_by(text: str, form: str, zone: tzinfo | None = None) -> datetime | None:
    """The moment in UTC that `text` means in strptime's `form`, or None."""
    try:
        # A zone in the form wins; without one the caller's is meant.
        return in_utc(datetime.strptime(text.strip(), form), zone)  # noqa: DTZ007
    except (ValueError, re.error):
        return None


def _build(parts: tuple[int, int, int, int, int, int], micro: int = 0) -> datetime | None:
    try:
        return datetime(*parts, micro)  # noqa: DTZ001 - the zone is settled by the caller
    except (ValueError, OverflowError):
        return None


def _chinese(text: str) -> datetime | None:
    match = _CHINESE.match(text)
    if match is None:
        return None
    hour = int(match[5] or 0)
    if match[4] in ("下午", "晚上") and hour < 12:
        hour += 12
    elif match[4] in ("上午", "凌晨") and hour == 12:
        hour = 0
    return _build(
        (int(match[1]), int(match[2]), int(match[3]), hour, int(match[6] or 0), int(match[7] or 0))
    )


def _year_first(text: str) -> datetime | None:
    match = _YEAR_FIRST.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(match[i] or 0) for i in range(1, 7))
    micro = int((match[7] or "0").ljust(6, "0")[:6])
    found = _build((year, month, day, hour, minute, second), micro)
    if found is None or not match[8]:
        return found
    return found.replace(tzinfo=_zone(match[8]))


def _named_zone(name: str | None, offset_s: int | None) -> tzinfo | None:
    """None, which is the reader's own zone, for names that mean several zones or none."""
    if offset_s is None:
        hours = _ZONES.get((name or "").upper())
        offset_s = None if hours is None else hours * 3600
    return None if offset_s is None else tz.tzoffset(name, offset_s)


def _zone(text: str) -> tzinfo:
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60
    return tz.tzoffset(None, -seconds if text[0] == "-" else seconds)


def _by_words(text: str) -> datetime | None:
    """Dates with a month in letters: "Tue, 3 Nov 2020 10:11:12 GMT", "Nov 3, 2020 3:04 PM"."""
    if not re.search(r"[A-Za-z]{3}", text) or not re.search(r"\d{4}", text):
        return None
    try:
        return dateutil_parser.parse(text, tzinfos=_named_zone)
    except (ValueError, OverflowError, TypeError):
        return None
