"""The keys of the reviewers of this workspace, and the people whose cards were seen."""

from dataclasses import dataclass
from datetime import datetime

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import Person
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries

_PEOPLE = (
    "SELECT fingerprint, name, sign_key, box_key, first_seen_at, trusted_at"
    " FROM calibration_people WHERE removed_at IS NULL"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """What a reviewer's keys are made of, 32 bytes each: secret."""

    sign_seed: bytes
    box_seed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    person: Person
    first_seen_at: datetime
    trusted_at: datetime | None


class PeopleStore:
    """Every writing call is one transaction, audited in `actor`'s name."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)

    def seeds(self, reviewer: str) -> Seeds | None:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT sign_seed, box_seed FROM calibration_identities WHERE reviewer = ?",
                (reviewer,),
            ).fetchone()
        return None if row is None else Seeds(sign_seed=row[0], box_seed=row[1])

    def keep_seeds(self, reviewer: str, seeds: Seeds, fingerprint: str) -> Seeds:
        """Those that are kept: what somebody else kept in the meantime stays."""
        with self._database.writing() as db:
            added = db.execute(
                "INSERT OR IGNORE INTO calibration_identities VALUES (?, ?, ?, ?)",
                (reviewer, seeds.sign_seed, seeds.box_seed, to_text(self._clock.now())),
            )
            if added.rowcount:
                payload = {"reviewer": reviewer}
                self._trail.append(db, "calibration.identity_made", fingerprint, payload)
        return self.seeds(reviewer) or seeds

    def people(self) -> tuple[KnownPerson, ...]:
        """Those on the list, by name."""
        with self._database.reading() as db:
            rows = db.execute(f"{_PEOPLE} ORDER BY name, fingerprint").fetchall()
        return tuple(_known(*row) for row in rows)

    def person(self, fingerprint: str) -> KnownPerson | None:
        """None: never seen, or forgotten."""
        with self._database.reading() as db:
            return _find(db, fingerprint)

    def was_forgotten(self, fingerprint: str) -> bool:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT removed_at FROM calibration_people WHERE fingerprint = ?", (fingerprint,)
            ).fetchone()
        return row is not None and row[0] is not None

    def see(self, person: Person) -> bool:
        """Puts somebody on the list, not trusted; whether that was new."""
        now = to_text(self._clock.now())
        with self._database.writing() as db:
            if _find(db, person.fingerprint) is not None:
                return False
            db.execute(
                "INSERT INTO calibration_people"
                " (fingerprint, name, sign_key, box_key, first_seen_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (fingerprint) DO UPDATE SET removed_at = NULL, trusted_at = NULL,"
                " trusted_by = NULL, name = excluded.name",
                (person.fingerprint, person.name, person.sign_key, person.box_key, now),
            )
            payload = {"name": person.name}
            self._trail.append(db, "calibration.person_seen", person.fingerprint, payload)
        return True

    def set_trusted(self, fingerprint: str, *, trusted: bool) -> KnownPerson:
        """Raises ProblemError calibration.person_unknown."""
        with self._database.writing() as db:
            known = _required(db, fingerprint)
            if (known.trusted_at is not None) == trusted:
                return known
            at, by = (to_text(self._clock.now()), self._trail.actor) if trusted else (None, None)
            db.execute(
                "UPDATE calibration_people SET trusted_at = ?, trusted_by = ?"
                " WHERE fingerprint = ?",
                (at, by, fingerprint),
            )
            action = "calibration.person_trusted" if trusted else "calibration.person_untrusted"
            self._trail.append(db, action, fingerprint, {"name": known.person.name})
            return _required(db, fingerprint)

    def forget(self, fingerprint: str) -> None:
        """Raises ProblemError calibration.person_unknown."""
        with self._database.writing() as db:
            known = _required(db, fingerprint)
            db.execute(
                "UPDATE calibration_people SET removed_at = ?, trusted_at = NULL,"
                " trusted_by = NULL WHERE fingerprint = ?",
                (to_text(self._clock.now()), fingerprint),
            )
            payload = {"name": known.person.name}
            self._trail.append(db, "calibration.person_forgotten", fingerprint, payload)


def _find(db: Queries, fingerprint: str) -> KnownPerson | None:
    row = db.execute(f"{_PEOPLE} AND fingerprint = ?", (fingerprint,)).fetchone()
    return None if row is None else _known(*row)


def _required(db: Queries, fingerprint: str) -> KnownPerson:
    known = _find(db, fingerprint)
    if known is None:
        values = {"fingerprint": fingerprint[:12]}
        raise ProblemError(Problem(code="calibration.person_unknown", values=values))
    return known


def _known(
    fingerprint: str,
    name: str,
    sign_key: bytes,
    box_key: bytes,
    first_seen_at: str,
    trusted_at: str | None,
) -> KnownPerson:
    return KnownPerson(
        person=Person(fingerprint=fingerprint, name=name, sign_key=sign_key, box_key=box_key),
        first_seen_at=from_text(first_seen_at),
        trusted_at=None if trusted_at is None else from_text(trusted_at),
    )
