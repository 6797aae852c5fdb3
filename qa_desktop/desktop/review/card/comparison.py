"""The review under way beside the agent's last one, item by item."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from qa_desktop.desktop.review.card.edits import entry_of
from qa_desktop.desktop.review.card.live_score import item_scores, live_score, percent_text
from qa_desktop.desktop.review.card.numbers import number_text
from qa_desktop.reviews.model import Draft, Review
from qa_desktop.reviews.past_store import PastReview
from qa_desktop.rubrics.model import Answer, Item, Measure, Note, Rubric
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import format_score


class Trend(StrEnum):
    """How an item's score changed; NONE where one of the two has no score."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWords:
    """`text` "" : not answered, or not asked. `na`: not applicable. `comment` on the item."""

    text: str = ""
    na: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    number: int
    text: str
    then: AnswerWords
    now: AnswerWords
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRows:
    """Scores are percent as text, "" for none."""

    title: str
    then: str
    now: str
    trend: Trend
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`then_version` differs from `now_version` where the rubric has changed since."""

    agent: str
    interaction_id: str
    title: str
    reviewer: str
    submitted_at: datetime
    then_version: int
    now_version: int
    then_score: str
    then_grade: str
    now_score: str
    now_grade: str
    trend: Trend
    sections: tuple[SectionRows, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One of the two: a rubric filled in, with what it comes to."""

    rubric: Rubric
    draft: Draft
    result: Result

    @classmethod
    def of(cls, rubric: Rubric, draft: Draft) -> "Graded":
        return cls(rubric=rubric, draft=draft, result=live_score(rubric, draft))

    def score(self) -> str:
        so_far = self.result.score_so_far
        return "" if so_far is None else format_score(so_far, self.rubric.scoring.rounding)

    def grade(self, language: str) -> str:
        grades = {grade.id: grade.title.to(language) for grade in self.rubric.grades}
        return grades.get(self.result.grade_so_far or "", "")


def compare(
    agent: str, past: PastReview, review: Review, then: Graded, now: Graded, language: str
) -> Comparison:
    """By the items of the review under way; their ids join the versions of a rubric."""
    return Comparison(
        agent=agent,
        interaction_id=past.interaction_id,
        title=past.interaction_title,
        reviewer=review.reviewer,
        submitted_at=past.submitted_at,
        then_version=review.rubric_version,
        now_version=now.rubric.version,
        then_score=then.score(),
        then_grade=then.grade(language),
        now_score=now.score(),
        now_grade=now.grade(language),
        trend=_trend(then.result.score_so_far, now.result.score_so_far),
        sections=_sections(then, now, language),
    )


def _sections(then: Graded, now: Graded, language: str) -> tuple[SectionRows, ...]:
    numbers = {item.id: number for number, item in enumerate(now.rubric.items(), start=1)}
    before = {item.id: item for item in then.rubric.items()}
    old_scores, new_scores = item_scores(then.result), item_scores(now.result)
    old_sections = {section.id: section.score for section in then.result.sections}
    new_sections = {section.id: section.score for section in now.result.sections}
    rows = []
    for section in now.rubric.sections:
        items = tuple(
            ItemRow(
                number=numbers[item.id],
                text=item.text.to(language),
                then=_words(before.get(item.id), then.draft, language),
                now=_words(item, now.draft, language),
                trend=_trend(old_scores.get(item.id), new_scores.get(item.id)),
            )
            for item in section.items
            if item.id not in now.result.hidden
        )
        old, new = old_sections.get(section.id), new_sections.get(section.id)
        if items:
            rows.append(
                SectionRows(
                    title=section.title.to(language),
                    then=percent_text(old),
                    now=percent_text(new),
                    trend=_trend(old, new),
                    items=items,
                )
            )
    return tuple(rows)


def _trend(then: Fraction | None, now: Fraction | None) -> Trend:
    if then is None or now is None:
        return Trend.NONE
    if then == now:
        return Trend.SAME
    return Trend.UP if now > then else Trend.DOWN


def _words(item: Item | None, draft: Draft, language: str) -> AnswerWords:
    if item is None:
        return AnswerWords()
    entry = entry_of(draft, item.id)
    if isinstance(item.answer, Note):
        return AnswerWords(text=entry.comment)
    if entry.answer is None:
        return AnswerWords(comment=entry.comment)
    if entry.answer.na:
        return AnswerWords(na=True, comment=entry.comment)
    return AnswerWords(text=_answer_text(item, entry.answer, language), comment=entry.comment)


def _answer_text(item: Item, answer: Answer, language: str) -> str:
    if isinstance(answer.value, Fraction):
        text = number_text(answer.value)
        return f"{text} {item.answer.unit}" if isinstance(item.answer, Measure) else text
    titles = {
        option.id: option.title.to(language) for option in getattr(item.answer, "options", ())
    }
    chosen = answer.values if answer.values is not None else (answer.value,)
    return ", ".join(titles.get(each, str(each)) for each in chosen) or "–"
