"""Times in files: seconds with a point, computed from whole milliseconds and back."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from qa_desktop.interactions.parsers.timecodes import MAX_OFFSET_MS

_LONGEST = 40


def seconds_text(ms: int) -> str:
    """ "1.500"."""
    return f"{ms // 1000}.{ms % 1000:03}"


def clock_text(ms: int, point: str) -> str:
    """ "01:00:01.999" with `point` before the milliseconds."""
    seconds, minutes, hours = ms // 1000 % 60, ms // 60_000 % 60, ms // 3_600_000
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{ms % 1000:03}"


def ms_of_seconds(text: str) -> int | None:
    """To the nearest millisecond; also with a comma. None for what no recording can hold."""
    if len(text) > _LONGEST:
        return None
    try:
        seconds = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    # Before the product: an exponent may be of any size.
    if not seconds.is_finite() or not -1 <= seconds <= MAX_OFFSET_MS // 1000:
        return None
    ms = int((seconds * 1000).to_integral_value(ROUND_HALF_UP))
    return ms if ms >= 0 else None


def believable_ms(ms: int) -> bool:
    return 0 <= ms <= MAX_OFFSET_MS
