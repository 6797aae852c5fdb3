"""Sealed reviews: what is in them comes back, to whom it may, and nothing is told before."""

import base64
import os
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from qa_desktop.calibration.files import padding
from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.envelope import open_submission, read_envelope, seal_submission
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Mode
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer

CodeOf = Callable[[Callable[[], object]], str]


def keys_of(scene: Any, sealed: Any) -> dict[str, bytes]:
    if scene.mode is Mode.STRICT:
        return {"released_key": sealed.own_key}
    return {"session_secret": scene.secret}


def test_what_was_sealed_is_opened(scene: Any) -> None:
    for who, sealed, number in zip(scene.people, scene.sealed, (1, 2), strict=True):
        payload = open_submission(
            read_envelope(sealed.content), scene.manifest, **keys_of(scene, sealed)
        )
        assert payload.draft == scene.draft(number)
        assert (payload.fingerprint, payload.pseudonym, payload.revision) == (
            who.fingerprint,
            "call-1",
            1,
        )


def test_the_name_of_the_file_says_only_what_it_may(scene: Any) -> None:
    sealed = scene.sealed[0]
    *parts, once = sealed.file_name.removesuffix(".qasub").rsplit("-", 1)
    assert parts == [f"{'ab' * 16}-{scene.ann.fingerprint[:12]}-call-1-1"]
    assert len(once) == 8
    assert scene.seal(scene.ann).file_name != sealed.file_name
    assert (sealed.own_key is None) == (scene.mode is Mode.SEALED)


DRAFTS = {
    "nothing": Draft(),
    "one answer": Draft(entries={"a": Entry(answer=Answer(value="no"))}),
    "forty items": Draft(
        entries={
            f"item-{n}": Entry(answer=Answer(value=Fraction(n, 7)), comment="说明" * 20)
            for n in range(40)
        },
        summary="总评" * 200,
    ),
}


@pytest.mark.parametrize("mode", Mode)
def test_files_of_a_session_have_one_size_whatever_was_answered(mode: Mode, scene: Any) -> None:
    manifest = replace(scene.manifest, mode=mode, pad_bytes=16 * 1024)
    sizes = {
        len(seal_submission(scene.ann, manifest, scene.hash, "call-1", 1, draft).content)
        for draft in DRAFTS.values()
    }
    assert len(sizes) == 1


def test_long_reviews_say_no_more_than_their_step(sealed_scene: Any) -> None:
    manifest = replace(sealed_scene.manifest, pad_bytes=16 * 1024)

    def size(chars: int) -> int:
        draft = Draft(summary="x" * chars)
        sealed = seal_submission(sealed_scene.ann, manifest, "0" * 64, "call-1", 1, draft)
        return len(read_envelope(sealed.content).ciphertext) - 48

    assert [size(n) // 1024 for n in (0, 15_000, 17_000, 60_000, 70_000, 150_000)] == [
        *(16, 16, 64, 64, 128, 192)
    ]


def test_a_review_that_is_too_long_is_told(sealed_scene: Any, code_of: CodeOf) -> None:
    comments = tuple(
        Comment(
            id=str(n),
            kind=CommentKind.QUESTION,
            text="好" * 60_000,
            created_at=sealed_scene.manifest.deadline,
        )
        for n in range(6)
    )
    draft = Draft(comments=comments)
    manifest, hashed = sealed_scene.manifest, sealed_scene.hash
    assert (
        code_of(lambda: seal_submission(sealed_scene.ann, manifest, hashed, "call-1", 1, draft))
        == "review_too_long"
    )


@pytest.mark.parametrize("size", [0, 1, 1022, 1023, 1024, 65_535, 65_536, 70_000])
@pytest.mark.parametrize("end", [b"", b"\x80", b"\0", b"\x80\0\0"])
def test_padding_gives_back_what_it_got(size: int, end: bytes) -> None:
    text = b"x" * size + end
    assert padding.unpadded(padding.padded(text, 1024)) == text


@pytest.mark.parametrize("data", [b"", b"\0" * 1024, b"text", b"text\x81\0"])
def test_what_was_never_padded(data: bytes) -> None:
    with pytest.raises(padding.PaddingError):
        padding.unpadded(data)


def test_sealed_opens_with_the_session_secret_only(sealed_scene: Any, code_of: CodeOf) -> None:
    envelope = sealed_scene.envelopes[0]
    wrong = [
        None,
        b"",
        os.urandom(32),
        *sealed_scene.lead.seeds,
        *sealed_scene.ann.seeds,
        *sealed_scene.other_ann.seeds,
        sealed_scene.session_key,
    ]
    for secret in wrong:
        assert (
            code_of(
                lambda secret=secret: open_submission(
                    envelope, sealed_scene.manifest, session_secret=secret
                )
            )
            == "submission_unopened"
        )


def test_strict_opens_with_nothing_that_the_lead_has(strict_scene: Any) -> None:
    """All secrets of the lead, and all 32 bytes in a row of all files that they have, also as they
    are written in hexadecimal.
    """
    envelope = strict_scene.envelopes[0]
    files = [
        strict_scene.manifest_bytes,
        strict_scene.signature,
        strict_scene.signed_closing.content,
        *(sealed.content for sealed in strict_scene.sealed),
        *(one.ciphertext for one in strict_scene.envelopes),
        b"".join(strict_scene.lead.seeds) + strict_scene.secret,
        strict_scene.reference.payload + strict_scene.reference.nonce,
    ]
    tries = {data[at : at + 32] for data in files for at in range(len(data) - 31)}
    tries |= {
        bytes.fromhex(data[at : at + 64].decode())
        for data in files
        for at in range(len(data) - 63)
        if is_hex(data[at : at + 64])
    }
    assert len(tries) > 5000
    for key in tries:
        with pytest.raises(CryptoError):
            SecretBox(key).decrypt(envelope.ciphertext)
    for secret in (*strict_scene.lead.seeds, strict_scene.secret):
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey(secret)).decrypt(envelope.ciphertext)
    assert SecretBox(strict_scene.sealed[0].own_key).decrypt(envelope.ciphertext)


