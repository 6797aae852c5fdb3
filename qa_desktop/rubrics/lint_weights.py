"""Advice on weights that can't matter."""

from collections.abc import Iterator
from fractions import Fraction

from qa_desktop.rubrics.advice import Advice, advice, is_scored, placed_items, warning
from qa_desktop.rubrics.consistency import BY_SECTION, possible
from qa_desktop.rubrics.extremes import best_and_worst
from qa_desktop.rubrics.model import Aggregation, Item, Points, Rubric
from qa_desktop.rubrics.scenarios import section_weights

_POOLED = (Aggregation.POOLED_POINTS, Aggregation.POINTS)


def advise_on_weights(rubric: Rubric) -> Iterator[Advice]:
    yield from _items(rubric)
    yield from _sections(rubric)
    yield from _unused(rubric)


def _items(rubric: Rubric) -> Iterator[Advice]:
    pooled = rubric.scoring.aggregation in _POOLED
    gates = {item.show_if.item for item in rubric.items() if item.show_if is not None}
    for path, _, item in placed_items(rubric):
        if not is_scored(item):
            continue
        by_points = pooled and isinstance(item.answer, Points)
        if by_points and item.weight != 1:
            yield advice("item_weight_unused", (*path, "weight"))
        matters_otherwise = item.id in gates or item.veto is not None or item.critical is not None
        best, worst = best_and_worst(item.answer)
        if not possible(item, pooled=pooled) and best != worst and not matters_otherwise:
            yield warning("item_weighs_nothing", (*path, "weight"))


def _sections(rubric: Rubric) -> Iterator[Advice]:
    if rubric.scoring.aggregation not in BY_SECTION:
        return
    pooled = rubric.scoring.aggregation in _POOLED
    profiles = [section_weights(rubric, scenario.id) for scenario in rubric.scenarios]
    for index, section in enumerate(rubric.sections):
        path = ("sections", index, "weight")
        counts = any(_counts(item, pooled=pooled) for item in section.items)
        weighs = [section.weight, *(profile[section.id] for profile in profiles)]
        if counts and not any(weighs):
            yield warning("section_weighs_nothing", path)
        if not counts and any(weighs):
            yield warning("section_never_counts", path)
    for index, profile in enumerate(profiles):
        lost = [s.id for s in rubric.sections if s.weight and not profile[s.id]]
        listed = rubric.scenarios[index].weights
        unlisted = [name for name in lost if name not in listed]
        if unlisted:
            place = ("scenarios", index, "weights")
            yield warning("scenario_leaves_nothing", place, sections=", ".join(unlisted))


def _counts(item: Item, *, pooled: bool) -> bool:
    return is_scored(item) and bool(possible(item, pooled=pooled))


def _unused(rubric: Rubric) -> Iterator[Advice]:
    mode = rubric.scoring.aggregation
    if mode in BY_SECTION:
        return
    weights: set[Fraction] = {section.weight for section in rubric.sections}
    if len(weights) > 1:
        yield warning("section_weights_unused", ("scoring", "aggregation"), mode=mode.value)
    for index, scenario in enumerate(rubric.scenarios):
        if scenario.weights:
            place = ("scenarios", index, "weights")
            yield warning("scenario_weights_unused", place, mode=mode.value)
