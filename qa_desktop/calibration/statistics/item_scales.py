"""What answers to an item can be compared by: their level, their order, how far they are apart."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from qa_desktop.calibration.agreement import distances
from qa_desktop.calibration.agreement.model import Level
from qa_desktop.calibration.agreement.ratings import Floats
from qa_desktop.rubrics.filling import item_score
from qa_desktop.rubrics.model import (
    Answer,
    Choice,
    Item,
    Measure,
    Multi,
    Note,
    Option,
    Points,
    Scale,
)

# The category of "not applicable".
NA = "n/a"
_FEWEST_RANKS = 3


@dataclass(frozen=True, slots=True, eq=False)
class ItemScale:
    """The categories of one item's answers, those that were given, N/A last where it was.

    `apart` (categories x categories, 0..1) is the squared distance by which items are compared
    with one another, the whole scale being 1. `numbers` are what the categories are worth on
    `level`, N/A without; for sets they are only their places.
    """

    level: Level
    categories: tuple[Hashable, ...]
    numbers: Floats
    apart: Floats
    has_na: bool


def level_of(item: Item) -> Level | None:
    """None for a note.

    Scales are ordinal, points interval: half of the points is half of the worth, while 3 of 5 is
    only more than 2 of 5. Options, and the bands that measures fall into, are ordinal where there
    are three or more, each with a score of its own, and nominal otherwise. Several options at once
    are a set.
    """
    match item.answer:
        case Note():
            return None
        case Scale():
            return Level.ORDINAL
        case Points():
            return Level.INTERVAL
        case Multi():
            return Level.SETS
        case Choice(options=parts) | Measure(bands=parts):
            scores = {part.score for part in parts}
            ranked = len(scores) == len(parts) >= _FEWEST_RANKS
            return Level.ORDINAL if ranked else Level.NOMINAL
    raise TypeError(f"{type(item.answer).__name__} is no answer type")


def category_of(item: Item, answer: Answer) -> Hashable:
    """What makes two answers the same: a number, an option's id, a set of them, or the place of
    the band that a measure falls into, since 44.5 and 44.7 seconds score alike.
    """
    if answer.na:
        return NA
    if answer.values is not None:
        return frozenset(answer.values)
    if isinstance(item.answer, Measure) and isinstance(answer.value, Fraction):
        value = answer.value
        bands = item.answer.bands
        return next(i for i, b in enumerate(bands) if b.up_to is None or value <= b.up_to)
    return answer.value


def score_of(item: Item, answer: Answer) -> float | None:
    """The item's score (0..1), None for N/A."""
    return None if answer.na else float(item_score(item, answer))


def scale_of(item: Item, given: Iterable[Hashable]) -> ItemScale:
    """`given`: the categories that somebody chose, in any order and any number."""
    level = level_of(item)
    if level is None:
        raise TypeError(f"{item.id} is a note: its answers are not compared")
    present = set(given)
    has_na = NA in present
    worth = {category: _worth(item, category) for category in present if category != NA}
    places = _declared_places(item)
    ordered = sorted(worth, key=lambda category: (worth[category], places(category)))
    numbers = np.array([worth[category] for category in ordered], dtype=np.float64)
    apart = _apart(item, level, ordered, numbers)
    if has_na:
        # Whether a question applies at all divides people more than any two answers.
        apart = np.pad(apart, ((0, 1), (0, 1)), constant_values=1.0)
        apart[-1, -1] = 0.0
    categories = (*ordered, NA) if has_na else tuple(ordered)
    return ItemScale(level, categories, numbers, apart, has_na)


def _worth(item: Item, category: Hashable) -> float:
    """What it is ranked by: the number itself, or the score of the option or band."""
    match item.answer:
        case Measure(bands=bands) if isinstance(category, int):
            return float(bands[category].score)
        case Choice(options=options):
            return next((float(o.score) for o in options if o.id == category), 0.0)
    return float(category) if isinstance(category, Fraction) else 0.0


def _declared_places(item: Item) -> "_Places":
    options: tuple[Option, ...] = ()
    if isinstance(item.answer, Choice | Multi):
        options = item.answer.options
    return _Places({option.id: place for place, option in enumerate(options)})


@dataclass(frozen=True, slots=True)
class _Places:
    """Orders what is worth the same as the rubric does, so that reruns agree."""

    of: dict[str, int]

    def __call__(self, category: Hashable) -> tuple[int, ...]:
        if isinstance(category, frozenset):
            return tuple(sorted(self.of.get(name, -1) for name in category))
        if isinstance(category, int):
            return (category,)
        return (self.of.get(category, -1),) if isinstance(category, str) else ()


def _apart(item: Item, level: Level, ordered: list[Hashable], numbers: Floats) -> Floats:
    if level is Level.SETS:
        return distances.jaccard([c for c in ordered if isinstance(c, frozenset)])
    if level is Level.NOMINAL:
        return distances.nominal(len(ordered))
    return distances.interval(numbers / _width(item))


def _width(item: Item) -> float:
    match item.answer:
        case Scale(min=low, max=high):
            return float(high - low)
        case Points(max=high):
            return float(high)
    return 1.0
