"""Sessions, their manifests and what is graded in them, as they lie in the workspace."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import Mode, SessionKind, SessionRole
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database

_SESSIONS = (
    "SELECT id, kind, title, mode, role, reviewer, lead, rubric_id, rubric_version, rubric_hash,"
    " folder, made_at, closed_at, revealed_at FROM calibration_sessions"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """`lead` is a fingerprint; `reviewer` the name in this workspace that takes part."""

    id: str
    kind: SessionKind
    title: str
    mode: Mode
    role: SessionRole
    reviewer: str
    lead: str
    rubric_id: str
    rubric_version: int
    rubric_hash: str
    folder: Path | None
    made_at: datetime
    closed_at: datetime | None = None
    revealed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredManifest:
    revision: int
    hash: str
    manifest: bytes
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredInteraction:
    """The origins are the lead's alone."""

    pseudonym: str
    interaction_id: str
    origin_id: str | None = None
    origin_review_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """The lead's; `reference` is the payload as committed. With the reveal others have the
    reference too, as drafts by pseudonym in JSON, without a nonce."""

    session_secret: bytes | None
    reference: bytes | None
    reference_nonce: bytes | None


class CalibrationStore:
    """The callers put calls together in one `changing()` and `note` there what was done."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)

    def changing(self) -> AbstractContextManager[object]:
        """One transaction, all or nothing."""
        return self._database.writing()

    def note(self, action: str, session_id: str, payload: Mapping[str, Any]) -> None:
        """An entry of the audit trail. What anybody answered has no place in it."""
        with self._database.writing() as db:
            self._trail.append(db, f"calibration.{action}", session_id, payload)

    def add_session(self, row: SessionRow, secrets: Secrets | None = None) -> None:
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO calibration_sessions (id, kind, title, mode, role, reviewer, lead,"
                " rubric_id, rubric_version, rubric_hash, folder, made_at, closed_at, revealed_at,"
                " session_secret, reference, reference_nonce)"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    *(row.id, row.kind.value, row.title, row.mode.value, row.role.value),
                    *(row.reviewer, row.lead, row.rubric_id, row.rubric_version, row.rubric_hash),
                    None if row.folder is None else str(row.folder),
                    *(to_text(row.made_at), _text(row.closed_at), _text(row.revealed_at)),
                    *_secret_values(secrets),
                ),
            )

    def add_manifest(self, session_id: str, one: StoredManifest) -> None:
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO calibration_manifests VALUES (?, ?, ?, ?, ?)",
                (session_id, one.revision, one.hash, one.manifest, one.signature),
            )

    def add_interactions(self, session_id: str, added: Sequence[StoredInteraction]) -> None:
        with self._database.writing() as db:
            for position, one in enumerate(added):
                db.execute(
                    "INSERT INTO calibration_interactions (session_id, pseudonym, position,"
                    " interaction_id, origin_id, origin_review_id) VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        *(session_id, one.pseudonym, position, one.interaction_id),
                        *(one.origin_id, one.origin_review_id),
                    ),
                )

    def set_folder(self, session_id: str, folder: Path | None) -> None:
        with self._database.writing() as db:
            db.execute(
                "UPDATE calibration_sessions SET folder = ? WHERE id = ?",
                (None if folder is None else str(folder), session_id),
            )

    def rows(self) -> tuple[SessionRow, ...]:
        """The newest first."""
        with self._database.reading() as db:
            rows = db.execute(f"{_SESSIONS} ORDER BY made_at DESC, id").fetchall()
        return tuple(_row(row) for row in rows)

    def find(self, session_id: str) -> SessionRow | None:
        with self._database.reading() as db:
            row = db.execute(f"{_SESSIONS} WHERE id = ?", (session_id,)).fetchone()
        return None if row is None else _row(row)

    def full_id(self, beginning: str) -> str:
        """The one id that begins so. Raises ProblemError calibration.session_unknown."""
        with self._database.reading() as db:
            found = db.execute(
                "SELECT id FROM calibration_sessions WHERE substr(id, 1, length(?)) = ? LIMIT 2",
                (beginning, beginning),
            ).fetchall()
        if len(found) != 1 or not beginning:
            code = "session_ambiguous" if len(found) > 1 else "session_unknown"
            raise ProblemError(Problem(code=f"calibration.{code}", values={"session": beginning}))
        return str(found[0][0])

    def manifests(self, session_id: str) -> tuple[StoredManifest, ...]:
        """Every revision that was seen, the first first; at least one."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT revision, hash, manifest, signature FROM calibration_manifests"
                " WHERE session_id = ? ORDER BY revision",
                (session_id,),
            ).fetchall()
        return tuple(
            StoredManifest(revision=r, hash=h, manifest=bytes(m), signature=bytes(s))
            for r, h, m, s in rows
        )

    def interactions(self, session_id: str) -> tuple[StoredInteraction, ...]:
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT pseudonym, interaction_id, origin_id, origin_review_id"
                " FROM calibration_interactions WHERE session_id = ? ORDER BY position",
                (session_id,),
            ).fetchall()
        return tuple(
            StoredInteraction(pseudonym=p, interaction_id=i, origin_id=o, origin_review_id=r)
            for p, i, o, r in rows
        )

    def session_of(self, interaction_id: str) -> str | None:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT session_id FROM calibration_interactions WHERE interaction_id = ?",
                (interaction_id,),
            ).fetchone()
        return None if row is None else str(row[0])

    def secrets(self, session_id: str) -> Secrets:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT session_secret, reference, reference_nonce FROM calibration_sessions"
                " WHERE id = ?",
                (session_id,),
            ).fetchone()
        secret, reference, nonce = row
        return Secrets(
            session_secret=None if secret is None else bytes(secret),
            reference=None if reference is None else reference.encode("utf-8"),
            reference_nonce=None if nonce is None else bytes(nonce),
        )

    def closing(self, session_id: str) -> bytes | None:
        """As the lead signed it."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT closing FROM calibration_sessions WHERE id = ?", (session_id,)
            ).fetchone()
        return None if row is None or row[0] is None else bytes(row[0])

    def set_closed(self, session_id: str, closing: bytes) -> None:
        with self._database.writing() as db:
            db.execute(
                "UPDATE calibration_sessions SET closing = ?, closed_at = coalesce(closed_at, ?)"
                " WHERE id = ?",
                (closing, to_text(self._clock.now()), session_id),
            )

    def set_revealed(self, session_id: str, reveal_hash: str, reference: str | None) -> None:
        """`reference`: drafts as JSON by pseudonym; the lead has kept what was committed."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE calibration_sessions SET reveal_hash = ?, revealed_at = ?,"
                " reference = coalesce(reference, ?) WHERE id = ?",
                (reveal_hash, to_text(self._clock.now()), reference, session_id),
            )

    def reveal_hash(self, session_id: str) -> str | None:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT reveal_hash FROM calibration_sessions WHERE id = ?", (session_id,)
            ).fetchone()
        return None if row is None else row[0]


def _secret_values(secrets: Secrets | None) -> tuple[bytes | None, str | None, bytes | None]:
    if secrets is None:
        return None, None, None
    reference = None if secrets.reference is None else secrets.reference.decode("utf-8")
    return secrets.session_secret, reference, secrets.reference_nonce


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)


def _row(row: tuple[Any, ...]) -> SessionRow:
    (session_id, kind, title, mode, role, reviewer, lead, rubric, version, rubric_hash, *rest) = row
    folder, made_at, closed_at, revealed_at = rest
    return SessionRow(
        id=session_id,
        kind=SessionKind(kind),
        title=title,
        mode=Mode(mode),
        role=SessionRole(role),
        reviewer=reviewer,
        lead=lead,
        rubric_id=rubric,
        rubric_version=version,
        rubric_hash=rubric_hash,
        folder=None if folder is None else Path(folder),
        made_at=from_text(made_at),
        closed_at=None if closed_at is None else from_text(closed_at),
        revealed_at=None if revealed_at is None else from_text(revealed_at),
    )
