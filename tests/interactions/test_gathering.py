"""Files found in folders and archives, hostile ones included."""

import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.progress import Cancelled
from qa_desktop.interactions.gathering import Gathered, gather, is_ignored
from qa_desktop.interactions.options import ImportLimits
from qa_desktop.interactions.scratch import Scratch


@pytest.fixture
def scratch() -> Scratch:
    made = Scratch()
    yield made
    made.close()


@pytest.fixture
def look(scratch: Scratch) -> Callable[..., Gathered]:
    def gathered(*paths: Path, limits: ImportLimits | None = None) -> Gathered:
        return gather(paths, limits or ImportLimits(), scratch, lambda: None)

    return gathered


def shown(found: Gathered, below: Path) -> list[str]:
    return [file.shown.removeprefix(f"{below}{os.sep}").replace("\\", "/") for file in found.files]


def codes(found: Gathered) -> list[str]:
    return [refusal.problem.code.removeprefix("interactions.") for refusal in found.refusals]


def test_folders_are_walked_and_each_file_comes_once(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    for name in ("b/2.json", "a.json", "b/c/3.json"):
        (incoming / name).parent.mkdir(parents=True, exist_ok=True)
        (incoming / name).write_text("{}", encoding="utf-8")
    found = look(incoming, incoming / "a.json", incoming / "b")
    assert shown(found, incoming) == ["a.json", "b/2.json", "b/c/3.json"]
    assert found.refusals == ()


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".git",
        "~$report.csv",
        "call.wav.part",
        "call.tmp",
        "Thumbs.db",
        "__MACOSX",
        "notes.sync-conflict-20260101.json",
    ],
)
def test_hidden_and_temporary_files_are_ignored(
    incoming: Path, look: Callable[..., Gathered], name: str
) -> None:
    assert is_ignored(name)
    (incoming / name).write_text("{}", encoding="utf-8")
    assert look(incoming) == Gathered(files=(), refusals=())
    (incoming / name).unlink()
    (incoming / name).mkdir()
    (incoming / name / "inside.json").write_text("{}", encoding="utf-8")
    assert look(incoming) == Gathered(files=(), refusals=())


def test_a_hidden_file_that_is_named_itself_is_looked_at(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    (incoming / ".chat.json").write_text("{}", encoding="utf-8")
    assert [file.named for file in look(incoming / ".chat.json").files] == [True]


def test_our_own_workspaces_are_passed_over(incoming: Path, look: Callable[..., Gathered]) -> None:
    (incoming / "mine" / "media").mkdir(parents=True)
    (incoming / "mine" / "qa.sqlite3").write_text("x", encoding="utf-8")
    (incoming / "mine" / "media" / "a.json").write_text("{}", encoding="utf-8")
    found = look(incoming)
    assert found.files == ()
    assert codes(found) == ["workspace_inside"]
    assert not found.refusals[0].failed


def test_what_is_not_there_is_told(incoming: Path, look: Callable[..., Gathered]) -> None:
    assert codes(look(incoming / "nothing.wav")) == ["missing_file"]


def test_members_of_an_archive_come_by_content_not_by_name(
    incoming: Path, look: Callable[..., Gathered], scratch: Scratch
) -> None:
    archive = incoming / "calls.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in (
            "in/one.json",
            "../../climbs.json",
            "/etc/absolute.json",
            "C:\\Windows\\drive.json",
            "in/../up.json",
            "__MACOSX/ignored.json",
            "in/.hidden.json",
        ):
            packed.writestr(name, "{}")
    before = {path for path in incoming.parent.rglob("*") if "scratch" not in path.parts}
    found = look(archive)
    assert sorted(shown(found, archive)) == [
        "Windows/drive.json",
        "climbs.json",
        "etc/absolute.json",
        "in/one.json",
        "in/up.json",
    ]
    folder = found.files[0].path.parent
    assert {file.path.parent for file in found.files} == {folder}
    assert all(file.path.name.removesuffix(".json").isdigit() for file in found.files)
    assert {path for path in incoming.parent.rglob("*") if folder not in path.parents} - {
        folder
    } == before
    scratch.close()
    assert not folder.exists()


