"""Who is in, who is left out and why, and the signed end of a session."""

from dataclasses import replace

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.closing import (
    Closing,
    exclusion_of,
    lead_lacks,
    make_closing,
    missing_cells,
    read_closing,
    sign_closing,
)
from qa_desktop.calibration.files.key_release import open_release, read_release
from qa_desktop.calibration.files.manifest import Manifest
from qa_desktop.calibration.files.merging import merge
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.files.union import Merged
from qa_desktop.calibration.model import (
    Arrival,
    CalibrationSession,
    Exclusion,
    Mode,
    SessionRole,
    SessionState,
    Verdict,
)
from qa_desktop.calibration.sessions.collecting import Collecting, labelled
from qa_desktop.calibration.sessions.desk_model import Cell, CellState, Standing
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.submissions_store import SubmissionHead
from qa_desktop.calibration.sessions.submitting import Submitting


class ClosingUp:
    """As the desk says."""

    def __init__(
        self,
        stores: DeskStores,
        reading: SessionReading,
        collecting: Collecting,
        submitting: Submitting,
    ) -> None:
        self._stores = stores
        self._reading = reading
        self._collecting = collecting
        self._submitting = submitting

    def standing(self, session_id: str) -> Standing:
        self._collecting.led(session_id)
        session = self._reading.session(session_id)
        manifest, _ = self._reading.newest(session_id)
        heads = self._stores.submissions.heads(session_id)
        merged = merge(heads)
        closing = self._collecting.closing(session_id)
        exclusions = self._exclusions(session_id, closing)
        cells = tuple(_cell(cell, session, merged, exclusions, closing) for cell in manifest.cells)
        return Standing(
            session=session,
            cells=cells,
            arrivals=self._arrivals(session, heads, merged),
            exclusions=exclusions,
            hinders_closing=tuple(self._hinders_closing(session, manifest, merged, exclusions)),
            hinders_reveal=tuple(_hinders_reveal(session, cells)),
        )

    def _exclusions(self, session_id: str, closing: Closing | None) -> tuple[Exclusion, ...]:
        """Those of the closing, and what came to them after it."""
        said = {(e.fingerprint, e.pseudonym): e for e in (closing.exclusions if closing else ())}
        for one in self._stores.submissions.exclusions(session_id):
            said.setdefault((one.fingerprint, one.pseudonym), one)
        return tuple(said.values())

    def _arrivals(
        self,
        session: CalibrationSession,
        heads: tuple[SubmissionHead, ...],
        merged: Merged[SubmissionHead],
    ) -> tuple[Arrival, ...]:
        counting = {head.hash for head in merged.counting.values()}
        conflicts = {head.hash for several in merged.conflicts.values() for head in several}
        told = [
            labelled(head, _verdict(head.hash, counting, conflicts), session.deadline)
            for head in heads
        ]
        told += self._stores.submissions.refused(session.id).values()
        return tuple(sorted(told, key=lambda one: one.seen_at, reverse=True))

    def _hinders_closing(
        self,
        session: CalibrationSession,
        manifest: Manifest,
        merged: Merged[SubmissionHead],
        exclusions: tuple[Exclusion, ...],
    ) -> list[Problem]:
        if session.state is not SessionState.OPEN:
            return [Problem(code="calibration.closed")]
        if not merged.counting:
            return [Problem(code="calibration.nothing_arrived")]
        problems = []
        # Whoever leads may not look before he has said what he thinks himself.
        lacks = () if session.has_reference else lead_lacks(manifest, merged)
        if lacks:
            problems.append(Problem(code="calibration.lead_first", values={"count": len(lacks)}))
        missing = missing_cells(manifest, merged, exclusions)
        if session.mode is Mode.STRICT:
            by_person: dict[str, int] = {}
            for fingerprint, _ in missing:
                by_person[fingerprint] = by_person.get(fingerprint, 0) + 1
            for fingerprint, count in by_person.items():
                person = manifest.person(fingerprint)
                name = fingerprint[:12] if person is None else person.name
                problems.append(_waits_for(name, count))
        return problems

    def exclude(
        self, session_id: str, fingerprint: str, reason: str, pseudonym: str | None
    ) -> None:
        row = self._collecting.led(session_id)
        session = self._reading.session(session_id)
        manifest, _ = self._reading.newest(session_id)
        if not reason.strip():
            raise ProblemError(Problem(code="calibration.reason_needed"))
        person = manifest.person(fingerprint)
        if person is None:
            values = {"fingerprint": fingerprint[:12]}
            raise ProblemError(Problem(code="calibration.person_unknown", values=values))
        if session.state is SessionState.REVEALED or (
            session.state is SessionState.CLOSED and not self._is_keyless(session_id, fingerprint)
        ):
            raise ProblemError(Problem(code="calibration.closed"))
        exclusion = Exclusion(
            fingerprint=fingerprint, pseudonym=pseudonym, reason=" ".join(reason.split())
        )
        with self._stores.sessions.changing():
            self._stores.submissions.exclude(row.id, (exclusion,))
            payload = {"person": fingerprint, "interaction": pseudonym, "reason": exclusion.reason}
            self._stores.sessions.note("excluded", row.id, payload)

    def _is_keyless(self, session_id: str, fingerprint: str) -> bool:
        cells = self.standing(session_id).cells
        return any(c.fingerprint == fingerprint and c.state is CellState.KEYLESS for c in cells)

    def include(self, session_id: str, fingerprint: str) -> None:
        row = self._collecting.led(session_id)
        if row.closed_at is not None:
            raise ProblemError(Problem(code="calibration.closed"))
        with self._stores.sessions.changing():
            if self._stores.submissions.include(session_id, fingerprint):
                payload = {"person": fingerprint}
                self._stores.sessions.note("included", session_id, payload)

    def close(self, session_id: str) -> None:
        """Closing once more what is closed changes nothing, and sends again what was lost."""
        row = self._collecting.led(session_id)
        if row.closed_at is None:
            standing = self.standing(session_id)
            if standing.hinders_closing:
                raise ProblemError(standing.hinders_closing)
            self._sign(standing)
        self._submitting.release(session_id)

    def _sign(self, standing: Standing) -> None:
        session = standing.session
        manifest, manifest_hash = self._reading.newest(session.id)
        merged = merge(self._stores.submissions.heads(session.id))
        now = self._stores.clock.now()
        closing = make_closing(manifest, manifest_hash, merged, standing.exclusions, now)
        signed = sign_closing(self._stores.identity(), closing)
        with self._stores.sessions.changing():
            if self._stores.sessions.closing(session.id) is not None:
                return
            self._stores.sessions.set_closed(session.id, signed.content)
            self._stores.outbox.add(session.id, session.folder, signed.file_name, signed.content)
            payload = {"closing": signed.hash, "counted": len(closing.counted)}
            self._stores.sessions.note("closed", session.id, payload)

    def take_closing(self, session_id: str, content: bytes) -> bool:
        """A participant's; whether it was new. Strict: one's keys go out at once."""
        row = self._stores.required(session_id)
        known = self._stores.sessions.closing(session_id)
        if known is not None and known != content:
            raise ProblemError(Problem(code="calibration.closing_second"))
        closing = read_closing(content, self._collecting.manifests(session_id))
        if known is None:
            with self._stores.sessions.changing():
                self._stores.sessions.set_closed(session_id, content)
                payload = {"closing": sha256(content), "counted": len(closing.counted)}
                self._stores.sessions.note("closing_taken", session_id, payload)
        if row.role is SessionRole.PARTICIPANT:
            self._submitting.release(session_id)
        return known is None

    def take_keys(self, session_id: str, content: bytes) -> bool:
        """The lead's; whether anything in it was new."""
        row = self._collecting.led(session_id)
        content_hash = sha256(content)
        if content_hash in self._stores.submissions.releases(session_id):
            return False
        closing = self._stores.sessions.closing(session_id)
        if row.mode is not Mode.STRICT or closing is None:
            raise ProblemError(Problem(code="calibration.not_closed"))
        manifest, _ = self._reading.newest(session_id)
        release = read_release(content, manifest)
        if self._stores.submissions.release_of(session_id, release.fingerprint) is not None:
            # The first counts: with another nobody can take back what it opens.
            return False
        secret = self._stores.sessions.secrets(session_id).session_secret
        keys = open_release(release, secret or b"", sha256(closing))
        own = {
            head.hash
            for head in self._stores.submissions.heads(session_id)
            if head.fingerprint == release.fingerprint
        }
        fitting = {content_hash: key for content_hash, key in keys.items() if content_hash in own}
        with self._stores.sessions.changing():
            self._stores.submissions.add_release(
                session_id, content_hash, release.fingerprint, content
            )
            self._stores.submissions.set_released(fitting)
            payload = {"person": release.fingerprint, "keys": len(fitting)}
            self._stores.sessions.note("keys_taken", session_id, payload)
        return True


