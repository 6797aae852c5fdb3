"""What the reviewer's actions do to the review: each intent gives the next state of the page."""

from collections.abc import Callable, Sequence

from qa_desktop.base.clock import Clock
from qa_desktop.calibration.blind.blind_store import BlindWork
from qa_desktop.desktop.review.card.answer_desk import AnswerDesk
from qa_desktop.desktop.review.card.live_score import live_score
from qa_desktop.desktop.review.comments.comment_desk import CommentDesk
from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.labels import step_state
from qa_desktop.desktop.review.session import DAILY, GradingSession, Opening
from qa_desktop.desktop.review.state import ItemState, PageState, StepState
from qa_desktop.desktop.review.state_building import BuildContext, header_state, page_state
from qa_desktop.interactions.agents import agents_of
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.reviews.grading import lacking
from qa_desktop.reviews.markers.merging import Incoming
from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import CommentKind, Draft
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.store import RubricStore


class ReviewPresenter:
    """State and decisions of the review page. Every intent saves at once and returns the state."""

    def __init__(
        self,
        detail: InteractionDetail,
        reviews: ReviewStore,
        rubrics: RubricStore,
        clock: Clock,
        language: str,
        opening: Opening = DAILY,
    ) -> None:
        self._detail = detail
        self._agents = agents_of(detail)
        self._session = GradingSession(detail.interaction, reviews, rubrics, clock, opening)
        self._turns = {turn.position: turn for turn in detail.turns}
        self._desk = CommentDesk(self._session, clock)
        self._answers = AnswerDesk(self._session)
        self._language = language
        self._current: str | None = None
        self._folded: frozenset[str] = frozenset()
        self._asked = False
        self._scored: tuple[Rubric, Draft, Result] | None = None
        self._built: PageState | None = None
        self._select_first()

    def state(self) -> PageState:
        self._built = self._build()
        return self._built

    def _known(self) -> PageState:
        """As the last intent gave it: between two of them nothing changes."""
        return self._built or self.state()

    def _build(self) -> PageState:
        session = self._session
        header = header_state(self._detail, self._agents, session, self._language)
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
            marks_ms=self._answers.marks_ms,
            comments=self._desk.states(self._turns, rubric, self._language),
        )
        return page_state(header, session, self._language, context)

    def _result(self, rubric: Rubric, draft: Draft) -> Result:
        if self._scored is None or self._scored[0] is not rubric or self._scored[1] is not draft:
            self._scored = (rubric, draft, live_score(rubric, draft))
        return self._scored[2]

    def use_detail(self, detail: InteractionDetail) -> PageState:
        """Words were corrected, or speakers told."""
        self._detail = detail
        self._agents = agents_of(detail)
        self._turns = {turn.position: turn for turn in detail.turns}
        return self.state()

    def use_blind(self, blind: BlindWork) -> PageState:
        """Something became of the session, or of what was submitted to it."""
        self._session.blind = blind
        return self.state()

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
    def duration_ms(self) -> int | None:
        """Of the interaction, where it is known."""
        return self._detail.interaction.duration_ms

    @property
    def draft(self) -> Draft:
        return self._session.draft

    def _shown_lacks(self, lacks: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
        """What to point at: everything once a submission was tried, wrong numbers always."""
        shown = dict(self._answers.wrong)
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
        self._built = None

    def select_item(self, item_id: str) -> PageState:
        state = self._known()
        if state.item(item_id) is not None:
            self._current = item_id
            self._unfold(state, item_id)
        return self.state()

    def next_item(self) -> PageState:
        return self._move(1)

    def previous_item(self) -> PageState:
        return self._move(-1)

    def _move(self, by: int) -> PageState:
        state = self._known()
        ids = [item.id for item in state.items()]
        if not ids:
            return state
        at = ids.index(self._current) if self._current in ids else 0
        return self.select_item(ids[min(max(at + by, 0), len(ids) - 1)])

    def next_unanswered(self) -> PageState:
        """To the next item that lacks something, round the end of the form."""
        waiting = self._known().missing.next_id
        return self.select_item(waiting) if waiting else self.state()

    def _unfold(self, state: PageState, item_id: str) -> None:
        for section in state.sections:
            if any(item.id == item_id for item in section.items):
                self._folded -= {section.id}

    def fold(self, section_id: str) -> PageState:
        """Folds the section, or unfolds it."""
        self._folded ^= {section_id}
        return self.state()

    def fold_answered(self) -> PageState:
        """Folds what is answered, but for the section at work; where that is done, unfolds all."""
        state = self._known()
        done = frozenset(
            section.id
            for section in state.sections
            if section.answered == len(section.items)
            and all(item.id != self._current for item in section.items)
        )
        self._folded = self._folded | done if done - self._folded else frozenset()
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
        return self._known().item(self._current) if self._current else None

    def choose(self, item_id: str, key: str) -> PageState:
        """An answer button: takes a single answer, or switches one of several."""
        return self._answered(item_id, self._answers.choose(item_id, key))

    def set_number(self, item_id: str, text: str) -> PageState:
        """A typed number; what the rubric does not allow is pointed at and not saved."""
        return self._answered(item_id, self._answers.set_number(item_id, text))

    def step_number(self, item_id: str, steps: int) -> PageState:
        """The stepper's buttons: up or down by the item's step, within its bounds."""
        item = self._known().item(item_id)
        stepped = item is not None and self._answers.step_number(item, steps)
        return self._answered(item_id, stepped)

    def mark(self, item_id: str, which: int, at_ms: int) -> PageState:
        """The first (0) or second (1) moment of a measure; both together give its value."""
        return self._answered(item_id, self._answers.mark(item_id, which, at_ms))

    def unmark(self, item_id: str) -> PageState:
        """Forgets both moments, so that they can be marked anew."""
        self._answers.unmark(item_id)
        return self.state()

    def set_na(self, item_id: str) -> PageState:
        """N/A, or not N/A any more."""
        item = self._known().item(item_id)
        return self._answered(item_id, item is not None and self._answers.set_na(item))

    def clear(self, item_id: str) -> PageState:
        return self._answered(item_id, self._answers.clear(item_id))

    def _answered(self, item_id: str, answered: bool) -> PageState:
        """An item that was answered is the current one from then on."""
        if answered:
            self._current = item_id
        return self.state()

    def set_item_comment(self, item_id: str, text: str) -> PageState:
        """A note item's own text too."""
        self._answers.set_comment(item_id, text)
        return self.state()

    def toggle_reason(self, item_id: str, reason_id: str) -> PageState:
        self._answers.toggle_reason(item_id, reason_id)
        return self.state()

    # The whole form

    def choose_scenario(self, scenario_id: str | None) -> PageState:
        self._answers.choose_scenario(scenario_id)
        return self.state()

    def choose_agent(self, key: str) -> PageState:
        """Whom the score goes to: one of those who took part."""
        self._session.choose_agent(key)
        return self.state()

    def adjust(self, adjustment_id: str, by: int) -> PageState:
        self._answers.adjust(adjustment_id, by)
        return self.state()

    def set_summary(self, text: str) -> PageState:
        self._answers.set_summary(text)
        return self.state()

    # Comments

    def begin_comment(self, anchor: Anchor, item_id: str | None = None) -> PageState:
        """Opens an empty comment there; it is saved with its first word."""
        return self._commented(lambda: self._desk.begin(anchor, item_id))

    def quote(self, anchor: Anchor, item_id: str) -> PageState:
        """Words as evidence of an item: praise where it has all its points."""
        result = self.result()
        scores = {item.id: item.score for item in result.items} if result else {}
        kind = CommentKind.PRAISE if scores.get(item_id) == 1 else CommentKind.DEDUCTION
        return self._commented(lambda: self._desk.quote(anchor, item_id, kind))

    def type_comment(self, comment_id: str, text: str, anchor: Anchor | None = None) -> PageState:
        """`anchor` moves it: a comment begun while playing sits where its first word was typed."""
        return self._commented(lambda: self._desk.write(comment_id, text, anchor))

    def move_comment(self, comment_id: str, anchor: Anchor) -> PageState:
        """A pin that was dragged elsewhere."""
        return self._commented(lambda: self._desk.move(comment_id, anchor))

    def set_comment_kind(self, comment_id: str, kind: CommentKind) -> PageState:
        return self._commented(lambda: self._desk.set_kind(comment_id, kind))

    def next_comment_kind(self, comment_id: str) -> PageState:
        return self._commented(lambda: self._desk.cycle_kind(comment_id))

    def compare_markers(self, markers: Sequence[Marker], kind: CommentKind) -> tuple[Incoming, ...]:
        """What a file's markers would do; `kind` is for those that have none."""
        return self._desk.compare(markers, kind, self.duration_ms)

    def import_comments(self, chosen: Sequence[Incoming]) -> PageState:
        """As one step of undo."""
        return self._commented(lambda: self._desk.take(chosen))

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
        self._answers.forget()
        self._session.undo()
        self._desk.finish_quietly()
        return self.state()

    def redo(self) -> PageState:
        self._session.redo()
        self._desk.finish_quietly()
        return self.state()

    def history(self) -> tuple[tuple[StepState, bool], ...]:
        """The steps, the oldest first, each with whether it was undone."""
        session, comments = self._session, self._known().comments
        return tuple(
            (state, step.undone)
            for step in session.steps()
            if (state := step_state(step.label, session.rubric, comments, self._language))
        )

    def jump(self, by: int) -> PageState:
        """So many steps back (below 0) or forward."""
        self._answers.forget()
        self._session.jump(by)
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
