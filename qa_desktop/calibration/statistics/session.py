"""From a revealed session's reviews to its statistics."""

from qa_desktop.calibration.agreement.icc import Iccs
from qa_desktop.calibration.agreement.resampling import RESAMPLES
from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.item_readings import alpha_readings
from qa_desktop.calibration.statistics.item_statistics import all_items
from qa_desktop.calibration.statistics.model import (
    ItemStatistics,
    Reading,
    ReviewerItem,
    ReviewerStatistics,
    ScoreStatistics,
    SessionStatistics,
    Targets,
    VerdictStatistics,
)
from qa_desktop.calibration.statistics.reviewer_statistics import all_reviewers
from qa_desktop.calibration.statistics.score_statistics import score_statistics, verdict_statistics
from qa_desktop.calibration.statistics.session_sheet import SessionSheet, outcome_in, veto_in

__all__ = [
    "Iccs",
    "ItemStatistics",
    "Reading",
    "ReviewerItem",
    "ReviewerStatistics",
    "ScoreStatistics",
    "SessionStatistics",
    "Targets",
    "VerdictStatistics",
    "session_statistics",
]


def session_statistics(
    graded: GradedSession, targets: Targets | None = None, *, resamples: int = RESAMPLES
) -> SessionStatistics:
    """Everything at once; None: the usual targets. 0 resamples: alphas come without intervals.

    The same session gives the same figures every time.
    """
    targets = targets or Targets()
    sheet = SessionSheet.of(graded)
    items = all_items(sheet, graded.rubric, targets, resamples)
    to_settle = [item for item in items.items if item.to_settle]
    settle_share = sum(item.share for item in to_settle)
    return SessionStatistics(
        targets=targets,
        interactions=sheet.interactions,
        overall=items.overall,
        percent=items.percent,
        outcome=verdict_statistics(sheet, outcome_in, "outcome", targets, resamples),
        veto=verdict_statistics(sheet, veto_in, "veto", targets, resamples),
        form=score_statistics(sheet, None, targets, resamples),
        sections=tuple(
            score_statistics(sheet, section.id, targets, resamples)
            for section in graded.rubric.sections
        ),
        items=items.items,
        reviewers=all_reviewers(sheet, graded.rubric, items.items),
        to_settle=tuple(item.item_id for item in to_settle),
        to_settle_share=settle_share,
        readings=(
            *alpha_readings(items.overall, targets.alpha),
            _settling(len(to_settle), settle_share),
        ),
    )


def _settling(count: int, share: float) -> Reading:
    if not count:
        return Reading(code="nothing_to_settle")
    code = "to_settle_one" if count == 1 else "to_settle"
    return Reading(code=code, values={"count": count, "share_pct": round(100 * share)})
