"""Keys, signatures and signed tables."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nacl.bindings import crypto_scalarmult
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.fields import Fields, Paper

SIGNATURE_BYTES = 64
KEY_BYTES = 32


def sha256(data: bytes) -> str:
    """Lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def signed_text(purpose: str, data: bytes) -> bytes:
    """What is really signed: no signature is ever good for another purpose."""
    return f"qa-desktop {purpose} 1\0".encode() + data


def sign(key: SigningKey, purpose: str, data: bytes) -> bytes:
    """64 bytes."""
    return bytes(key.sign(signed_text(purpose, data)).signature)


def is_signed(sign_key: bytes, purpose: str, data: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(sign_key).verify(signed_text(purpose, data), signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def can_seal_for(box_key: bytes) -> bool:
    """False for the few points of low order, for which everybody could open what is sealed."""
    try:
        crypto_scalarmult(b"\x01" * KEY_BYTES, box_key)
    except (CryptoError, RuntimeError):
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedTable:
    """A table with the signature over its canonical form, before anybody checked it."""

    fields: Fields = field(repr=False)
    text: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    def is_by(self, sign_key: bytes, purpose: str) -> bool:
        return is_signed(sign_key, purpose, self.text, self.signature)


def signed_table(said: Mapping[str, Any], key: SigningKey, purpose: str) -> bytes:
    """{"signature": ..., "signed": {...}}, canonical."""
    signature = sign(key, purpose, canonical(said))
    return canonical({"signature": signature.hex(), "signed": dict(said)})


def read_signed_table(paper: Paper, data: bytes, most_bytes: int) -> SignedTable:
    """Raises ProblemError calibration.<paper>_damaged, file_too_large."""
    outside = Fields.of_bytes(paper, data, most_bytes)
    said = outside.raw("signed")
    signature = outside.hex("signature", SIGNATURE_BYTES)
    outside.end()
    fields = Fields(paper, said)
    return SignedTable(fields=fields, text=canonical(said), signature=signature)


def new_session_key() -> tuple[bytes, bytes]:
    """What opens what is sealed for a session, the lead's alone; and what it is sealed with."""
    secret = PrivateKey.generate()
    return bytes(secret), bytes(secret.public_key)
