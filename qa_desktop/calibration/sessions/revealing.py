"""The reveal: opened by the lead, checked by everybody, kept with what it says."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import written_beside
from qa_desktop.calibration.files.closing import MOST_CLOSING_BYTES, Own
from qa_desktop.calibration.files.envelope import open_submission, read_envelope
from qa_desktop.calibration.files.fields import Paper
from qa_desktop.calibration.files.file_names import reveal_name
from qa_desktop.calibration.files.manifest import MOST_MANIFEST_BYTES, read_manifest
from qa_desktop.calibration.files.reference import Commitment
from qa_desktop.calibration.files.reveal import (
    Expected,
    Reveal,
    RevealParts,
    open_reveal,
    write_reveal,
)
from qa_desktop.calibration.files.reveal_file import open_reveal_file
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Exclusion, Mode
from qa_desktop.calibration.sessions.closing_up import ClosingUp
from qa_desktop.calibration.sessions.collecting import Collecting
from qa_desktop.calibration.sessions.desk_model import RevealCheck
from qa_desktop.calibration.sessions.desk_stores import FILES, DeskStores
from qa_desktop.calibration.sessions.graded_reading import scored
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.store import Secrets, SessionRow, StoredManifest
from qa_desktop.calibration.sessions.submitting import Submitting
from qa_desktop.reviews.draft_json import draft_to_json

# The program's own reasons, beside those of closing.py.
UNOPENED, UNFIT = "unopened", "unfit"
_LEFT_OUT = {"calibration.reveal_own_missing", "calibration.reveal_own_replaced"}
_CHUNK = 1 << 20


class Revealing:
    """As the desk says."""

    def __init__(
        self,
        stores: DeskStores,
        reading: SessionReading,
        collecting: Collecting,
        closing_up: ClosingUp,
        submitting: Submitting,
    ) -> None:
        self._stores = stores
        self._reading = reading
        self._collecting = collecting
        self._closing_up = closing_up
        self._submitting = submitting

    def reveal(self, session_id: str, progress: Progress) -> None:
        row = self._collecting.led(session_id)
        if row.revealed_at is not None:
            return
        standing = self._closing_up.standing(session_id)
        if standing.hinders_reveal:
            raise ProblemError(standing.hinders_reveal)
        closing = self._stores.sessions.closing(session_id) or b""
        secrets = self._stores.sessions.secrets(session_id)
        manifests = self._stores.sessions.manifests(session_id)
        manifest, _ = self._reading.newest(session_id)
        reference = None
        if manifest.reference_commitment and secrets.reference and secrets.reference_nonce:
            reference = Commitment(
                commitment=manifest.reference_commitment,
                payload=secrets.reference,
                nonce=secrets.reference_nonce,
            )
        parts = RevealParts(
            manifests=tuple((one.manifest, one.signature) for one in manifests),
            closing=closing,
            submissions=self._stores.submissions.contents(session_id),
            session_secret=secrets.session_secret or b"",
            releases=tuple(self._stores.submissions.releases(session_id).values()),
            reference=reference,
            unopened=self._keyless(row),
        )
        file = self._stores.files / reveal_name(session_id)
        self._write(row, secrets, file, parts, progress)
        revealed = open_reveal(file, self._expected(row, self._own(row)), progress)
        with self._stores.sessions.changing():
            self._keep(row, revealed, progress)
            self._stores.outbox.add(
                session_id, row.folder, file.name, source=f"{FILES}/{file.name}"
            )
            payload = {"reveal": revealed.hash, "counted": len(revealed.gradings)}
            self._stores.sessions.note("revealed", session_id, payload)

    def _write(
        self,
        row: SessionRow,
        secrets: Secrets,
        file: Path,
        parts: RevealParts,
        progress: Progress,
    ) -> None:
        identity = self._stores.identity()
        try:
            write_reveal(file, identity, parts, progress)
        except ProblemError:
            # Seldom: one that counts can't be opened. Then it is left out, and that is said.
            unopened = self._unopened(row, secrets)
            if unopened == parts.unopened:
                raise
            write_reveal(file, identity, replace(parts, unopened=unopened), progress)

    def _keyless(self, row: SessionRow) -> tuple[Exclusion, ...]:
        """Strict: what counts by the closing, and whose key never came."""
        closing = self._collecting.closing(row.id)
        if closing is None or row.mode is not Mode.STRICT:
            return ()
        keys = self._stores.submissions.released_keys(row.id)
        said = {e.fingerprint: e.reason for e in self._stores.submissions.exclusions(row.id)}
        return tuple(
            Exclusion(
                fingerprint=one.fingerprint,
                pseudonym=one.pseudonym,
                reason=said.get(one.fingerprint, UNOPENED),
            )
            for one in closing.counted
            if one.hash not in keys
        )

    def _unopened(self, row: SessionRow, secrets: Secrets) -> tuple[Exclusion, ...]:
        """What counts by the closing, and can't be opened: a key that never came, or a submission
        that its writer's program made wrong."""
        closing = self._collecting.closing(row.id)
        if closing is None:
            return ()
        manifests = self._collecting.manifests(row.id)
        keys = self._stores.submissions.released_keys(row.id)
        said = {e.fingerprint: e.reason for e in self._stores.submissions.exclusions(row.id)}
        counted = {one.hash: one for one in closing.counted}
        found: list[Exclusion] = []
        for content in self._stores.submissions.contents(row.id):
            envelope = read_envelope(content)
            one = counted.get(envelope.hash)
            if one is None:
                continue
            try:
                open_submission(
                    envelope,
                    manifests[envelope.manifest],
                    session_secret=secrets.session_secret,
                    released_key=keys.get(envelope.hash),
                )
            except ProblemError:
                reason = said.get(one.fingerprint, UNOPENED)
                found.append(
                    Exclusion(fingerprint=one.fingerprint, pseudonym=one.pseudonym, reason=reason)
                )
        return tuple(sorted(found, key=lambda e: (e.fingerprint, e.pseudonym or "")))

    def take(self, file: Path, session_id: str, progress: Progress) -> tuple[Problem, ...] | None:
        """A participant's. None: it was here already; else what of one's own is not in there, which
        came too late or was never handed in.

        Raises ProblemError with the cause; then nothing of it is kept.
        """
        row = self._stores.required(session_id)
        if row.revealed_at is not None:
            known = self._stores.sessions.reveal_hash(session_id)
            taken = open_reveal(file, self._expected(row, {}), progress)
            if taken.hash != known:
                raise ProblemError(Problem(code="calibration.reveal_second"))
            return None
        kept = self._stores.files / reveal_name(session_id)
        own = self._own(row)
        with written_beside(kept) as beside:
            _copy(file, beside)
            revealed, lacks = _opened(beside, self._expected(row, own), progress)
        with self._stores.sessions.changing():
            self._keep_what_was_missed(row, kept)
            self._keep(row, revealed, progress)
            payload = {"reveal": revealed.hash, "counted": len(revealed.gradings)}
            self._stores.sessions.note("reveal_taken", session_id, payload)
        return lacks

    def _keep_what_was_missed(self, row: SessionRow, file: Path) -> None:
        """Of a reveal that was found good: revisions and a closing that never came by."""
        known = {one.hash for one in self._stores.sessions.manifests(row.id)}
        with open_reveal_file(file) as opened:
            for content_hash, signature in opened.listed.manifests:
                if content_hash in known:
                    continue
                data = opened.blob(content_hash, MOST_MANIFEST_BYTES)
                one = StoredManifest(
                    revision=read_manifest(data).revision,
                    hash=content_hash,
                    manifest=data,
                    signature=signature,
                )
                self._stores.sessions.add_manifest(row.id, one)
            if row.closed_at is None:
                content = opened.blob(opened.listed.closing, MOST_CLOSING_BYTES)
                self._stores.sessions.set_closed(row.id, content)

    def _keep(self, row: SessionRow, revealed: Reveal, progress: Progress) -> None:
        rubric = self._stores.rubrics.get(row.rubric_id, row.rubric_version)
        unfit: list[Exclusion] = []
        for done, one in enumerate(revealed.gradings):
            progress.report(done, len(revealed.gradings))
            try:
                result = json.dumps(scored(rubric, one.draft), ensure_ascii=False)
            except ProblemError:
                # Its writer's program let through what the rubric does not allow.
                unfit.append(
                    Exclusion(fingerprint=one.fingerprint, pseudonym=one.pseudonym, reason=UNFIT)
                )
                continue
            # Others' files lie in the reveal, which is kept: here is only what they say.
            self._stores.submissions.add(
                row.id,
                one.hash,
                b"",
                file_name="",
                fingerprint=one.fingerprint,
                pseudonym=one.pseudonym,
                revision=one.revision,
            )
            opening = json.dumps(draft_to_json(one.draft), ensure_ascii=False)
            self._stores.submissions.set_opened(one.hash, opening, result)
        self._stores.submissions.exclude(row.id, (*revealed.exclusions, *unfit))
        reference = {p: draft_to_json(draft) for p, draft in revealed.reference.items()}
        told = json.dumps(reference, ensure_ascii=False) if reference else None
        self._stores.sessions.set_revealed(row.id, revealed.hash, told)

    def check(self, file: Path, progress: Progress) -> RevealCheck:
        """Of a session that is known here: against what is known of it; of another: by itself."""
        session_id, lead = head_of(file)
        row = self._stores.sessions.find(session_id)
        me = self._stores.identity().fingerprint
        if row is None:
            expected = Expected(session=session_id, lead=lead, me=me, manifests=frozenset())
            return _checked(open_reveal(file, expected, progress), me, {})
        own = self._own(row)
        expected = self._expected(row, own)
        revealed, _ = _opened(file, expected, progress)
        return _checked(revealed, expected.me, own)

    def check_session(self, session_id: str, progress: Progress) -> RevealCheck:
        row = self._stores.required(session_id)
        if row.revealed_at is None:
            raise ProblemError(Problem(code="calibration.not_revealed"))
        file = self._stores.files / reveal_name(row.id)
        if not file.is_file():
            where = Where(file=str(file))
            raise ProblemError(Problem(code="calibration.package_missing", where=where))
        return self.check(file, progress)

    def _own(self, row: SessionRow) -> Mapping[str, Own]:
        return self._submitting.own(self._reading.session(row.id))

    def _expected(self, row: SessionRow, own: Mapping[str, Own]) -> Expected:
        closing = self._stores.sessions.closing(row.id)
        me = self._stores.identity(row.reviewer).fingerprint
        return Expected(
            session=row.id,
            lead=row.lead,
            me=me,
            manifests=frozenset(one.hash for one in self._stores.sessions.manifests(row.id)),
            closing=None if closing is None else sha256(closing),
            own=own,
            released=row.mode is Mode.STRICT
            and self._stores.submissions.release_of(row.id, me) is not None,
        )


