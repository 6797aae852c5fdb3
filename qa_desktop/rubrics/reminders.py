"""When somebody should look whether a rubric still fits: see `review_every` in its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.versions import Version, VersionState

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """Somebody found then that a rubric still fits."""

    checked_at: datetime
    checked_by: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Of the version in force. `last`: when it was looked at, or published, or began to be in
    force, whatever was last; `checkup` None: never looked at."""

    rubric: Rubric
    last: date
    due: date
    checkup: Checkup | None = None

    def days_over(self, today: date) -> int:
        """0 on the day itself; below 0 before."""
        return (today - self.due).days


def reminders(
    versions: Iterable[Version], checkups: Mapping[str, Checkup], today: date
) -> tuple[Reminder, ...]:
    """One for each rubric in force that has a `review_every`, what is due first first."""
    newest: dict[str, Version] = {}
    for version in sorted(versions, key=lambda one: -one.version):
        if version.state(today) is VersionState.IN_FORCE:
            newest.setdefault(version.rubric_id, version)
    found = []
    for version in newest.values():
        rubric = version.rubric
        if rubric is None or rubric.review_every is None:
            continue
        checkup = checkups.get(version.rubric_id)
        moments = [_day(version.published_at), rubric.effective_from]
        moments.append(None if checkup is None else _day(checkup.checked_at))
        last = max(day for day in moments if day is not None)
        due = _later(last, rubric.review_every)
        found.append(Reminder(rubric=rubric, last=last, due=due, checkup=checkup))
    return tuple(sorted(found, key=lambda one: (one.due, one.rubric.id)))


def due_reminders(
    versions: Iterable[Version], checkups: Mapping[str, Checkup], today: date
) -> tuple[Reminder, ...]:
    """Those whose day has come."""
    return tuple(one for one in reminders(versions, checkups, today) if one.due <= today)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _later(day: date, every: str) -> date:
    try:
        return day + timedelta(days=int(every[:-1]) * _DAYS[every[-1]])
    except OverflowError:
        # Every ten thousand years.
        return date.max
