"""Before the reveal no answer, comment or secret is in any byte, name, message or log."""

import base64
import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.files import share
from qa_desktop.calibration.files.envelope import open_submission, read_envelope
from qa_desktop.calibration.files.file_names import closing_name, invitation_name, session_in_name
from qa_desktop.calibration.files.identity import write_card
from qa_desktop.calibration.files.key_release import open_release, read_release
from qa_desktop.calibration.files.merging import judge, merge
from qa_desktop.calibration.files.package import write_package
from qa_desktop.calibration.files.reveal import open_reveal, write_reveal
from qa_desktop.calibration.model import Mode


@pytest.fixture(autouse=True)
def small_padding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_desktop.calibration.files.manifest.LEAST_PAD_BYTES", 256)


def words_of(scene: Any) -> list[str]:
    """What only the reviewers said; "1/3" and the like would be found by chance."""
    return [scene.canary, "apologised", "complaint", "extra-help", "entries", "created_at"]


def ways(word: bytes) -> Iterator[bytes]:
    """As text, in hexadecimal, and in base64 from each place it can begin at."""
    yield word
    yield word.hex().encode()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + word)
        yield encoded[-(-before * 4 // 3) : -4]


def found(data: bytes, word: str) -> bool:
    encodings = ("utf-8", "utf-16-le", "gb18030")
    return any(way in data for name in encodings for way in ways(word.encode(name)))


def test_the_search_finds_what_it_looks_for(scene: Any) -> None:
    for word in words_of(scene):
        for around in (b"", b"x", b"xy"):
            text = around + word.encode() + b"tail"
            assert found(text, word)
            assert found(base64.b64encode(text), word)
            assert found(text.hex().encode(), word)
            assert not found(text[::-1], word)


def shared_files(scene: Any, folder: Path) -> Path:
    """All that lies in the shared folder before the reveal."""
    session = scene.manifest.session
    for who in (*scene.people, scene.lead):
        share.put(folder, f"{who.fingerprint[:12]}.qaid", write_card(who))
    package = folder.parent / "package"
    write_package(package, scene.manifest, scene.blobs, scene.lead)
    share.put(folder, invitation_name(session, 1), package)
    for sealed in scene.sealed:
        share.put(folder, sealed.file_name, sealed.content)
    share.put(
        folder, closing_name(session, scene.signed_closing.hash), scene.signed_closing.content
    )
    for release in scene.releases:
        share.put(folder, release.file_name, release.content)
    return folder


def secrets_of(scene: Any) -> list[bytes]:
    keys = [seed for who in (*scene.people, scene.lead) for seed in who.seeds]
    own = [sealed.own_key for sealed in scene.sealed if sealed.own_key]
    return [*keys, *own, scene.secret, scene.reference.nonce, scene.reference.payload]


def test_no_file_tells_anything(scene: Any, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    shared_files(scene, folder)
    files = share.listing(folder)
    assert len(files) == 3 + 1 + 2 + 1 + len(scene.releases)
    for file in files:
        data = file.name.encode() + file.read_bytes()
        assert not any(found(data, word) for word in words_of(scene)), file.name
        assert not any(secret in data for secret in secrets_of(scene))
        assert not any(secret.hex().encode() in data for secret in secrets_of(scene))
        if file.suffix not in {".qaid"}:
            assert session_in_name(file.name) == scene.manifest.session


def test_files_differ_by_nothing_but_who_and_what(scene: Any, tmp_path: Path) -> None:
    """All submissions of a session have one size, and so have all released keys."""
    folder = tmp_path / "share"
    folder.mkdir()
    shared_files(scene, folder)
    for ending in (".qasub", ".qakey"):
        assert len({f.stat().st_size for f in share.listing(folder) if f.suffix == ending}) <= 1
    again = [scene.seal(scene.ann).content for _ in range(3)]
    assert len(set(again)) == 3, "the same review twice would be seen to be the same"


def test_nothing_shows_in_what_is_printed(scene: Any) -> None:
    things = [
        *scene.sealed,
        *scene.envelopes,
        merge(scene.envelopes),
        judge(scene.sealed[0].content, scene.context),
        scene.lead,
        scene.closing,
        scene.signed_closing,
        scene.releases,
        *(read_release(one.content, scene.manifest) for one in scene.releases),
        scene.reference,
        scene.parts,
    ]
    said = "".join(f"{thing!r}{thing!s}" for thing in things)
    assert not any(word in said for word in words_of(scene))
    for secret in secrets_of(scene):
        assert secret.hex() not in said
        assert repr(secret)[2:-1] not in said


def test_nothing_shows_in_errors_and_logs(
    scene: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever is tried with the wrong keys, or put together wrongly by a lead."""
    caplog.set_level(logging.DEBUG)
    envelope, sealed = scene.envelopes[0], scene.sealed[0]
    keys = {"session_secret": scene.secret, "released_key": sealed.own_key}
    wrong = {"session_secret": scene.lead.seeds[1], "released_key": scene.lead.seeds[0]}
    other = replace(read_envelope(sealed.content), revision=2)
    reveal = tmp_path / "reveal"
    write_reveal(reveal, scene.lead, scene.parts)
    expected = replace(scene.expected(scene.ann), closing="1" * 64)
    tries: list[Callable[[], object]] = [
        lambda: open_submission(envelope, scene.manifest, **wrong),
        lambda: open_submission(other, scene.manifest, **keys),
        lambda: open_reveal(reveal, expected),
        lambda: write_reveal(
            tmp_path / "x", scene.lead, replace(scene.parts, session_secret=b"x" * 32)
        ),
        *(
            lambda one=one: open_release(
                read_release(one.content, scene.manifest), b"x" * 32, scene.signed_closing.hash
            )
            for one in scene.releases
        ),
    ]
    said = ""
    for act in tries:
        with pytest.raises(ProblemError) as told:
            act()
        said += "".join(traceback.format_exception(told.value))
        said += str([problem.values for problem in told.value.problems])
    said += caplog.text
    assert not any(word in said for word in words_of(scene))
    assert not any(secret.hex() in said for secret in secrets_of(scene))


def test_strict_tells_a_commitment_and_sealed_nothing(scene: Any) -> None:
    told = [envelope.commitment is not None for envelope in scene.envelopes]
    assert told == [scene.mode is Mode.STRICT] * 2
