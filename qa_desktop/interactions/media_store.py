"""Keeps where recordings lie, and on which side each recorder has the agent."""

from dataclasses import dataclass

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.interactions.model import AgentChannel, Recording
from qa_desktop.interactions.recorder import recorder_of
from qa_desktop.interactions.rows import recording_of
from qa_desktop.interactions.tables_store import select


@dataclass(frozen=True, slots=True, kw_only=True)
class RecorderChange:
    """What `use_for_recorder` did, for taking it back.

    `before` None: nothing was chosen for this recorder. `recordings` are those imported earlier
    that were changed: id and the side they had.
    """

    recorder: str
    before: AgentChannel | None
    after: AgentChannel
    recordings: tuple[tuple[str, AgentChannel], ...]


class MediaStore:
    """All writing is one transaction a call, audited in `actor`'s name."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._trail = Trail(clock, actor)

    def recordings_of(self, media_hash: str) -> tuple[Recording, ...]:
        """All with this content, of whichever interactions."""
        with self._database.reading() as db:
            rows = select(db, "SELECT * FROM recordings WHERE media_hash = ?", media_hash)
        return tuple(map(recording_of, rows))

    def refer_to(self, media_hash: str, path: str) -> int:
        """The referenced recordings with this content lie at `path` (absolute); how many.

        The caller has compared the content. Those that lie in the workspace stay as they are.
        """
        with self._database.writing() as db:
            moved = db.execute(
                "UPDATE recordings SET path = ? WHERE media_hash = ? AND referenced = 1"
                " AND path <> ? RETURNING interaction_id",
                (path, media_hash, path),
            ).fetchall()
            if moved:
                payload = {"path": path, "interactions": sorted({one for (one,) in moved})}
                self._trail.append(db, "media.located", media_hash, payload)
        return len(moved)

    def note_restored(self, media_hash: str, path: str) -> None:
        """A copy that was missing in the workspace is there again, at `path` relative to it."""
        with self._database.writing() as db:
            self._trail.append(db, "media.restored", media_hash, {"path": path})

    # Which side the agent is on

    def sides(self) -> dict[str, AgentChannel]:
        """By recorder (see recorder_of), as reviewers chose."""
        with self._database.reading() as db:
            return sides_in(db)

    def others_of(self, recording: Recording) -> tuple[Recording, ...]:
        """Imported recordings of the same recorder whose side would change to this one's.

        Only where nobody has begun to grade and nobody has chosen the side by hand; two one-sided
        files that were merged know their sides anyhow.
        """
        with self._database.reading() as db:
            return self._others(db, recording)

    def use_for_recorder(self, recording: Recording, *, imported: bool) -> RecorderChange:
        """Later imports of this recorder have the agent where this recording has him; with
        `imported` those of `others_of` too. Raises ProblemError interactions.unknown.
        """
        recorder = _recorder(recording)
        after = recording.agent_channel
        with self._database.writing() as db:
            if not select(db, "SELECT id FROM recordings WHERE id = ?", recording.id):
                raise ProblemError(Problem(code="interactions.unknown"))
            before = self._side_of(db, recorder)
            self._set_side(db, recorder, after)
            others = self._others(db, recording) if imported else ()
            for other in others:
                _set_channel(db, other.id, after)
            change = RecorderChange(
                recorder=recorder,
                before=before,
                after=after,
                recordings=tuple((other.id, other.agent_channel) for other in others),
            )
            payload = {
                "before": before and before.value,
                "after": after.value,
                "recordings": [other.id for other in others],
            }
            self._trail.append(db, "recorder.side_set", recorder, payload)
        return change

    def take_back(self, change: RecorderChange) -> None:
        """Undo `use_for_recorder`, where what it did still stands."""
        with self._database.writing() as db:
            if self._side_of(db, change.recorder) is change.after:
                self._set_side(db, change.recorder, change.before)
            back = []
            for recording_id, channel in change.recordings:
                now = select(db, "SELECT agent_channel FROM recordings WHERE id = ?", recording_id)
                if now and now[0]["agent_channel"] == change.after.value:
                    _set_channel(db, recording_id, channel)
                    back.append(recording_id)
            payload = {
                "before": change.after.value,
                "after": change.before and change.before.value,
                "recordings": back,
            }
            self._trail.append(db, "recorder.side_taken_back", change.recorder, payload)

    def _side_of(self, db: Queries, recorder: str) -> AgentChannel | None:
        rows = select(db, "SELECT agent_channel FROM source_channels WHERE source = ?", recorder)
        return AgentChannel(rows[0]["agent_channel"]) if rows else None

    def _set_side(self, db: Queries, recorder: str, channel: AgentChannel | None) -> None:
        if channel is None:
            db.execute("DELETE FROM source_channels WHERE source = ?", (recorder,))
        else:
            db.execute(
                "INSERT INTO source_channels (source, agent_channel) VALUES (?, ?)"
                " ON CONFLICT (source) DO UPDATE SET agent_channel = excluded.agent_channel",
                (recorder, channel.value),
            )

    def _others(self, db: Queries, recording: Recording) -> tuple[Recording, ...]:
        rows = select(
            db,
            "SELECT recordings.* FROM recordings JOIN interactions"
            " ON interactions.id = recordings.interaction_id"
            " WHERE purpose = 'work' AND codec = ? AND channels = 2"
            " AND sample_rate_hz = CAST(? AS INTEGER)"
            " AND agent_channel IN ('left', 'right') AND agent_channel <> ?"
            " AND review_state = 'ungraded' AND review_has_draft = 0"
            " AND (content_hash = media_hash OR EXISTS (SELECT 1 FROM recordings AS legs"
            "  WHERE legs.interaction_id = interactions.id AND legs.id <> recordings.id))"
            " AND NOT EXISTS (SELECT 1 FROM audit WHERE action = 'agent_channel.set'"
            "  AND subject = interactions.id)"
            " ORDER BY recordings.rowid",
            recording.codec,
            str(recording.sample_rate_hz),
            recording.agent_channel.value,
        )
        recorder = _recorder(recording)
        found = (recording_of(row) for row in rows if row["id"] != recording.id)
        return tuple(one for one in found if _recorder(one) == recorder)


def sides_in(db: Queries) -> dict[str, AgentChannel]:
    """By recorder (see recorder_of)."""
    rows = select(db, "SELECT source, agent_channel FROM source_channels")
    return {row["source"]: AgentChannel(row["agent_channel"]) for row in rows}


def _recorder(recording: Recording) -> str:
    return recorder_of(recording.file_name, recording.codec, recording.sample_rate_hz)


def _set_channel(db: Queries, recording_id: str, channel: AgentChannel) -> None:
    db.execute(
        "UPDATE recordings SET agent_channel = ? WHERE id = ?", (channel.value, recording_id)
    )
