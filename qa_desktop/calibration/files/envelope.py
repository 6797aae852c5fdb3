"""One person's review of one interaction, signed, padded and sealed."""

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files import padding
from qa_desktop.calibration.files.fields import Fields, Paper, altered
from qa_desktop.calibration.files.file_names import submission_name
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import PSEUDONYM, Manifest
from qa_desktop.calibration.files.sealed_drafts import NotADraftError, opened_draft, sealed_draft
from qa_desktop.calibration.files.signing import (
    KEY_BYTES,
    is_signed,
    read_signed_table,
    sha256,
)
from qa_desktop.calibration.model import Mode, Person
from qa_desktop.reviews.model import Draft

MOST_SUBMISSION_BYTES = 2 * 1024**2
MOST_REVISION = 1_000_000
_CIPHERTEXT_BYTES = padding.MOST_BYTES + 64
_OUTER_FORMAT, _INNER_FORMAT = "qa-submission/1", "qa-review/1"
_OUTER, _INNER = "submission", "payload"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A file to hand in. `own_key`: strict mode's, which stays with its writer until the closing;
    `hash` is the SHA-256 of `content`.
    """

    content: bytes = field(repr=False)
    hash: str
    file_name: str
    pseudonym: str
    revision: int
    own_key: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is written on a submission; its inside stays closed. `manifest` and `hash` in hex."""

    session: str
    manifest: str
    fingerprint: str
    pseudonym: str
    revision: int
    hash: str
    # Strict mode: SHA-256(nonce + payload) in hex.
    commitment: str | None
    ciphertext: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def cell(self) -> tuple[str, str]:
        return self.fingerprint, self.pseudonym

    def is_by(self, writer: Person) -> bool:
        return is_signed(writer.sign_key, _OUTER, self.signed, self.signature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What was inside, all of it checked against the outside."""

    fingerprint: str
    pseudonym: str
    revision: int
    draft: Draft = field(repr=False)


def seal_submission(
    identity: Identity,
    manifest: Manifest,
    manifest_hash: str,
    pseudonym: str,
    revision: int,
    draft: Draft,
) -> Sealed:
    """Files of a session are of one size, whatever is in them, until a review is longer than
    `pad_bytes`. Raises ProblemError calibration.review_too_long.
    """
    nonce = os.urandom(KEY_BYTES)
    written_on: dict[str, Any] = {
        "session": manifest.session,
        "manifest": manifest_hash,
        "fingerprint": identity.fingerprint,
        "pseudonym": pseudonym,
        "revision": revision,
    }
    inside = {"format": _INNER_FORMAT, "nonce": nonce.hex(), "draft": sealed_draft(draft)}
    payload = identity.signed_table(written_on | inside, _INNER)
    try:
        text = padding.padded(payload, manifest.pad_bytes)
    except OverflowError:
        values = {"limit_kib": padding.MOST_BYTES // 1024}
        raise ProblemError(Problem(code="calibration.review_too_long", values=values)) from None
    own_key = None
    if manifest.mode is Mode.STRICT:
        own_key = os.urandom(KEY_BYTES)
        ciphertext = bytes(SecretBox(own_key).encrypt(text))
        commitment = sha256(nonce + payload)
    else:
        ciphertext = SealedBox(PublicKey(manifest.session_key)).encrypt(text)
        commitment = None
    outside = {
        "format": _OUTER_FORMAT,
        "commitment": commitment,
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }
    content = identity.signed_table(written_on | outside, _OUTER)
    name = submission_name(manifest.session, identity.fingerprint, pseudonym, revision)
    return Sealed(
        content=content,
        hash=sha256(content),
        file_name=name,
        pseudonym=pseudonym,
        revision=revision,
        own_key=own_key,
    )


def read_envelope(content: bytes) -> Envelope:
    """Doesn't look at the signature: see `Envelope.is_by`. Raises ProblemError
    calibration.submission_damaged, submission_newer, file_too_large.
    """
    table = read_signed_table(Paper.SUBMISSION, content, MOST_SUBMISSION_BYTES)
    said = table.fields
    said.format(_OUTER_FORMAT)
    envelope = Envelope(
        **_read_written_on(said),
        hash=sha256(content),
        commitment=None if said.is_none("commitment") else said.hash("commitment"),
        ciphertext=said.base64("ciphertext", _CIPHERTEXT_BYTES),
        signed=table.text,
        signature=table.signature,
        content=content,
    )
    said.end()
    return envelope


def open_submission(
    envelope: Envelope,
    manifest: Manifest,
    *,
    session_secret: bytes | None = None,
    released_key: bytes | None = None,
) -> Payload:
    """`manifest`: a revision whose roster has the writer. The one key or the other, by its mode.

    Raises ProblemError calibration.submission_altered; submission_unopened: it is not this key;
    submission_other, submission_commitment: its writer's program made it wrong.
    """
    writer = manifest.person(envelope.fingerprint)
    if writer is None:
        raise _other()
    if not envelope.is_by(writer):
        raise altered(Paper.SUBMISSION)
    key = released_key if manifest.mode is Mode.STRICT else session_secret
    if key is None or len(key) != KEY_BYTES:
        raise ProblemError(Problem(code="calibration.submission_unopened"))
    try:
        if manifest.mode is Mode.STRICT:
            text = SecretBox(key).decrypt(envelope.ciphertext)
        else:
            text = SealedBox(PrivateKey(key)).decrypt(envelope.ciphertext)
    except (CryptoError, ValueError):
        raise ProblemError(Problem(code="calibration.submission_unopened")) from None
    return _payload(envelope, writer, bytes(text), manifest.mode)


def _payload(envelope: Envelope, writer: Person, text: bytes, mode: Mode) -> Payload:
    try:
        inside = padding.unpadded(text)
        table = read_signed_table(Paper.SUBMISSION, inside, padding.MOST_BYTES)
        said = table.fields
        said.format(_INNER_FORMAT)
        written_on = _read_written_on(said)
        nonce = said.hex("nonce", KEY_BYTES)
        draft = opened_draft(said.by_name("draft", most=16))
        said.end()
    except (padding.PaddingError, NotADraftError, ProblemError):
        raise _other() from None
    if not table.is_by(writer.sign_key, _INNER):
        raise _other()
    if any(getattr(envelope, name) != value for name, value in written_on.items()):
        raise _other()
    committed = sha256(nonce + inside) if mode is Mode.STRICT else None
    if envelope.commitment != committed:
        raise ProblemError(Problem(code="calibration.submission_commitment"))
    return Payload(
        fingerprint=envelope.fingerprint,
        pseudonym=envelope.pseudonym,
        revision=envelope.revision,
        draft=draft,
    )


def _read_written_on(said: Fields) -> Mapping[str, Any]:
    return {
        "session": said.text("session", r"[0-9a-f]{32}"),
        "manifest": said.hash("manifest"),
        "fingerprint": said.hash("fingerprint"),
        "pseudonym": said.text("pseudonym", PSEUDONYM),
        "revision": said.whole("revision", 1, MOST_REVISION),
    }


def _other() -> ProblemError:
    return ProblemError(Problem(code="calibration.submission_other"))
