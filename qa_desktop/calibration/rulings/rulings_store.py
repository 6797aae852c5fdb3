"""What meetings decided: rulings with their history, what is typed before, and agreed answers."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.consensus import AgreedReference
from qa_desktop.calibration.rulings.model import (
    RulingChange,
    RulingDraft,
    cleaned_tags,
    says,
    texts_around,
    words_of,
)
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore

_COLUMNS = (
    "id, session_id, rubric_id, rubric_version, item_id, pseudonym, text, answer, tags,"
    " ruled_at, ruled_by, proposed_draft_id, withdrawn_at"
)
_HISTORY = "ruling."


class RulingStore:
    """Every call that writes is one transaction, audited in `actor`'s name: the audit trail is a
    ruling's history. Calls that name a ruling raise ProblemError rulings.gone where it
    is not here.
    """

    def __init__(
        self, database: Database, clock: Clock, actor: str, rubrics: RubricStore | None = None
    ) -> None:
        """`rubrics`: one that has read some already; None makes one."""
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)
        self._rubrics = rubrics or RubricStore(database, clock, actor)

    # Writing

    def add(
        self,
        *,
        rubric_id: str,
        rubric_version: int,
        item_id: str,
        text: str,
        session_id: str | None = None,
        pseudonym: str | None = None,
        answer: Mapping[str, object] | None = None,
        tags: Iterable[str] = (),
    ) -> Ruling:
        """What is decided replaces what was typed about the same item before.

        Raises ProblemError rulings.empty without a text and an answer.
        """
        ruling_id, kept_tags = new_id(), cleaned_tags(tags)
        text = _said(text, answer)
        with self._database.writing() as db:
            now = to_text(self._clock.now())
            db.execute(
                f"INSERT INTO calibration_rulings ({_COLUMNS})"  # noqa: S608 - constant columns
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                (
                    *(ruling_id, session_id, rubric_id, rubric_version, item_id, pseudonym, text),
                    *(_json(answer), json.dumps(kept_tags, ensure_ascii=False), now, self._actor),
                ),
            )
            if session_id is not None:
                _drop_draft(db, session_id, item_id, pseudonym)
            about = {"rubric": rubric_id, "version": rubric_version, "item": item_id}
            made = _payload(text, answer, kept_tags) | about
            if pseudonym is not None:
                made["interaction"] = pseudonym
            self._trail.append(db, "ruling.made", ruling_id, made)
            return _get(db, ruling_id)

    def edit(
        self,
        ruling_id: str,
        *,
        text: str,
        answer: Mapping[str, object] | None = None,
        tags: Iterable[str] = (),
    ) -> Ruling:
        """The same again changes nothing. Raises ProblemError rulings.empty too."""
        kept_tags, text = cleaned_tags(tags), _said(text, answer)
        with self._database.writing() as db:
            before = _get(db, ruling_id)
            if (before.text, before.answer, before.tags) == (text, answer, kept_tags):
                return before
            db.execute(
                "UPDATE calibration_rulings SET text = ?, answer = ?, tags = ? WHERE id = ?",
                (text, _json(answer), json.dumps(kept_tags, ensure_ascii=False), ruling_id),
            )
            self._trail.append(db, "ruling.edited", ruling_id, _payload(text, answer, kept_tags))
            return _get(db, ruling_id)

    def withdraw(self, ruling_id: str) -> Ruling:
        """It counts no more, and stays in the book with its history."""
        return self._set_withdrawn(ruling_id, withdrawn=True)

    def bring_back(self, ruling_id: str) -> Ruling:
        return self._set_withdrawn(ruling_id, withdrawn=False)

    def _set_withdrawn(self, ruling_id: str, *, withdrawn: bool) -> Ruling:
        with self._database.writing() as db:
            before = _get(db, ruling_id)
            if (before.withdrawn_at is not None) == withdrawn:
                return before
            at = to_text(self._clock.now()) if withdrawn else None
            db.execute(
                "UPDATE calibration_rulings SET withdrawn_at = ? WHERE id = ?", (at, ruling_id)
            )
            done = "ruling.withdrawn" if withdrawn else "ruling.brought_back"
            self._trail.append(db, done, ruling_id, {})
            return _get(db, ruling_id)

    def set_proposed(self, ruling_id: str, draft_id: str | None) -> Ruling:
        """It was put into the guidance of that draft; None: it was taken out again."""
        with self._database.writing() as db:
            _get(db, ruling_id)
            at = None if draft_id is None else to_text(self._clock.now())
            db.execute(
                "UPDATE calibration_rulings SET proposed_draft_id = ?, proposed_at = ?"
                " WHERE id = ?",
                (draft_id, at, ruling_id),
            )
            done = "ruling.unproposed" if draft_id is None else "ruling.proposed"
            about = {} if draft_id is None else {"draft": draft_id}
            self._trail.append(db, done, ruling_id, about)
            return _get(db, ruling_id)

    # Reading

    def get(self, ruling_id: str) -> Ruling:
        with self._database.reading() as db:
            return _get(db, ruling_id)

    def search(
        self,
        query: str = "",
        *,
        rubric_id: str | None = None,
        item_id: str | None = None,
        session_id: str | None = None,
        tag: str | None = None,
        withdrawn: bool = False,
    ) -> tuple[Ruling, ...]:
        """The newest first. All words of `query` occur in the ruling, its tags, or the names of
        its item and rubric, in any language; `withdrawn`: those too."""
        wanted = {"rubric_id": rubric_id, "item_id": item_id, "session_id": session_id}
        given = {name: value for name, value in wanted.items() if value is not None}
        clauses = [f"{name} = ?" for name in given]
        if not withdrawn:
            clauses.append("withdrawn_at IS NULL")
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM calibration_rulings"  # noqa: S608 - constants
                f" WHERE {' AND '.join(clauses) or 'true'} ORDER BY ruled_at DESC, id DESC",
                tuple(given.values()),
            ).fetchall()
        words = words_of(query)
        around: dict[tuple[str, int], Rubric | None] = {}
        found = []
        for ruling in map(_ruling, rows):
            if tag is not None and tag not in ruling.tags:
                continue
            if words and not says(ruling, words, self._around(ruling, around)):
                continue
            found.append(ruling)
        return tuple(found)

    def _around(
        self, ruling: Ruling, known: dict[tuple[str, int], Rubric | None]
    ) -> tuple[str, ...]:
        key = (ruling.rubric_id, ruling.rubric_version)
        if key not in known:
            try:
                known[key] = self._rubrics.get(*key)
            except ProblemError:
                # Not what was published, or not here: its rulings are found by their own words.
                known[key] = None
        rubric = known[key]
        return () if rubric is None else texts_around(rubric, ruling.item_id)

    def for_item(self, rubric_id: str, item_id: str) -> tuple[Ruling, ...]:
        """Those in force, the newest first: what the next reviewer should know."""
        return self.search(rubric_id=rubric_id, item_id=item_id)

    def precedents(self, rubric_id: str) -> dict[str, tuple[str, ...]]:
        """The words of the rulings in force on a rubric, by item, the newest first: what is shown
        beside the item while somebody grades. Agreed answers without words are no precedents."""
        found: dict[str, tuple[str, ...]] = {}
        for ruling in self.search(rubric_id=rubric_id):
            if ruling.text:
                found[ruling.item_id] = (*found.get(ruling.item_id, ()), ruling.text)
        return found

    def of_session(self, session_id: str) -> tuple[Ruling, ...]:
        """Those in force, in the order they were made."""
        return self.search(session_id=session_id)[::-1]

    def tags(self) -> tuple[str, ...]:
        """All that rulings have, by name."""
        return tuple(sorted({tag for ruling in self.search(withdrawn=True) for tag in ruling.tags}))

    def history(self, ruling_id: str) -> tuple[RulingChange, ...]:
        """From the audit trail, the oldest first; payloads that were erased have no text."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT action, at, actor, payload FROM audit LEFT JOIN audit_payloads USING (seq)"
                " WHERE subject = ? AND action LIKE 'ruling.%' ORDER BY seq",
                (ruling_id,),
            ).fetchall()
        changes = []
        for action, at, by, payload in rows:
            said: Mapping[str, Any] = json.loads(payload) if payload else {}
            changes.append(
                RulingChange(
                    what=action.removeprefix(_HISTORY),
                    at=from_text(at),
                    by=by,
                    text=said.get("text"),
                    answer=said.get("answer"),
                )
            )
        return tuple(changes)

    # What is typed before it is decided

    def keep_draft(
        self,
        session_id: str,
        item_id: str,
        pseudonym: str | None,
        text: str,
        answer: Mapping[str, object] | None,
    ) -> None:
        """On disk when this returns; nothing typed and chosen drops what was kept."""
        with self._database.writing() as db:
            if not text.strip() and answer is None:
                _drop_draft(db, session_id, item_id, pseudonym)
                return
            db.execute(
                "INSERT OR REPLACE INTO calibration_ruling_drafts VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(session_id, item_id, pseudonym or "", text, _json(answer)),
                    to_text(self._clock.now()),
                ),
            )

    def drafts(self, session_id: str) -> tuple[RulingDraft, ...]:
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT item_id, pseudonym, text, answer, saved_at FROM calibration_ruling_drafts"
                " WHERE session_id = ? ORDER BY saved_at",
                (session_id,),
            ).fetchall()
        return tuple(
            RulingDraft(
                item_id=item_id,
                pseudonym=pseudonym or None,
                text=text,
                answer=None if answer is None else json.loads(answer),
                saved_at=from_text(saved_at),
            )
            for item_id, pseudonym, text, answer, saved_at in rows
        )

    # The agreed answers as a reference

    def agree_on(self, session_id: str, answers: Mapping[str, Mapping[str, Any]]) -> None:
        """The statistics go by these from now on: answers (ANSWERS.json) by interaction's
        pseudonym and item. The reference of the beginning stays as it was committed."""
        text = json.dumps(answers, ensure_ascii=False, sort_keys=True)
        with self._database.writing() as db:
            now = to_text(self._clock.now())
            db.execute(
                "INSERT OR REPLACE INTO calibration_consensus VALUES (?, ?, ?, ?, NULL)",
                (session_id, text, now, self._actor),
            )
            plain = {name: dict(said) for name, said in answers.items()}
            self._trail.append(db, "calibration.agreed", session_id, {"answers": plain})

    def take_back_agreement(self, session_id: str) -> None:
        """The statistics go by the reference of the beginning again, if there was one."""
        with self._database.writing() as db:
            changed = db.execute(
                "UPDATE calibration_consensus SET withdrawn_at = ?"
                " WHERE session_id = ? AND withdrawn_at IS NULL",
                (to_text(self._clock.now()), session_id),
            )
            if changed.rowcount:
                self._trail.append(db, "calibration.agreement_withdrawn", session_id, {})

    def agreed(self, session_id: str) -> AgreedReference | None:
        """The agreed answers in force; see consensus.with_agreed."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT answers, agreed_at, agreed_by FROM calibration_consensus"
                " WHERE session_id = ? AND withdrawn_at IS NULL",
                (session_id,),
            ).fetchone()
        if row is None:
            return None
        return AgreedReference(
            answers=json.loads(row[0]), agreed_at=from_text(row[1]), agreed_by=row[2]
        )


def _said(text: str, answer: Mapping[str, object] | None) -> str:
    stripped = text.strip()
    if not stripped and answer is None:
        raise ProblemError(Problem(code="rulings.empty"))
    # Half of a surrogate pair, which no file can hold, becomes the sign for what is unreadable.
    return stripped.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _payload(
    text: str, answer: Mapping[str, object] | None, tags: tuple[str, ...]
) -> dict[str, object]:
    said: dict[str, object] = {"text": text, "tags": list(tags)}
    return said if answer is None else said | {"answer": dict(answer)}


def _json(answer: Mapping[str, object] | None) -> str | None:
    return None if answer is None else json.dumps(answer, ensure_ascii=False, sort_keys=True)


def _drop_draft(db: Queries, session_id: str, item_id: str, pseudonym: str | None) -> None:
    db.execute(
        "DELETE FROM calibration_ruling_drafts"
        " WHERE session_id = ? AND item_id = ? AND pseudonym = ?",
        (session_id, item_id, pseudonym or ""),
    )


def _get(db: Queries, ruling_id: str) -> Ruling:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM calibration_rulings WHERE id = ?",  # noqa: S608 - constant columns
        (ruling_id,),
    ).fetchone()
    if row is None:
        raise ProblemError(Problem(code="rulings.gone"))
    return _ruling(row)


def _ruling(row: tuple[Any, ...]) -> Ruling:
    answer, withdrawn_at = row[7], row[12]
    return Ruling(
        id=row[0],
        session_id=row[1],
        rubric_id=row[2],
        rubric_version=row[3],
        item_id=row[4],
        pseudonym=row[5],
        text=row[6],
        answer=None if answer is None else json.loads(answer),
        tags=tuple(json.loads(row[8])),
        ruled_at=from_text(row[9]),
        ruled_by=row[10],
        proposed_draft=row[11],
        withdrawn_at=None if withdrawn_at is None else from_text(withdrawn_at),
    )
