"""One grading of one interaction: what is on disk, what is not yet, and who may still change it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.settings import NAMELESS
from qa_desktop.calibration.blind.blind_store import BlindWork
from qa_desktop.calibration.model import SessionState
from qa_desktop.interactions.model import Interaction, Kind
from qa_desktop.reviews.model import Draft, Review, ReviewState, StepLabel
from qa_desktop.reviews.steps_store import Step
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric, Scenario
from qa_desktop.rubrics.scenarios import is_active, matching_scenario
from qa_desktop.rubrics.store import RubricStore

# Who reviews are by that were begun before somebody said his name, here or at the command line.
_NOBODY = (NAMELESS, "")

CHANNEL_OF = {Kind.RECORDING: "voice", Kind.CHAT: "chat", Kind.TICKET: "ticket"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How an interaction is opened. `usual_rubric`: the id of the one that comes first among those
    that fit; `blind`: it is a copy of a blind session, None: daily work. `precedents` gives what
    was ruled about a rubric's items, by its id."""

    usual_rubric: str = ""
    blind: BlindWork | None = None
    precedents: Callable[[str], Mapping[str, tuple[str, ...]]] = lambda _: {}


DAILY = Opening()


class GradingSession:
    """Saves every draft at once. What could not be saved stays in `draft` until it can.

    A review begins on disk with its first change: looking at an interaction leaves nothing.
    `foreign`: the open draft is another reviewer's, and nothing changes it before `go_on`.
    """

    def __init__(
        self,
        interaction: Interaction,
        reviews: ReviewStore,
        rubrics: RubricStore,
        clock: Clock,
        opening: Opening = DAILY,
    ) -> None:
        self.interaction = interaction
        self.blind = opening.blind
        self._precedents_of = opening.precedents
        self._precedents: tuple[str, Mapping[str, tuple[str, ...]]] = ("", {})
        self.review: Review | None = None
        self.rubric: Rubric | None = None
        self.draft = Draft()
        self.problems: tuple[Problem, ...] = ()
        self.foreign = False
        self._reviews = reviews
        self._rubrics = rubrics
        self._clock = clock
        self._unsaved: StepLabel | None = None
        self._merge = False
        self.usual_rubric = opening.usual_rubric
        self.candidates = self._candidates(rubrics)
        self._open()

    def _candidates(self, rubrics: RubricStore) -> tuple[Rubric, ...]:
        """The usual one first; of a blind session there is one alone, fitting or not."""
        if self.blind is not None:
            return (rubrics.get(self.blind.rubric_id, self.blind.rubric_version),)
        fitting = rubrics.matching(CHANNEL_OF[self.interaction.kind])
        return tuple(sorted(fitting, key=lambda rubric: rubric.id != self.usual_rubric))

    @property
    def precedents(self) -> Mapping[str, tuple[str, ...]]:
        """What was ruled about the rubric's items; of a blind copy nothing: everybody's is to
        stand by itself."""
        if self.rubric is None or self.blind is not None:
            return {}
        if self._precedents[0] != self.rubric.id:
            self._precedents = (self.rubric.id, self._precedents_of(self.rubric.id))
        return self._precedents[1]

    @property
    def submitted(self) -> bool:
        return self.review is not None and self.review.state is ReviewState.SUBMITTED

    @property
    def locked(self) -> bool:
        """Whether nothing may be changed now."""
        return self.submitted or self.foreign or self.closed

    @property
    def closed(self) -> bool:
        """Whether the blind session is over that this belongs to."""
        return self.blind is not None and self.blind.state is not SessionState.OPEN

    @property
    def unsaved(self) -> bool:
        return self._unsaved is not None

    @property
    def saved_at(self) -> datetime | None:
        return self.review.saved_at if self.review is not None else None

    def _open(self) -> None:
        review = self._reviews.latest_for(self.interaction.id)
        if review is not None:
            self.rubric = self._rubrics.get(review.rubric_id, review.rubric_version)
            self._take(review)
            others = review.reviewer not in (self._reviews.actor, *_NOBODY)
            self.foreign = others and not self.submitted
        elif len(self.candidates) == 1:
            self.choose(self.candidates[0])

    def go_on(self) -> None:
        """In another reviewer's draft, which is this one's from now on."""
        review = self.review
        if review is not None and self.foreign:
            self._attempt(lambda: self._reviews.take_over(review.id))
            self.foreign = bool(self.problems)

    def start_own(self) -> None:
        """A review of one's own, with the same rubric; the other one's draft stays as it is."""
        if self.foreign:
            self.review, self.foreign = None, False
            if self.rubric is not None:
                self.choose(self.rubric)

    def act_as(self, reviews: ReviewStore) -> None:
        """From now on in the name of that store's reviewer."""
        self._reviews = reviews

    def choose(self, rubric: Rubric) -> None:
        """Only before anything is saved: a review keeps its rubric."""
        if self.review is None:
            self.rubric = rubric
            fitting = None
            if self.blind is None:
                fitting = matching_scenario(rubric, self.interaction.metadata.tags, self._day())
            self.draft = Draft(scenario=None if fitting is None else fitting.id)

    def choose_agent(self, key: str) -> None:
        """Whom the score goes to."""
        if self.rubric is not None and not self.locked:
            label = StepLabel(code="agent", values={"agent": key})
            self.save(replace(self.draft, agent=key), label)

    def scenarios(self, rubric: Rubric) -> tuple[Scenario, ...]:
        """Those that apply on the day the interaction took place, and the one that is chosen.

        When what is graded blind took place, nobody knows: all are offered, and none is chosen.
        """
        if self.blind is not None:
            return rubric.scenarios
        day = self._day()
        return tuple(
            scenario
            for scenario in rubric.scenarios
            if scenario.id == self.draft.scenario or is_active(scenario, day)
        )

    def _day(self) -> date:
        """On the calendar of this machine, which is the one that rubrics mean."""
        return (self.interaction.metadata.started_at or self._clock.now()).astimezone().date()

    def save(self, draft: Draft, label: StepLabel, *, merge: bool = False) -> None:
        """On disk when this returns, unless `problems` says why not.

        `merge`: one step of undo with the step before, where that has the same label.
        """
        if draft == self.draft and not self.unsaved:
            return
        self.draft = draft
        # A step that joins one which was not saved needs one of its own, if its label differs.
        self._merge = merge and self._unsaved in (None, label)
        self._unsaved = label
        self.retry()

    def retry(self) -> None:
        """Saves what could not be saved before."""
        label = self._unsaved
        if label is not None:
            self._attempt(lambda: self._write(label))

    def _write(self, label: StepLabel) -> Review:
        return self._reviews.save(self._begun().id, self.draft, label, merge=self._merge)

    def _begun(self) -> Review:
        if self.rubric is None:
            raise RuntimeError("nothing can be saved before a rubric is chosen")
        if self.review is None:
            self.review = self._reviews.start(
                self.interaction.id, self.rubric, scenario=self.draft.scenario
            )
        elif self.review.reviewer in _NOBODY:
            self.review = self._reviews.take_over(self.review.id)
        return self.review

    def undo_label(self) -> StepLabel | None:
        open_review = self._open_review()
        return self._reviews.undo_label(open_review.id) if open_review else None

    def redo_label(self) -> StepLabel | None:
        open_review = self._open_review()
        return self._reviews.redo_label(open_review.id) if open_review else None

    def _open_review(self) -> Review | None:
        return None if self.locked else self.review

    def undo(self) -> None:
        """Also across a restart; nothing happens where there is nothing to undo."""
        self._step(self._reviews.undo)

    def redo(self) -> None:
        self._step(self._reviews.redo)

    def steps(self) -> tuple[Step, ...]:
        """The oldest first."""
        open_review = self._open_review()
        return self._reviews.steps(open_review.id) if open_review else ()

    def jump(self, by: int) -> None:
        """So many steps back (below 0) or forward."""
        self._step(lambda review_id: self._reviews.step(review_id, by))

    def _step(self, step: Callable[[str], Review | None]) -> None:
        self.retry()
        review = self._open_review()
        if review is not None and not self.unsaved:
            self._attempt(lambda: step(review.id))

    def submit(self) -> None:
        """For a draft that lacks nothing; `problems` say if it failed all the same."""
        rubric = self.rubric
        if rubric is None or self.locked:
            return
        self.retry()
        if not self.unsaved:
            self._attempt(lambda: self._reviews.submit(self._begun().id, rubric))

    def correct(self, reason: str) -> None:
        """Begins a new revision."""
        review = self.review
        if review is not None and self.submitted and not self.closed:
            self._attempt(lambda: self._reviews.correct(review.id, reason))

    def _attempt(self, write: Callable[[], Review | None]) -> None:
        try:
            review = write()
        except ProblemError as error:
            self.problems = error.problems
        else:
            if review is not None:
                self._take(review)

    def _take(self, review: Review) -> None:
        self.review = review
        self.draft = review.draft
        self.problems = ()
        self._unsaved = None
