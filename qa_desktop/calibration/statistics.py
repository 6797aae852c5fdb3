"""From a revealed session's reviews to its statistics."""

from qa_desktop.calibration.statistics_model import (
    Iccs,
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
