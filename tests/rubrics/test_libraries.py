"""Libraries: what is in a shared folder, taken from it, put into it; nothing is overwritten."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, NoProgress, Progress
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.rubrics.libraries import (
    FileState,
    FoundFile,
    Known,
    Library,
    LibraryScan,
    is_copy,
    scan_library,
)
from qa_desktop.rubrics.libraries_files import put_into_library, source_of
from qa_desktop.rubrics.libraries_index import FOLDER, Colleague, expected, tell_colleagues
from qa_desktop.rubrics.libraries_patience import patiently
from qa_desktop.rubrics.libraries_store import LibrariesStore
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def version(number: int, *, weight: str = "20", name: str = "good") -> bytes:
    text = GOOD.replace("version: 2", f"version: {number}").replace("id: good", f"id: {name}")
    return text.replace("weight: 20", f"weight: {weight}").encode()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def rubric(source: bytes) -> Rubric:
    return load_rubric(source, "x")


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def library(share: Path) -> Library:
    return Library(folder=share, name="share", read_only=False)


def scan(folder: Path, *published: bytes, seen: dict[str, str] | None = None) -> LibraryScan:
    found = [rubric(source) for source in published]
    hashes = {(r.id, r.version): r.content_hash for r in found}
    return scan_library(folder, Known(hashes=hashes, seen=seen or {}), NoProgress())


def states(found: LibraryScan) -> dict[str, str]:
    return {file.name: file.state.value for file in found.files}


def test_each_file_is_told_what_it_is(share: Path) -> None:
    (share / "same.yaml").write_bytes(b"# a comment\n" + version(2))
    (share / "newer.yaml").write_bytes(version(3))
    (share / "older.yml").write_bytes(version(1))
    (share / "other.yaml").write_bytes(version(7, name="other"))
    (share / "broken.yaml").write_bytes(b"schema: [")
    (share / "good (1).yaml").write_bytes(version(2, weight="30"))
    (share / "notes.txt").write_text("hello", encoding="utf-8")
    (share / ".hidden.yaml").write_bytes(version(9))
    (share / "sub").mkdir()
    (share / "sub" / "deep.yaml").write_bytes(version(9))
    found = scan(share, version(2))
    assert states(found) == {
        "broken.yaml": "broken",
        "good (1).yaml": "copy",
        "newer.yaml": "newer",
        "older.yml": "older",
        "other.yaml": "new",
        "same.yaml": "same",
    }
    assert [file.twin for file in found.files if file.state is FileState.COPY] == ["same.yaml"]
    assert next(p.where.line for f in found.files for p in f.problems) is not None


def test_a_used_version_with_other_content_is_a_conflict(share: Path) -> None:
    (share / "good.yaml").write_bytes(version(2, weight="30"))
    assert states(scan(share, version(2))) == {"good.yaml": "conflict"}


def test_two_files_that_say_they_are_the_same_version(share: Path) -> None:
    (share / "a.yaml").write_bytes(version(3))
    (share / "b.yaml").write_bytes(version(3, weight="30"))
    found = scan(share)
    assert states(found) == {"a.yaml": "twin", "b.yaml": "twin"}
    assert [file.twin for file in found.files] == ["b.yaml", "a.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "rubric (1).yaml",
        "rubric-conflict-20261121.yaml",
        "rubric (Lin's conflicted copy 2026-11-21).yaml",
        "rubric.sync-conflict-20261121-120000-ABC.yaml",
        "rubric - Copy.yaml",
        "rubric_conf(2).yaml",
        "rubric (来自 PC 的冲突副本).yaml",
    ],
)
def test_copies_of_sync_programs_are_known_by_name(name: str) -> None:
    assert is_copy(name)


@pytest.mark.parametrize(
    "name", ["rubric.yaml", "voice-v3.yaml", "2026 (draft).yaml", "评分表.yaml"]
)
def test_other_names_are_no_copies(name: str) -> None:
    assert not is_copy(name)


def test_new_and_changed_files_are_noticed_until_somebody_looked(
    share: Path, database_workspace: Workspace
) -> None:
    store = LibrariesStore(database_workspace.database, SteppingClock(NOON), "Lin")
    store.add(share, read_only=True)
    file = share / "good.yaml"
    file.write_bytes(version(2))
    first = scan_library(share, store.known(share), NoProgress())
    assert first.news == 1
    store.note_seen(share, first.files)
    assert scan_library(share, store.known(share), NoProgress()).news == 0
    file.write_bytes(version(3))
    assert scan_library(share, store.known(share), NoProgress()).news == 1


@pytest.fixture
def database_workspace(tmp_path: Path) -> Any:
    with open_workspace(tmp_path / "workspace", clock=SteppingClock(NOON)) as workspace:
        yield workspace


def test_folders_are_added_once_renamed_and_removed(
    share: Path, database_workspace: Workspace, tmp_path: Path
) -> None:
    database = database_workspace.database
    store = LibrariesStore(database, SteppingClock(NOON), "Lin")
    added = store.add(share, read_only=False)
    assert store.all() == (added,)
    with pytest.raises(ProblemError, match="library_known"):
        store.add(share / ".." / "share", read_only=True)
    with pytest.raises(ProblemError, match="library_no_folder"):
        store.add(tmp_path / "none", read_only=True)
    store.set_read_only(added.folder, read_only=True)
    assert store.all()[0].read_only
    store.remove(added.folder)
    store.remove(added.folder)
    assert store.all() == ()
    assert share.is_dir()
    with database.reading() as db:
        rows = db.execute("SELECT action FROM audit ORDER BY seq").fetchall()
    told = [row[0] for row in rows if row[0].startswith("rubric_library")]
    assert told == [f"rubric_library.{what}" for what in ("added", "changed", "removed")]


def test_taking_publishes_what_was_shown_and_nothing_else(
    share: Path, library: Library, database_workspace: Workspace
) -> None:
    rubrics = RubricStore(database_workspace.database, SteppingClock(NOON), "Lin")
    (share / "good.yaml").write_bytes(version(2))
    (file,) = scan(share).files
    published = rubrics.publish(source_of(library, file), file.name)
    assert published == file.rubric
    (share / "good.yaml").write_bytes(version(2, weight="30"))
    with pytest.raises(ProblemError, match="library_file_changed"):
        source_of(library, file)
    (changed,) = scan(share, version(2)).files
    assert changed.state is FileState.CONFLICT
    with pytest.raises(ProblemError, match="version_taken"):
        rubrics.publish(source_of(library, changed), changed.name)
    assert rubrics.get("good", 2).content_hash == published.content_hash


def test_putting_in_writes_a_whole_new_file_once(share: Path, library: Library) -> None:
    source = version(3)
    made = put_into_library(library, rubric(source), source)
    assert made == share / "good-v3.yaml"
    assert made is not None
    assert made.read_bytes() == source
    assert put_into_library(library, rubric(source), b"# other comments\n" + source) is None
    assert names(share) == ["good-v3.yaml"]


def test_another_content_is_never_overwritten(share: Path, library: Library) -> None:
    mine, theirs = version(3), version(3, weight="30")
    (share / "theirs.yaml").write_bytes(theirs)
    with pytest.raises(ProblemError, match="library_has_other"):
        put_into_library(library, rubric(mine), mine)
    (share / "theirs.yaml").unlink()
    (share / "good-v3.yaml").write_bytes(b"not a rubric at all")
    with pytest.raises(ProblemError, match="library_has_other"):
        put_into_library(library, rubric(mine), mine)
    assert (share / "good-v3.yaml").read_bytes() == b"not a rubric at all"
    assert names(share) == ["good-v3.yaml"]


def test_a_share_without_links_gets_its_file_and_keeps_the_others(
    share: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    source = version(3)
    made = put_into_library(library, rubric(source), source)
    assert made is not None
    assert made.read_bytes() == source
    made.write_bytes(b"taken")
    with pytest.raises(ProblemError, match="library_has_other"):
        put_into_library(library, rubric(source), source)
    assert made.read_bytes() == b"taken"


def test_read_only_libraries_and_folders_that_went_away(share: Path, tmp_path: Path) -> None:
    source = version(3)
    locked = Library(folder=share, name="s", read_only=True)
    with pytest.raises(ProblemError, match="library_read_only"):
        put_into_library(locked, rubric(source), source)
    assert names(share) == []
    gone = Library(folder=tmp_path / "gone", name="g", read_only=False)
    with pytest.raises(ProblemError, match="library_unreachable"):
        put_into_library(gone, rubric(source), source)


# Colleagues


def colleague(*sources: bytes, name: str = "Lin", at: datetime = NOON) -> Colleague:
    told = expected(rubric(source) for source in sources)
    return Colleague(reviewer=name, machine="PC-7", told_at=at, expects=told)


def test_colleagues_see_which_versions_the_others_expect(share: Path) -> None:
    assert tell_colleagues(share, colleague(version(2)))
    assert tell_colleagues(share, colleague(version(3), name="王芳"))
    found = scan(share)
    assert [c.reviewer for c in found.colleagues] == ["Lin", "王芳"]
    assert [e.version for c in found.colleagues for e in c.expects] == [2, 3]
    assert found.files == ()


def test_nothing_is_written_while_nothing_changed(share: Path) -> None:
    assert tell_colleagues(share, colleague(version(2)))
    assert not tell_colleagues(share, colleague(version(2), at=NOON + timedelta(hours=3)))
    assert tell_colleagues(share, colleague(version(2), at=NOON + timedelta(days=2)))
    assert tell_colleagues(share, colleague(version(3), at=NOON + timedelta(days=2)))
    assert len(list((share / FOLDER).iterdir())) == 1


def test_only_names_and_versions_are_told(share: Path) -> None:
    tell_colleagues(share, colleague(version(2)))
    (file,) = (share / FOLDER).iterdir()
    told = json.loads(file.read_text(encoding="utf-8"))
    assert set(told) == {"schema", "reviewer", "machine", "told_at", "rubrics"}
    assert [set(entry) for entry in told["rubrics"]] == [{"id", "version", "hash"}]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"schema": "qa-library-index/1"}', "[" * 5000, '{"schema": 1', "\x00"],
)
def test_damaged_notes_are_told_and_harm_nobody(share: Path, content: str) -> None:
    tell_colleagues(share, colleague(version(2)))
    (share / FOLDER / "bad.json").write_text(content, encoding="utf-8")
    found = scan(share)
    assert [c.reviewer for c in found.colleagues] == ["Lin"]
    assert [p.code for p in found.problems] == ["rubrics.colleague_unreadable"]


def test_a_name_that_is_no_file_name(share: Path) -> None:
    tell_colleagues(share, colleague(version(2), name='../../"<x>"'))
    (file,) = (share / FOLDER).iterdir()
    assert file.parent == share / FOLDER
    assert scan(share).colleagues[0].reviewer == '../../"<x>"'


# Patience


def test_a_share_that_never_answers_is_given_up(share: Path) -> None:
    for_ever = Event()

    def hang(_: Progress) -> None:
        for_ever.wait()

    with pytest.raises(ProblemError, match="library_unreachable"):
        patiently(share, hang, NoProgress(), patience_s=0.05)
    for_ever.set()


def test_waiting_can_be_cancelled(share: Path) -> None:
    for_ever = Event()

    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        patiently(share, lambda _: for_ever.wait(), Impatient())
    for_ever.set()


def test_results_progress_and_bugs_come_through(share: Path) -> None:
    told: list[tuple[int, int, str]] = []

    class Told:
        def report(self, done: int, total: int, what: str = "") -> None:
            told.append((done, total, what))

    (share / "good.yaml").write_bytes(version(2))
    found = patiently(share, lambda p: scan_library(share, Known(), p), Told())
    assert states(found) == {"good.yaml": "new"}
    assert told == [(0, 1, "good.yaml")]

    def bug(_: Progress) -> FoundFile:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        patiently(share, bug, NoProgress())


def test_very_many_files_are_counted_not_read(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_desktop.rubrics.libraries.MOST_FILES", 2)
    for number in range(5):
        (share / f"{number}.yaml").write_bytes(b"x")
    found = scan(share)
    assert (len(found.files), found.more) == (2, 3)
