"""ZIP files in the one way that is allowed here: stored, in order, every byte accounted for."""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from qa_desktop.base.problems import Problem, ProblemError, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.files.fields import Paper, damaged

# Any program that reads ZIP files opens these; but each number in them is checked, so that no bit
# can be changed without being seen, no name be there twice and nothing lie between the members.
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDED, _UTF8 = 20, 0x800
# 1980-01-01: says nothing about when.
_DATE = 0x21
# Without the extensions for larger files.
MOST_BYTES = 2**32 - 2**24
MOST_MEMBERS = 65_000
_NAME_BYTES = 100
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`offset` is where its bytes begin in the file."""

    name: str
    offset: int
    size: int
    crc: int


class Bundle:
    """An open file of members, by name."""

    def __init__(self, stream: BinaryIO, members: tuple[Member, ...], paper: Paper) -> None:
        self._stream = stream
        self._paper = paper
        self.members = {member.name: member for member in members}

    def read(self, name: str, most_bytes: int) -> bytes:
        """The whole member. Raises ProblemError calibration.<paper>_damaged."""
        member = self.members.get(name)
        if member is None or member.size > most_bytes:
            raise damaged(self._paper, name)
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Raises ProblemError, at the latest after the last one, if these are not its bytes."""
        member = self.members[name]
        left, crc = member.size, 0
        while left:
            self._stream.seek(member.offset + member.size - left)
            try:
                chunk = self._stream.read(min(left, _CHUNK))
            except OSError as error:
                raise _unreadable(error) from error
            if not chunk:
                raise damaged(self._paper, name)
            left -= len(chunk)
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if crc != member.crc:
            raise damaged(self._paper, name)


@contextmanager
def open_bundle(file: Path, paper: Paper) -> Iterator[Bundle]:
    """Raises ProblemError calibration.<paper>_damaged, file_unreadable."""
    try:
        stream = file.open("rb")
    except OSError as error:
        raise _unreadable(error) from error
    with stream:
        try:
            members = _members(stream, paper)
        except OSError as error:
            raise _unreadable(error) from error
        yield Bundle(stream, members, paper)


def write_bundle(
    file: Path, parts: Iterable[tuple[str, bytes | Path]], progress: Progress
) -> dict[str, str]:
    """Writes `file`, which must not exist; the SHA-256 (hex) of each part by its name.

    Raises ProblemError calibration.package_too_large, OSError.
    """
    listed = list(parts)
    total = sum(len(p) if isinstance(p, bytes) else p.stat().st_size for _, p in listed)
    if total > MOST_BYTES or len(listed) > MOST_MEMBERS:
        values = {"limit_mib": MOST_BYTES // 1024**2}
        raise ProblemError(Problem(code="calibration.package_too_large", values=values))
    hashes, members, done = {}, [], 0
    with file.open("xb") as sink:
        for name, part in listed:
            start = sink.tell()
            sink.write(bytes(_LOCAL.size + len(name)))
            digest, crc, size = hashlib.sha256(), 0, 0
            for chunk in _chunks_of(part):
                sink.write(chunk)
                digest.update(chunk)
                crc = zlib.crc32(chunk, crc)
                size += len(chunk)
                progress.report(done + size, total)
            done += size
            member = Member(name=name, offset=start + _LOCAL.size + len(name), size=size, crc=crc)
            sink.seek(start)
            sink.write(_local(member))
            sink.seek(0, 2)
            members.append(member)
            hashes[name] = digest.hexdigest()
        sink.write(_directory(members, sink.tell()))
    return hashes


def _unreadable(error: OSError) -> ProblemError:
    values = {"reason": reason_of(error)}
    return ProblemError(Problem(code="calibration.file_unreadable", values=values))


def _chunks_of(part: bytes | Path) -> Iterator[bytes]:
    if isinstance(part, bytes):
        yield part
        return
    with part.open("rb") as source:
        while chunk := source.read(_CHUNK):
            yield chunk


def _members(stream: BinaryIO, paper: Paper) -> tuple[Member, ...]:
    """Reads the list at the end, and checks that the file is what writing that list gives."""
    size = stream.seek(0, 2)
    if not _END.size <= size <= MOST_BYTES + 2**24:
        raise damaged(paper)
    stream.seek(size - _END.size)
    _, _, _, _, count, listed_bytes, listed_at, _ = _END.unpack(stream.read(_END.size))
    most_listed = count * (_CENTRAL.size + _NAME_BYTES)
    if (
        count > MOST_MEMBERS
        or listed_bytes > most_listed
        or listed_at + listed_bytes + _END.size != size
    ):
        raise damaged(paper)
    stream.seek(listed_at)
    listed = stream.read(listed_bytes)
    members = _listed(listed, count, listed_at, paper)
    stream.seek(listed_at)
    if stream.read() != _directory(members, listed_at):
        raise damaged(paper)
    _check_local(stream, members, listed_at, paper)
    return members


def _listed(listed: bytes, count: int, listed_at: int, paper: Paper) -> tuple[Member, ...]:
    members, at, offset, names = [], 0, 0, set()
    for _ in range(count):
        if at + _CENTRAL.size > len(listed):
            raise damaged(paper)
        said = _CENTRAL.unpack_from(listed, at)
        crc, size, name_bytes = said[7], said[9], said[10]
        raw = listed[at + _CENTRAL.size : at + _CENTRAL.size + name_bytes]
        at += _CENTRAL.size + name_bytes
        if not raw.isascii() or not 0 < len(raw) <= _NAME_BYTES or raw in names:
            raise damaged(paper)
        names.add(raw)
        offset += _LOCAL.size + len(raw)
        members.append(Member(name=raw.decode("ascii"), offset=offset, size=size, crc=crc))
        offset += size
        if offset > listed_at:
            raise damaged(paper)
    return tuple(members)


def _check_local(stream: BinaryIO, members: Iterable[Member], listed_at: int, paper: Paper) -> None:
    end = 0
    for member in members:
        header = _local(member)
        if member.offset - len(header) != end:
            raise damaged(paper)
        stream.seek(end)
        if stream.read(len(header)) != header:
            raise damaged(paper)
        end = member.offset + member.size
    if end != listed_at:
        raise damaged(paper)


def _local(member: Member) -> bytes:
    name, size = member.name.encode("ascii"), member.size
    return (
        _LOCAL.pack(
            *(_LOCAL_SIGN, _NEEDED, _UTF8, 0, 0, _DATE, member.crc, size, size, len(name), 0)
        )
        + name
    )


def _directory(members: Iterable[Member], at: int) -> bytes:
    """The list of members and the end of the file; `at` is where it begins."""
    entries = []
    for member in members:
        name, size = member.name.encode("ascii"), member.size
        start = member.offset - _LOCAL.size - len(name)
        entries.append(
            _CENTRAL.pack(
                *(_CENTRAL_SIGN, _NEEDED, _NEEDED, _UTF8, 0, 0, _DATE, member.crc, size, size),
                *(len(name), 0, 0, 0, 0, 0, start),
            )
            + name
        )
    listed = b"".join(entries)
    count = len(entries)
    return listed + _END.pack(_END_SIGN, 0, 0, count, count, len(listed), at, 0)
