"""Whose the listed interactions are: the agent of the review, else the interaction's own."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from qa_desktop.database.queries import Queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value to filter by, as it is shown, and how many interactions have it."""

    value: str
    label: str
    count: int


# Where a review names whom it is of as the interaction does, or does not name anybody.
_OWN = "coalesce(review_agent = agent_id OR review_agent = agent_name, review_agent IS NULL)"


def agent_facets(db: Queries) -> tuple[Facet, ...]:
    """Every interaction counts for one agent."""
    known = _known(db)
    counts = Counter({value: count for value, (_, count) in known.items()})
    labels = {value: label for value, (label, _) in known.items()}
    graded = db.execute(
        "SELECT coalesce(agent_id, agent_name), review_agent, count(*) FROM interactions"  # noqa: S608 - constants
        f" WHERE purpose = 'work' AND review_agent IS NOT NULL AND NOT {_OWN}"
        # The plus keeps SQLite from grouping all interactions by an index: few are so graded.
        " GROUP BY +coalesce(agent_id, agent_name), review_agent"
    )
    for own, author, count in graded:
        if own is not None:
            counts[own] -= count
        value = _value_of(author, known)
        counts[value] += count
        labels.setdefault(value, author)
    return in_order(
        Facet(value=value, label=labels[value], count=count)
        for value, count in counts.items()
        if count
    )


def facet_of(db: Queries, author: str) -> str:
    """The facet under which interactions are whose review names this author."""
    return _value_of(author, _known(db))


def agents_clause(db: Queries, wanted: Collection[str]) -> tuple[str, list[str]]:
    """SQL that holds for the interactions of these facets, and its values.

    An author whom a review names stands for the facet where such reviews are.
    """
    authors = [
        author
        for (author,) in db.execute(
            "SELECT DISTINCT review_agent FROM interactions"
            " WHERE purpose = 'work' AND review_agent IS NOT NULL"
        )
    ]
    known = _known(db) if authors else {}
    chosen = [_value_of(value, known) for value in wanted]
    own = f"{_OWN} AND coalesce(agent_id, agent_name) IN ({_marks(chosen)})"
    meant = [author for author in authors if _value_of(author, known) in chosen]
    if not meant:
        return f"({own})", chosen
    graded = f"NOT {_OWN} AND review_agent IN ({_marks(meant)})"
    return f"({own} OR {graded})", [*chosen, *meant]


def in_order(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """By label."""
    return tuple(sorted(facets, key=lambda facet: (facet.label.casefold(), facet.value)))


def _known(db: Queries) -> Mapping[str, tuple[str, int]]:
    """Label and count by value, of the interactions' own agents."""
    rows = db.execute(
        "SELECT coalesce(agent_id, agent_name), coalesce(max(agent_name), agent_id), count(*)"
        " FROM interactions WHERE purpose = 'work' GROUP BY coalesce(agent_id, agent_name)"
    )
    return {value: (label, count) for value, label, count in rows if value is not None}


def _value_of(author: str, known: Mapping[str, tuple[str, int]]) -> str:
    """An author who is known by id, or by a name that only one agent has, is that agent."""
    if author in known:
        return author
    namesakes = [value for value, (label, _) in known.items() if label == author]
    return namesakes[0] if len(namesakes) == 1 else author


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
