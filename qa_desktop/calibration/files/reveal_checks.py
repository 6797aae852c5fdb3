"""What every program checks of a reveal before it shows anything of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn

from nacl.public import PrivateKey

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.files.closing import (
    MOST_CLOSING_BYTES,
    Closing,
    Counted,
    check_own,
    read_closing,
)
from qa_desktop.calibration.files.envelope import Envelope, open_submission, read_envelope
from qa_desktop.calibration.files.fields import Paper, altered, damaged
from qa_desktop.calibration.files.key_release import MOST_RELEASE_BYTES, open_release, read_release
from qa_desktop.calibration.files.manifest import (
    MOST_MANIFEST_BYTES,
    Manifest,
    check_successor,
    manifest_is_signed,
    read_manifest,
)
from qa_desktop.calibration.files.merging import Context, judge
from qa_desktop.calibration.files.reference import MOST_REFERENCE_BYTES, open_reference
from qa_desktop.calibration.files.reveal_file import RevealFile
from qa_desktop.calibration.files.reveal_model import Expected, OpenedSubmission, Reveal
from qa_desktop.calibration.files.signing import is_signed, sha256
from qa_desktop.calibration.files.union import Cell, merge
from qa_desktop.calibration.model import Exclusion, Mode, Verdict
from qa_desktop.reviews.model import Draft


def check_reveal(file: RevealFile, expected: Expected, progress: Progress) -> Reveal:
    """Raises ProblemError, see `reveal.open_reveal`."""
    manifests = _manifests(file, expected)
    newest_hash, newest = manifests[-1]
    known = dict(manifests)
    closing = _closing(file, expected, known, newest_hash)
    if bytes(PrivateKey(file.listed.session_secret).public_key) != newest.session_key:
        _refuse("reveal_secret")
    context = Context(manifests=known, newest=newest_hash)
    total = len(file.listed.submissions) + len(closing.counted)
    _check_counted(file, closing, context, progress, total)
    # Before anything is opened: whose own part is not in there learns so first.
    check_own(closing, expected.me, expected.own, revealed=True)
    gradings = _opened(file, closing, newest, progress, total)
    _check_unopened(file.listed.unopened, closing, newest, gradings, expected)
    return Reveal(
        hash=sha256(file.text),
        manifest=newest,
        manifests=manifests,
        closing=closing,
        closing_hash=file.listed.closing,
        gradings=gradings,
        reference=_reference(file, newest),
        exclusions=(*closing.exclusions, *file.listed.unopened),
    )


def _manifests(file: RevealFile, expected: Expected) -> tuple[tuple[str, Manifest], ...]:
    """The chain of revisions, all signed by the one lead, and the list with them."""
    chain: list[tuple[str, Manifest]] = []
    for sha, signature in file.listed.manifests:
        data = file.blob(sha, MOST_MANIFEST_BYTES)
        manifest = read_manifest(data, Paper.REVEAL)
        if (manifest.session, manifest.lead.fingerprint) != (expected.session, expected.lead):
            _refuse("reveal_other_session")
        if not manifest_is_signed(manifest, data, signature):
            raise altered(Paper.REVEAL)
        if chain:
            check_successor(chain[-1][1], chain[-1][0], manifest)
        elif manifest.revision != 1:
            _refuse("reveal_chain")
        chain.append((sha, manifest))
    if file.listed.session != expected.session:
        _refuse("reveal_other_session")
    lead = chain[-1][1].lead
    if not is_signed(lead.sign_key, "reveal", file.text, file.signature):
        raise altered(Paper.REVEAL)
    if not expected.manifests <= {sha for sha, _ in chain}:
        _refuse("reveal_chain")
    return tuple(chain)


def _closing(
    file: RevealFile, expected: Expected, known: Mapping[str, Manifest], newest: str
) -> Closing:
    try:
        closing = read_closing(file.blob(file.listed.closing, MOST_CLOSING_BYTES), known)
    except ProblemError:
        _refuse("reveal_closing")
    if closing.manifest != newest or expected.closing not in (None, file.listed.closing):
        _refuse("reveal_closing")
    return closing


def _check_counted(
    file: RevealFile, closing: Closing, context: Context, progress: Progress, total: int
) -> None:
    """What counts must be what merging all submissions of the file gives."""
    manifest = context.manifests[context.newest]
    envelopes = []
    for done, sha in enumerate(file.listed.submissions):
        progress.report(done, total)
        envelopes.append(_judged(file.submission(sha), context, manifest))
    merged = merge(envelopes)
    for one in closing.counted:
        there = merged.counting.get(one.cell)
        if there is None or (there.hash, there.revision) != (one.hash, one.revision):
            _refuse("reveal_closing")


def _judged(content: bytes, context: Context, manifest: Manifest) -> Envelope:
    """Without its content: a large session would fill the memory."""
    judged = judge(content, context)
    if judged.verdict is Verdict.ALTERED and judged.envelope is not None:
        cell = judged.envelope.cell
        _refuse("reveal_submission_altered", **_said(manifest, cell))
    if judged.envelope is None or not judged.is_merged:
        raise damaged(Paper.REVEAL, "submissions")
    return replace(judged.envelope, ciphertext=b"", signed=b"", content=b"")


def _opened(
    file: RevealFile, closing: Closing, manifest: Manifest, progress: Progress, total: int
) -> tuple[OpenedSubmission, ...]:
    keys = _keys(file, manifest) if manifest.mode is Mode.STRICT else {}
    unopened = {(e.fingerprint, e.pseudonym) for e in file.listed.unopened}
    gradings = []
    for done, one in enumerate(closing.counted, total - len(closing.counted)):
        progress.report(done, total)
        draft = _draft(file, one, manifest, keys)
        if draft is not None:
            gradings.append(
                OpenedSubmission(
                    fingerprint=one.fingerprint,
                    pseudonym=one.pseudonym,
                    revision=one.revision,
                    hash=one.hash,
                    draft=draft,
                )
            )
        elif not {one.cell, (one.fingerprint, None)} & unopened:
            _refuse("reveal_not_opened", **_said(manifest, one.cell))
    return tuple(gradings)


def _keys(file: RevealFile, manifest: Manifest) -> Mapping[str, bytes]:
    """By the fingerprint of who gave it out with the hash of the submission behind it."""
    keys: dict[str, bytes] = {}
    for sha in file.listed.releases:
        release = read_release(file.blob(sha, MOST_RELEASE_BYTES), manifest)
        opened = open_release(release, file.listed.session_secret, file.listed.closing)
        for submission, key in opened.items():
            keys[release.fingerprint + submission] = key
    return keys


def _draft(
    file: RevealFile, one: Counted, manifest: Manifest, keys: Mapping[str, bytes]
) -> Draft | None:
    """None: no key opens it, or nothing that may be in it."""
    try:
        return open_submission(
            read_envelope(file.submission(one.hash)),
            manifest,
            session_secret=file.listed.session_secret,
            released_key=keys.get(one.fingerprint + one.hash),
        ).draft
    except ProblemError:
        return None


def _check_unopened(
    unopened: tuple[Exclusion, ...],
    closing: Closing,
    manifest: Manifest,
    gradings: tuple[OpenedSubmission, ...],
    expected: Expected,
) -> None:
    """Nobody may be left out after the closing whose submission can be opened."""
    opened = {(one.fingerprint, one.pseudonym) for one in gradings}
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for one in closing.counted:
        counted[one.fingerprint].add(one.pseudonym)
    for exclusion in unopened:
        person = exclusion.fingerprint
        whole = exclusion.pseudonym is None
        pseudonyms = counted[person] if whole else counted[person] & {exclusion.pseudonym}
        cells = {(person, pseudonym) for pseudonym in pseudonyms}
        if not cells:
            raise damaged(Paper.REVEAL, "unopened")
        for cell in sorted(cells & opened):
            _refuse("reveal_left_out", **_said(manifest, cell))
        # Without `own` the person was told so before, and goes on all the same.
        if expected.released and expected.own and exclusion.fingerprint == expected.me:
            raise ProblemError(
                Problem(code="calibration.reveal_own_missing", values={"pseudonym": p})
                for _, p in sorted(cells)
            )


def _reference(file: RevealFile, manifest: Manifest) -> Mapping[str, Draft]:
    listed = file.listed.reference
    if listed is None:
        if manifest.reference_commitment is not None:
            _refuse("reveal_reference")
        return {}
    return open_reference(file.blob(listed[0], MOST_REFERENCE_BYTES), listed[1], manifest)


def _said(manifest: Manifest, cell: Cell) -> dict[str, str]:
    person = manifest.person(cell[0])
    return {"name": "?" if person is None else person.name, "pseudonym": cell[1]}


def _refuse(name: str, /, **values: str) -> NoReturn:
    raise ProblemError(Problem(code=f"calibration.{name}", values=values))
