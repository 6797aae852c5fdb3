"""Moments and durations as the interface's language writes them."""

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale


def moment_text(moment: datetime) -> str:
    """Local date and time to the minute."""
    return _write(moment, "yyyy/M/d HH:mm", "d MMM yyyy, HH:mm")


def date_text(moment: datetime) -> str:
    """Local date."""
    return _write(moment, "yyyy年M月d日", "d MMM yyyy")


def day_text(day: date) -> str:
    """A day of the calendar."""
    return date_text(datetime(day.year, day.month, day.day).astimezone())


def weekday_text(day: date) -> str:
    """A day of the calendar, and which day of the week it is."""
    moment = datetime(day.year, day.month, day.day).astimezone()
    return _write(moment, "yyyy年M月d日 ddd", "ddd, d MMM yyyy")


def clock_text(moment: datetime) -> str:
    """Local time to the second."""
    return _write(moment, "HH:mm:ss", "HH:mm:ss")


def duration_text(duration_ms: int) -> str:
    """m:ss, or h:mm:ss from one hour on."""
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _write(moment: datetime, chinese: str, other: str) -> str:
    locale = QLocale()
    pattern = chinese if locale.language() == QLocale.Language.Chinese else other
    local = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    return locale.toString(local, pattern)
