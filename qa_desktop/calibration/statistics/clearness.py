"""Items that stay unclear over sessions: is it the rubric or the people?

The rule, for one item over the sessions in which at least three people answered it:

1. A case is one interaction of one session that at least three people answered the item of. It is
   divided when they did not all answer alike, and split when no answer was given by more than half
   of them. N/A is an answer like any other. Who gave another answer than more than half of the
   others deviates.
2. With fewer than two sessions nobody can tell yet.
3. The item is steady when fewer than a fifth of the cases are divided.
4. It is the people when one or two of them, and at most a third of all who answered, account for
   at least two thirds of all deviations, and the rest answer alike in at least four fifths of the
   cases.
5. It is the rubric when at least half of the cases are divided, in two sessions or more, and it is
   not the people; or when half of the cases are split in two sessions or more.
6. Otherwise nobody can tell yet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.rulings.consensus import answer_of
from qa_desktop.rubrics.model import Answer, Item, Measure, Note

LEAST_PEOPLE = 3
LEAST_SESSIONS = 2
MOST_ODD = 2
_STEADY = 0.2
_ODD_CARRY = 2 / 3
_REST_AGREES = 0.8
_HALF = 0.5


class Cause(StrEnum):
    STEADY = "steady"
    RUBRIC = "rubric"
    PEOPLE = "people"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One item of one interaction: who (fingerprint) gave what."""

    session_id: str
    pseudonym: str
    answers: Mapping[str, Answer]

    @property
    def divided(self) -> bool:
        given = tuple(self.answers.values())
        return any(answer != given[0] for answer in given)

    def usual(self, without: str = "") -> Answer | None:
        """What more than half gave, of all but the one left out; None: they are split."""
        given = [answer for person, answer in self.answers.items() if person != without]
        for answer in given:
            if 2 * sum(other == answer for other in given) > len(given):
                return answer
        return None

    def deviating(self) -> tuple[str, ...]:
        """Who gave another answer than more than half of the others."""
        found = []
        for person, answer in self.answers.items():
            usual = self.usual(without=person)
            if usual is not None and usual != answer:
                found.append(person)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEvidence:
    """Of the `cases` of one session, how many were divided and how many of those split."""

    session_id: str
    cases: int
    divided: int
    split: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearness:
    """What is known of one item, with what it rests on.

    `odd` are the fingerprints of those who account for the deviations, where it is the people;
    `carried` their share of all deviations; `rest_agrees` the share of cases in which the others
    gave one answer.
    """

    rubric_id: str
    item_id: str
    cause: Cause
    sessions: tuple[SessionEvidence, ...]
    people: int
    odd: tuple[str, ...] = ()
    carried: float = 0.0
    rest_agrees: float = 0.0
    deviations: Mapping[str, int] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        return sum(one.cases for one in self.sessions)

    @property
    def divided(self) -> int:
        return sum(one.divided for one in self.sessions)

    @property
    def split(self) -> int:
        return sum(one.split for one in self.sessions)


def clearness(sessions: Iterable[GradedSession]) -> tuple[Clearness, ...]:
    """Of every item that at least three people answered, the least clear first.

    An item goes by its id and its rubric's, whatever the version.
    """
    found: dict[tuple[str, str], list[Case]] = {}
    for graded in sessions:
        for item in graded.rubric.items():
            if isinstance(item.answer, Note):
                continue
            for case in _cases(graded, item):
                found.setdefault((graded.rubric.id, item.id), []).append(case)
    judged = [judge(rubric, item, cases) for (rubric, item), cases in found.items()]
    return tuple(sorted(judged, key=_order))


def _banded(item: Item, answer: Answer) -> Answer:
    """Two measures in one band are one answer: they score the same."""
    if not isinstance(item.answer, Measure) or not isinstance(answer.value, Fraction):
        return answer
    for place, band in enumerate(item.answer.bands):
        if band.up_to is None or answer.value <= band.up_to:
            return Answer(value=Fraction(place))
    return answer


