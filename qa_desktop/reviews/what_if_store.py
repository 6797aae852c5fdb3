"""Reads submitted reviews in samples: those of one rubric, in whatever version, a few at a time."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.database.connection import Database
from qa_desktop.reviews.draft_json import answer_from_json
from qa_desktop.reviews.what_if import Case, Figures
from qa_desktop.rubrics.model import Answer, Given

# So many at once: whoever grades meanwhile must not wait for the database.
_CHUNK = 100
_AGENT = "coalesce(review_revisions.graded_agent, agent_name, agent_id, '')"
_COUNTING = (
    " FROM reviews JOIN review_revisions ON review_revisions.review_id = reviews.id"
    " JOIN interactions ON interactions.id = reviews.interaction_id"
    " WHERE purpose = 'work' AND reviews.rubric_id = ? AND state = 'submitted'"
    " AND revision = (SELECT max(revision) FROM review_revisions AS newer"
    " WHERE newer.review_id = reviews.id AND newer.state = 'submitted')"
)
# CROSS JOIN: from what was chosen to its rows, never the other way round.
_CHOSEN = (
    "chosen CROSS JOIN reviews ON reviews.id = chosen.id CROSS JOIN review_revisions"
    " ON review_revisions.review_id = chosen.id AND review_revisions.revision = chosen.number"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFilter:
    """Which of a rubric's submitted reviews; an empty tuple or None leaves all.

    `last`: so many that were submitted last. `since` is inclusive, `until` is not. `agents` and
    `teams` as `WhatIfStore.whose` names them.
    """

    rubric_id: str
    last: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    agents: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """How many submitted reviews of a rubric there are, and of whom: by agent and by team."""

    count: int
    agents: Mapping[str, int]
    teams: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """With one version: `submitted` reviews that count, and drafts that are open."""

    submitted: int = 0
    drafts: int = 0


class WhatIfStore:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def graded(self, rubric_id: str) -> Mapping[int, Graded]:
        """By version; versions nobody graded with are not in it."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT rubric_version, sum(EXISTS (SELECT 1 FROM review_revisions WHERE"
                " review_id = reviews.id AND state = 'submitted')), sum(EXISTS (SELECT 1 FROM"
                " review_revisions WHERE review_id = reviews.id AND state = 'draft'))"
                " FROM reviews JOIN interactions ON interactions.id = interaction_id"
                " WHERE purpose = 'work' AND rubric_id = ? GROUP BY rubric_version",
                (rubric_id,),
            ).fetchall()
        return {row[0]: Graded(submitted=row[1], drafts=row[2]) for row in rows}

    def whose(self, rubric_id: str) -> Whose:
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_AGENT}, coalesce(team, ''), count(*){_COUNTING} GROUP BY 1, 2",
                (rubric_id,),
            ).fetchall()
        agents, teams = Counter[str](), Counter[str]()
        for agent, team, count in rows:
            agents[agent] += count
            teams[team] += count
        agents.pop("", None)
        teams.pop("", None)
        return Whose(count=sum(row[2] for row in rows), agents=agents, teams=teams)

    def choose(self, wanted: SampleFilter) -> list[tuple[str, int]]:
        """Review and revision of each, those submitted last first."""
        clauses, values = [""], [wanted.rubric_id]
        for sign, moment in ((">=", wanted.since), ("<", wanted.until)):
            if moment is not None:
                clauses.append(f"submitted_at {sign} ?")
                values.append(to_text(moment))
        for column, allowed in ((_AGENT, wanted.agents), ("team", wanted.teams)):
            if allowed:
                clauses.append(f"{column} IN ({', '.join('?' * len(allowed))})")
                values += allowed
        limit = -1 if wanted.last is None else wanted.last
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT reviews.id, revision{_COUNTING}{' AND '.join(clauses)}"
                " ORDER BY submitted_at DESC, reviews.id LIMIT ?",
                (*values, limit),
            ).fetchall()
        return [(row[0], row[1]) for row in rows]

    def read(
        self, chosen: Sequence[tuple[str, int]], progress: Progress | None = None
    ) -> list[Case]:
        """In the same order."""
        told = progress or NoProgress()
        cases: list[Case] = []
        for part in _parts(chosen):
            told.report(len(cases), len(chosen))
            cases += self._read(part)
        return cases

    def _read(self, part: Sequence[tuple[str, int]]) -> list[Case]:
        these, values = _these(part)
        with self._database.reading() as db:
            heads = db.execute(
                f"{these} SELECT chosen.id, chosen.number, reviews.interaction_id, title,"  # noqa: S608 - marks
                f" {_AGENT}, coalesce(team, ''), rubric_version, submitted_at, scenario, score,"
                " grade, outcome, json_extract(result, '$.sections')"
                f" FROM {_CHOSEN} JOIN interactions ON interactions.id = reviews.interaction_id",
                values,
            ).fetchall()
            answers = db.execute(
                f"{these} SELECT review_id, item_id, answer FROM chosen CROSS JOIN answers"  # noqa: S608 - marks
                " ON review_id = chosen.id AND revision = chosen.number",
                values,
            ).fetchall()
            times = db.execute(
                f"{these} SELECT review_id, adjustment_id, times FROM chosen CROSS JOIN"  # noqa: S608 - marks
                " review_adjustments ON review_id = chosen.id AND revision = chosen.number",
                values,
            ).fetchall()
        given: dict[str, dict[str, Answer]] = {}
        for review_id, item, answer in answers:
            if answer is not None:
                given.setdefault(review_id, {})[item] = _answer(answer)
        adjusted: dict[str, dict[str, int]] = {}
        for review_id, adjustment, count in times:
            adjusted.setdefault(review_id, {})[adjustment] = count
        by_id = {row[0]: row for row in heads}
        return [_case(by_id[name], given.get(name, {}), adjusted.get(name, {})) for name, _ in part]

    def item_scores(
        self, chosen: Sequence[tuple[str, int]], progress: Progress | None = None
    ) -> Counter[tuple[int, str, str | None, bool]]:
        """How often each item got which score: version, item, decimal text of 0..1, whether N/A."""
        told = progress or NoProgress()
        counted: Counter[tuple[int, str, str | None, bool]] = Counter()
        for number, part in enumerate(_parts(chosen)):
            told.report(number * _CHUNK, len(chosen))
            these, values = _these(part)
            with self._database.reading() as db:
                rows = db.execute(
                    f"{these} SELECT rubric_version, json_extract(item.value, '$.id'),"  # noqa: S608 - marks
                    " json_extract(item.value, '$.score'), json_extract(item.value, '$.na'),"
                    f" count(*) FROM {_CHOSEN}, json_each(result, '$.items') AS item"
                    " GROUP BY 1, 2, 3, 4",
                    values,
                ).fetchall()
            for version, item, text, na, count in rows:
                counted[version, item, text, bool(na)] += count
        return counted


