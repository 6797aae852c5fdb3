"""Which interactions divided people in sessions that are revealed, or in second opinions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from qa_desktop.calibration.model import GradedSession, Grading, SessionState
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.rubrics.model import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """`alike_pct` of the pairs of answers that two people gave to the same item are the same."""

    interaction_id: str
    session_title: str
    alike_pct: float
    answers: int


def divided_before(desk: CalibrationDesk) -> tuple[Divided, ...]:
    """The most divided first, each interaction once, those that all agreed on left out.

    Only of sessions that were led here: nobody else knows which interaction a copy was made of.
    """
    found: dict[str, Divided] = {}
    for summary in desk.sessions():
        session = summary.session
        origins = desk.origins(session.id)
        if session.state is not SessionState.REVEALED or not origins:
            continue
        graded = desk.graded(session.id)
        for pseudonym, (interaction_id, _) in origins.items():
            alike, pairs = _alike(graded, pseudonym)
            if pairs and alike < pairs:
                one = Divided(
                    interaction_id=interaction_id,
                    session_title=session.title,
                    alike_pct=100 * alike / pairs,
                    answers=pairs,
                )
                before = found.get(interaction_id)
                if before is None or one.alike_pct < before.alike_pct:
                    found[interaction_id] = one
    return tuple(sorted(found.values(), key=lambda each: (each.alike_pct, each.interaction_id)))


def _alike(graded: GradedSession, pseudonym: str) -> tuple[int, int]:
    """How many pairs of answers are the same, of how many."""
    gradings = [each for each in graded.gradings if each.pseudonym == pseudonym]
    alike = pairs = 0
    for item in graded.rubric.items():
        answers = [answer for answer in _answers(gradings, item.id) if answer is not None]
        for one, other in combinations(answers, 2):
            pairs += 1
            alike += one == other
    return alike, pairs


def _answers(gradings: Iterable[Grading], item_id: str) -> list[Answer | None]:
    found = []
    for grading in gradings:
        entry = grading.draft.entries.get(item_id)
        found.append(entry.answer if entry is not None else None)
    return found


def by_interaction(divided: Iterable[Divided]) -> Mapping[str, Divided]:
    return {each.interaction_id: each for each in divided}
