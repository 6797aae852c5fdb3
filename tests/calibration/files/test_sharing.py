"""A shared folder: files are created, never changed; what is not ours is passed over."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base import whole_files
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.calibration.files import share

CodeOf = Callable[[Callable[[], object]], str]
NAME = "a.qasub"
elsewhere = pytest.mark.skipif(os.name == "nt", reason="Windows renames, and has no such files")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_put_and_read(tmp_path: Path) -> None:
    share.put(tmp_path, NAME, b"content")
    assert names(tmp_path) == [NAME]
    (file,) = share.listing(tmp_path)
    assert share.read(file) == b"content"


def test_putting_it_again_changes_nothing(tmp_path: Path) -> None:
    share.put(tmp_path, NAME, b"content")
    was = (tmp_path / NAME).stat()
    share.put(tmp_path, NAME, b"content")
    now = (tmp_path / NAME).stat()
    assert (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns)
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize("there", [b"other", b"content and more", b"cont", b""])
def test_nobodys_file_is_overwritten(there: bytes, tmp_path: Path, code_of: CodeOf) -> None:
    (tmp_path / NAME).write_bytes(there)
    assert code_of(lambda: share.put(tmp_path, NAME, b"content")) == "name_taken"
    assert (tmp_path / NAME).read_bytes() == there
    assert names(tmp_path) == [NAME]


def test_many_at_once_under_one_name(tmp_path: Path) -> None:
    """One is there in the end, whole, and the others are told."""
    told: list[int] = []
    start = threading.Barrier(8)

    def put(number: int) -> None:
        start.wait()
        try:
            share.put(tmp_path, NAME, bytes([number]) * 100_000)
        except ProblemError:
            told.append(number)

    threads = [threading.Thread(target=put, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(tmp_path) == [NAME]
    content = (tmp_path / NAME).read_bytes()
    assert len(set(content)) == 1
    assert len(content) == 100_000
    assert sorted([*told, content[0]]) == list(range(8))


def test_a_file_from_disk(tmp_path: Path, code_of: CodeOf) -> None:
    source, folder = tmp_path / "source", tmp_path / "share"
    folder.mkdir()
    source.write_bytes(os.urandom(3 * 1024**2))
    seen: list[tuple[int, int]] = []

    class Watching:
        def report(self, done: int, total: int, what: str = "") -> None:
            seen.append((done, total))

    share.put(folder, "x.qacal", source, Watching())
    assert (folder / "x.qacal").read_bytes() == source.read_bytes()
    assert seen[-1] == (3 * 1024**2, 3 * 1024**2)
    share.put(folder, "x.qacal", source)
    gone = tmp_path / "gone"
    assert code_of(lambda: share.put(folder, "y.qacal", gone)) == "file_unreadable"
    assert names(folder) == ["x.qacal"]


def test_cancelled_leaves_nothing(tmp_path: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        share.put(tmp_path, NAME, b"content", Impatient())
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["../x.qasub", "a/b.qasub", "x.exe", "x", ".qasub", "x.tmp"])
def test_only_names_of_ours_are_put(name: str, tmp_path: Path) -> None:
    """A fault of the program, not of a person."""
    with pytest.raises(ValueError, match="not a name"):
        share.put(tmp_path, name, b"content")


def test_a_folder_that_is_away(tmp_path: Path, code_of: CodeOf) -> None:
    away = tmp_path / "away"
    assert code_of(lambda: share.put(away, NAME, b"content")) == "folder_away"
    assert code_of(lambda: share.listing(away)) == "folder_away"
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert code_of(lambda: share.put(file, NAME, b"content")) == "folder_away"
    assert code_of(lambda: share.listing(file)) == "folder_away"


@elsewhere
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "folder_full"),
        (errno.EDQUOT, "folder_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EACCES, "folder_read_only"),
        (errno.EIO, "folder_away"),
        (errno.ESTALE, "folder_away"),
        (errno.EHOSTDOWN, "folder_away"),
    ],
)
@pytest.mark.parametrize("step", ["link", "fsync"])
def test_what_a_share_answers(
    number: int,
    code: str,
    step: str,
    tmp_path: Path,
    code_of: CodeOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    assert code_of(lambda: share.put(tmp_path, NAME, b"content")) == code
    monkeypatch.undo()
    assert names(tmp_path) == []
    share.put(tmp_path, NAME, b"content")
    assert names(tmp_path) == [NAME]


@elsewhere
def test_where_files_have_one_name_only(
    tmp_path: Path, code_of: CodeOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT on a stick, and some shares."""

    def fail(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", fail)
    share.put(tmp_path, NAME, b"content")
    assert (tmp_path / NAME).read_bytes() == b"content"
    assert code_of(lambda: share.put(tmp_path, NAME, b"other")) == "name_taken"
    beside = tmp_path / "beside.tmp"
    beside.write_bytes(b"other")
    with pytest.raises(FileExistsError):
        whole_files.put_in_new_place(beside, tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == b"content"


@elsewhere
def test_windows_sharing_errors_are_waited_out(
    tmp_path: Path, code_of: CodeOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_files, "_WAITS_S", (0.0, 0.0, 0.0))
    link, left = os.link, [2]

    def held(*names: str) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "held by another program")
        link(*names)

    monkeypatch.setattr(os, "link", held)
    share.put(tmp_path, NAME, b"content")
    assert names(tmp_path) == [NAME]
    left[0] = 9
    assert code_of(lambda: share.put(tmp_path, "b.qasub", b"content")) == "folder_read_only"
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize(
    "name",
    [
        "1f.tmp",
        "~$a.qasub",
        ".a.qasub",
        "a.sync-conflict-20260302-093000-ABCDEFG.qasub",
        "a.qasub.tmp",
        "a.QASUBX",
        "readme.txt",
        "Thumbs.db",
    ],
)
def test_what_is_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert share.listing(tmp_path) == ()


@elsewhere
def test_links_folders_pipes_and_what_has_no_fitting_size(tmp_path: Path) -> None:
    folder, outside = tmp_path / "share", tmp_path / "outside.qasub"
    folder.mkdir()
    outside.write_bytes(b"secret")
    (folder / "link.qasub").symlink_to(outside)
    (folder / "nowhere.qasub").symlink_to(tmp_path / "nowhere")
    (folder / "folder.qasub").mkdir()
    (folder / "folder.qasub" / "b.qasub").write_bytes(b"x")
    os.mkfifo(folder / "pipe.qasub")
    (folder / "empty.qasub").write_bytes(b"")
    with (folder / "large.qasub").open("wb") as sink:
        sink.truncate(share.MOST_FILE_BYTES[".qasub"] + 1)
    (folder / "b.qaid").write_bytes(b"x")
    (folder / "a.qasub").write_bytes(b"x")
    assert [file.name for file in share.listing(folder)] == ["a.qasub", "b.qaid"]


def test_a_file_that_grew_is_not_read_whole(tmp_path: Path, code_of: CodeOf) -> None:
    file = tmp_path / "a.qaid"
    with file.open("wb") as sink:
        sink.truncate(2**33)
    assert code_of(lambda: share.read(file)) == "file_too_large"
    assert code_of(lambda: share.read(tmp_path / "gone.qaid")) == "file_unreadable"
