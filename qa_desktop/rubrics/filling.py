"""Puts answers to the items of a form and scores each by itself."""

from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.rubrics.model import (
    Aggregation,
    Answer,
    Choice,
    Given,
    Item,
    Measure,
    Multi,
    NaKind,
    Note,
    Points,
    Rubric,
    Scale,
    Section,
)
from qa_desktop.rubrics.visibility import is_given, matches

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(slots=True, eq=False)
class Entry:
    """One visible, scorable item while it is being counted.

    `own` is its weight or points inside its section, `weight` its percentage of the form.
    """

    item: Item
    own: Fraction
    na: bool
    before: Fraction | None
    score: Fraction | None
    triggered: bool
    weight: Fraction = ZERO


@dataclass(slots=True, eq=False)
class Form:
    """One section being counted; `share` is its part of the form, 0..1."""

    section: Section
    entries: list[Entry]
    counted: list[Entry]
    own: Fraction
    share: Fraction = ZERO


def fill_section(rubric: Rubric, section: Section, given: Given, visible: frozenset[str]) -> Form:
    pooled = rubric.scoring.aggregation in (Aggregation.POOLED_POINTS, Aggregation.POINTS)
    entries = []
    for item in section.items:
        if item.id not in visible or isinstance(item.answer, Note):
            continue
        answer = given.answers.get(item.id)
        own = item.answer.max if pooled and isinstance(item.answer, Points) else item.weight
        na = answer is not None and answer.na
        if answer is None or not is_given(answer):
            value = None
        elif na:
            value = na_score(rubric, item)
        else:
            value = item_score(item, answer)
        veto = item.veto
        triggered = veto is not None and answer is not None and matches(veto.when, answer)
        entries.append(Entry(item, own, na, value, value, triggered))
    counted = [entry for entry in entries if entry.score is not None]
    return Form(section, entries, counted, sum((e.own for e in counted), ZERO))


def item_score(item: Item, answer: Answer) -> Fraction:
    """0..1 for an answer that lies on the item's scale and is not N/A."""
    value = answer.value
    match item.answer:
        case Choice(options=options):
            return next(option.score for option in options if option.id == value)
        case Multi(options=options):
            chosen = answer.values or ()
            total = sum((option.score for option in options if option.id in chosen), ZERO)
            return min(max(total, ZERO), ONE)
    if not isinstance(value, Fraction):
        raise TypeError(f"{item.id} is answered with a number")
    match item.answer:
        case Scale(min=low, max=high, ratio=ratio):
            return value / high if ratio else (value - low) / (high - low)
        case Points(max=high):
            return value / high
        case Measure(bands=bands):
            return next(b.score for b in bands if b.up_to is None or value <= b.up_to)
    raise TypeError(f"{item.id} is a note: it has no score")


def na_score(rubric: Rubric, item: Item) -> Fraction | None:
    rule = item.na or rubric.scoring.na
    if rule.kind is NaKind.EXCLUDE:
        return None
    return ONE if rule.kind is NaKind.AS_FULL else rule.score
