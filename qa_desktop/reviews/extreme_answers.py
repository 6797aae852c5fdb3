"""The best and the worst answer that an item could have got."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from qa_desktop.rubrics.filling import item_score
from qa_desktop.rubrics.model import (
    Answer,
    Choice,
    Item,
    Measure,
    Multi,
    Points,
    Scale,
)
from qa_desktop.rubrics.visibility import matches


class Extreme(StrEnum):
    """`VETOED`: the worst that triggers the item's veto, where it has one."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    VETOED = "vetoed"


def extreme_answer(item: Item, extreme: Extreme) -> Answer:
    """Of an item that is scored; the highest triggers no veto wherever that can be."""
    answers = list(_candidates(item))
    if item.veto is not None:
        triggers = [answer for answer in answers if matches(item.veto.when, answer)]
        harmless = [answer for answer in answers if not matches(item.veto.when, answer)]
        if extreme is Extreme.VETOED:
            answers = triggers or answers
        elif extreme is Extreme.HIGHEST:
            answers = harmless or answers
    pick = max if extreme is Extreme.HIGHEST else min
    return pick(answers, key=lambda answer: item_score(item, answer))


def _candidates(item: Item) -> Iterable[Answer]:
    """Enough of all that can be answered to have the best and the worst, with a veto or without."""
    match item.answer:
        case Choice(options=options):
            return [Answer(value=option.id) for option in options]
        case Multi():
            return _several(item.answer, item)
        case Scale(min=low, max=high):
            return _numbers(item, (low, high, *_next_to(low, high, Fraction(1))))
        case Points(max=high, step=step):
            return _numbers(item, (Fraction(0), high, *_next_to(Fraction(0), high, step)))
        case Measure(bands=bands):
            tops = [band.up_to for band in bands if band.up_to is not None]
            beyond = max(tops, default=Fraction(0)) + 1
            return _numbers(item, (*tops, beyond) if bands[-1].up_to is None else tops)
    raise TypeError(f"{item.id} is a note: it has no score")


def _next_to(low: Fraction, high: Fraction, step: Fraction) -> list[Fraction]:
    """Where a veto is on an end, the best or the worst without it is a step or two from there."""
    between = (low + step, low + 2 * step, high - step, high - 2 * step)
    return [value for value in between if low < value < high]


def _numbers(item: Item, ends: Iterable[Fraction]) -> list[Answer]:
    wanted = () if item.veto is None else item.veto.when
    return [Answer(value=v) for v in (*ends, *(w for w in wanted if isinstance(w, Fraction)))]


def _several(kind: Multi, item: Item) -> list[Answer]:
    wanted = frozenset(() if item.veto is None else item.veto.when)
    harmless = [option for option in kind.options if option.id not in wanted]
    good = tuple(option.id for option in harmless if option.score > 0)
    bad = tuple(option.id for option in harmless if option.score < 0)
    found = [Answer(values=()), Answer(values=good), Answer(values=bad)]
    for option in kind.options:
        if option.id in wanted:
            found += [Answer(values=(option.id, *rest)) for rest in (good, bad)]
    return found
