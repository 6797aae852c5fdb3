"""Keeps interactions, their recordings and turns, and the batches they came in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import sqlite_utils

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database import audit, search
from qa_desktop.database.connection import Database
from qa_desktop.interactions.model import (
    AgentChannel,
    ImportBatch,
    Interaction,
    InteractionDetail,
    Kind,
    KnownContent,
    KnownInteraction,
    Metadata,
    Turn,
    UndoneBatch,
)
from qa_desktop.interactions.names import call_name
from qa_desktop.interactions.rows import (
    event_of,
    event_row,
    interaction_of,
    interaction_row,
    metadata_row,
    recording_of,
    recording_row,
    turn_of,
    turn_row,
)


class InteractionStore:
    """All writing is one transaction a call, audited in `actor`'s name."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._actor = actor

    @property
    def clock(self) -> Clock:
        return self._clock

    def add_batch(
        self,
        batch_id: str,
        source: str,
        details: Sequence[InteractionDetail],
        transcripts: Sequence[tuple[str, Sequence[Turn]]] = (),
    ) -> ImportBatch:
        """Add what came in at once; `transcripts` go to interactions that are there already.

        All of `details` must name this batch. `source` tells people what was imported.
        """
        imported_at = self._clock.now()
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO import_batches (id, imported_at, source) VALUES (?, ?, ?)",
                (batch_id, to_text(imported_at), source),
            )
            for detail in details:
                self._insert(db, detail)
            for interaction_id, turns in transcripts:
                self._attach(db, interaction_id, turns, batch_id)
            content = {d.interaction.id: d.interaction.content_hash for d in details}
            payload = {
                "source": source,
                "interactions": content,
                "transcripts": [interaction_id for interaction_id, _ in transcripts],
            }
            self._audit(db, "batch.imported", batch_id, payload)
        return ImportBatch(
            id=batch_id,
            imported_at=imported_at,
            source=source,
            undone_at=None,
            interactions=len(details),
        )

    def attach_transcript(self, interaction_id: str, turns: Sequence[Turn]) -> None:
        """Give a recording its words; what it had before is replaced.

        Raises ProblemError interactions.reviewed where a review may already point at its turns,
        interactions.unknown where it isn't there.
        """
        with self._database.writing() as db:
            self._attach(db, interaction_id, turns, None)
            self._audit(db, "transcript.attached", interaction_id, {"turns": len(turns)})

    def detail(self, interaction_id: str) -> InteractionDetail:
        """Raises ProblemError interactions.unknown."""
        with self._database.reading() as db:
            rows = _rows(db, "SELECT * FROM interactions WHERE id = ?", interaction_id)
            if not rows:
                raise ProblemError(Problem(code="interactions.unknown"))
            recordings, turns, events = (
                _rows(db, query, interaction_id)
                for query in (
                    "SELECT * FROM recordings WHERE interaction_id = ? ORDER BY position",
                    "SELECT * FROM turns WHERE interaction_id = ? ORDER BY position",
                    "SELECT * FROM ticket_events WHERE interaction_id = ? ORDER BY position",
                )
            )
        return InteractionDetail(
            interaction=interaction_of(rows[0]),
            recordings=tuple(map(recording_of, recordings)),
            turns=tuple(map(turn_of, turns)),
            events=tuple(map(event_of, events)),
        )

    def batches(self) -> tuple[ImportBatch, ...]:
        """The newest first, undone ones included."""
        with self._database.reading() as db:
            rows = _rows(
                db,
                "SELECT import_batches.*, (SELECT count(*) FROM interactions"
                " WHERE batch_id = import_batches.id) AS interactions"
                " FROM import_batches ORDER BY imported_at DESC, rowid DESC",
            )
        return tuple(
            ImportBatch(
                id=row["id"],
                imported_at=from_text(row["imported_at"]),
                source=row["source"],
                undone_at=from_text(row["undone_at"]) if row["undone_at"] else None,
                interactions=row["interactions"],
            )
            for row in rows
        )

    def known_hashes(self) -> KnownContent:
        """What an import compares with to find duplicates and recordings that lack words."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT content_hash, id, title, kind, source_name,"
                " EXISTS (SELECT 1 FROM turns WHERE interaction_id = interactions.id),"
                " EXISTS (SELECT 1 FROM reviews WHERE interaction_id = interactions.id)"
                " FROM interactions"
            ).fetchall()
        by_hash: dict[str, KnownInteraction] = {}
        named: list[tuple[str, KnownInteraction]] = []
        for content_hash, interaction_id, title, kind, source_name, has_turns, reviewed in rows:
            settled = bool(has_turns or reviewed)
            known = KnownInteraction(id=interaction_id, title=title, has_turns=settled)
            by_hash[content_hash] = known
            if kind == Kind.RECORDING.value and not settled:
                name = call_name(PurePosixPath(source_name).name)
                named += [(name, known)] if name else []
        uses = Counter(name for name, _ in named)
        waiting = {name: known for name, known in named if uses[name] == 1}
        return KnownContent(by_hash=by_hash, waiting=waiting)

    def media_in_use(self, path: str) -> bool:
        """Whether a recording lies at this path (relative to the workspace)."""
        with self._database.reading() as db:
            found = db.execute("SELECT 1 FROM recordings WHERE path = ? LIMIT 1", (path,))
            return found.fetchone() is not None

    def set_agent_channel(self, recording_id: str, channel: AgentChannel) -> None:
        """Raises ProblemError interactions.unknown."""
        with self._database.writing() as db:
            changed = db.execute(
                "UPDATE recordings SET agent_channel = ? WHERE id = ? RETURNING interaction_id",
                (channel.value, recording_id),
            ).fetchall()
            if not changed:
                raise ProblemError(Problem(code="interactions.unknown"))
            payload = {"recording": recording_id, "agent_channel": channel.value}
            self._audit(db, "agent_channel.set", changed[0][0], payload)

    def update_metadata(self, interaction_id: str, metadata: Metadata) -> Interaction:
        """Replace all of it; raises ProblemError interactions.unknown."""
        row = metadata_row(metadata)
        settings = ", ".join(f"{column} = :{column}" for column in row)
        with self._database.writing() as db:
            db.execute(
                f"UPDATE interactions SET {settings} WHERE id = :id",  # noqa: S608 - our columns
                {**row, "id": interaction_id},
            )
            interaction = self.detail(interaction_id).interaction
            _index(db, interaction)
            known = {column: value for column, value in row.items() if value is not None}
            self._audit(db, "metadata.changed", interaction_id, known)
        return interaction

    def undo_batch(self, batch_id: str) -> UndoneBatch:
        """Remove the rows of a batch, except of interactions that already have reviews.

        The sound files are the caller's to remove, after this (importing.undo_import does both).
        Raises ProblemError interactions.batch_unknown, interactions.batch_undone.
        """
        with self._database.writing() as db:
            batch = _rows(db, "SELECT * FROM import_batches WHERE id = ?", batch_id)
            if not batch:
                raise ProblemError(Problem(code="interactions.batch_unknown"))
            if batch[0]["undone_at"]:
                raise ProblemError(Problem(code="interactions.batch_undone"))
            removed, kept = _split_reviewed(db, "batch_id = ?1", batch_id)
            lose, keep = _split_reviewed(
                db, "transcript_batch_id = ?1 AND batch_id <> ?1", batch_id
            )
            media: set[str] = set()
            for known in removed:
                media |= _delete(db, known.id)
            for known in lose:
                _remove_turns(db, known.id)
            if not kept and not keep:
                db.execute(
                    "UPDATE import_batches SET undone_at = ? WHERE id = ?",
                    (to_text(self._clock.now()), batch_id),
                )
            payload = {
                "removed": [known.id for known in removed],
                "kept": [known.id for known in (*kept, *keep)],
                "untranscribed": [known.id for known in lose],
            }
            self._audit(db, "batch.undone", batch_id, payload)
            orphans = tuple(sorted(path for path in media if not self.media_in_use(path)))
        return UndoneBatch(
            batch_id=batch_id,
            removed=removed,
            kept=(*kept, *keep),
            untranscribed=lose,
            media=orphans,
        )

    def _insert(self, db: sqlite_utils.Database, detail: InteractionDetail) -> None:
        interaction = detail.interaction
        _insert_rows(db, "interactions", [interaction_row(interaction)])
        _insert_rows(
            db, "recordings", [recording_row(interaction.id, one) for one in detail.recordings]
        )
        _insert_rows(
            db, "ticket_events", [event_row(interaction.id, event) for event in detail.events]
        )
        _insert_turns(db, interaction.id, detail.turns)
        _index(db, interaction, (recording.file_name for recording in detail.recordings))

    def _attach(
        self,
        db: sqlite_utils.Database,
        interaction_id: str,
        turns: Sequence[Turn],
        batch_id: str | None,
    ) -> None:
        found = _rows(db, "SELECT id, title FROM interactions WHERE id = ?", interaction_id)
        if not found:
            raise ProblemError(Problem(code="interactions.unknown"))
        reviewed = db.execute(
            "SELECT 1 FROM reviews WHERE interaction_id = ? LIMIT 1", (interaction_id,)
        ).fetchone()
        if reviewed:
            values = {"title": found[0]["title"]}
            raise ProblemError(Problem(code="interactions.reviewed", values=values))
        _remove_turns(db, interaction_id)
        _insert_turns(db, interaction_id, turns)
        db.execute(
            "UPDATE interactions SET transcript_batch_id = ? WHERE id = ?",
            (batch_id, interaction_id),
        )

    def _audit(
        self, db: sqlite_utils.Database, action: str, subject: str, payload: Mapping[str, Any]
    ) -> None:
        audit.append(
            db,
            clock=self._clock,
            actor=self._actor,
            action=action,
            subject=subject,
            payload=payload,
        )


def _rows(db: sqlite_utils.Database, sql: str, *values: str) -> list[dict[str, Any]]:
    return list(db.query(sql, values))


def _insert_rows(db: sqlite_utils.Database, table: str, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        columns = ", ".join(rows[0])
        places = ", ".join(f":{column}" for column in rows[0])
        db.conn.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 - our own names
            rows,
        )


def _insert_turns(db: sqlite_utils.Database, interaction_id: str, turns: Sequence[Turn]) -> None:
    _insert_rows(db, "turns", [turn_row(interaction_id, turn) for turn in turns])
    for turn in turns:
        search.index_text(
            db,
            kind="turn",
            subject=f"{interaction_id}:{turn.position}",
            interaction_id=interaction_id,
            text=turn.text,
        )


def _remove_turns(db: sqlite_utils.Database, interaction_id: str) -> None:
    for row in _rows(db, "SELECT position FROM turns WHERE interaction_id = ?", interaction_id):
        search.remove(db, kind="turn", subject=f"{interaction_id}:{row['position']}")
    db.execute("DELETE FROM turns WHERE interaction_id = ?", (interaction_id,))
    db.execute("UPDATE interactions SET transcript_batch_id = NULL WHERE id = ?", (interaction_id,))


def _index(
    db: sqlite_utils.Database, interaction: Interaction, file_names: Iterable[str] = ()
) -> None:
    metadata = interaction.metadata
    texts = (
        interaction.title,
        interaction.external_id,
        interaction.source_name,
        metadata.agent_id,
        metadata.agent_name,
        metadata.team,
        metadata.queue,
        metadata.customer_ref,
        *metadata.tags,
        *file_names,
    )
    search.index_text(
        db,
        kind="interaction",
        subject=interaction.id,
        interaction_id=interaction.id,
        text="\n".join(dict.fromkeys(text for text in texts if text)),
    )


def _split_reviewed(
    db: sqlite_utils.Database, condition: str, batch_id: str
) -> tuple[tuple[KnownInteraction, ...], tuple[KnownInteraction, ...]]:
    """Those without reviews, those with."""
    rows = _rows(
        db,
        "SELECT id, title, EXISTS (SELECT 1 FROM reviews WHERE interaction_id = interactions.id)"  # noqa: S608 - our own conditions
        f" AS reviewed FROM interactions WHERE {condition} ORDER BY rowid",
        batch_id,
    )
    known = [(KnownInteraction(id=row["id"], title=row["title"]), row["reviewed"]) for row in rows]
    return tuple(one for one, has in known if not has), tuple(one for one, has in known if has)


def _delete(db: sqlite_utils.Database, interaction_id: str) -> set[str]:
    """The paths of its sound files in the workspace."""
    paths = db.execute(
        "SELECT path FROM recordings WHERE interaction_id = ? AND NOT referenced",
        (interaction_id,),
    ).fetchall()
    search.remove_interaction(db, interaction_id)
    db.execute("DELETE FROM interactions WHERE id = ?", (interaction_id,))
    return {path for (path,) in paths}
