"""From answers to a score, in exact rationals; nothing is rounded but what is reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.given import given_problems
from qa_desktop.rubrics.model import (
    Adjustment,
    AdjustmentKind,
    Aggregation,
    Answer,
    Choice,
    Effect,
    Given,
    Item,
    Measure,
    Multi,
    NaKind,
    Note,
    Points,
    Rubric,
    Scale,
    Scope,
    Section,
)
from qa_desktop.rubrics.numbers import format_score, round_half_up
from qa_desktop.rubrics.result import (
    AppliedAdjustment,
    HeldVeto,
    ItemScore,
    Outcome,
    Result,
    SectionScore,
    result_json,
)
from qa_desktop.rubrics.scenarios import section_weights
from qa_desktop.rubrics.visibility import is_given, matches, visible_items

__all__ = ["format_score", "result_json", "score"]

ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), Fraction(100)


def score(rubric: Rubric, given: Given) -> Result:
    """The result of `given`, complete or not.

    Raises ProblemError with every unknown id, answer outside its scale, N/A where it is not
    allowed, adjustment past its times and unknown scenario.
    """
    problems = given_problems(rubric, given)
    if problems:
        raise ProblemError(problems)
    visible = visible_items(rubric, given.answers)
    forms = [_fill_section(rubric, section, given, visible) for section in rubric.sections]
    held = _held_vetoes(forms)
    _apply_item_vetoes(forms, held)
    _spread_weights(rubric, given.scenario, forms)
    sections = [_section_score(form, held) for form in forms]
    return _result(rubric, given, visible, forms, sections, held)


@dataclass(slots=True, eq=False)
class _Entry:
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
class _Form:
    """One section being counted; `share` is its part of the form, 0..1."""

    section: Section
    entries: list[_Entry]
    counted: list[_Entry]
    own: Fraction
    share: Fraction = ZERO


def _fill_section(rubric: Rubric, section: Section, given: Given, visible: frozenset[str]) -> _Form:
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
            value = _na_score(rubric, item)
        else:
            value = item_score(item, answer)
        veto = item.veto
        triggered = veto is not None and answer is not None and matches(veto.when, answer)
        entries.append(_Entry(item, own, na, value, value, triggered))
    counted = [entry for entry in entries if entry.score is not None]
    return _Form(section, entries, counted, sum((e.own for e in counted), ZERO))


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


def _na_score(rubric: Rubric, item: Item) -> Fraction | None:
    rule = item.na or rubric.scoring.na
    if rule.kind is NaKind.EXCLUDE:
        return None
    return ONE if rule.kind is NaKind.AS_FULL else rule.score


def _held_vetoes(forms: list[_Form]) -> list[HeldVeto]:
    """A triggered veto holds when enough vetoes of its scope are triggered."""
    triggered = [(form, entry) for form in forms for entry in form.entries if entry.triggered]
    held = []
    for form, entry in triggered:
        veto = entry.item.veto
        if veto is None:
            continue
        fellows = sum(
            1
            for other_form, other in triggered
            if other.item.veto is not None
            and other.item.veto.scope is veto.scope
            and (veto.scope is Scope.FORM or other_form is form)
        )
        if veto.scope is Scope.ITEM or fellows >= veto.count:
            held.append(
                HeldVeto(
                    item=entry.item.id,
                    section=form.section.id,
                    scope=veto.scope,
                    effect=veto.effect,
                    cap=veto.cap,
                )
            )
    return held


def _vetoed(value: Fraction, veto: HeldVeto, full: Fraction) -> Fraction:
    """`value` after one veto, on a scale whose full mark is `full`."""
    if veto.effect is Effect.ZERO:
        return min(value, ZERO)
    if veto.effect is Effect.CAP and veto.cap is not None:
        return min(value, veto.cap * full / HUNDRED)
    return value


def _apply_item_vetoes(forms: list[_Form], held: list[HeldVeto]) -> None:
    by_item = {veto.item: veto for veto in held if veto.scope is Scope.ITEM}
    if not by_item:
        return
    for form in forms:
        for entry in form.counted:
            veto = by_item.get(entry.item.id)
            if veto is not None and entry.score is not None:
                entry.score = _vetoed(entry.score, veto, ONE)


def _spread_weights(rubric: Rubric, scenario: str | None, forms: list[_Form]) -> None:
    """Gives every counted item and section its part of the form; together they are the whole."""
    scoring = rubric.scoring
    sectioned = scoring.aggregation is Aggregation.SECTIONED
    if sectioned or scoring.aggregation is Aggregation.POOLED_POINTS:
        weights = section_weights(rubric, scenario)
    else:
        weights = {form.section.id: ONE for form in forms}
    factors = []
    for form in forms:
        # What one unit of an item's own weight is worth in the form.
        factor = weights[form.section.id] if form.own else ZERO
        if sectioned and form.own:
            present = form.entries if scoring.na_by_form else form.counted
            factor /= sum((e.own for e in present if e.na or e.score is not None), ZERO)
        factors.append(factor)
    total = sum((f * form.own for f, form in zip(factors, forms, strict=True)), ZERO)
    if not total:
        return
    for factor, form in zip(factors, forms, strict=True):
        worth = factor / total
        form.share = worth * form.own
        worth *= HUNDRED
        for entry in form.counted:
            entry.weight = worth * entry.own


def _section_score(form: _Form, held: list[HeldVeto]) -> SectionScore:
    before = after = None
    if form.own:
        before = after = _mean([(e.own, e.before) for e in form.counted], form.own)
        if any(e.score is not e.before for e in form.counted):
            after = _mean([(e.own, e.score) for e in form.counted], form.own)
        for veto in held:
            if veto.scope is Scope.SECTION and veto.section == form.section.id:
                after = _vetoed(after, veto, HUNDRED)
    return SectionScore(
        id=form.section.id,
        score=after,
        score_before_veto=before,
        weight=form.share * HUNDRED,
        contribution=form.share * (after or ZERO),
    )


def _mean(parts: list[tuple[Fraction, Fraction | None]], total: Fraction) -> Fraction:
    """In percent."""
    return HUNDRED * sum((w * s for w, s in parts if s is not None and s), ZERO) / total


def _result(
    rubric: Rubric,
    given: Given,
    visible: frozenset[str],
    forms: list[_Form],
    sections: list[SectionScore],
    held: list[HeldVeto],
) -> Result:
    missing = tuple(
        e.item.id for form in forms for e in form.entries if e.score is None and not e.na
    )
    adjustments = _adjustments(rubric, given.adjustments)
    points = sum((adjustment.points for adjustment in adjustments), ZERO)
    raw = before = unclamped = final = grade = None
    if any(form.share for form in forms):
        raw = sum((section.contribution for section in sections), ZERO)
        untouched = raw
        if held:
            pairs = zip(forms, sections, strict=True)
            untouched = sum((f.share * (s.score_before_veto or ZERO) for f, s in pairs), ZERO)
        unclamped = raw + points
        before = _clamp(rubric, untouched + points)
        final = _clamp(rubric, unclamped)
        for veto in held:
            if veto.scope is Scope.FORM:
                final = _vetoed(final, veto, HUNDRED)
        grade = _grade(rubric, final, adjustments, held)
    complete = not missing
    return Result(
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        rubric_hash=rubric.content_hash,
        scenario=given.scenario,
        rounding=rubric.scoring.rounding,
        outcome=_outcome(rubric, final, held) if complete else Outcome.INCOMPLETE,
        score=final if complete else None,
        score_before_veto=before if complete else None,
        score_unclamped=unclamped if complete else None,
        grade=grade if complete else None,
        raw=raw,
        score_so_far=final,
        grade_so_far=grade,
        missing=missing,
        hidden=tuple(item.id for item in rubric.items() if item.id not in visible),
        sections=tuple(sections),
        items=tuple(
            ItemScore(
                id=e.item.id,
                section_id=form.section.id,
                score=e.score,
                score_before_veto=e.before,
                weight=e.weight,
                contribution=e.weight * e.score if e.score else ZERO,
                na=e.na,
            )
            for form in forms
            for e in form.entries
        ),
        adjustments=adjustments,
        vetoes=tuple(held),
    )


def _adjustments(rubric: Rubric, times: Mapping[str, int]) -> tuple[AppliedAdjustment, ...]:
    """Those that were given, with the bonus cap spent in the rubric's order."""
    room = rubric.bonus_cap
    applied = []
    for adjustment in rubric.adjustments:
        count = times.get(adjustment.id, 0)
        if not count:
            continue
        points = adjustment.points * count
        if adjustment.kind is AdjustmentKind.DEDUCTION:
            points = -points
        elif room is not None:
            points = min(points, room)
            room -= points
        applied.append(_applied(adjustment, count, points))
    return tuple(applied)


