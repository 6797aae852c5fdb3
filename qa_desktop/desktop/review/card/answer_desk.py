"""The reviewer's answers under way: what was typed wrongly, half-measured, and what is saved."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.review.card import edits
from qa_desktop.desktop.review.card.live_score import live_score
from qa_desktop.desktop.review.card.numbers import is_time_unit, measured, number_text, typed_number
from qa_desktop.desktop.review.labels import Step, form_label, item_label
from qa_desktop.desktop.review.state import ItemState
from qa_desktop.reviews.model import Draft, StepLabel
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Note, Rubric

BAD_NUMBER = "number"


class AnswerSession(Protocol):
    """A grading session as far as answers need one: a rubric editor's preview is one too."""

    @property
    def rubric(self) -> Rubric | None: ...

    @property
    def draft(self) -> Draft: ...

    @property
    def locked(self) -> bool: ...

    def save(self, draft: Draft, label: StepLabel, *, merge: bool = False) -> None: ...


class AnswerDesk:
    """What an item is given, and the form as a whole; nothing changes while the review is locked.

    What answers an item says whether it was answered.
    """

    def __init__(self, session: AnswerSession) -> None:
        self._session = session
        self._wrong: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, tuple[int | None, int | None]] = {}

    @property
    def wrong(self) -> Mapping[str, tuple[str, ...]]:
        """What was typed and can't be, by item."""
        return self._wrong

    @property
    def marks_ms(self) -> Mapping[str, tuple[int | None, int | None]]:
        """First moments that wait for their second, by item."""
        return self._marks

    def forget(self) -> None:
        """What was begun and not saved."""
        self._marks.clear()
        self._wrong.clear()

    # One item

    def choose(self, item_id: str, key: str) -> bool:
        """An answer button: takes a single answer, or switches one of several."""
        match self._item(item_id).answer:
            case Multi() if key:
                draft = edits.with_option_toggled(self._session.draft, item_id, key)
            case Multi():
                draft = edits.with_answer(self._session.draft, item_id, Answer(values=()))
            case Choice():
                draft = edits.with_answer(self._session.draft, item_id, Answer(value=key))
            case _:
                answer = Answer(value=Fraction(key))
                draft = edits.with_answer(self._session.draft, item_id, answer)
        return self._answered(item_id, draft, item_label(Step.ANSWER, item_id, key))

    def set_number(self, item_id: str, text: str) -> bool:
        """A typed number; what the rubric does not allow is pointed at and not saved."""
        if not text.strip():
            return self.clear(item_id)
        value = typed_number(text)
        draft = edits.with_answer(self._session.draft, item_id, Answer(value=value))
        if value is None or not self._allowed(draft):
            self._wrong[item_id] = (BAD_NUMBER,)
            return False
        return self._answered(item_id, draft, item_label(Step.ANSWER, item_id), merge=True)

    def step_number(self, item: ItemState, steps: int) -> bool:
        """The stepper's buttons: up or down by the item's step, within its bounds."""
        if item.amount is None or item.amount.maximum is None:
            return False
        step = Fraction(item.amount.step or "1")
        now = Fraction(item.amount.value or "0")
        lowest = self._lowest(item.id)
        wanted = min(max(now + steps * step, lowest), Fraction(item.amount.maximum))
        return self.set_number(item.id, number_text(wanted))

    def _lowest(self, item_id: str) -> Fraction:
        return getattr(self._item(item_id).answer, "min", Fraction(0))

    def _allowed(self, draft: Draft) -> bool:
        try:
            live_score(self._rubric(), draft)
        except ProblemError:
            return False
        return True

    def mark(self, item_id: str, which: int, at_ms: int) -> bool:
        """The first (0) or second (1) moment of a measure; both together give its value."""
        item = self._item(item_id)
        measure = isinstance(item.answer, Measure) and is_time_unit(item.answer.unit)
        if not isinstance(item.answer, Measure) or not measure or self._session.locked:
            return False
        known = self._marks.get(item_id) or self._saved_marks(item_id)
        start, end = (at_ms, known[1]) if which == 0 else (known[0], at_ms)
        if start is None or end is None:
            self._marks[item_id] = (start, end)
            return False
        marks = (min(start, end), max(start, end))
        value = measured(item.answer.unit, *marks)
        draft = edits.with_answer(self._session.draft, item_id, Answer(value=value), marks)
        label = item_label(Step.ANSWER, item_id, number_text(value))
        return self._answered(item_id, draft, label)

    def unmark(self, item_id: str) -> None:
        """Forgets both moments, so that they can be marked anew."""
        if not self._session.locked:
            self._marks[item_id] = (None, None)

    def _saved_marks(self, item_id: str) -> tuple[int | None, int | None]:
        return edits.entry_of(self._session.draft, item_id).marks_ms or (None, None)

    def set_na(self, item: ItemState) -> bool:
        """N/A, or not N/A any more."""
        if not item.na_allowed:
            return False
        answer = None if item.na else Answer(na=True)
        draft = edits.with_answer(self._session.draft, item.id, answer)
        return self._answered(item.id, draft, item_label(Step.NA, item.id))

    def clear(self, item_id: str) -> bool:
        draft = edits.with_answer(self._session.draft, item_id, None)
        return self._answered(item_id, draft, item_label(Step.CLEAR, item_id))

    def _answered(
        self, item_id: str, draft: Draft, label: StepLabel, *, merge: bool = False
    ) -> bool:
        if self._session.locked:
            return False
        self._wrong.pop(item_id, None)
        self._marks.pop(item_id, None)
        self._save(draft, label, merge=merge)
        return True

    def set_comment(self, item_id: str, text: str) -> None:
        """A note item's own text too."""
        draft = edits.with_item_comment(self._session.draft, item_id, text)
        step = Step.ANSWER if isinstance(self._item(item_id).answer, Note) else Step.ITEM_COMMENT
        self._save(draft, item_label(step, item_id), merge=True)

    def toggle_reason(self, item_id: str, reason_id: str) -> None:
        draft = edits.with_reason_toggled(self._session.draft, item_id, reason_id)
        self._save(draft, item_label(Step.REASON, item_id))

    # The whole form

    def choose_scenario(self, scenario_id: str | None) -> None:
        draft = replace(self._session.draft, scenario=scenario_id or None)
        self._save(draft, form_label(Step.SCENARIO))

    def adjust(self, adjustment_id: str, by: int) -> None:
        known = {each.id: each for each in self._rubric().adjustments}[adjustment_id]
        times = self._session.draft.adjustments.get(adjustment_id, 0) + by
        draft = edits.with_adjustment(
            self._session.draft, adjustment_id, min(max(times, 0), known.times)
        )
        self._save(draft, form_label(Step.ADJUSTMENT, adjustment_id), merge=True)

    def set_summary(self, text: str) -> None:
        draft = replace(self._session.draft, summary=text)
        self._save(draft, form_label(Step.SUMMARY), merge=True)

    def _save(self, draft: Draft, label: StepLabel, *, merge: bool = False) -> None:
        if not self._session.locked:
            self._session.save(draft, label, merge=merge)

    def _item(self, item_id: str) -> Item:
        return next(item for item in self._rubric().items() if item.id == item_id)

    def _rubric(self) -> Rubric:
        if self._session.rubric is None:
            raise RuntimeError("no rubric is chosen yet")
        return self._session.rubric