def is_hex(data: bytes) -> bool:
    return all(byte in b"0123456789abcdef" for byte in data)


def test_a_colleagues_sealed_review_is_not_ones_own(scene: Any, code_of: CodeOf) -> None:
    """The other Ann puts her name on a ciphertext that she can't even read."""
    anns, others = scene.envelopes
    said = {
        "format": "qa-submission/1",
        "session": anns.session,
        "manifest": anns.manifest,
        "fingerprint": others.fingerprint,
        "pseudonym": anns.pseudonym,
        "revision": anns.revision,
        "commitment": anns.commitment,
        "ciphertext": base64.b64encode(anns.ciphertext).decode(),
    }
    stolen = read_envelope(scene.other_ann.signed_table(said, "submission"))
    assert stolen.is_by(scene.other_ann.person)
    assert (
        code_of(lambda: open_submission(stolen, scene.manifest, **keys_of(scene, scene.sealed[0])))
        == "submission_other"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("session", "cd" * 16),
        ("manifest", "1" * 64),
        ("pseudonym", "call-2"),
        ("revision", 2),
    ],
)
def test_what_is_inside_must_fit_what_is_written_on_it(
    field: str, value: Any, scene: Any, code_of: CodeOf
) -> None:
    """A modified program puts one review into the envelope of another."""
    sealed = scene.sealed[0]
    envelope = read_envelope(sealed.content)
    said = {
        "format": "qa-submission/1",
        "session": envelope.session,
        "manifest": envelope.manifest,
        "fingerprint": envelope.fingerprint,
        "pseudonym": envelope.pseudonym,
        "revision": envelope.revision,
        "commitment": envelope.commitment,
        "ciphertext": base64.b64encode(envelope.ciphertext).decode(),
    }
    other = read_envelope(scene.ann.signed_table(said | {field: value}, "submission"))
    assert (
        code_of(lambda: open_submission(other, scene.manifest, **keys_of(scene, sealed)))
        == "submission_other"
    )


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"not padded",
        padding.padded(b"", 1024),
        padding.padded(b"{}", 1024),
        padding.padded(b"\xff" * 30, 1024),
        padding.padded(canonical({"signature": "00" * 64, "signed": {}}), 1024),
    ],
)
def test_nonsense_inside_is_told(inside: bytes, sealed_scene: Any, code_of: CodeOf) -> None:
    envelope = sealed_scene.envelopes[0]
    ciphertext = SealedBox(PublicKey(sealed_scene.session_key)).encrypt(inside)
    said = {
        "format": "qa-submission/1",
        "session": envelope.session,
        "manifest": envelope.manifest,
        "fingerprint": envelope.fingerprint,
        "pseudonym": "call-1",
        "revision": 1,
        "commitment": None,
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }
    made = read_envelope(sealed_scene.ann.signed_table(said, "submission"))
    assert (
        code_of(
            lambda: open_submission(made, sealed_scene.manifest, session_secret=sealed_scene.secret)
        )
        == "submission_other"
    )


def test_a_strict_review_is_the_one_that_was_committed_to(
    strict_scene: Any, code_of: CodeOf
) -> None:
    """Two keys may open one ciphertext to two texts; the commitment tells which was meant."""
    sealed, envelope = strict_scene.sealed[0], strict_scene.envelopes[0]
    said = {
        "format": "qa-submission/1",
        "session": envelope.session,
        "manifest": envelope.manifest,
        "fingerprint": envelope.fingerprint,
        "pseudonym": "call-1",
        "revision": 1,
        "commitment": sha256(b"something else"),
        "ciphertext": base64.b64encode(envelope.ciphertext).decode(),
    }
    made = read_envelope(strict_scene.ann.signed_table(said, "submission"))
    assert (
        code_of(lambda: open_submission(made, strict_scene.manifest, released_key=sealed.own_key))
        == "submission_commitment"
    )


def test_the_inside_is_signed_by_whose_it_is(sealed_scene: Any, code_of: CodeOf) -> None:
    """Ann hands in what somebody else signed, though it speaks of her."""
    scene, envelope = sealed_scene, sealed_scene.envelopes[0]
    written_on = {
        "session": envelope.session,
        "manifest": envelope.manifest,
        "fingerprint": envelope.fingerprint,
        "pseudonym": "call-1",
        "revision": 1,
    }
    review = {"format": "qa-review/1", "nonce": "0" * 64, "draft": {}}

    def made_by(who: Any) -> Any:
        inside = padding.padded(who.signed_table(written_on | review, "payload"), 1024)
        ciphertext = SealedBox(PublicKey(scene.session_key)).encrypt(inside)
        outside = {
            "format": "qa-submission/1",
            "commitment": None,
            "ciphertext": base64.b64encode(ciphertext).decode(),
        }
        return read_envelope(scene.ann.signed_table(written_on | outside, "submission"))

    def opened(who: Any) -> Any:
        return open_submission(made_by(who), scene.manifest, session_secret=scene.secret)

    assert opened(scene.ann).draft == Draft()
    assert code_of(lambda: opened(scene.other_ann)) == "submission_other"
