"""What coefficients were computed from, rating by rating."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from qa_desktop.calibration.agreement import Level
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.exporting.values import figure, rated_value
from qa_desktop.calibration.statistics.model import ItemStatistics, ScoreStatistics

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedTable:
    """What one set of coefficients was computed from: (unit, rater, value), "" is missing.

    `key` is "item:<id>", "section:<id>", "form", "outcome" or "veto".
    """

    key: str
    level: Level
    ratings: tuple[tuple[str, str, str], ...]


def rated_tables(results: Results) -> tuple[RatedTable, ...]:
    """The form first, then sections and verdicts, then items in the rubric's order."""
    said = results.statistics
    tables = [_scores("form", said.form, results)]
    tables += [_scores(f"section:{s.section_id}", s, results) for s in said.sections]
    for key, verdict in (("outcome", said.outcome), ("veto", said.veto)):
        ratings = _long(results, verdict.verdicts, lambda value: value or "")
        tables.append(RatedTable(key=key, level=Level.NOMINAL, ratings=ratings))
    asked = {item.id: item for item in results.graded.rubric.items()}
    for item in in_order(results):
        ratings = _long(results, item.answers, partial(rated_value, asked[item.item_id]))
        tables.append(RatedTable(key=f"item:{item.item_id}", level=item.level, ratings=ratings))
    return tuple(tables)


def in_order(results: Results) -> list[ItemStatistics]:
    """The items in the rubric's order."""
    place = {item.id: number for number, item in enumerate(results.graded.rubric.items())}
    return sorted(results.statistics.items, key=lambda item: place[item.item_id])


def by_call(results: Results, values: Mapping[str, Value]) -> list[tuple[str, Value]]:
    """(fingerprint, value) in the order of what the reviewers are called: with letters nothing of
    the roster's order is left."""
    return sorted(values.items(), key=lambda pair: results.place(pair[0]))


def _scores(key: str, said: ScoreStatistics, results: Results) -> RatedTable:
    return RatedTable(key=key, level=Level.INTERVAL, ratings=_long(results, said.scores, figure))


def _long(
    results: Results,
    by_unit: Mapping[str, Mapping[str, Value]],
    text: Callable[[Value], str],
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (unit, results.call(one), text(value))
        for unit in results.statistics.interactions
        for one, value in by_call(results, by_unit.get(unit, {}))
    )
