"""The score while grading: what is answered so far, as if nothing else were asked."""

from fractions import Fraction

from qa_desktop.desktop.review.card.numbers import number_text
from qa_desktop.desktop.review.state import BarState, ScoreState, VetoState
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import Draft
from qa_desktop.rubrics.model import Item, Rubric, Scope
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import format_score, score


def live_score(rubric: Rubric, draft: Draft) -> Result:
    """Raises ProblemError for an answer that the rubric does not allow."""
    return score(rubric, given_of(draft))


def item_scores(result: Result) -> dict[str, Fraction]:
    """Of each answered, scored item: 0 to 1; N/A ones and those waiting are not in it."""
    return {item.id: item.score for item in result.items if item.score is not None and not item.na}


def score_state(rubric: Rubric, draft: Draft, result: Result, language: str) -> ScoreState:
    rounding = rubric.scoring.rounding
    grade = next((grade for grade in rubric.grades if grade.id == result.grade_so_far), None)
    so_far, before = result.score_so_far, result.score_before_veto
    return ScoreState(
        text="" if so_far is None else format_score(so_far, rounding),
        provisional=bool(result.missing),
        outcome=result.outcome,
        grade=grade.title.to(language) if grade else "",
        bars=_bars(rubric, result, language),
        vetoes=_vetoes(rubric, draft, result, language),
        form_veto=any(veto.scope is Scope.FORM for veto in result.vetoes),
        before_veto=format_score(before, rounding) if result.vetoes and before is not None else "",
    )


def _bars(rubric: Rubric, result: Result, language: str) -> tuple[BarState, ...]:
    scores = {section.id: section.score for section in result.sections}
    return tuple(
        BarState(
            id=section.id,
            title=section.title.to(language),
            score=percent_text(scores.get(section.id)),
            share=_share(scores.get(section.id)),
        )
        for section in rubric.sections
    )


def _share(score_pct: Fraction | None) -> float | None:
    return None if score_pct is None else min(max(float(score_pct) / 100, 0.0), 1.0)


def percent_text(score_pct: Fraction | None) -> str:
    """A whole number where it is one, else one decimal; "" for no score."""
    if score_pct is None:
        return ""
    return format_score(score_pct, 0 if score_pct.denominator == 1 else 1)


def _vetoes(rubric: Rubric, draft: Draft, result: Result, language: str) -> tuple[VetoState, ...]:
    items = {item.id: item for item in rubric.items()}
    states = []
    for held in result.vetoes:
        item = items[held.item]
        veto = item.veto
        states.append(
            VetoState(
                item_id=item.id,
                item_text=item.text.to(language),
                scope=str(veto.scope) if veto else "",
                effect=str(veto.effect) if veto else "",
                cap=number_text(veto.cap) if veto and veto.cap is not None else "",
                answer=_answer_text(item, draft, language),
            )
        )
    return tuple(states)


def _answer_text(item: Item, draft: Draft, language: str) -> str:
    entry = draft.entries.get(item.id)
    value = entry.answer.value if entry and entry.answer else None
    if isinstance(value, Fraction):
        return number_text(value)
    options = getattr(item.answer, "options", ())
    return next((option.title.to(language) for option in options if option.id == value), "")
