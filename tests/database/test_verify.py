"""Verifying a workspace finds what is not as it was written."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit, backup
from qa_desktop.database.verify import sweep_media, verify_workspace
from qa_desktop.database.workspace import Workspace


@pytest.fixture
def with_sound(
    workspace: Workspace, clock: Clock, add_interaction: Callable[..., None]
) -> tuple[Workspace, Path]:
    content = bytes(range(256)) * 5000
    digest = hashlib.sha256(content).hexdigest()
    file = workspace.media_folder / digest[:2] / f"{digest}.wav"
    file.parent.mkdir()
    file.write_bytes(content)
    with workspace.database.writing() as db:
        add_interaction(db, "i", kind="recording")
        db["recordings"].insert(
            {
                "id": "r",
                "interaction_id": "i",
                "position": 0,
                "media_hash": digest,
                "file_name": "call.wav",
                "path": file.relative_to(workspace.folder).as_posix(),
                "referenced": 0,
                "duration_ms": 1000,
                "sample_rate_hz": 8000,
                "channels": 1,
                "codec": "pcm_s16le",
                "agent_channel": "mono",
            }
        )
        audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={})
    return workspace, file


def codes(workspace: Workspace) -> list[str]:
    return [problem.code for problem in verify_workspace(workspace).problems]


def test_a_whole_workspace_has_no_problems(
    with_sound: tuple[Workspace, Path], clock: Clock
) -> None:
    workspace, _ = with_sound
    made = backup.back_up(workspace, clock)
    report = verify_workspace(workspace)
    assert report.problems == ()
    assert report.rows["interactions"] == 1
    assert report.recordings_checked == 1
    assert report.audit_head == audit.head(workspace.database)
    assert report.newest_backup == made


def test_a_missing_recording(with_sound: tuple[Workspace, Path]) -> None:
    workspace, file = with_sound
    file.unlink()
    assert codes(workspace) == ["database.media_missing"]


def test_a_recording_that_cannot_be_read(with_sound: tuple[Workspace, Path]) -> None:
    workspace, file = with_sound
    file.unlink()
    file.mkdir()
    assert codes(workspace) == ["database.media_unreadable"]


def test_a_changed_recording(with_sound: tuple[Workspace, Path]) -> None:
    workspace, file = with_sound
    file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    assert codes(workspace) == ["database.media_changed"]


def test_a_broken_reference(with_sound: tuple[Workspace, Path]) -> None:
    workspace, _ = with_sound
    with workspace.database.alone() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE recordings SET interaction_id = 'nobody'")
    assert codes(workspace) == ["database.foreign_key"]
    assert_no_backup_of(workspace)


def test_a_damaged_index(with_sound: tuple[Workspace, Path]) -> None:
    workspace, _ = with_sound
    with workspace.database.alone() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, '(media_hash)', '(file_name)')"
            " WHERE name = 'recordings_media'"
        )
        connection.execute("PRAGMA writable_schema = RESET")
    assert "database.integrity" in codes(workspace)
    assert_no_backup_of(workspace)


def assert_no_backup_of(workspace: Workspace) -> None:
    """A backup of something damaged must not push out the good ones."""
    with pytest.raises(ProblemError) as error:
        workspace.close()
    assert [problem.code for problem in error.value.problems] == ["database.backup_bad"]
    assert backup.backups(workspace.backups_folder) == []


def test_a_changed_audit_trail(with_sound: tuple[Workspace, Path]) -> None:
    workspace, _ = with_sound
    with workspace.database.writing() as db:
        db.execute("DROP TRIGGER audit_no_update")
        db.execute("UPDATE audit SET at = '2020'")
    assert codes(workspace) == ["database.audit_changed"]


def test_a_damaged_backup(with_sound: tuple[Workspace, Path], clock: Clock) -> None:
    workspace, _ = with_sound
    made = backup.back_up(workspace, clock)
    made.write_bytes(made.read_bytes()[:5000])
    assert codes(workspace) == ["database.backup_bad"]


def test_a_file_that_no_recording_refers_to_is_named_and_stays(
    with_sound: tuple[Workspace, Path],
) -> None:
    workspace, file = with_sound
    left = workspace.media_folder / "zz" / "left.wav"
    left.parent.mkdir()
    left.write_bytes(b"left by a kill")
    half = workspace.media_folder / "incoming-1"
    half.write_bytes(b"half")
    report = verify_workspace(workspace)
    assert report.problems == ()
    assert [(note.code, note.values["name"]) for note in report.notes] == [
        ("database.media_unused", "incoming-1"),
        ("database.media_unused", "zz/left.wav"),
    ]
    assert left.exists()
    assert sweep_media(workspace) == (half, left)
    assert file.exists()
    assert not left.parent.exists()
    assert verify_workspace(workspace).notes == ()
