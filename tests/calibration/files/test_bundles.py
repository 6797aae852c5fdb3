"""ZIP files that are made to harm, and packages that hold what they must not."""

import hashlib
import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.progress import Cancelled, NoProgress
from qa_desktop.calibration.files.bundle import open_bundle, write_bundle
from qa_desktop.calibration.files.fields import Paper
from qa_desktop.calibration.files.package import open_package, write_package

CodeOf = Callable[[Callable[[], object]], str]
WHEN = (1980, 1, 1, 0, 0, 0)


@pytest.fixture(autouse=True)
def small_padding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_desktop.calibration.files.manifest.LEAST_PAD_BYTES", 256)


@pytest.fixture
def good(scene: Any, tmp_path: Path) -> Path:
    file = tmp_path / "good.qacal"
    write_package(file, scene.manifest, scene.blobs, scene.lead)
    return file


def opened(file: Path) -> Callable[[], object]:
    def act() -> None:
        with open_package(file) as package:
            assert package.manifest

    return act


def test_what_was_packed_comes_out(good: Path, scene: Any, tmp_path: Path) -> None:
    with open_package(good) as package:
        assert package.manifest == scene.manifest
        assert (package.manifest_bytes, package.hash) == (scene.manifest_bytes, scene.hash)
        assert package.signature == scene.signature
        for sha, data in scene.blobs.items():
            assert package.blob(sha) == data
            package.copy_blob(sha, tmp_path / sha)
            assert (tmp_path / sha).read_bytes() == data
            with pytest.raises(FileExistsError):
                package.copy_blob(sha, tmp_path / sha)
            assert (tmp_path / sha).read_bytes() == data


def test_any_program_can_open_it(good: Path, scene: Any) -> None:
    with zipfile.ZipFile(good) as archive:
        assert archive.testzip() is None
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {info.date_time for info in archive.infolist()} == {WHEN}
        assert archive.read("manifest.json") == scene.manifest_bytes


def test_the_same_session_gives_the_same_bytes(good: Path, scene: Any, tmp_path: Path) -> None:
    write_package(tmp_path / "again.qacal", scene.manifest, scene.blobs, scene.lead)
    assert (tmp_path / "again.qacal").read_bytes() == good.read_bytes()


def members(file: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(file) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def zipped(parts: list[tuple[str, bytes]], how: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, WHEN), content, how)
    return out.getvalue()


def strange(good: Path) -> Iterator[tuple[str, bytes]]:
    parts, data = members(good), good.read_bytes()
    yield "a member more", zipped([*parts, ("readme.txt", b"x")])
    yield "a member less", zipped(parts[:-1])
    yield "another order", zipped(parts[::-1])
    yield "a folder", zipped([*parts, ("blobs/", b"")])
    yield "compressed", zipped(parts, zipfile.ZIP_DEFLATED)
    yield "as another program packs it", zipped(parts)
    yield "bytes before", b"MZ" + data
    yield "bytes behind", data + b"x"
    yield "two archives", data + data
    yield "a comment", data[:-2] + struct.pack("<H", 3) + b"abc"
    yield "only the end", data[-22:]
    yield "empty", b"PK\x05\x06" + bytes(18)
    yield "nothing", b""
    yield "a count that is too high", data[:-14] + b"\xff\xff\xff\xff" + data[-10:]


def test_archives_that_differ_in_anything_are_refused(good: Path, code_of: CodeOf) -> None:
    for what, data in strange(good):
        good.with_name("strange").write_bytes(data)
        assert code_of(opened(good.with_name("strange"))) == "package_damaged", what


@pytest.mark.parametrize(
    "name",
    [
        "../manifest.json",
        "/etc/passwd",
        "C:\\windows\\x",
        "blobs/../../x",
        "blobs/" + "0" * 64,
        "blobs/\u202e",
        "MANIFEST.JSON",
        "manifest.json ",
        "manifest.json\0.exe",
        "x" * 200,
    ],
)
def test_names_lead_nowhere(name: str, good: Path, code_of: CodeOf, tmp_path: Path) -> None:
    """In the one form of archive that is read at all, so that only the name is at fault."""
    before = set(tmp_path.iterdir())
    if name.isascii():
        bad = tmp_path / "bad"
        write_bundle(bad, [*members(good), (name, b"x")], NoProgress())
        assert code_of(opened(bad)) == "package_damaged"
        bad.unlink()
    bad = tmp_path / "other"
    bad.write_bytes(zipped([*members(good), (name.replace("\0", ""), b"x")]))
    assert code_of(opened(bad)) == "package_damaged"
    bad.unlink()
    assert set(tmp_path.iterdir()) == before


def test_a_member_twice_is_refused(good: Path, code_of: CodeOf, tmp_path: Path) -> None:
    parts = members(good)
    for twice in (parts[0], parts[1], parts[2], (parts[0][0], b"{}")):
        bad = tmp_path / "bad"
        write_bundle(bad, [*parts, twice], NoProgress())
        assert code_of(opened(bad)) == "package_damaged"
        bad.unlink()


def test_swapped_blobs_are_refused(good: Path, code_of: CodeOf, tmp_path: Path) -> None:
    parts = members(good)
    names = [name for name, _ in parts]
    contents = [content for _, content in parts]
    contents[2], contents[3] = contents[3], contents[2]
    bad = tmp_path / "bad"
    write_bundle(bad, list(zip(names, contents, strict=True)), NoProgress())
    assert code_of(opened(bad)) == "package_damaged"


