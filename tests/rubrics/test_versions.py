"""The list of versions with their states, and when somebody should look at a rubric again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics.reminders import due_reminders, reminders
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.versions import VersionState
from qa_desktop.rubrics.versions_store import VersionsStore

GOOD = (Path(__file__).parent / "good.yaml").read_bytes()
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


def stores(database: Database, day: int = 1) -> tuple[RubricStore, VersionsStore]:
    clock = SteppingClock(NOON + timedelta(days=day - 1), timedelta(seconds=1))
    rubrics = RubricStore(database, clock, "Lin")
    return rubrics, VersionsStore(database, clock, "Wu", rubrics)


def version(number: int, head: str = "") -> bytes:
    text = GOOD.decode().replace("version: 2", f"version: {number}")
    return text.replace("\nlanguages:", f"\n{head}languages:" if head else "\nlanguages:").encode()


def test_every_state(database: Database) -> None:
    rubrics, versions = stores(database)
    rubrics.publish(version(1), note="The first")
    rubrics.publish(version(2, "effective: {from: 2026-01-01, until: 2026-09-30}\n"))
    rubrics.publish(version(3))
    rubrics.publish(version(4, "effective: {from: 2026-12-01, until: null}\n"))
    rubrics.retire("good", 1)
    told = [(v.version, v.state(date(2026, 10, 1))) for v in versions.of("good")]
    assert told == [
        (4, VersionState.LATER),
        (3, VersionState.IN_FORCE),
        (2, VersionState.OVER),
        (1, VersionState.RETIRED),
    ]
    first = versions.of("good")[-1]
    assert (first.note, first.published_by, first.retired_by) == ("The first", "Lin", "Lin")
    assert first.published_at < (first.retired_at or first.published_at)
    assert [v.version for v in versions.in_use()] == [4, 3, 2]
    assert len(versions.all()) == 4
    rubrics.bring_back("good", 1)
    brought_back = versions.of("good")[-1]
    assert (brought_back.retired_at, brought_back.retired_by) == (None, None)
    assert versions.of("unknown") == ()


def test_one_that_was_tampered_with_is_listed_as_such(database: Database) -> None:
    stores(database)[0].publish(version(1))
    with database.writing() as db:
        db.execute("DROP TRIGGER rubric_versions_fixed")
        db.execute("UPDATE rubric_versions SET hash = 'sha256:0'")
    (found,) = stores(database)[1].of("good")
    assert (found.rubric, found.state(date(2026, 10, 1))) == (None, VersionState.CHANGED)


def test_when_to_look_again(database: Database) -> None:
    rubrics, versions = stores(database)
    rubrics.publish(version(1, "review_every: 30d\n"))
    (told,) = reminders(versions.all(), versions.checkups(), date(2026, 10, 1))
    assert (told.last, told.due, told.days_over(date(2026, 11, 2))) == (
        *(date(2026, 10, 1), date(2026, 10, 31), 2),
    )
    assert due_reminders(versions.all(), {}, date(2026, 10, 30)) == ()
    assert len(due_reminders(versions.all(), {}, date(2026, 10, 31))) == 1

    _, later = stores(database, day=33)
    later.still_fits("good", 1)
    assert due_reminders(later.all(), later.checkups(), date(2026, 11, 5)) == ()
    (told,) = reminders(later.all(), later.checkups(), date(2026, 11, 5))
    assert (told.due, told.checkup and told.checkup.checked_by) == (date(2026, 12, 2), "Wu")
    with database.reading() as db:
        last = db.execute("SELECT actor, action, subject FROM audit ORDER BY seq DESC").fetchone()
    assert last == ("Wu", "rubric.checked_up", "good:1")
    assert audit.verify(database) == ()
    with pytest.raises(ProblemError):
        later.still_fits("good", 9)


def test_only_the_version_in_force_reminds(database: Database) -> None:
    rubrics, versions = stores(database)
    rubrics.publish(version(1, "review_every: 1w\n"))
    rubrics.publish(version(2))
    assert reminders(versions.all(), {}, date(2027, 1, 1)) == ()
    rubrics.retire("good", 2)
    assert [one.rubric.version for one in reminders(versions.all(), {}, date(2027, 1, 1))] == [1]
    rubrics.retire("good", 1)
    assert reminders(versions.all(), {}, date(2027, 1, 1)) == ()


@pytest.mark.parametrize(
    ("every", "due"),
    [("2w", date(2026, 10, 15)), ("1m", date(2026, 10, 31)), ("99999y", date.max)],
)
def test_weeks_months_and_ages(database: Database, every: str, due: date) -> None:
    rubrics, versions = stores(database)
    rubrics.publish(version(1, f"review_every: {every}\n"))
    (told,) = reminders(versions.all(), {}, date(2026, 10, 1))
    assert told.due == due


def test_being_in_force_later_counts_from_then(database: Database) -> None:
    rubrics, versions = stores(database)
    rubrics.publish(version(1, "effective: {from: 2026-11-01, until: null}\nreview_every: 30d\n"))
    (told,) = reminders(versions.all(), {}, date(2026, 11, 1))
    assert (told.last, told.due) == (date(2026, 11, 1), date(2026, 12, 1))
    assert reminders([replace(v, rubric=None) for v in versions.all()], {}, date.max) == ()