def test_chinese_names_in_archives_of_chinese_windows_are_read(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    archive = incoming / "会话.zip"
    raw = "坐席/客户投诉.json".encode("gbk")
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("x" * len(raw), "{}")
    archive.write_bytes(archive.read_bytes().replace(b"x" * len(raw), raw))
    assert shown(look(archive), archive) == ["坐席/客户投诉.json"]


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_does(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    archive = incoming / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("small.json", "{}")
        packed.writestr("zeros.json", b"0" * 60 * 2**20)
    found = look(archive)
    assert shown(found, archive) == ["small.json"]
    assert codes(found) == ["archive_bomb"]


def test_bytes_are_counted_whatever_the_archive_claims(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    archive = incoming / "liar.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("zeros.json", b"0" * 3 * 2**20)
    said = struct.pack("<I", 3 * 2**20)
    archive.write_bytes(archive.read_bytes().replace(said, struct.pack("<I", 10)))
    found = look(archive, limits=ImportLimits(archive_bytes=2**20))
    assert found.files == ()
    assert codes(found)[0] in ("archive_bomb", "bad_archive")


def test_the_whole_archive_has_a_limit_too(incoming: Path, look: Callable[..., Gathered]) -> None:
    archive = incoming / "many.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for number in range(5):
            packed.writestr(f"{number}.json", b"0" * 1000)
    found = look(archive, limits=ImportLimits(archive_bytes=2500))
    assert len(found.files) == 2
    assert codes(found) == ["archive_bomb"]
    assert codes(look(archive, limits=ImportLimits(archive_members=4))) == ["archive_members"]


@pytest.mark.parametrize("cut", [30, -30])
def test_a_truncated_archive_is_told(
    incoming: Path, look: Callable[..., Gathered], cut: int
) -> None:
    archive = incoming / "cut.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.json", "{}" * 200)
    archive.write_bytes(archive.read_bytes()[:cut])
    assert codes(look(archive)) == ["bad_archive"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_nowhere_fail_alone(incoming: Path, look: Callable[..., Gathered]) -> None:
    (incoming / "round.wav").symlink_to("round.wav")
    (incoming / "lost.wav").symlink_to(incoming / "gone.wav")
    (incoming / "again").symlink_to(".")
    (incoming / "there.json").write_text("{}", encoding="utf-8")
    found = look(incoming)
    assert shown(found, incoming) == ["there.json"]
    assert sorted(codes(found)) == ["missing_file", "unreadable_file"]


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
@pytest.mark.parametrize(
    ("raw", "name"), [("录音".encode("gbk"), "录音.json"), (b"a\xff\xfe", "a\ufffd\ufffd.json")]
)
def test_names_in_no_utf_8_become_text(
    incoming: Path, look: Callable[..., Gathered], raw: bytes, name: str
) -> None:
    path = os.fsencode(incoming) + b"/" + raw + b".json"
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system takes no such names")
    found = look(incoming)
    assert shown(found, incoming) == [name]
    assert os.fsencode(found.files[0].path) == path


@pytest.mark.skipif(os.name != "posix", reason="no such names there")
def test_controls_in_names_stay_out_of_the_terminal(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    (incoming / "\x1b[31mred\n.json").write_text("{}", encoding="utf-8")
    with zipfile.ZipFile(incoming / "z.zip", "w") as packed:
        packed.writestr("\x1b]0;title.json", "{}")
    found = look(incoming)
    assert shown(found, incoming) == ["\ufffd[31mred\ufffd.json", "z.zip/]0;title.json"]
    assert all(file.path.is_file() for file in found.files)


def test_damaged_locked_linked_and_nested_members_fail_alone(
    incoming: Path, look: Callable[..., Gathered]
) -> None:
    archive = incoming / "mixed.zip"
    inner = incoming / "inner.zip"
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("a.json", "{}")
    link = zipfile.ZipInfo("link.json")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("damaged.json", b"D" * 64)
        packed.writestr(link, "/etc/passwd")
        packed.writestr("nested.zip", inner.read_bytes())
        packed.writestr("good.json", "{}")
    archive.write_bytes(archive.read_bytes().replace(b"D" * 64, b"d" * 64))
    found = look(archive)
    assert shown(found, archive) == ["good.json"]
    assert sorted(codes(found)) == ["bad_archive", "link_in_archive", "nested_archive"]


def test_a_locked_member_is_told(incoming: Path, look: Callable[..., Gathered]) -> None:
    archive = incoming / "locked.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.json", "{}")
    data = bytearray(archive.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(bytes(data))
    assert codes(look(archive)) == ["locked_archive"]


def test_looking_can_be_cancelled(incoming: Path, scratch: Scratch) -> None:
    (incoming / "a.json").write_text("{}", encoding="utf-8")

    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        gather([incoming], ImportLimits(), scratch, cancel)
