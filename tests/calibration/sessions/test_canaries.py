"""Before the reveal nobody can read what another answered, wherever he looks."""

import base64
import gzip
import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk import ReferenceFrom
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.rubrics.model import Answer

RUBRIC = """
schema: qa-rubric/1
id: calibrating
version: 1
title: {zh-CN: 校准用, en: For calibrating}
channels: [voice, chat, ticket]
languages: [zh-CN, en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
sections:
  - id: all
    title: {zh-CN: 全部, en: All}
    weight: 1
    items:
      - {id: wait, text: {zh-CN: 等待, en: Wait},
         answer: {type: measure, unit: s, bands: [{up_to: 30, score: 1}, {score: 0}]}}
"""
# How a stream begins, and the window that zlib takes for its kind.
COMPRESSED = ((b"\x1f\x8b\x08", 31), (b"\x78\x01", 15), (b"\x78\x9c", 15), (b"\x78\xda", 15))


class Canary:
    """What one person answers, unlike anything else there is."""

    def __init__(self, number: int) -> None:
        self.value = 731_055_900_111 + 11_113 * number
        self.remark = f"canary remark {number} quixotry zephyr"
        self.summary = f"金丝雀第{number}号总评" * (1 + 60 * number)

    @property
    def words(self) -> tuple[str, ...]:
        return str(self.value), self.remark, self.summary[:9]


def forms_of(text: str) -> Iterator[bytes]:
    """As it may be written down: plain, UTF-16, escaped, hexadecimal, base64 at any offset.

    All are too long to stand anywhere by chance.
    """
    plain = text.encode()
    for data in (plain, text.encode("utf-16-le"), text.encode("utf-16-be")):
        yield data
        yield data.hex().encode()
        for offset in range(3):
            coded = base64.b64encode(b"\0" * offset + data)
            # Without the characters that what stands around it has a part in.
            yield coded[4 if offset else 0 : -4]
    yield text.encode("unicode_escape")


def insides_of(data: bytes, deep: int = 2) -> Iterator[bytes]:
    """The bytes, and whatever in them can be decompressed."""
    yield data
    if not deep:
        return
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from insides_of(archive.read(name), deep - 1)
    for magic, window in COMPRESSED:
        at = data.find(magic)
        while at >= 0:
            with suppress(zlib.error):
                yield from insides_of(zlib.decompressobj(window).decompress(data[at:]), deep - 1)
            at = data.find(magic, at + 1)


def found_in(folder: Path, canary: Canary) -> list[str]:
    """Where in the folder's files and their names anything of the canary is."""
    needles = [form for word in canary.words for form in forms_of(word)]
    hits = []
    for file in sorted(folder.rglob("*")):
        name = str(file.relative_to(folder)).encode()
        inside = [name, *(insides_of(file.read_bytes()) if file.is_file() else ())]
        hits += [
            f"{file.name}: {needle!r}" for data in inside for needle in needles if needle in data
        ]
    return hits


def answer(seat: Any, session_or_ids: Any, canary: Canary) -> None:
    rubric = seat.rubrics.get("calibrating", 1)
    for interaction_id in session_or_ids:
        review = seat.reviews.start(interaction_id, rubric)
        remark = Comment(
            id=f"{canary.value:032x}",
            kind=CommentKind.PRAISE,
            text=canary.remark,
            created_at=seat.clock.now(),
            turn=0,
        )
        draft = Draft(
            entries={"wait": Entry(answer=Answer(value=Fraction(canary.value)))},
            comments=(remark,),
            summary=canary.summary,
        )
        seat.reviews.save(review.id, draft, StepLabel(code="answer"))
        seat.reviews.submit(review.id, rubric)


@pytest.mark.parametrize("mode", Mode)
def test_no_canary_is_anywhere_but_with_its_owner(
    team: Any,
    mode: Mode,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    caplog.set_level(0)
    canaries = [Canary(number) for number in range(4)]
    chats = team.lead.import_chats(1)
    team.lead.rubrics.publish(RUBRIC.encode())
    answer(team.lead, chats, canaries[3])
    session = team.invite(
        mode=mode, interaction_ids=chats, reference=ReferenceFrom.MINE, rubric=RUBRIC.encode()
    )
    team.join()
    owners = [*zip(team.all, canaries, strict=False), (team.lead, canaries[3])]
    for seat, canary in owners[:3]:
        copies = [one.interaction_id for one in seat.desk.session(session.id).interactions]
        answer(seat, copies, canary)
        seat.desk.submit(session.id)
        seat.desk.deliver()

    def look() -> None:
        out, err = capfd.readouterr()
        logs = "\n".join([caplog.text, out, err]).encode()
        for owner, canary in owners:
            assert found_in(team.share, canary) == []
            assert found_in(temporary, canary) == []
            assert not any(form in logs for word in canary.words for form in forms_of(word))
            for other in team.all:
                if other is not owner:
                    assert found_in(other.workspace.folder, canary) == []

    look()
    team.lead.desk.collect(session.id)
    look()
    team.lead.desk.close(session.id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)
        one.desk.deliver()
    team.lead.desk.collect(session.id)
    # Logs of open databases were looked through; now their backups, and what a checkpoint wrote.
    for one in team.all:
        one.workspace.close()
        assert any(one.workspace.backups_folder.iterdir())
    look()
    # The search does find what is there: each canary with its owner, in every form it has there.
    for owner, canary in owners:
        hits = found_in(owner.workspace.folder, canary)
        for word in canary.words:
            assert any(repr(word.encode()) in hit for hit in hits)


def test_the_search_finds_what_is_hidden(tmp_path: Path) -> None:
    canary = Canary(1)
    word = canary.remark
    for number, data in enumerate(
        (
            word.encode("utf-16-le"),
            base64.b64encode(b"xx" + word.encode() + b"yyy"),
            word.encode().hex().encode(),
            b"some bytes before " + zlib.compress(f"and {word} after".encode()),
            gzip.compress(base64.b64encode(canary.summary.encode())),
        )
    ):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        (folder / "file").write_bytes(data)
        assert found_in(folder, canary)
    packed = tmp_path / "zip"
    packed.mkdir()
    with zipfile.ZipFile(packed / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner", word)
    assert found_in(packed, canary)
    named = tmp_path / "named"
    (named / f"{canary.value}.txt").parent.mkdir()
    (named / f"{canary.value}.txt").touch()
    assert found_in(named, canary)
    assert not found_in(tmp_path / "zip", Canary(2))


@pytest.mark.parametrize("mode", Mode)
def test_the_size_of_a_file_says_nothing(team: Any, mode: Mode) -> None:
    session = team.invite(mode=mode)
    team.join()
    for number, one in enumerate(team.all):
        for place, copy in enumerate(one.desk.session(session.id).interactions):
            one.grade(copy, [1 + number, 5], comment="word " * (200 * number + 100 * place))
        one.desk.submit(session.id)
        one.desk.deliver()
    sizes = {file.stat().st_size for file in team.share.glob("*.qasub")}
    assert len(sizes) == 1
    team.lead.desk.collect(session.id)
    team.lead.desk.close(session.id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)
        one.desk.deliver()
    keys = [file.stat().st_size for file in team.share.glob("*.qakey")]
    assert len(keys) == (3 if mode is Mode.STRICT else 0)
    assert len(set(keys)) <= 1