def _opened(
    file: Path, expected: Expected, progress: Progress
) -> tuple[Reveal, tuple[Problem, ...]]:
    """And what of one's own the lead's list leaves out: that is told, and keeps nobody from the
    results. Something else in one's own name does."""
    try:
        return open_reveal(file, expected, progress), ()
    except ProblemError as error:
        if not {problem.code for problem in error.problems} <= _LEFT_OUT:
            raise
        lacks = error.problems
    return open_reveal(file, replace(expected, own={}), progress), lacks


def head_of(file: Path) -> tuple[str, str]:
    """The session's id and the lead's fingerprint, as the file says."""
    with open_reveal_file(file) as opened:
        content_hash, _ = opened.listed.manifests[-1]
        manifest = read_manifest(opened.blob(content_hash, MOST_MANIFEST_BYTES), Paper.REVEAL)
    return manifest.session, manifest.lead.fingerprint


def _checked(revealed: Reveal, me: str, own: Mapping[str, Own]) -> RevealCheck:
    mine = {one.pseudonym: one.hash for one in revealed.gradings if one.fingerprint == me}
    return RevealCheck(
        session_id=revealed.manifest.session,
        title=revealed.manifest.title,
        lead=revealed.manifest.lead.name,
        fingerprint=revealed.manifest.lead.fingerprint,
        submissions=len(revealed.gradings),
        participants=len({one.fingerprint for one in revealed.gradings}),
        own=sum(mine.get(pseudonym) == one.hash for pseudonym, one in own.items()),
        not_counted=tuple(p for p, one in own.items() if mine.get(p) != one.hash),
        has_reference=bool(revealed.reference),
        exclusions=revealed.exclusions,
    )


def _copy(file: Path, to: Path) -> None:
    try:
        with file.open("rb") as source, to.open("xb") as sink:
            while chunk := source.read(_CHUNK):
                sink.write(chunk)
    except OSError as error:
        where, values = Where(file=str(file)), {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="calibration.file_unreadable", where=where, values=values)
        ) from error
