"""The invitation: what is graded, signed by the lead, with all that is needed to grade it."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from qa_desktop.base.ids import new_id
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.base.whole_files import TEMPORARY, put_in_place
from qa_desktop.calibration.files.bundle import Bundle, open_bundle, write_bundle
from qa_desktop.calibration.files.fields import Paper, altered, damaged
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import (
    MOST_MANIFEST_BYTES,
    Manifest,
    check_size,
    manifest_bytes,
    manifest_hash,
    manifest_is_signed,
    read_manifest,
)
from qa_desktop.calibration.files.signing import SIGNATURE_BYTES

# What is read into memory at once: a rubric, the turns of an interaction.
MOST_BLOB_BYTES = 64 * 1024**2
_MANIFEST, _SIGNATURE, _BLOBS = "manifest.json", "manifest.sig", "blobs/"


class Package:
    """An open invitation, of which every byte was checked. `hash` is that of the manifest."""

    def __init__(
        self, bundle: Bundle, manifest: Manifest, manifest_bytes: bytes, signature: bytes
    ) -> None:
        self._bundle = bundle
        self.manifest = manifest
        self.manifest_bytes = manifest_bytes
        self.signature = signature
        self.hash = manifest_hash(manifest_bytes)

    def size(self, sha: str) -> int:
        return self._bundle.members[_BLOBS + sha].size

    def blob(self, sha: str) -> bytes:
        """Raises ProblemError calibration.package_damaged where it is too large for memory."""
        if self.size(sha) > MOST_BLOB_BYTES:
            raise damaged(Paper.PACKAGE, _BLOBS + sha)
        return b"".join(self.chunks(sha))

    def copy_blob(self, sha: str, to: Path) -> None:
        """Writes the new file `to`. Raises ProblemError, then without it; OSError of `to`."""
        try:
            with to.open("xb") as sink:
                sink.writelines(self.chunks(sha))
        except FileExistsError:
            raise
        except BaseException:
            to.unlink(missing_ok=True)
            raise

    def chunks(self, sha: str) -> Iterator[bytes]:
        """Raises ProblemError after the last one if these are not the bytes of that hash."""
        digest = hashlib.sha256()
        for chunk in self._bundle.chunks(_BLOBS + sha):
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != sha:
            raise damaged(Paper.PACKAGE, _BLOBS + sha)


def write_package(
    file: Path,
    manifest: Manifest,
    blobs: Mapping[str, Path | bytes],
    identity: Identity,
    progress: Progress | None = None,
) -> str:
    """Writes the invitation whole or not at all, over whatever was there; the manifest's hash.

    `blobs` by their SHA-256, exactly those of the manifest. Raises ProblemError
    calibration.package_too_large, session_too_large; OSError; Cancelled.
    """
    check_size(len(manifest.roster), len(manifest.interactions))
    data = manifest_bytes(manifest)
    if read_manifest(data) != manifest or identity.person != manifest.lead:
        raise ValueError("not a manifest of this lead that can be read back")
    if set(blobs) != set(manifest.blobs):
        raise ValueError("other blobs than the manifest names")
    parts = [
        (_MANIFEST, data),
        (_SIGNATURE, identity.sign(data, "manifest")),
        *((_BLOBS + sha, blobs[sha]) for sha in manifest.blobs),
    ]
    beside = file.with_name(f"{new_id()}{TEMPORARY}")
    try:
        hashes = write_bundle(beside, parts, progress or NoProgress())
        if any(hashes[_BLOBS + sha] != sha for sha in blobs):
            raise ValueError("a blob has other bytes than its name says")
        put_in_place(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    return manifest_hash(data)


@contextmanager
def open_package(file: Path, progress: Progress | None = None) -> Iterator[Package]:
    """Reads all of it once before the block begins: a package is whole or refused.

    Whether its lead is trusted, and whether it follows from the revision before, is for the caller
    to see (`check_successor`). Raises ProblemError calibration.package_damaged, package_newer,
    package_altered, file_unreadable; Cancelled.
    """
    with open_bundle(file, Paper.PACKAGE) as bundle:
        manifest, data, signature = _signed_manifest(bundle)
        expected = [_MANIFEST, _SIGNATURE, *(_BLOBS + sha for sha in manifest.blobs)]
        if list(bundle.members) != expected:
            raise damaged(Paper.PACKAGE, "blobs")
        package = Package(bundle, manifest, data, signature)
        _check_blobs(package, progress or NoProgress())
        yield package


def read_head(file: Path) -> tuple[Manifest, str]:
    """The signed manifest and its hash, whatever else the package holds: enough to see whether it
    is known already. Raises ProblemError as `open_package`.
    """
    with open_bundle(file, Paper.PACKAGE) as bundle:
        manifest, data, _ = _signed_manifest(bundle)
    return manifest, manifest_hash(data)


def _signed_manifest(bundle: Bundle) -> tuple[Manifest, bytes, bytes]:
    """With its bytes and their signature."""
    data = bundle.read(_MANIFEST, MOST_MANIFEST_BYTES)
    manifest = read_manifest(data)
    signature = bundle.read(_SIGNATURE, SIGNATURE_BYTES)
    if not manifest_is_signed(manifest, data, signature):
        raise altered(Paper.PACKAGE)
    return manifest, data, signature


def _check_blobs(package: Package, progress: Progress) -> None:
    done, total = 0, sum(package.size(sha) for sha in package.manifest.blobs)
    for sha in package.manifest.blobs:
        for chunk in package.chunks(sha):
            done += len(chunk)
            progress.report(done, total)