def _cell(
    cell: tuple[str, str],
    session: CalibrationSession,
    merged: Merged[SubmissionHead],
    exclusions: tuple[Exclusion, ...],
    closing: Closing | None,
) -> Cell:
    head = merged.counting.get(cell)
    told = Cell(fingerprint=cell[0], pseudonym=cell[1], state=CellState.MISSING)
    if head is not None:
        told = replace(told, revision=head.revision, seen_at=head.seen_at)
    left_out = exclusion_of(exclusions, cell)
    if cell in merged.conflicts:
        state = CellState.CONFLICT
    elif left_out is not None and head is not None:
        state = CellState.EXCLUDED
    elif head is None:
        given = left_out is not None and left_out.reason not in ("missing", "conflict")
        state = CellState.EXCLUDED if given else CellState.MISSING
    elif closing is not None and session.mode is Mode.STRICT and not head.has_released_key:
        state = CellState.KEYLESS
    elif session.deadline is not None and head.seen_at > session.deadline:
        state = CellState.LATE
    else:
        state = CellState.ARRIVED
    return replace(told, state=state)


def _waits_for(name: str, count: int) -> Problem:
    return Problem(code="calibration.strict_waits", values={"name": name, "count": count})


def _verdict(content_hash: str, counting: set[str], conflicts: set[str]) -> Verdict:
    if content_hash in conflicts:
        return Verdict.CONFLICT
    return Verdict.ACCEPTED if content_hash in counting else Verdict.SUPERSEDED


def _hinders_reveal(session: CalibrationSession, cells: tuple[Cell, ...]) -> list[Problem]:
    if session.state is SessionState.OPEN:
        return [Problem(code="calibration.not_closed")]
    if session.state is SessionState.REVEALED:
        return [Problem(code="calibration.revealed")]
    names = {person.fingerprint: person.name for person in session.participants}
    keyless = dict.fromkeys(c.fingerprint for c in cells if c.state is CellState.KEYLESS)
    return [
        Problem(code="calibration.keys_missing", values={"name": names.get(one, one[:12])})
        for one in keyless
    ]
