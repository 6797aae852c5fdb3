"""Grades a rubric in the making as reviewers will, in memory alone."""

from dataclasses import replace

from qa_desktop.desktop.review.card.answer_desk import AnswerDesk
from qa_desktop.desktop.review.card.form import FormContext, adjustments_state, sections_state
from qa_desktop.desktop.review.card.live_score import live_score, score_state
from qa_desktop.desktop.review.state import (
    HeaderState,
    ItemState,
    MissingState,
    PageState,
    Phase,
    SectionState,
)
from qa_desktop.desktop.rubrics.editor.example_results import expectation
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.grading import given_of, lacking
from qa_desktop.reviews.model import Draft, StepLabel
from qa_desktop.rubrics.given import given_problems, given_to_json
from qa_desktop.rubrics.model import Given, Rubric
from qa_desktop.rubrics.plain import Plain, plain_value
from qa_desktop.rubrics.result import Result


class PreviewSession:
    """What a grading session is to the answers, without a review behind it."""

    locked = False

    def __init__(self) -> None:
        self.rubric: Rubric | None = None
        self.draft = Draft()

    def save(self, draft: Draft, _label: StepLabel, *, merge: bool = False) -> None:
        del merge
        self.draft = draft


class PreviewPresenter:
    """Answers stay while the rubric changes, as long as they fit it."""

    def __init__(self, language: str) -> None:
        self._session = PreviewSession()
        self._answers = AnswerDesk(self._session)
        self._language = language
        self._current: str | None = None
        self._folded: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        return self._language

    @property
    def rubric(self) -> Rubric | None:
        return self._session.rubric

    @property
    def scenario(self) -> str:
        return self._session.draft.scenario or ""

    def use(self, rubric: Rubric | None) -> PageState | None:
        """Another state of the rubric; None: there is nothing to show yet."""
        self._session.rubric = rubric
        if rubric is not None:
            self._session.draft = fitting(rubric, self._session.draft)
        self._answers.forget()
        return self.state()

    def set_language(self, language: str) -> PageState | None:
        self._language = language
        return self.state()

    def select(self, item_id: str | None) -> PageState | None:
        self._current = item_id
        return self.state()

    def result(self) -> Result | None:
        rubric = self._session.rubric
        return None if rubric is None else live_score(rubric, self._session.draft)

    def state(self) -> PageState | None:
        rubric, draft = self._session.rubric, self._session.draft
        if rubric is None:
            return None
        result = live_score(rubric, draft)
        lacks = lacking(rubric, draft, result)
        sections = sections_state(
            rubric,
            FormContext(
                draft=draft,
                result=result,
                language=self._language,
                current=self._current,
                folded=self._folded,
                lacks=self._answers.wrong,
                marks_ms={},
            ),
        )
        return PageState(
            header=HeaderState(kind=Kind.CHAT, title=""),
            phase=Phase.GRADING,
            language=self._language,
            sections=tuple(map(_without_moments, sections)),
            current_item=self._current,
            score=score_state(rubric, draft, result, self._language),
            missing=_missing(frozenset(lack.item_id for lack in lacks), sections, self._current),
            adjustments=adjustments_state(rubric, draft, self._language),
        )

    # Answers

    def choose(self, item_id: str, key: str) -> PageState | None:
        return self._after(item_id, self._answers.choose(item_id, key))

    def set_na(self, item_id: str) -> PageState | None:
        item = self._item(item_id)
        return self._after(item_id, item is not None and self._answers.set_na(item))

    def set_number(self, item_id: str, text: str) -> PageState | None:
        return self._after(item_id, self._answers.set_number(item_id, text))

    def step_number(self, item_id: str, steps: int) -> PageState | None:
        item = self._item(item_id)
        stepped = item is not None and self._answers.step_number(item, steps)
        return self._after(item_id, stepped)

    def set_comment(self, item_id: str, text: str) -> PageState | None:
        self._answers.set_comment(item_id, text)
        return self.state()

    def toggle_reason(self, item_id: str, reason: str) -> PageState | None:
        self._answers.toggle_reason(item_id, reason)
        return self.state()

    def adjust(self, adjustment_id: str, by: int) -> PageState | None:
        self._answers.adjust(adjustment_id, by)
        return self.state()

    def choose_scenario(self, scenario_id: str) -> PageState | None:
        self._answers.choose_scenario(scenario_id or None)
        return self.state()

    def fold(self, section_id: str) -> PageState | None:
        self._folded ^= {section_id}
        return self.state()

    def next_unanswered(self) -> PageState | None:
        state = self.state()
        if state is not None and state.missing.next_id:
            return self.select(state.missing.next_id)
        return state

    def begin_anew(self) -> PageState | None:
        self._session.draft = Draft()
        self._answers.forget()
        return self.state()

    def _item(self, item_id: str) -> ItemState | None:
        state = self.state()
        return None if state is None else state.item(item_id)

    def _after(self, item_id: str, answered: bool) -> PageState | None:
        if answered:
            self._current = item_id
        return self.state()

    # As an example

    def example(self) -> tuple[Plain, Plain] | None:
        """What was answered, and what came out of it; None before anything was answered."""
        result, draft = self.result(), self._session.draft
        if result is None or not draft.entries:
            return None
        given = {key: value for key, value in given_to_json(given_of(draft)).items() if value}
        given.setdefault("answers", {})
        return plain_value(given), expectation(result)


def fitting(rubric: Rubric, draft: Draft) -> Draft:
    """What of the answers the rubric still knows and allows."""
    items = {item.id for item in rubric.items()}
    entries = {name: entry for name, entry in draft.entries.items() if name in items}
    known = {adjustment.id: adjustment.times for adjustment in rubric.adjustments}
    scenarios = [scenario.id for scenario in rubric.scenarios]
    kept = replace(
        draft,
        entries=entries,
        adjustments={n: min(c, known[n]) for n, c in draft.adjustments.items() if n in known},
        scenario=draft.scenario if draft.scenario in scenarios else None,
    )
    unfit = [
        name
        for name, answer in given_of(kept).answers.items()
        if given_problems(rubric, Given(answers={name: answer}))
    ]
    return replace(kept, entries={n: e for n, e in entries.items() if n not in unfit})


def _without_moments(section: SectionState) -> SectionState:
    """A preview has no recording in which moments could be marked: values are typed."""
    items = tuple(
        replace(item, amount=replace(item.amount, markable=False)) if item.amount else item
        for item in section.items
    )
    return replace(section, items=items)


def _missing(
    waiting: frozenset[str], sections: tuple[SectionState, ...], current: str | None
) -> MissingState:
    order = [item for section in sections for item in section.items]
    open_ones = [item for item in order if item.id in waiting]
    if not open_ones:
        return MissingState()
    ids = [item.id for item in order]
    at = ids.index(current) if current in ids else -1
    following = next((i for i in open_ones if ids.index(i.id) > at), open_ones[0])
    return MissingState(
        count=len(open_ones),
        first_id=open_ones[0].id,
        next_id=following.id,
        next_text=following.text,
    )
