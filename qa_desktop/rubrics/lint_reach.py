"""Advice on items and vetoes that nothing can bring about, and on conditions."""

from collections.abc import Iterator
from fractions import Fraction

from qa_desktop.rubrics.advice import Advice, advice, placed_items, warning
from qa_desktop.rubrics.item_reading import can_be
from qa_desktop.rubrics.model import (
    AnswerType,
    Choice,
    Item,
    Measure,
    Multi,
    Points,
    Rubric,
    Scope,
    Veto,
)
from qa_desktop.rubrics.numbers import number_text


def advise_on_reach(rubric: Rubric) -> Iterator[Advice]:
    order = {item.id: place for place, item in enumerate(rubric.items())}
    reachable = reachable_items(rubric)
    by_id = {item.id: item for item in rubric.items()}
    for path, _, item in placed_items(rubric):
        if item.id not in reachable:
            values = {"item": item.show_if.item if item.show_if else ""}
            yield warning("item_unreachable", (*path, "show_if"), **values)
        elif item.show_if is not None:
            later = order[item.show_if.item] > order[item.id]
            yield from _condition(path, item, by_id[item.show_if.item], later=later)
        if item.veto is not None:
            yield from _veto(rubric, path, item, item.veto, reachable)


def reachable_items(rubric: Rubric) -> frozenset[str]:
    """Those that some answers bring up."""
    by_id = {item.id: item for item in rubric.items()}
    known: dict[str, bool] = {}
    for start in by_id:
        chain = [start]
        while (condition := by_id[chain[-1]].show_if) is not None and condition.item not in known:
            chain.append(condition.item)
        for name in reversed(chain):
            condition = by_id[name].show_if
            known[name] = condition is None or (
                known[condition.item]
                and any(can_be_answered(v, by_id[condition.item].answer) for v in condition.values)
            )
    return frozenset(name for name, shown in known.items() if shown)


def can_be_answered(value: str | Fraction, answer: AnswerType) -> bool:
    """As `can_be`, and on the steps of the scale."""
    if isinstance(answer, Points) and isinstance(value, Fraction):
        on_step = (value / answer.step).denominator == 1 or value == answer.max
        return can_be(value, answer) and on_step
    if isinstance(answer, Measure) and isinstance(value, Fraction):
        lowest = min((b.up_to for b in answer.bands if b.up_to is not None), default=Fraction(0))
        return value >= min(lowest, Fraction(0))
    return can_be(value, answer)


def _condition(
    path: tuple[str | int, ...], item: Item, target: Item, *, later: bool
) -> Iterator[Advice]:
    if item.show_if is None:
        return
    place = (*path, "show_if")
    if later:
        yield advice("condition_below", (*place, "item"), item=target.id)
    if isinstance(target.answer, Measure):
        yield warning("condition_on_measure", (*place, "in"), item=target.id)
        return
    for index, value in enumerate(item.show_if.values):
        if not can_be_answered(value, target.answer):
            shown = value if isinstance(value, str) else number_text(value)
            yield warning("condition_partly_never", (*place, "in", index), value=shown)
    if isinstance(target.answer, Choice) and not target.na_allowed:
        wanted = set(item.show_if.values)
        if all(option.id in wanted for option in target.answer.options):
            yield advice("condition_always", (*place, "in"), item=target.id)


def _veto(
    rubric: Rubric,
    path: tuple[str | int, ...],
    item: Item,
    veto: Veto,
    reachable: frozenset[str],
) -> Iterator[Advice]:
    place = (*path, "veto")
    if item.id not in reachable or not any(can_be_answered(v, item.answer) for v in veto.when):
        yield warning("veto_unreachable", place)
        return
    if item.na_allowed:
        yield advice("veto_allows_na", (*path, "na"))
    if veto.scope is not Scope.ITEM:
        fellows = _fellows(rubric, item, veto.scope, reachable)
        if veto.count > fellows:
            yield warning("veto_count", (*place, "count"), count=veto.count, items=fellows)
    elif veto.count > 1:
        yield warning("veto_count_of_item", (*place, "count"))
    answer = item.answer
    everything = isinstance(answer, Choice | Multi) and all(
        option.id in veto.when for option in answer.options
    )
    if everything:
        yield warning("veto_always", (*place, "when"))


def _fellows(rubric: Rubric, item: Item, scope: Scope, reachable: frozenset[str]) -> int:
    """How many veto items of this scope there are, within the item's section if it is that."""
    sections = [
        section
        for section in rubric.sections
        if scope is Scope.FORM or any(other.id == item.id for other in section.items)
    ]
    return sum(
        other.veto is not None and other.veto.scope is scope and other.id in reachable
        for section in sections
        for other in section.items
    )
