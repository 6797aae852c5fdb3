"""What opens strict submissions: keys that each writer gives out once the closing is signed."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files import padding
from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.closing import Closing, Own, SignedFile, check_own
from qa_desktop.calibration.files.fields import Fields, Paper, altered
from qa_desktop.calibration.files.file_names import keys_name
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import MOST_INTERACTIONS, Manifest
from qa_desktop.calibration.files.signing import KEY_BYTES, read_signed_table, sha256

MOST_RELEASE_BYTES = 2 * 1024**2
_OUTER_FORMAT, _INNER_FORMAT = "qa-keys/1", "qa-released/1"
_PURPOSE = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRelease:
    """One person's keys for one closing (its hash), still sealed for the session."""

    session: str
    closing: str
    fingerprint: str
    hash: str
    ciphertext: bytes = field(repr=False)
    content: bytes = field(repr=False)


def release_keys(
    identity: Identity,
    manifest: Manifest,
    closing: Closing,
    closing_hash: str,
    own: Mapping[str, Own],
    own_keys: Mapping[str, bytes],
) -> SignedFile:
    """`own` by pseudonym, as for `check_own`; `own_keys` by the hash of the submission.

    Only keys of what counts are given out, sealed so that others at the share read nothing. Raises
    ProblemError calibration.closing_own_missing, _replaced, _changed; then nothing is given out.
    """
    check_own(closing, identity.fingerprint, own)
    mine = [one.hash for one in closing.counted if one.fingerprint == identity.fingerprint]
    inside = canonical(
        {
            "format": _INNER_FORMAT,
            "session": manifest.session,
            "closing": closing_hash,
            "fingerprint": identity.fingerprint,
            "keys": {sha: own_keys[sha].hex() for sha in mine if sha in own_keys},
        }
    )
    box = SealedBox(PublicKey(manifest.session_key))
    ciphertext = box.encrypt(padding.padded(inside, manifest.pad_bytes))
    content = identity.signed_table(
        {
            "format": _OUTER_FORMAT,
            "session": manifest.session,
            "closing": closing_hash,
            "fingerprint": identity.fingerprint,
            "ciphertext": base64.b64encode(ciphertext).decode(),
        },
        _PURPOSE,
    )
    name = keys_name(manifest.session, identity.fingerprint)
    return SignedFile(content=content, hash=sha256(content), file_name=name)


def read_release(content: bytes, manifest: Manifest) -> KeyRelease:
    """Raises ProblemError calibration.keys_damaged, keys_newer, keys_altered; keys_other: another
    session, or nobody of the roster; file_too_large.
    """
    table = read_signed_table(Paper.KEYS, content, MOST_RELEASE_BYTES)
    said = table.fields
    said.format(_OUTER_FORMAT)
    release = KeyRelease(
        session=said.text("session", r"[0-9a-f]{32}"),
        closing=said.hash("closing"),
        fingerprint=said.hash("fingerprint"),
        ciphertext=said.base64("ciphertext", padding.MOST_BYTES + 64),
        hash=sha256(content),
        content=content,
    )
    said.end()
    writer = manifest.person(release.fingerprint)
    if writer is None or release.session != manifest.session:
        raise _other()
    if not table.is_by(writer.sign_key, _PURPOSE):
        raise altered(Paper.KEYS)
    return release


def open_release(
    release: KeyRelease, session_secret: bytes, closing_hash: str
) -> Mapping[str, bytes]:
    """The keys by the hash of the submission that each opens.

    Raises ProblemError calibration.keys_unopened; keys_other: not for this closing.
    """
    if release.closing != closing_hash:
        raise _other()
    try:
        text = SealedBox(PrivateKey(session_secret)).decrypt(release.ciphertext)
    except (CryptoError, ValueError):
        raise ProblemError(Problem(code="calibration.keys_unopened")) from None
    try:
        said = Fields.of_bytes(Paper.KEYS, padding.unpadded(bytes(text)), padding.MOST_BYTES)
        said.format(_INNER_FORMAT)
        about = (said.raw("session"), said.raw("closing"), said.raw("fingerprint"))
        keys = Fields(Paper.KEYS, said.by_name("keys", MOST_INTERACTIONS))
        said.end()
        opened = {sha: keys.hex(sha, KEY_BYTES) for sha in keys.names}
    except (padding.PaddingError, ProblemError):
        raise _other() from None
    if about != (release.session, release.closing, release.fingerprint):
        raise _other()
    return opened


def _other() -> ProblemError:
    return ProblemError(Problem(code="calibration.keys_other"))
