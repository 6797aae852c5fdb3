"""Brings together what the results of a session are shown from; off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import GradedSession, Ruling
from qa_desktop.calibration.rulings.consensus import with_agreed
from qa_desktop.calibration.rulings.model import RulingDraft
from qa_desktop.calibration.statistics.session import SessionStatistics, Targets, session_statistics
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import InteractionDetail

_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`details` of the copies that were graded, by pseudonym: those that can be read. `drafts` is
    what was typed about items and not decided."""

    graded: GradedSession
    statistics: SessionStatistics
    details: Mapping[str, InteractionDetail]
    rulings: tuple[Ruling, ...] = ()
    drafts: tuple[RulingDraft, ...] = ()


def load(services: Services, session_id: str, progress: Progress) -> Loaded:
    """Raises ProblemError, calibration.not_revealed among others."""
    progress.report(0, _STEPS)
    graded = services.calibration.graded(session_id)
    graded = with_agreed(graded, services.rulings.agreed(session_id))
    progress.report(1, _STEPS)
    statistics = session_statistics(graded, Targets.of(services.settings))
    progress.report(2, _STEPS)
    details = {}
    for interaction in graded.session.interactions:
        try:
            details[interaction.pseudonym] = services.interactions.detail(
                interaction.interaction_id
            )
        except ProblemError:
            # Its copy is not here any more: the figures stand, and there is nothing to play.
            continue
    return Loaded(
        graded=graded,
        statistics=statistics,
        details=details,
        rulings=services.rulings.of_session(session_id),
        drafts=services.rulings.drafts(session_id),
    )
