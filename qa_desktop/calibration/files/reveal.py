"""Everything of a closed session in one file, so that everybody can check all of it."""

from collections.abc import Iterator
from pathlib import Path

from qa_desktop.base.ids import new_id
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.base.whole_files import TEMPORARY, put_in_place
from qa_desktop.calibration.files.bundle import write_bundle
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.reveal_checks import check_reveal
from qa_desktop.calibration.files.reveal_file import (
    BLOBS,
    LIST,
    SIGNATURE,
    RevealList,
    open_reveal_file,
    reveal_list,
)
from qa_desktop.calibration.files.reveal_model import (
    Expected,
    OpenedSubmission,
    Reveal,
    RevealParts,
)
from qa_desktop.calibration.files.signing import sha256

__all__ = ["Expected", "OpenedSubmission", "Reveal", "RevealParts", "open_reveal", "write_reveal"]


def write_reveal(
    file: Path, identity: Identity, parts: RevealParts, progress: Progress | None = None
) -> str:
    """Writes it whole or not at all, and only if it passes what everybody's program will check;
    its hash.

    Raises ProblemError as `open_reveal`, calibration.package_too_large; OSError; Cancelled.
    """
    watched = progress or NoProgress()
    blobs = {sha256(data): data for data in _all_of(parts)}
    text = reveal_list(parts)
    members = [
        (LIST, text),
        (SIGNATURE, identity.sign(text, "reveal")),
        *((BLOBS + sha, blobs[sha]) for sha in sorted(blobs)),
    ]
    beside = file.with_name(f"{new_id()}{TEMPORARY}")
    try:
        write_bundle(beside, members, NoProgress())
        with open_reveal_file(beside) as opened:
            check_reveal(opened, _as_the_lead(identity, opened.listed), watched)
        put_in_place(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    return sha256(text)


def open_reveal(file: Path, expected: Expected, progress: Progress | None = None) -> Reveal:
    """Opens every submission that counts and checks every signature, promise and hash.

    Raises ProblemError: calibration.reveal_damaged, reveal_newer, reveal_altered, file_unreadable;
    reveal_other_session; reveal_chain: other revisions than one was given; reveal_closing;
    reveal_secret; reveal_submission_altered, reveal_not_opened, reveal_left_out; reveal_reference;
    keys_*; and for one's own part reveal_own_missing, reveal_own_replaced, reveal_own_changed: who
    was told of these and asked the lead may go on with `expected.own` empty. Cancelled.
    """
    with open_reveal_file(file) as opened:
        return check_reveal(opened, expected, progress or NoProgress())


def _all_of(parts: RevealParts) -> Iterator[bytes]:
    yield from (data for data, _ in parts.manifests)
    yield parts.closing
    yield from parts.submissions
    yield from parts.releases
    if parts.reference is not None:
        yield parts.reference.payload


def _as_the_lead(identity: Identity, listed: RevealList) -> Expected:
    return Expected(
        session=listed.session,
        lead=identity.fingerprint,
        me=identity.fingerprint,
        manifests=frozenset(sha for sha, _ in listed.manifests),
        closing=listed.closing,
    )
