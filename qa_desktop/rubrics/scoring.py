"""From answers to a score, in exact rationals; nothing is rounded but what is reported."""

from collections.abc import Mapping
from fractions import Fraction

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.filling import Form, fill_section
from qa_desktop.rubrics.given import given_problems
from qa_desktop.rubrics.model import (
    Adjustment,
    AdjustmentKind,
    Aggregation,
    Given,
    Rubric,
    Scope,
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
from qa_desktop.rubrics.vetoes import apply_item_vetoes, held_vetoes, vetoed
from qa_desktop.rubrics.visibility import visible_items

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
    forms = [fill_section(rubric, section, given, visible) for section in rubric.sections]
    held = held_vetoes(forms)
    apply_item_vetoes(forms, held)
    _spread_weights(rubric, given.scenario, forms)
    sections = [_section_score(form, held) for form in forms]
    return _result(rubric, given, visible, forms, sections, held)


def _spread_weights(rubric: Rubric, scenario: str | None, forms: list[Form]) -> None:
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


def _section_score(form: Form, held: list[HeldVeto]) -> SectionScore:
    before = after = None
    if form.own:
        before = after = _mean([(e.own, e.before) for e in form.counted], form.own)
        if any(e.score is not e.before for e in form.counted):
            after = _mean([(e.own, e.score) for e in form.counted], form.own)
        for veto in held:
            if veto.scope is Scope.SECTION and veto.section == form.section.id:
                after = vetoed(after, veto, HUNDRED)
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
    forms: list[Form],
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
                final = vetoed(final, veto, HUNDRED)
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
