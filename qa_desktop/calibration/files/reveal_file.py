"""The file of a reveal: a signed list, and what it lists by hash."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from qa_desktop.calibration.files.bundle import Bundle, open_bundle
from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.closing import exclusions_to_json, read_exclusions
from qa_desktop.calibration.files.envelope import MOST_SUBMISSION_BYTES
from qa_desktop.calibration.files.fields import Fields, Paper, damaged
from qa_desktop.calibration.files.manifest import MOST_INTERACTIONS, MOST_PEOPLE, read_manifest
from qa_desktop.calibration.files.reveal_model import RevealParts
from qa_desktop.calibration.files.signing import KEY_BYTES, SIGNATURE_BYTES, sha256
from qa_desktop.calibration.model import Exclusion

MOST_REVEAL_LIST_BYTES = 16 * 1024**2
LIST, SIGNATURE, BLOBS = "reveal.json", "reveal.sig", "blobs/"
_FORMAT = "qa-reveal/1"
_MOST_REVISIONS = 1000
_MOST_SUBMISSIONS = MOST_PEOPLE * MOST_INTERACTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealList:
    """reveal.json: which blob is what, by hash. `manifests` are (hash, signature)."""

    session: str
    manifests: tuple[tuple[str, bytes], ...]
    closing: str
    submissions: tuple[str, ...]
    releases: tuple[str, ...]
    # Hash of the payload, and the nonce.
    reference: tuple[str, bytes] | None
    unopened: tuple[Exclusion, ...]
    session_secret: bytes = field(repr=False)

    @property
    def blobs(self) -> tuple[str, ...]:
        """All of them, sorted, each once."""
        inside = {sha for sha, _ in self.manifests} | {self.closing}
        inside |= {*self.submissions, *self.releases}
        if self.reference is not None:
            inside.add(self.reference[0])
        return tuple(sorted(inside))


class RevealFile:
    """An open reveal whose members are all there and have the bytes that their names say; who
    signed what is not checked yet.
    """

    def __init__(self, bundle: Bundle, listed: RevealList, text: bytes, signature: bytes) -> None:
        self._bundle = bundle
        self.listed = listed
        self.text = text
        self.signature = signature

    def blob(self, sha: str, most_bytes: int) -> bytes:
        data = self._bundle.read(BLOBS + sha, most_bytes)
        if sha256(data) != sha:
            raise damaged(Paper.REVEAL, BLOBS + sha)
        return data

    def submission(self, sha: str) -> bytes:
        return self.blob(sha, MOST_SUBMISSION_BYTES)


@contextmanager
def open_reveal_file(file: Path) -> Iterator[RevealFile]:
    with open_bundle(file, Paper.REVEAL) as bundle:
        text = bundle.read(LIST, MOST_REVEAL_LIST_BYTES)
        listed = _read_list(text)
        signature = bundle.read(SIGNATURE, SIGNATURE_BYTES)
        if list(bundle.members) != [LIST, SIGNATURE, *(BLOBS + sha for sha in listed.blobs)]:
            raise damaged(Paper.REVEAL, "blobs")
        for sha in listed.blobs:
            _check_hash(bundle, sha)
        yield RevealFile(bundle, listed, text, signature)


def _check_hash(bundle: Bundle, sha: str) -> None:
    digest = hashlib.sha256()
    for chunk in bundle.chunks(BLOBS + sha):
        digest.update(chunk)
    if digest.hexdigest() != sha:
        raise damaged(Paper.REVEAL, BLOBS + sha)


def _read_list(text: bytes) -> RevealList:
    said = Fields.of_bytes(Paper.REVEAL, text, MOST_REVEAL_LIST_BYTES)
    said.format(_FORMAT)
    listed = RevealList(
        session=said.text("session", r"[0-9a-f]{32}"),
        session_secret=said.hex("session_secret", KEY_BYTES),
        manifests=tuple(
            (row.hash("0"), row.hex("1", SIGNATURE_BYTES))
            for row in said.rows("manifests", 2, _MOST_REVISIONS)
        ),
        closing=said.hash("closing"),
        submissions=said.hashes("submissions", _MOST_SUBMISSIONS),
        releases=said.hashes("keys", MOST_PEOPLE),
        reference=_read_reference(said),
        unopened=read_exclusions(said, "unopened"),
    )
    said.end()
    if not listed.manifests:
        said.fail("manifests")
    return listed


def _read_reference(said: Fields) -> tuple[str, bytes] | None:
    if said.is_none("reference"):
        return None
    row = said.row("reference", 2)
    return row.hash("0"), row.hex("1", KEY_BYTES)


def reveal_list(parts: RevealParts) -> bytes:
    """What the lead signs."""
    return canonical(
        {
            "format": _FORMAT,
            "session": read_manifest(parts.manifests[-1][0], Paper.REVEAL).session,
            "session_secret": parts.session_secret.hex(),
            "manifests": [[sha256(data), sign.hex()] for data, sign in parts.manifests],
            "closing": sha256(parts.closing),
            "submissions": sorted({sha256(data) for data in parts.submissions}),
            "keys": sorted({sha256(data) for data in parts.releases}),
            "reference": None
            if parts.reference is None
            else [sha256(parts.reference.payload), parts.reference.nonce.hex()],
            "unopened": exclusions_to_json(parts.unopened),
        }
    )