def _applied(adjustment: Adjustment, count: int, points: Fraction) -> AppliedAdjustment:
    return AppliedAdjustment(
        id=adjustment.id,
        kind=adjustment.kind,
        times=count,
        points=points,
        steps=adjustment.steps * count,
    )


def _clamp(rubric: Rubric, value: Fraction) -> Fraction:
    value = max(value, rubric.scoring.floor)
    return value if rubric.scoring.cap is None else min(value, rubric.scoring.cap)


def _outcome(rubric: Rubric, final: Fraction | None, held: list[HeldVeto]) -> Outcome:
    if any(veto.scope is Scope.FORM for veto in held):
        return Outcome.FAIL
    if final is None:
        return Outcome.NOT_SCORED
    return Outcome.PASS if final >= rubric.scoring.pass_mark else Outcome.FAIL


def _grade(
    rubric: Rubric,
    final: Fraction,
    adjustments: tuple[AppliedAdjustment, ...],
    held: list[HeldVeto],
) -> str | None:
    if not rubric.grades:
        return None
    lowest = len(rubric.grades) - 1
    if any(veto.scope is Scope.FORM for veto in held):
        return rubric.grades[lowest].id
    shown = round_half_up(final, rubric.scoring.rounding)
    place = next((i for i, grade in enumerate(rubric.grades) if shown >= grade.min), lowest)
    lift = sum(adjustment.steps for adjustment in adjustments)
    return rubric.grades[max(0, place - lift)].id
