"""The versions of a rubric as a list tells them: what became of each, who published it, when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from qa_desktop.rubrics.model import Rubric


class VersionState(StrEnum):
    IN_FORCE = "in_force"
    # Published for a time that has not come yet, or is over.
    LATER = "later"
    OVER = "over"
    RETIRED = "retired"
    # Not what was published: somebody changed it outside of the program.
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One published version. `rubric` None: it is not what was published.

    `published_by` None: not known. `note`: what changed and why, "" where nobody said.
    """

    rubric_id: str
    version: int
    content_hash: str
    rubric: Rubric | None
    published_at: datetime
    published_by: str | None
    note: str
    retired_at: datetime | None
    retired_by: str | None

    def state(self, today: date) -> VersionState:
        if self.rubric is None:
            return VersionState.CHANGED
        if self.retired_at is not None:
            return VersionState.RETIRED
        if self.rubric.effective_from is not None and today < self.rubric.effective_from:
            return VersionState.LATER
        if self.rubric.effective_until is not None and today > self.rubric.effective_until:
            return VersionState.OVER
        return VersionState.IN_FORCE
