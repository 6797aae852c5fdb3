"""The statements that the interaction store is made of; each runs in its caller's transaction."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database import search
from qa_desktop.database.queries import Queries, as_dicts
from qa_desktop.interactions.model import Interaction, KnownInteraction, Metadata, Turn
from qa_desktop.interactions.rows import interaction_of, metadata_row, turn_row

Changes: TypeAlias = dict[str, tuple[Any, Any]]
"""Columns with what stood there before and after."""


def select(db: Queries, sql: str, *values: str) -> list[dict[str, Any]]:
    """Every row as a dictionary of its columns."""
    return as_dicts(db.execute(sql, values))


def insert_rows(db: Queries, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """All rows have the columns of the first."""
    if rows:
        columns = ", ".join(rows[0])
        places = ", ".join(f":{column}" for column in rows[0])
        statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our names
        for row in rows:
            db.execute(statement, row)


def insert_turns(db: Queries, interaction_id: str, turns: Sequence[Turn]) -> None:
    """With their search index."""
    insert_rows(db, "turns", [turn_row(interaction_id, turn) for turn in turns])
    for turn in turns:
        search.index_text(
            db,
            kind="turn",
            subject=f"{interaction_id}:{turn.position}",
            interaction_id=interaction_id,
            text=turn.text,
        )


def remove_turns(db: Queries, interaction_id: str) -> None:
    """With their search index, what was corrected in them, and which batch brought them."""
    for row in select(db, "SELECT position FROM turns WHERE interaction_id = ?", interaction_id):
        search.remove(db, kind="turn", subject=f"{interaction_id}:{row['position']}")
    db.execute("DELETE FROM turns WHERE interaction_id = ?", (interaction_id,))
    db.execute("DELETE FROM speakers WHERE interaction_id = ?", (interaction_id,))
    db.execute("UPDATE interactions SET transcript_batch_id = NULL WHERE id = ?", (interaction_id,))


def change_facts(db: Queries, interaction_id: str, metadata: Metadata) -> Changes:
    """What really changed. Raises ProblemError interactions.unknown."""
    rows = select(db, "SELECT * FROM interactions WHERE id = ?", interaction_id)
    if not rows:
        raise ProblemError(Problem(code="interactions.unknown"))
    before, after = rows[0], metadata_row(metadata)
    _set_facts(db, interaction_id, after)
    return {
        column: (before[column], value)
        for column, value in after.items()
        if before[column] != value
    }


def _set_facts(db: Queries, interaction_id: str, row: dict[str, Any]) -> None:
    settings = ", ".join(f"{column} = :{column}" for column in row)
    db.execute(
        f"UPDATE interactions SET {settings} WHERE id = :id",  # noqa: S608 - our columns
        {**row, "id": interaction_id},
    )
    changed = select(db, "SELECT * FROM interactions WHERE id = ?", interaction_id)[0]
    files = select(db, "SELECT file_name FROM recordings WHERE interaction_id = ?", interaction_id)
    index(db, interaction_of(changed), (file["file_name"] for file in files))


def restore_facts(db: Queries, batch_id: str) -> tuple[KnownInteraction, ...]:
    """Takes back the facts that a batch brought, as the audit trail tells, where they still stand:
    what was changed after it, by another import or a person, stays.

    Where the trail's payload was erased, what it told is gone too, and nothing is restored.
    """
    told = select(
        db,
        "SELECT payload FROM audit JOIN audit_payloads USING (seq)"
        " WHERE action = 'batch.imported' AND subject = ?",
        batch_id,
    )
    changed: dict[str, Changes] = {}
    for row in told:
        changed |= json.loads(row["payload"]).get("facts", {})
    restored: list[KnownInteraction] = []
    for interaction_id, changes in changed.items():
        for there in select(db, "SELECT * FROM interactions WHERE id = ?", interaction_id):
            facts = {
                column: before
                for column, (before, after) in changes.items()
                if there[column] == after
            }
            if facts:
                _set_facts(db, interaction_id, facts)
                restored.append(KnownInteraction(id=interaction_id, title=there["title"]))
    return tuple(restored)


def index(db: Queries, interaction: Interaction, file_names: Iterable[str] = ()) -> None:
    """Makes an interaction findable by what is known of it."""
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


def split_reviewed(
    db: Queries, condition: str, batch_id: str
) -> tuple[tuple[KnownInteraction, ...], tuple[KnownInteraction, ...]]:
    """Those that nobody worked on; those with reviews, corrections or speakers told, or that a
    blind session was made from.

    `condition` names the batch :batch.
    """
    worked_on = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE interaction_id = interactions.id)"  # noqa: S608 - our own tables
        for table in ("reviews", "word_corrections", "speakers")
    )
    worked_on += (
        " OR EXISTS (SELECT 1 FROM calibration_interactions WHERE origin_id = interactions.id)"
    )
    rows = db.execute(
        f"SELECT id, title, {worked_on} FROM interactions WHERE {condition} ORDER BY rowid",  # noqa: S608 - our own conditions
        {"batch": batch_id},
    ).fetchall()
    known = [(KnownInteraction(id=row[0], title=row[1]), row[2]) for row in rows]
    return tuple(one for one, has in known if not has), tuple(one for one, has in known if has)


def delete(db: Queries, interaction_id: str) -> set[str]:
    """The paths of its sound files in the workspace."""
    paths = db.execute(
        "SELECT path FROM recordings WHERE interaction_id = ? AND NOT referenced",
        (interaction_id,),
    ).fetchall()
    search.remove_interaction(db, interaction_id)
    db.execute("DELETE FROM interactions WHERE id = ?", (interaction_id,))
    return {path for (path,) in paths}
