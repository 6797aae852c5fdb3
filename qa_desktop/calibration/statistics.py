"""From a revealed session's reviews to its statistics."""

from qa_desktop.calibration.agreement.icc import Iccs
from qa_desktop.calibration.statistics_model import (
    ItemStatistics,
    Reading,
    ReviewerItem,
    ReviewerStatistics,
    ScoreStatistics,
    SessionStatistics,
    Targets,
    VerdictStatistics,
)

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
]
