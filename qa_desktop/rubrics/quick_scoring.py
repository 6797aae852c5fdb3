"""Scores thousands of evaluations under one rubric: the same figures as scoring, in whole numbers.

What needs more than sums (vetoes that hold, adjustments, answers between the steps of a scale) goes
through scoring itself.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from qa_desktop.rubrics.filling import item_score, na_score
from qa_desktop.rubrics.given import answer_fits
from qa_desktop.rubrics.model import (
    Aggregation,
    Answer,
    Choice,
    Given,
    Item,
    Measure,
    Multi,
    NaKind,
    NaRule,
    Note,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.numbers import round_half_up
from qa_desktop.rubrics.result import Outcome
from qa_desktop.rubrics.scenarios import section_weights
from qa_desktop.rubrics.scoring import score
from qa_desktop.rubrics.visibility import matches, visible_items

_LEFT_OUT = NaRule(kind=NaKind.EXCLUDE)
_ALL = Fraction(100)
_COARSEST = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """`score` as it is reported, None: not scored, or incomplete; sections' scores are exact."""

    score: Fraction | None
    grade: str | None
    outcome: str
    sections: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class _Told:
    """What an answer comes to: parts of the common denominator, None: N/A that is left out;
    `slow`: only scoring knows."""

    fits: bool
    parts: int | None = None
    slow: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A section: its items that are scored, with what they weigh in it, in whole numbers."""

    id: str
    own: tuple[tuple[str, int], ...]


class QuickScorer:
    def __init__(self, rubric: Rubric) -> None:
        self._rubric = rubric
        self._items = {item.id: item for item in rubric.items()}
        self._conditional = any(item.show_if is not None for item in rubric.items())
        self._all = frozenset(self._items)
        pooled = rubric.scoring.aggregation in (Aggregation.POOLED_POINTS, Aggregation.POINTS)
        own = {
            item.id: item.answer.max if pooled and isinstance(item.answer, Points) else item.weight
            for item in rubric.items()
            if not isinstance(item.answer, Note)
        }
        whole = lcm(*(weight.denominator for weight in own.values()))
        self._parts = tuple(
            _Part(
                section.id,
                tuple((i.id, int(own[i.id] * whole)) for i in section.items if i.id in own),
            )
            for section in rubric.sections
        )
        self._parts_of_one = _denominator(rubric)
        self._told: dict[str, dict[Answer, _Told]] = {name: {} for name in self._items}
        self._weights: dict[str | None, dict[str, Fraction]] = {}
        self._lenient: dict[frozenset[str], Rubric] = {}

    def fits(self, item_id: str, answer: Answer) -> bool:
        """Whether it can be given to this item."""
        return self._tell(item_id, answer).fits

    def visible(self, answers: Mapping[str, Answer]) -> frozenset[str]:
        return visible_items(self._rubric, answers) if self._conditional else self._all

    def score(self, given: Given, left_out: Collection[str] = ()) -> Quick:
        """As scoring does, with the items `left_out` as if N/A were allowed there and counted
        nothing. Every answer must fit, the scenario and the adjustments be known."""
        counted = None if any(given.adjustments.values()) else self._count(given, left_out)
        return self._slowly(given, left_out) if counted is None else self._figures(given, counted)

    def _count(self, given: Given, left_out: Collection[str]) -> list[tuple[int, int, int]] | None:
        """Of each section: weight that counts, weight that is there, weighted parts; None: it takes
        scoring itself."""
        answers = given.answers
        if self._conditional:
            answers = {**answers, **dict.fromkeys(left_out, Answer(na=True))}
        visible = self.visible(answers)
        counted = []
        for part in self._parts:
            own = present = earned = 0
            for name, weight in part.own:
                if name not in visible:
                    continue
                present += weight
                if name in left_out:
                    continue
                answer = given.answers.get(name)
                if answer is None:
                    return None
                told = self._told[name].get(answer) or self._tell(name, answer)
                if told.slow:
                    return None
                if told.parts is not None:
                    own += weight
                    earned += weight * told.parts
            counted.append((own, present, earned))
        return counted

    def _figures(self, given: Given, counted: list[tuple[int, int, int]]) -> Quick:
        scoring, one = self._rubric.scoring, self._parts_of_one
        sections = {
            part.id: Fraction(100 * earned, own * one)
            for part, (own, _, earned) in zip(self._parts, counted, strict=True)
            if own
        }
        earned_all, whole = self._sums(given.scenario, counted)
        if not whole:
            return Quick(score=None, grade=None, outcome=Outcome.NOT_SCORED, sections=sections)
        final = max(_ALL * earned_all / whole, scoring.floor)
        if scoring.cap is not None:
            final = min(final, scoring.cap)
        shown = round_half_up(final, scoring.rounding)
        grades = self._rubric.grades
        grade = next((g.id for g in grades if shown >= g.min), grades[-1].id if grades else None)
        outcome = Outcome.PASS if final >= scoring.pass_mark else Outcome.FAIL
        return Quick(score=shown, grade=grade, outcome=outcome, sections=sections)

    def _sums(
        self, scenario: str | None, counted: list[tuple[int, int, int]]
    ) -> tuple[Fraction, Fraction]:
        """What was earned, and what could have been."""
        mode, one = self._rubric.scoring.aggregation, self._parts_of_one
        if mode in (Aggregation.WEIGHTED, Aggregation.POINTS):
            earned = sum(earned for _, _, earned in counted)
            return Fraction(earned, one), Fraction(sum(own for own, _, _ in counted))
        if scenario not in self._weights:
            self._weights[scenario] = section_weights(self._rubric, scenario)
        weights = self._weights[scenario]
        total = whole = Fraction(0)
        for part, (own, present, earned) in zip(self._parts, counted, strict=True):
            if not own:
                continue
            weight = weights[part.id]
            if mode is Aggregation.SECTIONED:
                weight /= present if self._rubric.scoring.na_by_form else own
            total += weight * Fraction(earned, one)
            whole += weight * own
        return total, whole

    def _slowly(self, given: Given, left_out: Collection[str]) -> Quick:
        rubric = self._leaving_out(left_out) if left_out else self._rubric
        answers = {**given.answers, **dict.fromkeys(left_out, Answer(na=True))}
        result = score(rubric, replace(given, answers=answers))
        return Quick(
            score=None if result.score is None else round_half_up(result.score, result.rounding),
            grade=result.grade,
            outcome=result.outcome,
            sections={s.id: s.score for s in result.sections if s.score is not None},
        )

    def _leaving_out(self, names: Collection[str]) -> Rubric:
        """The rubric in which those items may be N/A, and then count nothing."""
        key = frozenset(names)
        if key not in self._lenient:
            self._lenient[key] = replace(
                self._rubric,
                sections=tuple(
                    replace(section, items=tuple(_lenient(item, key) for item in section.items))
                    for section in self._rubric.sections
                ),
            )
        return self._lenient[key]

    def _tell(self, name: str, answer: Answer) -> _Told:
        known = self._told[name].get(answer)
        if known is None:
            known = self._told[name][answer] = self._weigh(self._items[name], answer)
        return known

    def _weigh(self, item: Item, answer: Answer) -> _Told:
        if not answer_fits(item, answer):
            return _Told(fits=False, slow=True)
        if isinstance(item.answer, Note):
            return _Told(fits=True)
        value = na_score(self._rubric, item) if answer.na else item_score(item, answer)
        if value is None:
            return _Told(fits=True)
        parts = value * self._parts_of_one
        held = item.veto is not None and matches(item.veto.when, answer)
        return _Told(fits=True, parts=int(parts), slow=held or parts.denominator != 1)


def _lenient(item: Item, names: Collection[str]) -> Item:
    return replace(item, na_allowed=True, na=_LEFT_OUT) if item.id in names else item


def _denominator(rubric: Rubric) -> int:
    """A common one of what the items can usually score."""
    found = 1
    rules = [rubric.scoring.na, *(item.na for item in rubric.items() if item.na is not None)]
    scores = [rule.score for rule in rules if rule.score is not None]
    for item in rubric.items():
        scores += _scores(item)
    for value in scores:
        larger = lcm(found, value.denominator)
        # Beyond that an item with odd figures goes through scoring itself.
        found = larger if larger <= _COARSEST else found
    return found


def _scores(item: Item) -> Iterable[Fraction]:
    match item.answer:
        case Choice(options=options) | Multi(options=options):
            return [option.score for option in options]
        case Measure(bands=bands):
            return [band.score for band in bands]
        case Points(max=high, step=step):
            return [step / high, 1 / high]
        case Scale(min=low, max=high, ratio=ratio):
            return [1 / high if ratio else 1 / (high - low)]
    return []
