"""Keeps interactions, their recordings and turns, and the batches they came in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.interactions.media_store import sides_in
from qa_desktop.interactions.model import (
    CALIBRATION_BATCH,
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
from qa_desktop.interactions.names import call_name, whole_name
from qa_desktop.interactions.rows import (
    event_of,
    event_row,
    interaction_of,
    interaction_row,
    recording_of,
    recording_row,
    turn_of,
)
from qa_desktop.interactions.tables_store import (
    Changes,
    change_facts,
    delete,
    index,
    insert_rows,
    insert_turns,
    remove_turns,
    restore_facts,
    select,
    split_reviewed,
)
from qa_desktop.interactions.transcript_store import overlaid


class InteractionStore:
    """All writing is one transaction a call, audited in `actor`'s name."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)

    @property
    def clock(self) -> Clock:
        return self._clock

    def add_batch(
        self,
        batch_id: str,
        source: str,
        details: Sequence[InteractionDetail],
        transcripts: Sequence[tuple[str, Sequence[Turn]]] = (),
        facts: Sequence[tuple[str, Metadata]] = (),
    ) -> ImportBatch:
        """Add what came in at once; `transcripts` and `facts` go to interactions that are there.

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
            changed: dict[str, Changes] = {}
            for interaction_id, metadata in facts:
                so_far = changed.setdefault(interaction_id, {})
                for column, (before, after) in change_facts(db, interaction_id, metadata).items():
                    so_far[column] = (so_far.get(column, (before,))[0], after)
            content = {d.interaction.id: d.interaction.content_hash for d in details}
            payload = {
                "source": source,
                "interactions": content,
                "transcripts": [interaction_id for interaction_id, _ in transcripts],
                "facts": changed,
            }
            self._trail.append(db, "batch.imported", batch_id, payload)
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
            self._trail.append(db, "transcript.attached", interaction_id, {"turns": len(turns)})

    def detail(self, interaction_id: str) -> InteractionDetail:
        """With what reviewers corrected in its words and told of its speakers.

        Raises ProblemError interactions.unknown.
        """
        with self._database.reading() as db:
            rows = select(db, "SELECT * FROM interactions WHERE id = ?", interaction_id)
            if not rows:
                raise ProblemError(Problem(code="interactions.unknown"))
            recordings, turns, events = (
                select(db, query, interaction_id)
                for query in (
                    "SELECT * FROM recordings WHERE interaction_id = ? ORDER BY position",
                    "SELECT * FROM turns WHERE interaction_id = ? ORDER BY position",
                    "SELECT * FROM ticket_events WHERE interaction_id = ? ORDER BY position",
                )
            )
            said = overlaid(db, interaction_id, tuple(map(turn_of, turns)))
        return InteractionDetail(
            interaction=interaction_of(rows[0]),
            recordings=tuple(map(recording_of, recordings)),
            turns=said,
            events=tuple(map(event_of, events)),
        )

    def batches(self) -> tuple[ImportBatch, ...]:
        """The newest first, undone ones included."""
        with self._database.reading() as db:
            rows = select(
                db,
                "SELECT import_batches.*, (SELECT count(*) FROM interactions"
                " WHERE batch_id = import_batches.id) AS interactions"
                " FROM import_batches WHERE id <> ? ORDER BY imported_at DESC, rowid DESC",
                CALIBRATION_BATCH,
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
                "SELECT content_hash, id, title, kind, source_name, external_id,"
                " EXISTS (SELECT 1 FROM turns WHERE interaction_id = interactions.id),"
                " EXISTS (SELECT 1 FROM reviews WHERE interaction_id = interactions.id)"
                " FROM interactions WHERE purpose = 'work'"
            ).fetchall()
            legs = db.execute(
                "SELECT media_hash, interaction_id FROM recordings AS one JOIN interactions"
                " ON interactions.id = interaction_id WHERE purpose = 'work' AND EXISTS"
                " (SELECT 1 FROM recordings AS other WHERE other.id <> one.id"
                "  AND other.interaction_id = one.interaction_id)"
            ).fetchall()
            sides = sides_in(db)
        several = {interaction_id for _, interaction_id in legs}
        by_hash: dict[str, KnownInteraction] = {}
        sources: list[tuple[str, str | None, KnownInteraction]] = []
        named: list[tuple[str, KnownInteraction]] = []
        for content_hash, interaction_id, title, kind, source_name, external_id, *has in rows:
            settled = any(has)
            known = KnownInteraction(id=interaction_id, title=title, has_turns=settled)
            by_hash[content_hash] = known
            sources.append((source_name, external_id, known))
            if kind == Kind.RECORDING.value and not settled:
                named_as = whole_name if interaction_id in several else call_name
                name = named_as(PurePosixPath(source_name).name)
                named += [(name, known)] if name else []
        by_id = {known.id: known for _, _, known in sources}
        for media_hash, interaction_id in legs:
            # A leg is there already; its words would not be those of the whole call.
            by_hash.setdefault(media_hash, replace(by_id[interaction_id], has_turns=True))
        uses = Counter(name for name, _ in named)
        waiting = {name: known for name, known in named if uses[name] == 1}
        return KnownContent(
            by_hash=by_hash,
            waiting=waiting,
            sources=tuple(sources),
            metadata_of=self.metadata_of,
            agent_channels=sides,
        )

    def metadata_of(self, interaction_id: str) -> Metadata:
        """What is known of an interaction; raises ProblemError interactions.unknown."""
        with self._database.reading() as db:
            found = select(db, "SELECT * FROM interactions WHERE id = ?", interaction_id)
        if not found:
            raise ProblemError(Problem(code="interactions.unknown"))
        return interaction_of(found[0]).metadata

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
            self._trail.append(db, "agent_channel.set", changed[0][0], payload)

    def update_metadata(self, interaction_id: str, metadata: Metadata) -> Interaction:
        """Replace all of it; raises ProblemError interactions.unknown."""
        with self._database.writing() as db:
            changes = change_facts(db, interaction_id, metadata)
            self._trail.append(db, "metadata.changed", interaction_id, changes)
            return self.detail(interaction_id).interaction

    def undo_batch(self, batch_id: str) -> UndoneBatch:
        """Remove the rows of a batch, except of interactions that already have reviews or
        corrections.

        The sound files are the caller's to remove, after this (importing.undo_import does both).
        Raises ProblemError interactions.batch_unknown, interactions.batch_undone.
        """
        with self._database.writing() as db:
            batch = select(db, "SELECT * FROM import_batches WHERE id = ?", batch_id)
            if not batch or batch_id == CALIBRATION_BATCH:
                raise ProblemError(Problem(code="interactions.batch_unknown"))
            if batch[0]["undone_at"]:
                raise ProblemError(Problem(code="interactions.batch_undone"))
            removed, kept = split_reviewed(db, "batch_id = :batch", batch_id)
            lose, keep = split_reviewed(
                db, "transcript_batch_id = :batch AND batch_id <> :batch", batch_id
            )
            media: set[str] = set()
            for known in removed:
                media |= delete(db, known.id)
            for known in lose:
                remove_turns(db, known.id)
            restored = restore_facts(db, batch_id)
            if not kept and not keep:
                db.execute(
                    "UPDATE import_batches SET undone_at = ? WHERE id = ?",
                    (to_text(self._clock.now()), batch_id),
                )
            payload = {
                "removed": [known.id for known in removed],
                "kept": [known.id for known in (*kept, *keep)],
                "untranscribed": [known.id for known in lose],
                "restored": [known.id for known in restored],
            }
            self._trail.append(db, "batch.undone", batch_id, payload)
            orphans = tuple(sorted(path for path in media if not self.media_in_use(path)))
        return UndoneBatch(
            batch_id=batch_id,
            removed=removed,
            kept=(*kept, *keep),
            untranscribed=lose,
            media=orphans,
            restored=restored,
        )

    def _insert(self, db: Queries, detail: InteractionDetail) -> None:
        interaction = detail.interaction
        insert_rows(db, "interactions", [interaction_row(interaction)])
        insert_rows(
            db, "recordings", [recording_row(interaction.id, one) for one in detail.recordings]
        )
        insert_rows(
            db, "ticket_events", [event_row(interaction.id, event) for event in detail.events]
        )
        insert_turns(db, interaction.id, detail.turns)
        index(db, interaction, (recording.file_name for recording in detail.recordings))

    def _attach(
        self,
        db: Queries,
        interaction_id: str,
        turns: Sequence[Turn],
        batch_id: str | None,
    ) -> None:
        found = select(db, "SELECT id, title FROM interactions WHERE id = ?", interaction_id)
        if not found:
            raise ProblemError(Problem(code="interactions.unknown"))
        # Where there were no words, a review can't point at any.
        reviewed = db.execute(
            "SELECT 1 FROM reviews JOIN turns USING (interaction_id)"
            " WHERE interaction_id = ? LIMIT 1",
            (interaction_id,),
        ).fetchone()
        if reviewed:
            values = {"title": found[0]["title"]}
            raise ProblemError(Problem(code="interactions.reviewed", values=values))
        remove_turns(db, interaction_id)
        insert_turns(db, interaction_id, turns)
        db.execute(
            "UPDATE interactions SET transcript_batch_id = ? WHERE id = ?",
            (batch_id, interaction_id),
        )
