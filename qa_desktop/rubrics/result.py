"""What a score is made of, and its JSON form."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from qa_desktop.rubrics.model import AdjustmentKind, Effect, Rubric, Scope
from qa_desktop.rubrics.numbers import format_score


class Outcome(StrEnum):
    PASS = "pass"  # noqa: S105 - not a password
    FAIL = "fail"
    NOT_SCORED = "not_scored"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """One visible item that can be scored.

    `score` (0..1) is after an item veto, `score_before_veto` without; None when the item does not
    count: unanswered, or N/A and excluded. `weight` is its share of the form in percent,
    `contribution` that share times the score, in points of the 0-100 scale.
    """

    id: str
    section_id: str
    score: Fraction | None
    score_before_veto: Fraction | None
    weight: Fraction
    contribution: Fraction
    na: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """`score` in percent after a section veto; None when nothing in the section counts."""

    id: str
    score: Fraction | None
    score_before_veto: Fraction | None
    weight: Fraction
    contribution: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedAdjustment:
    """`points` as they act on the score: negative for a deduction, within the bonus cap."""

    id: str
    kind: AdjustmentKind
    times: int
    points: Fraction
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldVeto:
    item: str
    section: str
    scope: Scope
    effect: Effect
    cap: Fraction | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A score with all that a person needs to follow it by hand.

    Scores are percent, except the items' (0..1). While answers are missing, `score` and its
    relatives are None and `score_so_far`, `grade_so_far`, sections and items count only what is
    answered. `raw` is the aggregate before adjustments, item and section vetoes in.
    """

    rubric_id: str
    rubric_version: int
    rubric_hash: str
    scenario: str | None
    rounding: int
    outcome: Outcome
    score: Fraction | None
    score_before_veto: Fraction | None
    score_unclamped: Fraction | None
    grade: str | None
    raw: Fraction | None
    score_so_far: Fraction | None
    grade_so_far: str | None
    missing: tuple[str, ...]
    hidden: tuple[str, ...]
    sections: tuple[SectionScore, ...]
    items: tuple[ItemScore, ...]
    adjustments: tuple[AppliedAdjustment, ...]
    vetoes: tuple[HeldVeto, ...]


def result_json(result: Result, rubric: Rubric) -> dict[str, Any]:
    """The shape that `score --json` prints: every score a decimal string with the rubric's
    decimals, or None."""
    decimals = rubric.scoring.rounding

    def shown(value: Fraction | None) -> str | None:
        return None if value is None else format_score(value, decimals)

    return {
        "rubric": {
            "id": result.rubric_id,
            "version": result.rubric_version,
            "hash": result.rubric_hash,
        },
        "scenario": result.scenario,
        "outcome": result.outcome.value,
        "score": shown(result.score),
        "score_before_veto": shown(result.score_before_veto),
        "score_unclamped": shown(result.score_unclamped),
        "grade": result.grade,
        "missing": list(result.missing),
        "hidden": list(result.hidden),
        "sections": [
            {"id": section.id, "score": shown(section.score), "weight": shown(section.weight)}
            for section in result.sections
        ],
        "items": [
            {
                "id": item.id,
                "score": shown(item.score),
                "weight": shown(item.weight),
                "contribution": shown(item.contribution),
                "na": item.na,
            }
            for item in result.items
        ],
        "adjustments": [_adjustment_json(a, decimals) for a in result.adjustments],
        "vetoes": [
            {"item": veto.item, "scope": veto.scope.value, "effect": _effect_json(veto)}
            for veto in result.vetoes
        ],
    }


def _adjustment_json(adjustment: AppliedAdjustment, decimals: int) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": adjustment.id,
        "points": format_score(adjustment.points, decimals),
    }
    if adjustment.kind is AdjustmentKind.GRADE_LIFT:
        shown["steps"] = adjustment.steps
    return shown


def _effect_json(veto: HeldVeto) -> str | dict[str, int | float]:
    if veto.effect is not Effect.CAP or veto.cap is None:
        return veto.effect.value
    whole = veto.cap.denominator == 1
    return {"cap": int(veto.cap) if whole else float(veto.cap)}