def test_a_manifest_under_another_signature_is_refused(
    good: Path, scene: Any, code_of: CodeOf, tmp_path: Path
) -> None:
    for what, signature in (
        ("another's", scene.ann.sign(scene.manifest_bytes, "manifest")),
        ("for another purpose", scene.lead.sign(scene.manifest_bytes, "reveal")),
        ("none", bytes(64)),
    ):
        parts = [(n, signature if n == "manifest.sig" else c) for n, c in members(good)]
        bad = tmp_path / f"bad {what}"
        write_bundle(bad, parts, NoProgress())
        assert code_of(opened(bad)) == "package_altered", what


def test_bombs_take_neither_time_nor_memory(code_of: CodeOf, tmp_path: Path) -> None:
    """Zeros, deflated; a list of thousands of members that claim 4 GiB each; one without any."""
    bombs = [zipped([("manifest.json", bytes(200 * 1024**2))], zipfile.ZIP_DEFLATED)]
    name = b"manifest.json"
    entry = struct.pack(
        *("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0x800, 0, 0, 0x21, 0, 2**32 - 1),
        *(2**32 - 1, len(name), 0, 0, 0, 0, 0, 0),
    )
    count = 60_000
    listed = b"".join(entry + b"%013d" % number for number in range(count))
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listed), 0, 0)
    bombs.append(listed + end)
    bombs.append(bytes(8 * 1024**2) + b"PK\x05\x06" + bytes(18))
    file = tmp_path / "bomb.qacal"
    for bomb in bombs:
        file.write_bytes(bomb)
        tracemalloc.start()
        began = time.process_time()
        assert code_of(opened(file)) == "package_damaged"
        assert time.process_time() - began < 2
        assert tracemalloc.get_traced_memory()[1] < 64 * 1024**2
        tracemalloc.stop()


def test_a_file_that_is_gone(code_of: CodeOf, tmp_path: Path) -> None:
    assert code_of(opened(tmp_path / "nowhere.qacal")) == "file_unreadable"
    assert code_of(opened(tmp_path)) == "file_unreadable"


def test_what_changes_while_it_is_read_is_seen(scene: Any, code_of: CodeOf, tmp_path: Path) -> None:
    long = b"rubric " * 20_000
    sha = hashlib.sha256(long).hexdigest()
    rubric = replace(scene.manifest.rubric, blob=sha)
    blobs = {s: data for s, data in scene.blobs.items() if s != scene.manifest.rubric.blob}
    file = tmp_path / "long.qacal"
    write_package(file, replace(scene.manifest, rubric=rubric), {**blobs, sha: long}, scene.lead)
    with open_package(file) as package:
        at = file.read_bytes().index(long) + 60_000
        with file.open("r+b") as there:
            there.seek(at)
            there.write(b"X")
        assert code_of(lambda: package.blob(sha)) == "package_damaged"
        assert code_of(lambda: package.copy_blob(sha, tmp_path / "copy")) == "package_damaged"
    assert not (tmp_path / "copy").exists()


def test_writing_is_whole_or_not_at_all(good: Path, scene: Any, tmp_path: Path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            if done > total / 2:
                raise Cancelled

    was = good.read_bytes()
    with pytest.raises(Cancelled):
        write_package(good, scene.manifest, scene.blobs, scene.lead, Impatient())
    assert good.read_bytes() == was
    assert [file.name for file in tmp_path.iterdir()] == ["good.qacal"]
    with pytest.raises(Cancelled), open_package(good, Impatient()):
        pytest.fail("it was cancelled")


def test_more_than_fits_into_one_file_is_told(
    code_of: CodeOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_desktop.calibration.files.bundle.MOST_BYTES", 1000)
    file = tmp_path / "x"
    parts = [("a", bytes(600)), ("b", bytes(600))]
    assert code_of(lambda: write_bundle(file, parts, NoProgress())) == "package_too_large"
    assert not file.exists()


def test_more_than_anybody_can_compare_is_told(
    sealed_scene: Any, code_of: CodeOf, tmp_path: Path
) -> None:
    scene, file = sealed_scene, tmp_path / "x"
    (one,) = scene.manifest.interactions
    many = tuple(replace(one, pseudonym=f"call-{n}") for n in range(1, 502))
    manifest = replace(scene.manifest, interactions=many)
    assert code_of(lambda: write_package(file, manifest, scene.blobs, scene.lead)) == (
        "session_too_large"
    )
    assert not file.exists()
    most = replace(scene.manifest, interactions=many[:500])
    write_package(file, most, scene.blobs, scene.lead)
    with open_package(file) as package:
        assert len(package.manifest.interactions) == 500


def test_large_members_are_read_in_pieces(tmp_path: Path) -> None:
    sound = tmp_path / "sound"
    with sound.open("wb") as sink:
        sink.truncate(40 * 1024**2)
    write_bundle(tmp_path / "x", [("a", sound), ("b", b"behind")], NoProgress())
    tracemalloc.start()
    with open_bundle(tmp_path / "x", Paper.PACKAGE) as bundle:
        assert sum(map(len, bundle.chunks("a"))) == 40 * 1024**2
        assert bundle.read("b", 10) == b"behind"
    assert tracemalloc.get_traced_memory()[1] < 8 * 1024**2
    tracemalloc.stop()
