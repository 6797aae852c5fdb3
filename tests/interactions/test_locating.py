"""A recording that is not where it was is found again by its content, and never by another's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.database.audit import verify
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.locating import Wanted, check_file, search_folder, take_found
from qa_desktop.interactions.media_store import MediaStore
from qa_desktop.interactions.model import Recording
from qa_desktop.interactions.store import InteractionStore

Make = Callable[..., Path]
BringOne = Callable[..., tuple[str, Recording]]


@pytest.fixture
def media(workspace: Workspace, store: InteractionStore) -> MediaStore:
    return MediaStore(workspace.database, store.clock, "Lin")


@pytest.fixture
def bring_one(workspace: Workspace, store: InteractionStore, child: ChildReader) -> BringOne:
    def imported(path: Path, *, copy: bool = False) -> tuple[str, Recording]:
        plan = plan_import([path], ImportOptions(copy_media=copy), child=child)
        (taken,) = commit_import(plan, store, workspace, child=child).taken
        return taken.id, store.detail(taken.id).recordings[0]

    return imported


def test_a_moved_file_is_stored_for_every_recording_with_its_content(
    incoming: Path,
    make_wav: Make,
    bring_one: BringOne,
    store: InteractionStore,
    media: MediaStore,
    workspace: Workspace,
) -> None:
    path = make_wav(incoming / "call-7.wav")
    interaction_id, recording = bring_one(path)
    moved = incoming / "archive" / "2026" / "renamed.wav"
    moved.parent.mkdir(parents=True)
    path.rename(moved)
    wanted = Wanted(recording=recording)
    assert check_file([wanted], moved) is wanted
    take_found(wanted, moved, media, workspace)
    assert store.detail(interaction_id).recordings[0].path == str(moved)
    with workspace.database.reading() as db:
        told = db.execute("SELECT action, subject, actor FROM audit ORDER BY seq").fetchall()
    assert told[-1] == ("media.located", recording.media_hash, "Lin")
    assert verify(workspace.database) == ()
    take_found(wanted, moved, media, workspace)
    with workspace.database.reading() as db:
        (entries,) = db.execute("SELECT count(*) FROM audit").fetchone()
    assert entries == len(told), "nothing changed, nothing to audit"


def test_another_recording_is_refused_in_words(
    incoming: Path, make_wav: Make, bring_one: BringOne, store: InteractionStore
) -> None:
    path = make_wav(incoming / "call-7.wav")
    interaction_id, recording = bring_one(path)
    other = make_wav(incoming / "elsewhere" / "call-7.wav", hz=700)
    with pytest.raises(ProblemError) as caught:
        check_file([Wanted(recording=recording)], other)
    (problem,) = caught.value.problems
    assert problem.code == "interactions.other_recording"
    assert problem.values == {"name": "call-7.wav"}
    assert store.detail(interaction_id).recordings[0].path == str(path)
    with pytest.raises(ProblemError, match="unreadable_file"):
        check_file([Wanted(recording=recording)], incoming / "nowhere.wav")


def test_a_folder_is_searched_by_name_and_then_by_content(
    incoming: Path, make_wav: Make, bring_one: BringOne
) -> None:
    path = make_wav(incoming / "call-7.wav")
    _, recording = bring_one(path)
    disk = incoming / "disk"
    make_wav(disk / "a" / "call-7.wav", hz=700)
    found = disk / "z" / "other name.wav"
    found.parent.mkdir(parents=True)
    path.rename(found)
    (disk / "notes.txt").write_text("no sound", encoding="utf-8")
    read: list[str] = []

    class Told:
        def report(self, done: int, total: int, what: str = "") -> None:
            if total:
                read.append(what)

    assert search_folder([Wanted(recording=recording)], disk, Told()) == (
        (Wanted(recording=recording), found),
    )
    assert list(dict.fromkeys(read)) == ["call-7.wav", "other name.wav"]
    size = found.stat().st_size
    read.clear()
    search_folder([Wanted(recording=recording, size=size)], disk, Told())
    with pytest.raises(ProblemError) as caught:
        search_folder([Wanted(recording=recording)], disk / "a")
    assert caught.value.problems[0].values == {"name": "call-7.wav", "files": 1}


def test_several_are_found_at_once_and_the_search_can_be_cancelled(
    incoming: Path, make_wav: Make, bring_one: BringOne
) -> None:
    disk = incoming / "disk"
    disk.mkdir()
    wanted = []
    for number in range(3):
        path = make_wav(incoming / f"call-{number}.wav", hz=300 + 100 * number)
        wanted.append(Wanted(recording=bring_one(path)[1]))
        if number:
            path.rename(disk / path.name)
    found = search_folder(wanted, disk)
    assert {path.name for _, path in found} == {"call-1.wav", "call-2.wav"}

    class Stop:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        search_folder(wanted, disk, Stop())


def test_a_copy_that_is_missing_comes_back_into_the_workspace(
    incoming: Path,
    make_wav: Make,
    bring_one: BringOne,
    store: InteractionStore,
    media: MediaStore,
    workspace: Workspace,
) -> None:
    path = make_wav(incoming / "call-7.wav")
    interaction_id, recording = bring_one(path, copy=True)
    copy = workspace.folder / recording.path
    content = copy.read_bytes()
    copy.unlink()
    take_found(Wanted(recording=recording), path, media, workspace)
    assert copy.read_bytes() == content
    assert store.detail(interaction_id).recordings[0] == recording
    with workspace.database.reading() as db:
        (action,) = db.execute("SELECT action FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    assert action == "media.restored"


def test_a_copy_is_not_brought_back_from_a_file_that_changed_meanwhile(
    incoming: Path, make_wav: Make, bring_one: BringOne, media: MediaStore, workspace: Workspace
) -> None:
    path = make_wav(incoming / "call-7.wav")
    _, recording = bring_one(path, copy=True)
    (workspace.folder / recording.path).unlink()
    make_wav(path, hz=999)
    with pytest.raises(ProblemError, match="changed_meanwhile"):
        take_found(Wanted(recording=recording), path, media, workspace)
    assert not (workspace.folder / recording.path).exists()
