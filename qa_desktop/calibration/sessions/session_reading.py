"""Sessions as people see them, put together from what is stored."""

from functools import lru_cache

from qa_desktop.calibration.files.manifest import Manifest, read_manifest
from qa_desktop.calibration.model import (
    CalibrationSession,
    SessionInteraction,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.sessions.desk_model import SessionSummary
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.store import SessionRow
from qa_desktop.calibration.sessions.submissions_store import SubmissionHead


@lru_cache(maxsize=256)
def _read(manifest: bytes) -> Manifest:
    return read_manifest(manifest)


class SessionReading:
    """As the desk says."""

    def __init__(self, stores: DeskStores) -> None:
        self._stores = stores

    def manifests(self, session_id: str) -> tuple[tuple[Manifest, str], ...]:
        """Every revision with its hash, the first first."""
        stored = self._stores.sessions.manifests(session_id)
        return tuple((_read(one.manifest), one.hash) for one in stored)

    def newest(self, session_id: str) -> tuple[Manifest, str]:
        """With its hash."""
        return self.manifests(session_id)[-1]

    def session(self, session_id: str) -> CalibrationSession:
        return self._session(self._stores.required(session_id))

    def summaries(self) -> tuple[SessionSummary, ...]:
        waiting: dict[str | None, int] = {}
        for file in self._stores.outbox.waiting():
            if file.folder is not None:
                waiting[file.session_id] = waiting.get(file.session_id, 0) + 1
        return tuple(
            self._summary(self._session(row), waiting.get(row.id, 0))
            for row in self._stores.sessions.rows()
        )

    def for_interaction(self, interaction_id: str) -> CalibrationSession | None:
        session_id = self._stores.sessions.session_of(interaction_id)
        return None if session_id is None else self.session(session_id)

    def origins(self, session_id: str) -> dict[str, tuple[str, str | None]]:
        return {
            one.pseudonym: (one.origin_id, one.origin_review_id)
            for one in self._stores.sessions.interactions(session_id)
            if one.origin_id is not None
        }

    def _summary(self, session: CalibrationSession, waiting: int) -> SessionSummary:
        heads = self._stores.submissions.heads(session.id)
        grades = takes_part(session)
        done = {head.pseudonym for head in heads if head.fingerprint == session.me}
        roster = {person.fingerprint for person in session.participants}
        leads = session.role is SessionRole.LEAD
        is_open = session.state is SessionState.OPEN
        late = session.deadline is not None and session.deadline < self._stores.clock.now()
        return SessionSummary(
            session=session,
            done=len(done) if grades else 0,
            total=len(session.interactions) if grades else 0,
            arrived=len(_cells(heads, roster)) if leads else None,
            expected=len(roster) * len(session.interactions) if leads else None,
            waiting=waiting,
            overdue=is_open and late,
        )

    def _session(self, row: SessionRow) -> CalibrationSession:
        manifest, content_hash = self.newest(row.id)
        copies = {
            one.pseudonym: one.interaction_id for one in self._stores.sessions.interactions(row.id)
        }
        return CalibrationSession(
            id=row.id,
            kind=row.kind,
            title=manifest.title,
            mode=row.mode,
            role=row.role,
            state=_state(row),
            lead=manifest.lead,
            me=self._stores.identity(row.reviewer).fingerprint,
            participants=manifest.roster,
            interactions=tuple(
                SessionInteraction(
                    pseudonym=one.pseudonym,
                    kind=one.kind,
                    duration_ms=one.duration_ms,
                    interaction_id=copies[one.pseudonym],
                )
                for one in manifest.interactions
                # A revision that only came with the reveal may have more than was graded here.
                if one.pseudonym in copies
            ),
            rubric_id=row.rubric_id,
            rubric_version=row.rubric_version,
            rubric_hash=row.rubric_hash,
            has_reference=manifest.reference_commitment is not None,
            deadline=manifest.deadline,
            folder=row.folder,
            revision=manifest.revision,
            manifest_hash=content_hash,
            made_at=row.made_at,
            closed_at=row.closed_at,
            revealed_at=row.revealed_at,
        )


def takes_part(session: CalibrationSession) -> bool:
    """Whether the person here has something to grade: a second opinion's first one is there."""
    if session.kind is SessionKind.SECOND and session.role is SessionRole.LEAD:
        return False
    return any(person.fingerprint == session.me for person in session.participants)


def _cells(heads: tuple[SubmissionHead, ...], roster: set[str]) -> set[tuple[str, str]]:
    return {(h.fingerprint, h.pseudonym) for h in heads if h.fingerprint in roster}


def _state(row: SessionRow) -> SessionState:
    if row.revealed_at is not None:
        return SessionState.REVEALED
    return SessionState.OPEN if row.closed_at is None else SessionState.CLOSED
