"""Advice on pass mark, grades, bonus and deductions."""

from collections.abc import Iterator
from fractions import Fraction

from qa_desktop.rubrics.advice import Advice, advice, warning
from qa_desktop.rubrics.extremes import best_and_worst
from qa_desktop.rubrics.model import AdjustmentKind, Rubric, Scope
from qa_desktop.rubrics.numbers import number_text, round_half_up
from qa_desktop.rubrics.shares import effective_shares

HUNDRED = Fraction(100)
_NAMED = 5


def advise_on_scoring(rubric: Rubric) -> Iterator[Advice]:
    yield from _pass_mark(rubric)
    yield from _grades(rubric)
    yield from _bonus(rubric)
    yield from _deductions(rubric)


def _pass_mark(rubric: Rubric) -> Iterator[Advice]:
    mark, place = rubric.scoring.pass_mark, ("scoring", "pass_mark")
    if not mark:
        yield advice("pass_mark_zero", place)
    if mark >= HUNDRED:
        yield advice("pass_mark_perfect", place, mark=number_text(mark))
        return
    yield from _breaking(rubric, None)
    for index in range(len(rubric.scenarios)):
        yield from _breaking(rubric, index)


def _breaking(rubric: Rubric, scenario: int | None) -> Iterator[Advice]:
    """Items whose loss alone fails a contact that is perfect otherwise, without saying so as a
    veto does."""
    named = None if scenario is None else rubric.scenarios[scenario]
    shares = effective_shares(rubric, named.id if named else None).items
    usual = effective_shares(rubric).items if named else {}
    room = HUNDRED - rubric.scoring.pass_mark
    breaking = []
    for item in rubric.items():
        best, worst = best_and_worst(item.answer)
        fails_form = item.veto is not None and item.veto.scope is Scope.FORM
        loss = best - worst
        breaks = shares.get(item.id, Fraction(0)) * loss > room
        known = usual.get(item.id, Fraction(0)) * loss > room
        if breaks and not known and not fails_form:
            breaking.append(item.id)
    if not breaking:
        return
    values = {"items": ", ".join(breaking[:_NAMED]), "mark": number_text(rubric.scoring.pass_mark)}
    if named is None:
        yield advice("pass_mark_one_item", ("scoring", "pass_mark"), **values)
    else:
        place = ("scenarios", scenario or 0, "weights")
        yield advice("pass_mark_one_item_scenario", place, **values)


def _grades(rubric: Rubric) -> Iterator[Advice]:
    scoring, grades = rubric.scoring, rubric.grades
    if not grades:
        yield advice("grades_missing", ())
        return
    if len(grades) > 1 and scoring.pass_mark not in [grade.min for grade in grades]:
        inside = next((g for g in grades if scoring.pass_mark > g.min), grades[-1])
        yield warning(
            "pass_mark_inside_grade",
            ("scoring", "pass_mark"),
            mark=number_text(scoring.pass_mark),
            grade=inside.id,
            min=number_text(inside.min),
        )
    most = _most(rubric)
    above: Fraction | None = None
    for grade in grades:
        too_high = most is not None and grade.min > most
        step = Fraction(1, 10**scoring.rounding)
        lowest = round_half_up(grade.min, scoring.rounding)
        lowest += step if lowest < grade.min else Fraction(0)
        if too_high or (above is not None and lowest >= above):
            place = ("grades",)
            yield warning("grade_unreachable", place, grade=grade.id, min=number_text(grade.min))
        above = grade.min


def _most(rubric: Rubric) -> Fraction | None:
    """The highest score there is; None: bonus has no end."""
    bonus = sum(
        (a.points * a.times for a in rubric.adjustments if a.kind is AdjustmentKind.BONUS),
        Fraction(0),
    )
    if rubric.bonus_cap is not None:
        bonus = min(bonus, rubric.bonus_cap)
    most = HUNDRED + bonus
    return most if rubric.scoring.cap is None else min(most, rubric.scoring.cap)


def _bonus(rubric: Rubric) -> Iterator[Advice]:
    cap = rubric.bonus_cap
    kinds = [adjustment.kind for adjustment in rubric.adjustments]
    if cap is not None and AdjustmentKind.BONUS not in kinds:
        yield warning("bonus_cap_unused", ("bonus_cap",))
    for index, adjustment in enumerate(rubric.adjustments):
        place = ("adjustments", index)
        if adjustment.kind is AdjustmentKind.GRADE_LIFT:
            if len(rubric.grades) < 2:
                yield warning("grade_lift_without_grades", place)
            continue
        values = {"points": number_text(adjustment.points)}
        if not adjustment.points:
            yield warning("adjustment_of_nothing", (*place, "points"))
        if adjustment.kind is not AdjustmentKind.BONUS or cap is None:
            continue
        if adjustment.points > cap:
            yield warning("bonus_over_cap", (*place, "points"), cap=number_text(cap), **values)
        elif adjustment.points * adjustment.times > cap:
            total = number_text(adjustment.points * adjustment.times)
            yield advice("bonus_times_over_cap", (*place, "times"), cap=number_text(cap), all=total)


def _deductions(rubric: Rubric) -> Iterator[Advice]:
    room = (rubric.scoring.cap or HUNDRED) - rubric.scoring.floor
    taken = sum(
        (a.points * a.times for a in rubric.adjustments if a.kind is AdjustmentKind.DEDUCTION),
        Fraction(0),
    )
    if taken > room:
        floor = number_text(rubric.scoring.floor)
        yield advice(
            "deductions_past_floor", ("adjustments",), taken=number_text(taken), floor=floor
        )
