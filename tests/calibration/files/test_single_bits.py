"""No bit of any file can be turned, and no file be cut, without its being refused."""

import itertools
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress
from qa_desktop.calibration.files.bundle import write_bundle
from qa_desktop.calibration.files.closing import read_closing
from qa_desktop.calibration.files.identity import read_card, write_card
from qa_desktop.calibration.files.key_release import read_release
from qa_desktop.calibration.files.merging import judge
from qa_desktop.calibration.files.package import open_package, write_package
from qa_desktop.calibration.files.reveal import open_reveal, write_reveal

Reads = Callable[[bytes], bool]


def turned(data: bytes) -> Iterator[bytes]:
    """Every way to turn one bit."""
    changed = bytearray(data)
    for place in range(len(data)):
        for bit in range(8):
            changed[place] ^= 1 << bit
            yield bytes(changed)
            changed[place] ^= 1 << bit


def cut(data: bytes) -> Iterator[bytes]:
    yield from (data[:end] for end in range(len(data)))
    yield data + b"\0"
    yield data + b"\n"
    yield b" " + data


def is_read(read: Callable[[], object]) -> bool:
    """Anything but a problem in words would be a fault of ours, and comes out as such."""
    try:
        read()
    except ProblemError:
        return False
    return True


def reads_card(scene: Any) -> tuple[bytes, Reads]:
    return write_card(scene.ann), lambda data: is_read(lambda: read_card(data))


def reads_submission(scene: Any) -> tuple[bytes, Reads]:
    return scene.sealed[0].content, lambda data: judge(data, scene.context).is_merged


def reads_closing(scene: Any) -> tuple[bytes, Reads]:
    return (
        scene.signed_closing.content,
        lambda data: is_read(lambda: read_closing(data, scene.manifests)),
    )


def reads_keys(scene: Any) -> tuple[bytes, Reads]:
    return (
        scene.releases[0].content,
        lambda data: is_read(lambda: read_release(data, scene.manifest)),
    )


SMALL_FILES = [reads_card, reads_submission, reads_closing, reads_keys]


@pytest.mark.parametrize("kind", SMALL_FILES)
def test_no_bit_of_a_small_file_can_be_turned(kind: Any, strict_scene: Any) -> None:
    data, reads = kind(strict_scene)
    assert reads(data)
    assert not any(map(reads, turned(data)))


def test_no_bit_of_a_sealed_submission_can_be_turned(sealed_scene: Any) -> None:
    data, reads = reads_submission(sealed_scene)
    assert reads(data)
    assert not any(map(reads, turned(data)))


@pytest.mark.parametrize("kind", SMALL_FILES)
def test_no_small_file_can_be_cut(kind: Any, strict_scene: Any) -> None:
    data, reads = kind(strict_scene)
    assert not any(map(reads, cut(data)))


class Archive:
    """A file on disk with who reads it."""

    def __init__(self, file: Path, read: Callable[[Path], object]) -> None:
        self.file = file
        self.read = read

    def is_read(self) -> bool:
        return is_read(lambda: self.read(self.file))


def read_package(file: Path) -> None:
    with open_package(file):
        pass


@pytest.fixture
def package(smallest_scene: Any, tmp_path: Path) -> Archive:
    file = tmp_path / "invitation.qacal"
    write_package(file, smallest_scene.manifest, smallest_scene.blobs, smallest_scene.lead)
    return Archive(file, read_package)


@pytest.fixture
def reveal(smallest_scene: Any, tmp_path: Path) -> Archive:
    file, expected = tmp_path / "reveal.qareveal", smallest_scene.expected(smallest_scene.ann)
    write_reveal(file, smallest_scene.lead, smallest_scene.parts)
    return Archive(file, lambda there: open_reveal(there, expected))


@pytest.fixture(params=["package", "reveal"])
def archive(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Small enough: a real manifest must pad more."""
    monkeypatch.setattr("qa_desktop.calibration.files.manifest.LEAST_PAD_BYTES", 256)
    found: Archive = request.getfixturevalue(request.param)
    assert found.is_read()
    return found


def test_no_bit_of_an_archive_can_be_turned(archive: Archive) -> None:
    was = archive.file.read_bytes()
    with archive.file.open("r+b", buffering=0) as there:
        for place, byte in enumerate(was):
            for bit in range(8):
                there.seek(place)
                there.write(bytes([byte ^ 1 << bit]))
                assert not archive.is_read(), (place, bit)
            there.seek(place)
            there.write(bytes([byte]))
    assert archive.is_read()


def test_no_archive_can_be_cut(archive: Archive) -> None:
    was = archive.file.read_bytes()
    for more in (b"\0", b"PK", was):
        archive.file.write_bytes(was + more)
        assert not archive.is_read()
        archive.file.write_bytes(more + was)
        assert not archive.is_read()
    archive.file.write_bytes(was)
    for end in reversed(range(len(was))):
        os.truncate(archive.file, end)
        assert not archive.is_read(), end


def test_no_bit_of_what_is_signed_can_be_turned_with_the_checksums_put_right(
    archive: Archive,
) -> None:
    """A ZIP's own checksums keep nobody out: hashes and signatures must."""
    with zipfile.ZipFile(archive.file) as opened:
        members = [(info.filename, opened.read(info)) for info in opened.infolist()]
    archive.file.unlink()
    write_bundle(archive.file, members, NoProgress())
    assert archive.is_read()
    for at, (name, content) in enumerate(members):
        # Whatever lies in a blob, its name is its hash: one bit of each byte is enough.
        every = 8 if name.startswith("blobs/") else 1
        for changed in itertools.islice(turned(content), 0, None, every):
            archive.file.unlink()
            parts = [*members[:at], (name, changed), *members[at + 1 :]]
            write_bundle(archive.file, parts, NoProgress())
            assert not archive.is_read(), name
