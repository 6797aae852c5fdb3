"""Scores past reviews again under the draft of a rubric: in memory, nothing of it is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from qa_desktop.base.progress import Progress
from qa_desktop.reviews.extreme_answers import Extreme, extreme_answer
from qa_desktop.rubrics.diff import reads_alike
from qa_desktop.rubrics.model import (
    Answer,
    AnswerType,
    Given,
    Item,
    Measure,
    Note,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.quick_scoring import Quick, QuickScorer
from qa_desktop.rubrics.result import Outcome
from qa_desktop.rubrics.visibility import is_given

_REPORT_EVERY = 25


class Why(StrEnum):
    """Why an item of the draft has no answer in a past review."""

    NEW = "new"
    OTHER_KIND = "other_kind"
    OTHER_SCALE = "other_scale"
    OPTION_GONE = "option_gone"
    NA_NOT_ALLOWED = "na_not_allowed"
    NOT_ASKED = "not_asked"


class NotScored(StrEnum):
    """Why a whole review can't be scored again."""

    SCENARIO_GONE = "scenario_gone"
    VERSION_CHANGED = "version_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a review comes to; scores are rounded as they are reported, None: not scored."""

    score: Fraction | None
    grade: str | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A submitted review as it was: who and what, its answers, and what it came to then.

    `sections`: each section's score then. `agent`: a name, or an id; "" where neither is known.
    """

    review_id: str
    revision: int
    interaction_id: str
    title: str
    agent: str
    team: str
    version: int
    submitted_at: datetime
    given: Given
    before: Figures
    sections: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """A case under the draft.

    `after` leaves out what has no answer (`unknown`), as if it were N/A; `low` and `high` are with
    the worst and the best answers to it. Without any, the three are one.
    """

    case: Case
    after: Figures
    low: Figures
    high: Figures
    sections: Mapping[str, Fraction]
    unknown: Mapping[str, Why] = field(default_factory=dict)

    @property
    def change(self) -> Fraction | None:
        """In points; None where one of the two is not scored."""
        if self.after.score is None or self.case.before.score is None:
            return None
        return self.after.score - self.case.before.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """All of a sample: what was scored again, why the rest was not, and how the items of each
    version became the draft's."""

    draft: Rubric
    rescored: tuple[Rescored, ...]
    left_out: tuple[tuple[Case, NotScored], ...]
    joined: Mapping[int, "Joining"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How the items of a version become those of the draft; `unknown` have no answer there."""

    kept: frozenset[str]
    unknown: Mapping[str, Why]
    removed: tuple[Item, ...]
    reworded: frozenset[str]


def join_items(old: Rubric, draft: Rubric) -> Joining:
    """Items are joined by id. What is measured otherwise than before has no answer: a 5 of 5 is
    not a 5 of 7."""
    before = {item.id: item for item in old.items()}
    kept, unknown, reworded = set(), {}, set()
    for item in draft.items():
        was = before.pop(item.id, None)
        why = Why.NEW if was is None else _not_comparable(was.answer, item.answer)
        if why is None and was is not None:
            kept.add(item.id)
            if not (reads_alike(was.text, item.text) and reads_alike(was.help, item.help)):
                reworded.add(item.id)
        elif why is not None and not isinstance(item.answer, Note):
            unknown[item.id] = why
    removed = tuple(item for item in before.values() if not isinstance(item.answer, Note))
    return Joining(
        kept=frozenset(kept), unknown=unknown, removed=removed, reworded=frozenset(reworded)
    )


def _not_comparable(old: AnswerType, new: AnswerType) -> Why | None:
    if type(old) is not type(new):
        return Why.OTHER_KIND
    match old, new:
        case Scale(), Scale():
            same = (old.min, old.max) == (new.min, new.max)
        case Points(), Points():
            same = old.max == new.max
        case Measure(), Measure():
            same = old.unit == new.unit
        case _:
            same = True
    return None if same else Why.OTHER_SCALE


class WhatIf:
    """Scores cases under one draft; what cases of one version have in common is worked out once."""

    def __init__(self, draft: Rubric, versions: Mapping[int, Rubric]) -> None:
        """`versions`: the rubric as the cases were graded with it; one that is missing there is not
        what was published."""
        self.draft = draft
        self._joined = {number: join_items(old, draft) for number, old in versions.items()}
        self._scorer = QuickScorer(draft)
        self._items = {item.id: item for item in draft.items()}
        self._scenarios = {scenario.id for scenario in draft.scenarios}
        self._times = {adjustment.id: adjustment.times for adjustment in draft.adjustments}
        self._vetoing = {item.id for item in draft.items() if item.veto is not None}
        self._conditional = tuple(i.id for i in draft.items() if i.show_if is not None)
        self._extremes: dict[tuple[str, Extreme], Answer] = {}
        self._asked = {i.id for i in draft.items() if not isinstance(i.answer, Note)}

    def run(self, cases: Sequence[Case], progress: Progress) -> Tried:
        """Raises Cancelled when the person has cancelled."""
        rescored: list[Rescored] = []
        left_out: list[tuple[Case, NotScored]] = []
        for number, case in enumerate(cases):
            if number % _REPORT_EVERY == 0:
                progress.report(number, len(cases))
            done = self.rescore(case)
            if isinstance(done, NotScored):
                left_out.append((case, done))
            else:
                rescored.append(done)
        progress.report(len(cases), len(cases))
        return Tried(
            draft=self.draft,
            rescored=tuple(rescored),
            left_out=tuple(left_out),
            joined=self._joined,
        )

    def rescore(self, case: Case) -> Rescored | NotScored:
        joined = self._joined.get(case.version)
        if joined is None:
            return NotScored.VERSION_CHANGED
        if case.given.scenario is not None and case.given.scenario not in self._scenarios:
            return NotScored.SCENARIO_GONE
        answers, unknown = self._answers(case.given.answers, joined)
        adjustments = {
            name: min(times, self._times[name])
            for name, times in case.given.adjustments.items()
            if name in self._times
        }
        given = Given(scenario=case.given.scenario, answers=answers, adjustments=adjustments)
        done = self._scorer.score(given, unknown)
        after = low = high = _figures(done)
        if unknown:
            low, high = self._bounds(given, after, unknown)
        return Rescored(
            case=case, after=after, low=low, high=high, sections=done.sections, unknown=unknown
        )

    def _answers(
        self, past: Mapping[str, Answer], joined: Joining
    ) -> tuple[dict[str, Answer], dict[str, Why]]:
        """What can be taken over, and which items that are asked then have no answer."""
        answers: dict[str, Answer] = {}
        lost: dict[str, Why] = dict(joined.unknown)
        for name, answer in past.items():
            if name not in joined.kept or not is_given(answer):
                continue
            if self._scorer.fits(name, answer):
                answers[name] = answer
            else:
                lost[name] = Why.NA_NOT_ALLOWED if answer.na else Why.OPTION_GONE
        return answers, {name: lost.get(name, Why.NOT_ASKED) for name in self._open(answers)}

    def _open(self, answers: Mapping[str, Answer]) -> list[str]:
        """Asked and not answered, in the order of the form."""
        visible = self._scorer.visible(answers)
        if self._asked <= answers.keys():
            return []
        return [
            name
            for name in self._items
            if name in self._asked and name in visible and name not in answers
        ]

    def _bounds(
        self, given: Given, after: Figures, unknown: Iterable[str]
    ) -> tuple[Figures, Figures]:
        extremes = [Extreme.LOWEST]
        # What is only asked then may have a veto too.
        if any(name in self._vetoing for name in (*unknown, *self._conditional)):
            extremes.append(Extreme.VETOED)
        worst = [self._filled(given, extreme) for extreme in extremes]
        best = self._filled(given, Extreme.HIGHEST)
        return min((*worst, after), key=_rank), max((best, after), key=_rank)

    def _filled(self, given: Given, extreme: Extreme) -> Figures:
        """With that answer to everything that has none, also to what is only asked then."""
        answers = dict(given.answers)
        while todo := self._open(answers):
            answers |= {name: self._extreme(name, extreme) for name in todo}
        return _figures(self._scorer.score(replace(given, answers=answers)))

    def _extreme(self, name: str, extreme: Extreme) -> Answer:
        key = (name, extreme)
        if key not in self._extremes:
            self._extremes[key] = extreme_answer(self._items[name], extreme)
        return self._extremes[key]


def _figures(done: Quick) -> Figures:
    return Figures(score=done.score, grade=done.grade, outcome=done.outcome)


def _rank(figures: Figures) -> tuple[bool, Fraction]:
    """What fails is below what passes with the same score."""
    return (
        figures.outcome != Outcome.FAIL.value,
        Fraction(0) if figures.score is None else figures.score,
    )
