"""Backups hold what the workspace holds, and older ones are thinned."""

import os
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit, backup, search
from qa_desktop.database.workspace import Workspace, open_workspace


@pytest.fixture
def filled(workspace: Workspace, clock: Clock, add_interaction: Callable[..., None]) -> Workspace:
    with workspace.database.writing() as db:
        for number in range(300):
            add_interaction(db, f"i{number}", tags='["投诉", "vip"]')
            search.index_text(
                db, kind="turn", subject=f"i{number}:0", interaction_id=f"i{number}", text="退款"
            )
        audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={})
    return workspace


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_backup_is_one_file_with_everything(filled: Workspace, clock: Clock) -> None:
    made = backup.back_up(filled, clock)
    assert made.name == "qa-20261102T090002.000Z.sqlite3"
    found = backup.check_backup(made)
    assert found.rows["interactions"] == 300
    assert found.audit_head == audit.head(filled.database)
    with filled.database.alone() as connection:
        original = list(connection.iterdump())
    assert dump(made) == original
    assert sorted(path.name for path in filled.backups_folder.iterdir()) == [
        "newest.json",
        made.name,
    ]


def test_a_backup_opens_as_a_workspace(filled: Workspace, clock: Clock, tmp_path: Path) -> None:
    made = backup.back_up(filled, clock)
    (tmp_path / "restored").mkdir()
    (tmp_path / "restored" / "qa.sqlite3").write_bytes(made.read_bytes())
    with open_workspace(tmp_path / "restored", clock=clock) as restored:
        assert len(search.find(restored.database, "退款", limit=1000)) == 300
        assert audit.verify(restored.database) == ()


def test_checking_changes_nothing(filled: Workspace, clock: Clock) -> None:
    made = backup.back_up(filled, clock)
    before = made.read_bytes()
    backup.check_backup(made)
    assert made.read_bytes() == before
    assert [path for path in filled.backups_folder.iterdir() if path.name.endswith("-wal")] == []


@pytest.mark.parametrize("cut", [0, 50, 4096, -4096])
def test_a_damaged_backup_is_found(filled: Workspace, clock: Clock, cut: int) -> None:
    made = backup.back_up(filled, clock)
    data = made.read_bytes()
    made.write_bytes(data[:cut])
    with pytest.raises(ProblemError) as error:
        backup.check_backup(made)
    assert [problem.code for problem in error.value.problems] == ["database.backup_bad"]


def test_other_files_are_no_backups(filled: Workspace, clock: Clock) -> None:
    made = backup.back_up(filled, clock)
    archive = filled.backups_folder / "qa-old.sqlite3"
    with zipfile.ZipFile(archive, "w"):
        pass
    backup.thin(filled.backups_folder)
    assert [path for _, path in backup.backups(filled.backups_folder)] == [made]
    assert archive.exists()


def hourly(days: int) -> list[datetime]:
    newest = datetime(2026, 11, 20, 18, tzinfo=UTC)
    return [newest - timedelta(hours=number) for number in range(days * 24)]


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ([], []),
        ([datetime(2026, 1, 1, tzinfo=UTC)], ["2026-01-01T00"]),
        (
            # 12 days, each with its last backup, and the last three; weeks and months lie inside.
            hourly(5),
            [
                "2026-11-15T23",
                "2026-11-16T23",
                "2026-11-17T23",
                "2026-11-18T23",
                "2026-11-19T23",
                *("2026-11-20T16", "2026-11-20T17", "2026-11-20T18"),
            ],
        ),
        (
            hourly(400),
            [
                # The last of each of 9 months that is not already the last of a week or a day,
                *("2026-03-31T23", "2026-04-30T23", "2026-05-31T23", "2026-06-30T23"),
                *("2026-07-31T23", "2026-08-31T23"),
                # of 10 weeks (Sundays), with the ends of September and October between them,
                *("2026-09-20T23", "2026-09-27T23", "2026-09-30T23", "2026-10-04T23"),
                *("2026-10-11T23", "2026-10-18T23", "2026-10-25T23", "2026-10-31T23"),
                *("2026-11-01T23", "2026-11-08T23"),
                # and of 12 days.
                *(f"2026-11-{day:02}T23" for day in range(9, 20)),
                *("2026-11-20T16", "2026-11-20T17", "2026-11-20T18"),
            ],
        ),
    ],
)
def test_what_is_kept(moments: list[datetime], expected: list[str]) -> None:
    kept = sorted(moment.strftime("%Y-%m-%dT%H") for moment in backup.kept(moments))
    assert kept == expected


def test_thinning_again_changes_nothing() -> None:
    once = backup.kept(hourly(400))
    assert backup.kept(once) == once


def test_days_without_a_backup_do_not_use_up_the_days_that_are_kept() -> None:
    every_third_day = hourly(400)[:: 24 * 3]
    kept = backup.kept(every_third_day)
    assert set(every_third_day[:12]) <= kept


def test_a_backup_thins_the_folder(filled: Workspace, clock: Clock) -> None:
    for moment in hourly(40):
        name = f"qa-{moment:%Y%m%dT%H%M%S}.000Z.sqlite3"
        (filled.backups_folder / name).write_bytes(b"old")
    backup.back_up(filled, clock)
    left = [moment for moment, _ in backup.backups(filled.backups_folder)]
    assert set(left) == backup.kept([*hourly(40), datetime(2026, 11, 2, 9, 0, 2, tzinfo=UTC)])


def test_what_a_killed_backup_left_is_swept_when_it_is_old(
    workspace: Workspace, clock: Clock
) -> None:
    old, fresh = workspace.backups_folder / "a.tmp", workspace.backups_folder / "b.tmp"
    for left in (old, fresh):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    backup.back_up(workspace, clock)
    assert not old.exists()
    assert fresh.exists()
