"""The score while grading: what is answered so far, scored as if nothing else were asked."""

from dataclasses import dataclass, replace
from fractions import Fraction

from qa_desktop.desktop.review.numbers import number_text
from qa_desktop.desktop.review.state import BarState, ScoreState, VetoState
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import Draft
from qa_desktop.rubrics.model import Answer, Given, Item, NaKind, NaRule, Rubric, Section
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import format_score, score

_EXCLUDED = NaRule(kind=NaKind.EXCLUDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveScore:
    """`actual` is what a submission would give now; `running` leaves out what is not answered."""

    actual: Result
    running: Result

    @property
    def provisional(self) -> bool:
        return bool(self.actual.missing)


def live_score(rubric: Rubric, draft: Draft) -> LiveScore:
    """Raises ProblemError for an answer that the rubric does not allow."""
    given = given_of(draft)
    actual = score(rubric, given)
    if not actual.missing:
        return LiveScore(actual=actual, running=actual)
    waiting = frozenset(actual.missing)
    answers = dict(given.answers) | {item_id: Answer(na=True) for item_id in waiting}
    so_far = Given(scenario=given.scenario, answers=answers, adjustments=given.adjustments)
    return LiveScore(actual=actual, running=score(_without(rubric, waiting), so_far))


def _without(rubric: Rubric, waiting: frozenset[str]) -> Rubric:
    """The rubric in which the `waiting` items may be N/A and then count for nothing.

    An item that is N/A under `exclude` scores exactly like a rubric without it.
    """

    def freed(item: Item) -> Item:
        return replace(item, na_allowed=True, na=_EXCLUDED) if item.id in waiting else item

    def lightened(section: Section) -> Section:
        return replace(section, items=tuple(freed(item) for item in section.items))

    return replace(rubric, sections=tuple(lightened(section) for section in rubric.sections))


def item_scores(live: LiveScore) -> dict[str, Fraction]:
    """Of each answered, scored item: 0 to 1; N/A ones and those waiting are not in it."""
    return {
        item.id: item.score for item in live.running.items if item.score is not None and not item.na
    }


def score_state(rubric: Rubric, draft: Draft, live: LiveScore, language: str) -> ScoreState:
    result = live.running
    rounding = rubric.scoring.rounding
    scored = result.score is not None and result.outcome != "not_scored"
    grade = next((grade for grade in rubric.grades if grade.id == result.grade), None)
    return ScoreState(
        text=format_score(result.score, rounding) if scored and result.score is not None else "",
        provisional=live.provisional,
        outcome=result.outcome,
        grade=grade.title.to(language) if grade and scored else "",
        bars=_bars(rubric, result, language),
        vetoes=_vetoes(rubric, draft, result, language),
        before_veto=format_score(result.score_before_veto, rounding)
        if result.vetoes and result.score_before_veto is not None
        else "",
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
