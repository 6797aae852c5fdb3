"""What the reviewer's actions do to the review: each intent gives the next state of the page."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.review import edits
from qa_desktop.desktop.review.comment_desk import CommentDesk
from qa_desktop.desktop.review.comment_states import Anchor
from qa_desktop.desktop.review.labels import Step, form_label, item_label
from qa_desktop.desktop.review.live_score import live_score
from qa_desktop.desktop.review.numbers import is_time_unit, measured, number_text, typed_number
from qa_desktop.desktop.review.session import GradingSession
from qa_desktop.desktop.review.state import ItemState, PageState
from qa_desktop.desktop.review.state_building import BuildContext, header_state, page_state
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.reviews.grading import lacking
from qa_desktop.reviews.model import CommentKind, Draft, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Note, Rubric
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.store import RubricStore

BAD_NUMBER = "number"


class ReviewPresenter:
    """State and decisions of the review page. Every intent saves at once and returns the state."""

    def __init__(
        self,
        detail: InteractionDetail,
        reviews: ReviewStore,
        rubrics: RubricStore,
        clock: Clock,
        language: str,
    ) -> None:
        self._detail = detail
        self._session = GradingSession(detail.interaction, reviews, rubrics, clock)
        self._turns = {turn.position: turn for turn in detail.turns}
        self._desk = CommentDesk(self._session, clock)
        self._language = language
        self._current: str | None = None
        self._folded: frozenset[str] = frozenset()
        self._lacks: dict[str, tuple[str, ...]] = {}
        self._asked = False
        self._marks: dict[str, tuple[int | None, int | None]] = {}
        self._scored: tuple[Rubric, Draft, Result] | None = None
        self._select_first()

    def state(self) -> PageState:
        session = self._session
        header = header_state(self._detail, session, self._language)
        rubric = session.rubric
        if rubric is None:
            return page_state(header, session, self._language)
        result = self._result(rubric, session.draft)
        lacks = lacking(rubric, session.draft, result)
        context = BuildContext(
            rubric=rubric,
            result=result,
            lacking=tuple(lacks),
            shown_lacks=self._shown_lacks(tuple((lack.item_id, str(lack.what)) for lack in lacks)),
            current=self._current,
            folded=self._folded,
            marks_ms=self._marks,
            comments=self._desk.states(self._turns, rubric, self._language),
        )
        return page_state(header, session, self._language, context)

    def _result(self, rubric: Rubric, draft: Draft) -> Result:
        if self._scored is None or self._scored[0] is not rubric or self._scored[1] is not draft:
            self._scored = (rubric, draft, live_score(rubric, draft))
        return self._scored[2]

    def set_language(self, language: str) -> PageState:
        self._language = language
        return self.state()

    def result(self) -> Result | None:
        """The score of the draft as it is, with all its steps; None before a rubric is chosen."""
        rubric = self._session.rubric
        return self._result(rubric, self._session.draft) if rubric else None

    @property
    def rubric(self) -> Rubric | None:
        return self._session.rubric

    @property
    def draft(self) -> Draft:
        return self._session.draft

    def _shown_lacks(self, lacks: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
        """What to point at: everything once a submission was tried, wrong numbers always."""
        shown = dict(self._lacks)
        if self._asked:
            for item_id, what in lacks:
                shown[item_id] = (*shown.get(item_id, ()), what)
        return shown

    # Whose review it is

    def go_on(self) -> PageState:
        """In another reviewer's draft, which is this one's from now on."""
        self._session.go_on()
        self._select_first()
        return self.state()

    def start_own(self) -> PageState:
        """A review of one's own beside the other reviewer's draft."""
        self._session.start_own()
        self._select_first()
        return self.state()

    def act_as(self, reviews: ReviewStore) -> None:
        """From now on in the name of that store's reviewer."""
        self._session.act_as(reviews)

    # Moving about

    def choose_rubric(self, rubric_id: str, version: int) -> PageState:
        for rubric in self._session.candidates:
            if (rubric.id, rubric.version) == (rubric_id, version):
                self._session.choose(rubric)
        self._select_first()
        return self.state()

    def _select_first(self) -> None:
        """The first item that still lacks something; of a finished form the first."""
        if self._session.rubric is None:
            self._current = None
            return
        state = self.state()
        items = state.items()
        first = None if state.read_only else state.missing.first_id
        self._current = first or (items[0].id if items else None)

    def select_item(self, item_id: str) -> PageState:
        state = self.state()
        if state.item(item_id) is not None:
            self._current = item_id
            self._unfold(state, item_id)
        return self.state()

    def next_item(self) -> PageState:
        return self._move(1)

    def previous_item(self) -> PageState:
        return self._move(-1)

    def _move(self, by: int) -> PageState:
        state = self.state()
        ids = [item.id for item in state.items()]
        if not ids:
            return state
        at = ids.index(self._current) if self._current in ids else 0
        return self.select_item(ids[min(max(at + by, 0), len(ids) - 1)])

    def next_unanswered(self) -> PageState:
        """To the next item that lacks something, round the end of the form."""
        waiting = self.state().missing.next_id
        return self.select_item(waiting) if waiting else self.state()

    def _unfold(self, state: PageState, item_id: str) -> None:
        for section in state.sections:
            if any(item.id == item_id for item in section.items):
                self._folded -= {section.id}

    def fold(self, section_id: str) -> PageState:
        """Folds the section, or unfolds it."""
        self._folded ^= {section_id}
        return self.state()

    # Answers

    def digit(self, digit: str) -> PageState:
        """A number key on the current item; 0 is N/A where no answer of the item has that key."""
        item = self._current_item()
        if item is None:
            return self.state()
        for option in item.options:
            if option.digit == digit:
                return self.choose(item.id, option.key)
        return self.set_na(item.id) if digit == "0" else self.state()

    def _current_item(self) -> ItemState | None:
        return self.state().item(self._current) if self._current else None

    def choose(self, item_id: str, key: str) -> PageState:
        """An answer button: takes a single answer, or switches one of several."""
        item = self._item(item_id)
        match item.answer:
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

    def set_number(self, item_id: str, text: str) -> PageState:
        """A typed number; what the rubric does not allow is pointed at and not saved."""
        if not text.strip():
            return self.clear(item_id)
        value = typed_number(text)
        draft = edits.with_answer(self._session.draft, item_id, Answer(value=value))
        if value is None or not self._allowed(draft):
            self._lacks[item_id] = (BAD_NUMBER,)
            return self.state()
        return self._answered(item_id, draft, item_label(Step.ANSWER, item_id), merge=True)

    def step_number(self, item_id: str, steps: int) -> PageState:
        """The stepper's buttons: up or down by the item's step, within its bounds."""
        item = self.state().item(item_id)
        if item is None or item.amount is None or item.amount.maximum is None:
            return self.state()
        step = Fraction(item.amount.step or "1")
        now = Fraction(item.amount.value or "0")
        lowest = self._lowest(item_id)
        wanted = min(max(now + steps * step, lowest), Fraction(item.amount.maximum))
        return self.set_number(item_id, number_text(wanted))

    def _lowest(self, item_id: str) -> Fraction:
        return getattr(self._item(item_id).answer, "min", Fraction(0))

    def _allowed(self, draft: Draft) -> bool:
        try:
            live_score(self._required_rubric(), draft)
        except ProblemError:
            return False
        return True

    def mark(self, item_id: str, which: int, at_ms: int) -> PageState:
        """The first (0) or second (1) moment of a measure; both together give its value."""
        item = self._item(item_id)
        measure = isinstance(item.answer, Measure) and is_time_unit(item.answer.unit)
        if not isinstance(item.answer, Measure) or not measure or self._session.locked:
            return self.state()
        known = self._marks.get(item_id) or self._saved_marks(item_id)
        start, end = (at_ms, known[1]) if which == 0 else (known[0], at_ms)
        if start is None or end is None:
            self._marks[item_id] = (start, end)
            return self.state()
        marks = (min(start, end), max(start, end))
        value = measured(item.answer.unit, *marks)
        draft = edits.with_answer(self._session.draft, item_id, Answer(value=value), marks)
        label = item_label(Step.ANSWER, item_id, number_text(value))
        return self._answered(item_id, draft, label)

    def unmark(self, item_id: str) -> PageState:
        """Forgets both moments, so that they can be marked anew."""
        if self._session.locked:
            return self.state()
        self._marks[item_id] = (None, None)
        return self.state()

    def _saved_marks(self, item_id: str) -> tuple[int | None, int | None]:
        return edits.entry_of(self._session.draft, item_id).marks_ms or (None, None)

    def set_na(self, item_id: str) -> PageState:
        """N/A, or not N/A any more."""
        item = self.state().item(item_id)
        if item is None or not item.na_allowed:
            return self.state()
        answer = None if item.na else Answer(na=True)
        draft = edits.with_answer(self._session.draft, item_id, answer)
        return self._answered(item_id, draft, item_label(Step.NA, item_id))

    def clear(self, item_id: str) -> PageState:
        draft = edits.with_answer(self._session.draft, item_id, None)
        return self._answered(item_id, draft, item_label(Step.CLEAR, item_id))

    def _answered(
        self, item_id: str, draft: Draft, label: StepLabel, *, merge: bool = False
    ) -> PageState:
        if self._session.locked:
            return self.state()
        self._lacks.pop(item_id, None)
        self._marks.pop(item_id, None)
        self._current = item_id
        return self._save(draft, label, merge=merge)

    def set_item_comment(self, item_id: str, text: str) -> PageState:
        """A note item's own text too."""
        draft = edits.with_item_comment(self._session.draft, item_id, text)
        step = Step.ANSWER if isinstance(self._item(item_id).answer, Note) else Step.ITEM_COMMENT
        return self._save(draft, item_label(step, item_id), merge=True)

    def toggle_reason(self, item_id: str, reason_id: str) -> PageState:
        draft = edits.with_reason_toggled(self._session.draft, item_id, reason_id)
        return self._save(draft, item_label(Step.REASON, item_id))

    # The whole form

    def choose_scenario(self, scenario_id: str | None) -> PageState:
        draft = replace(self._session.draft, scenario=scenario_id or None)
        return self._save(draft, form_label(Step.SCENARIO))

    def adjust(self, adjustment_id: str, by: int) -> PageState:
        known = {each.id: each for each in self._required_rubric().adjustments}[adjustment_id]
        times = self._session.draft.adjustments.get(adjustment_id, 0) + by
        draft = edits.with_adjustment(
            self._session.draft, adjustment_id, min(max(times, 0), known.times)
        )
        return self._save(draft, form_label(Step.ADJUSTMENT, adjustment_id), merge=True)

    def set_summary(self, text: str) -> PageState:
        draft = replace(self._session.draft, summary=text)
        return self._save(draft, form_label(Step.SUMMARY), merge=True)

    def _save(self, draft: Draft, label: StepLabel, *, merge: bool = False) -> PageState:
        if not self._session.locked:
            self._session.save(draft, label, merge=merge)
        return self.state()

    # Comments

    def begin_comment(self, anchor: Anchor, item_id: str | None = None) -> PageState:
        """Opens an empty comment there; it is saved with its first word."""
        return self._commented(lambda: self._desk.begin(anchor, item_id))

    def type_comment(self, comment_id: str, text: str, anchor: Anchor | None = None) -> PageState:
        """`anchor` moves it: a comment begun while playing sits where its first word was typed."""
        return self._commented(lambda: self._desk.write(comment_id, text, anchor))

    def move_comment(self, comment_id: str, anchor: Anchor) -> PageState:
        """A pin that was dragged elsewhere."""
        return self._commented(lambda: self._desk.move(comment_id, anchor))

    def set_comment_kind(self, comment_id: str, kind: CommentKind) -> PageState:
        return self._commented(lambda: self._desk.set_kind(comment_id, kind))

    def link_comment(self, comment_id: str, item_id: str | None) -> PageState:
        return self._commented(lambda: self._desk.link(comment_id, item_id))

    def edit_comment(self, comment_id: str) -> PageState:
        return self._commented(lambda: self._desk.edit(comment_id))

    def finish_comment(self) -> PageState:
        """Closes the editor; a comment left without words is dropped."""
        return self._commented(self._desk.finish)

    def delete_comment(self, comment_id: str) -> PageState:
        return self._commented(lambda: self._desk.delete(comment_id))

    def _commented(self, act: Callable[[], None]) -> PageState:
        if self._session.rubric is not None and not self._session.locked:
            act()
        return self.state()

    # Saving, submitting, correcting

    def retry(self) -> PageState:
        self._session.retry()
        return self.state()

    def undo(self) -> PageState:
        self._marks.clear()
        self._lacks.clear()
        self._session.undo()
        self._desk.finish_quietly()
        return self.state()

    def redo(self) -> PageState:
        self._session.redo()
        self._desk.finish_quietly()
        return self.state()

    def submit(self) -> PageState:
        """Submits, or goes to the first item that lacks something and points at all of them."""
        self._desk.finish()
        self._asked = True
        state = self.state()
        if state.missing.count or state.read_only:
            self._current = state.missing.first_id or self._current
            if self._current:
                self._unfold(state, self._current)
            return self.state()
        self._session.submit()
        return self.state()

    def correct(self, reason: str) -> PageState:
        """A new revision that can be changed; the submitted one stays. `reason` can't be blank."""
        if reason.strip():
            self._asked = False
            self._session.correct(reason.strip())
        return self.state()

    def _item(self, item_id: str) -> Item:
        return next(item for item in self._required_rubric().items() if item.id == item_id)

    def _required_rubric(self) -> Rubric:
        if self._session.rubric is None:
            raise RuntimeError("no rubric is chosen yet")
        return self._session.rubric
