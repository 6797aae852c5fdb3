"""Moments of a conversation as they are shown: on the clock, or since it began where it is blind.

A copy for a blind session counts from `pseudonyms.EPOCH`: nobody is told a date or the time of
day, and everybody sees the same, whatever the time zone.
"""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.blind.pseudonyms import EPOCH, LAST_MOMENT
from qa_desktop.desktop import local_time


def day_of(moment: datetime) -> date:
    """On this machine's calendar; blind, on one that begins with the conversation."""
    return (moment.astimezone(UTC) if _blind(moment) else moment.astimezone()).date()


def day_words(day: date) -> str:
    if EPOCH.date() <= day <= LAST_MOMENT.date():
        return _number(day)
    return local_time.weekday_text(day)


def clock_words(moment: datetime) -> str:
    """14:02:11; blind, so long after its day began: +0:02:11."""
    if not _blind(moment):
        return local_time.clock_text(moment)
    whole_s = int((moment - EPOCH).total_seconds()) % (24 * 3600)
    return f"+{whole_s // 3600}:{whole_s // 60 % 60:02}:{whole_s % 60:02}"


def moment_words(moment: datetime) -> str:
    """With the day; blind, without one where it is the first."""
    if not _blind(moment):
        return local_time.moment_text(moment)
    day = day_of(moment)
    clock = clock_words(moment)
    return clock if day == EPOCH.date() else f"{_number(day)} · {clock}"


def _blind(moment: datetime) -> bool:
    return EPOCH <= moment <= LAST_MOMENT


def _number(day: date) -> str:
    number = (day - EPOCH.date()).days + 1
    return QCoreApplication.translate("Review", "Day {0}").format(number)
