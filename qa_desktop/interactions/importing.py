"""The way in: look at files, show what would come, take it, undo it."""

from qa_desktop.interactions.committing import commit_import, undo_import
from qa_desktop.interactions.options import ImportLimits, ImportOptions
from qa_desktop.interactions.plan import (
    ImportPlan,
    ImportReport,
    MetadataUse,
    PlanEntry,
    State,
    Taken,
)
from qa_desktop.interactions.planning import new_child, plan_import

__all__ = [
    "ImportLimits",
    "ImportOptions",
    "ImportPlan",
    "ImportReport",
    "MetadataUse",
    "PlanEntry",
    "State",
    "Taken",
    "commit_import",
    "new_child",
    "plan_import",
    "undo_import",
]