def _cases(graded: GradedSession, item: Item) -> Iterable[Case]:
    for interaction in graded.session.interactions:
        answers = {
            grading.fingerprint: _banded(item, answer)
            for grading in graded.gradings
            if grading.pseudonym == interaction.pseudonym
            and (answer := answer_of(grading, item.id)) is not None
        }
        if len(answers) >= LEAST_PEOPLE:
            yield Case(
                session_id=graded.session.id, pseudonym=interaction.pseudonym, answers=answers
            )


_RANK = (Cause.RUBRIC, Cause.PEOPLE, Cause.UNSURE, Cause.STEADY)


def _order(one: Clearness) -> tuple[int, float, str, str]:
    return (_RANK.index(one.cause), -one.divided / one.cases, one.rubric_id, one.item_id)


def judge(rubric_id: str, item_id: str, cases: Sequence[Case]) -> Clearness:
    """By the module's rule; `cases` is not empty."""
    people = frozenset(person for case in cases for person in case.answers)
    deviations = Counter(person for case in cases for person in case.deviating())
    evidence = _evidence(cases)
    odd = _odd(deviations, len(people), cases)
    cause = _cause(evidence, odd)
    found = odd if cause is Cause.PEOPLE else ()
    return Clearness(
        rubric_id=rubric_id,
        item_id=item_id,
        cause=cause,
        sessions=evidence,
        people=len(people),
        odd=found,
        carried=_carried(deviations, found),
        rest_agrees=_rest_agrees(cases, found),
        deviations=dict(deviations.most_common()),
    )


def _evidence(cases: Sequence[Case]) -> tuple[SessionEvidence, ...]:
    by_session: dict[str, list[Case]] = {}
    for case in cases:
        by_session.setdefault(case.session_id, []).append(case)
    return tuple(
        SessionEvidence(
            session_id=session_id,
            cases=len(these),
            divided=sum(case.divided for case in these),
            split=sum(case.usual() is None for case in these),
        )
        for session_id, these in by_session.items()
    )


def _cause(evidence: Sequence[SessionEvidence], odd: tuple[str, ...]) -> Cause:
    cases, divided = sum(e.cases for e in evidence), sum(e.divided for e in evidence)
    if len(evidence) < LEAST_SESSIONS:
        return Cause.UNSURE
    if divided < _STEADY * cases:
        return Cause.STEADY
    if odd:
        return Cause.PEOPLE
    again = sum(bool(e.divided) for e in evidence) >= LEAST_SESSIONS
    split = sum(e.split >= _HALF * e.cases for e in evidence) >= LEAST_SESSIONS
    return Cause.RUBRIC if split or (again and divided >= _HALF * cases) else Cause.UNSURE


def _odd(deviations: Counter[str], people: int, cases: Sequence[Case]) -> tuple[str, ...]:
    """The one or two whom it lies with, the most deviating first; none where it does not."""
    ranked = [person for person, _ in deviations.most_common(MOST_ODD)]
    for many in range(1, len(ranked) + 1):
        odd = tuple(ranked[:many])
        if many > people / 3:
            break
        if _carried(deviations, odd) >= _ODD_CARRY and _rest_agrees(cases, odd) >= _REST_AGREES:
            return odd
    return ()


def _carried(deviations: Counter[str], odd: tuple[str, ...]) -> float:
    every = sum(deviations.values())
    return sum(deviations[person] for person in odd) / every if every else 0.0


def _rest_agrees(cases: Sequence[Case], odd: tuple[str, ...]) -> float:
    """The share of cases in which two or more others answered alike."""
    agreed = counted = 0
    for case in cases:
        rest = [answer for person, answer in case.answers.items() if person not in odd]
        if len(rest) > 1:
            counted += 1
            agreed += all(answer == rest[0] for answer in rest)
    return agreed / counted if counted else 0.0
