"""Numbers, moments and dates as a sheet writes them."""

from datetime import datetime
from fractions import Fraction

from babel.dates import format_date, format_datetime

LOCALES = {"en": "en", "zh-CN": "zh_Hans_CN"}


def moment(position_ms: int) -> str:
    """00:24.3, or 1:02:03.4 past an hour; tenths are cut, not rounded, as the player shows them."""
    tenths = position_ms // 100
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{rest // 10:02d}.{rest % 10}"
    return f"{hours}:{minutes:02d}:{seconds}" if hours else f"{minutes:02d}:{seconds}"


def length(duration_ms: int, language: str) -> str:
    """51 s, 3 min 20 s, 1 h 02 min; in Chinese 51 秒, 3 分 20 秒, 1 小时 02 分."""
    seconds = (duration_ms + 500) // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    chinese = language == "zh-CN"
    if hours:
        return f"{hours} 小时 {minutes:02d} 分" if chinese else f"{hours} h {minutes:02d} min"
    if minutes:
        return f"{minutes} 分 {seconds:02d} 秒" if chinese else f"{minutes} min {seconds:02d} s"
    return f"{seconds} 秒" if chinese else f"{seconds} s"


def day(at: datetime, language: str) -> str:
    """2 June 2026 or 2026年6月2日, in the machine's time zone."""
    form = "y年M月d日" if language == "zh-CN" else "d MMMM y"
    return str(format_date(at.astimezone().date(), form, locale=LOCALES[language]))


def day_and_time(at: datetime, language: str) -> str:
    form = "y年M月d日 HH:mm" if language == "zh-CN" else "d MMMM y, HH:mm"
    return str(format_datetime(at.astimezone(), form, locale=LOCALES[language]))


def plain_number(value: Fraction, places: int = 2) -> str:
    """At most `places` decimals, half up, without trailing zeros: 3.75, 20, 0.5."""
    scale = 10**places
    scaled = abs(value) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits, rest = divmod(whole, scale)
    text = f"{digits}.{rest:0{places}d}".rstrip("0").rstrip(".") if rest else str(digits)
    return f"−{text}" if value < 0 and whole else text