def _parts(chosen: Sequence[tuple[str, int]]) -> Iterator[Sequence[tuple[str, int]]]:
    for start in range(0, len(chosen), _CHUNK):
        yield chosen[start : start + _CHUNK]


def _these(part: Sequence[tuple[str, int]]) -> tuple[str, list[str | int]]:
    """A table `chosen` of id and number, and the values for its marks."""
    marks = ", ".join(["(?, ?)"] * len(part))
    return f"WITH chosen (id, number) AS (VALUES {marks})", [v for pair in part for v in pair]


@lru_cache(maxsize=4096)
def _answer(text: str) -> Answer:
    """What is answered again and again is read once."""
    return answer_from_json(json.loads(text))


def _case(row: tuple[Any, ...], answers: dict[str, Answer], times: dict[str, int]) -> Case:
    review_id, revision, interaction, title, agent, team, version, submitted_at, *rest = row
    scenario, score, grade, outcome, sections = rest
    return Case(
        review_id=review_id,
        revision=revision,
        interaction_id=interaction,
        title=title,
        agent=agent,
        team=team,
        version=version,
        submitted_at=from_text(submitted_at),
        given=Given(scenario=scenario, answers=answers, adjustments=times),
        before=Figures(
            score=None if score is None else Fraction(score), grade=grade, outcome=outcome
        ),
        sections={
            part["id"]: Fraction(part["score"])
            for part in json.loads(sections)
            if part["score"] is not None
        },
    )
