"""The list of interactions with what has become of their reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries, as_dicts
from qa_desktop.interactions.model import Interaction
from qa_desktop.interactions.rows import interaction_of
from qa_desktop.reviews.agents_store import (
    Facet,
    agent_facets,
    agents_clause,
    facet_of,
    in_order,
)

# Word for word as in the indexes, which have no other rows.
_IS_WORK = "purpose = 'work'"
_WORK = f" FROM interactions WHERE {_IS_WORK}"


class Sort(StrEnum):
    """What the list is sorted by; `WHEN`: its start, or its import where that isn't known."""

    WHEN = "when"
    TITLE = "title"
    AGENT = "agent"
    QUEUE = "queue"
    DURATION = "duration"
    SCORE = "score"


_SORT_SQL = {
    Sort.WHEN: "coalesce(started_at, imported_at)",
    Sort.TITLE: "title COLLATE NOCASE",
    Sort.AGENT: "coalesce(review_agent, agent_name, agent_id) COLLATE NOCASE",
    Sort.QUEUE: "queue COLLATE NOCASE",
    Sort.DURATION: "duration_ms",
    Sort.SCORE: "CAST(review_score AS REAL)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFilter:
    """Everything given must hold; an empty tuple or None holds always.

    `text`: each of its words stands somewhere in the interaction, its transcript or its comments.
    `agents` are values of the facet: the agent's id, or name where there is no id; an interaction
    whose review says whom it is of is that agent's, and nobody else's. `review_states`
    are "ungraded", "draft" (an open draft or correction) and "submitted" (has a valid result, which
    one under correction has too). `started_from` is inclusive, `started_until` is not.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    review_states: tuple[str, ...] = ()
    batch_id: str | None = None
    started_from: datetime | None = None
    started_until: datetime | None = None
    sort: Sort = Sort.WHEN
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRow:
    """One line of the list.

    The review shown is the one submitted last; where none is, the draft saved last. `has_draft`
    with `review_state` "submitted" means that a correction is open: score, grade, outcome and
    `revision` are those that count until it is submitted. `score` is decimal text; None: not
    scored, or not submitted. `graded_agent`: whom that review is of, where it is not the
    interaction's own agent.
    """

    interaction: Interaction
    review_id: str | None
    review_state: str
    has_draft: bool
    revision: int | None
    score: str | None
    grade: str | None
    outcome: str | None
    graded_agent: str | None = None

    @property
    def agent(self) -> str:
        """A name, or an id where there is none; "" where neither is known."""
        known = self.interaction.metadata
        return self.graded_agent or known.agent_name or known.agent_id or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What there is to filter by, each in the order of its labels."""

    kinds: tuple[Facet, ...]
    agents: tuple[Facet, ...]
    teams: tuple[Facet, ...]
    queues: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    review_states: tuple[Facet, ...]


class ListingStore:
    """Queries that stay fast with 100,000 interactions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: ListingFilter, limit: int, offset: int = 0) -> list[ListingRow]:
        key = _SORT_SQL[wanted.sort]
        direction = "DESC" if wanted.descending else "ASC"
        # What has no value comes last either way; "when" always has one, and its index is used.
        nulls = "" if wanted.sort is Sort.WHEN else f"{key} IS NULL, "
        order = f"{nulls}{key} {direction}, id {'ASC' if wanted.descending else 'DESC'}"
        with self._database.reading() as db:
            where, values = _where(db, wanted)
            if wanted.sort is not Sort.WHEN and where == f" WHERE {_IS_WORK}":
                # All of them: read through as they lie, not row by row by an index.
                where = f" WHERE +{_IS_WORK}"
            sql = (
                "SELECT * FROM interactions WHERE number IN"  # noqa: S608 - built from constants
                f" (SELECT number FROM interactions{where} ORDER BY {order} LIMIT ? OFFSET ?)"
                f" ORDER BY {order}"
            )
            return [_row(row) for row in as_dicts(db.execute(sql, [*values, limit, offset]))]

    def of(self, interaction_ids: Sequence[str]) -> list[ListingRow]:
        """Those that are there, in no order."""
        marks = ", ".join("?" * len(interaction_ids))
        sql = f"SELECT * FROM interactions WHERE purpose = 'work' AND id IN ({marks})"  # noqa: S608 - marks alone
        with self._database.reading() as db:
            return [_row(row) for row in as_dicts(db.execute(sql, list(interaction_ids)))]

    def count(self, wanted: ListingFilter) -> int:
        with self._database.reading() as db:
            where, values = _where(db, wanted)
            row = db.execute(f"SELECT count(*) FROM interactions{where}", values).fetchone()  # noqa: S608 - constants
        return int(row[0])

    def agent_facet(self, agent: str) -> str:
        """The facet's value for an agent by id or name."""
        with self._database.reading() as db:
            return facet_of(db, agent)

    def facets(self) -> Facets:
        """Over all interactions, whatever the filter."""
        with self._database.reading() as db:
            return Facets(
                kinds=_facets(db, f"SELECT kind, kind, count(*){_WORK} GROUP BY kind"),
                agents=agent_facets(db),
                teams=_facets(db, f"SELECT team, team, count(*){_WORK} GROUP BY team"),
                queues=_facets(db, f"SELECT queue, queue, count(*){_WORK} GROUP BY queue"),
                # Copies that are graded blind have no tags.
                tags=_facets(db, "SELECT tag, tag, count(*) FROM interaction_tags GROUP BY tag"),
                review_states=_facets(
                    db, f"SELECT review_state, review_state, count(*){_WORK} GROUP BY review_state"
                ),
            )


def _facets(db: Queries, sql: str) -> tuple[Facet, ...]:
    return in_order(
        Facet(value=value, label=label, count=count)
        for value, label, count in db.execute(sql)
        if value is not None
    )


def _where(db: Queries, wanted: ListingFilter) -> tuple[str, list[Any]]:
    clauses = [_IS_WORK]
    values: list[Any] = []

    def one_of(expression: str, allowed: Iterable[str]) -> None:
        chosen = list(allowed)
        if chosen:
            clauses.append(f"{expression} IN ({', '.join('?' * len(chosen))})")
            values.extend(chosen)

    one_of("kind", wanted.kinds)
    if wanted.agents:
        clause, agents = agents_clause(db, wanted.agents)
        clauses.append(clause)
        values.extend(agents)
    one_of("team", wanted.teams)
    one_of("queue", wanted.queues)
    one_of("batch_id", () if wanted.batch_id is None else (wanted.batch_id,))
    for tag in wanted.tags:
        clauses.append("id IN (SELECT interaction_id FROM interaction_tags WHERE tag = ?)")
        values.append(tag)
    if wanted.review_states:
        clauses.append(_states(wanted.review_states))
    for operator, moment in ((">=", wanted.started_from), ("<", wanted.started_until)):
        if moment is not None:
            clauses.append(f"coalesce(started_at, imported_at) {operator} ?")
            values.append(to_text(moment))
    if wanted.text:
        # Here: the patterns that take words apart are not needed to show the whole list.
        from qa_desktop.database.search import INTERACTION_MATCHES, word_expressions

        for word in word_expressions(wanted.text):
            clauses.append(INTERACTION_MATCHES)
            values.append(word)
    return " WHERE " + " AND ".join(clauses), values


_STATE_SQL = {
    "ungraded": "review_state = 'ungraded'",
    "draft": "review_has_draft = 1",
    "submitted": "review_state = 'submitted'",
}


def _states(states: Iterable[str]) -> str:
    return "(" + " OR ".join(_STATE_SQL[state] for state in dict.fromkeys(states)) + ")"


def _row(row: dict[str, Any]) -> ListingRow:
    return ListingRow(
        interaction=interaction_of(row),
        review_id=row["review_id"],
        review_state=row["review_state"],
        has_draft=bool(row["review_has_draft"]),
        revision=row["review_revision"],
        score=row["review_score"],
        grade=row["review_grade"],
        outcome=row["review_outcome"],
        graded_agent=None
        if row["review_agent"] in (row["agent_id"], row["agent_name"])
        else row["review_agent"],
    )


def refresh_listing(db: Queries, interaction_id: str) -> None:
    """Writes what the list shows of an interaction's reviews, after any of them changed state."""
    revisions = (
        "SELECT review_id, revision, score, grade, outcome, graded_agent FROM review_revisions"
        " JOIN reviews ON reviews.id = review_id WHERE interaction_id = ? AND state = ?"
        " ORDER BY saved_at DESC, revision DESC LIMIT 1"
    )
    submitted = db.execute(revisions, (interaction_id, "submitted")).fetchone()
    draft = db.execute(revisions, (interaction_id, "draft")).fetchone()
    state = "submitted" if submitted else "draft" if draft else "ungraded"
    shown = submitted or draft or (None,) * 6
    db.execute(
        "UPDATE interactions SET review_state = ?, review_has_draft = ?, review_id = ?,"
        " review_revision = ?, review_score = ?, review_grade = ?, review_outcome = ?,"
        " review_agent = ? WHERE id = ?",
        (state, int(draft is not None), *shown, interaction_id),
    )
